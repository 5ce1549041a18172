import type { Outcome } from "../../generator/diagnostic.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import type { Names } from "../../generator/names/names.ts";
import { apiFrom, type Texts } from "./spec-texts.ts";

/** Operations by method and path, with their fields in flow style, as the paths of a spec. */
export function pathsOf(operations: Readonly<Record<string, string>>): string {
  const items = new Map<string, readonly string[]>();
  for (const [key, fields] of Object.entries(operations)) {
    const [method = "", path = ""] = key.split(" ");
    items.set(path, [...(items.get(path) ?? []), `${method.toLowerCase()}: { ${fields} }`]);
  }
  const lines = [...items].map(([path, item]) => `  ${JSON.stringify(path)}: { ${item.join(", ")} }`);
  return ["paths:", ...lines].join("\n");
}

/** Schemas by their keys, in flow style, as the components of a spec. */
export function schemasOf(schemas: Readonly<Record<string, string>>): string {
  const lines = Object.entries(schemas).map(([key, schema]) => `    ${JSON.stringify(key)}: ${schema}`);
  return ["components:", "  schemas:", ...lines].join("\n");
}

/** The names of what a spec has, and the warnings about them. */
export function namesFrom(texts: Texts): Outcome<Names> {
  return buildNames(apiFrom(texts));
}

/** All names, each by what it names: maps as plain objects. */
export function plainNames({ models, groups, operations, variables }: Names): Record<string, unknown> {
  return {
    models: Object.fromEntries(models),
    groups: Object.fromEntries(groups.map(({ tag, ...names }) => [String(tag), names])),
    operations: Object.fromEntries(
      [...operations].map(([key, names]) => [key, { ...names, fields: Object.fromEntries(names.fields) }]),
    ),
    variables: Object.fromEntries(variables),
  };
}
