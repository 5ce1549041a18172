import { componentsOf } from "../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import { follow, items, member, members, textOf } from "../load/node.ts";
import { idOf } from "./references.ts";

/** The names of the components that the discriminator of a schema can tell apart by themselves. */
export type Heirs = (schema: SpecNode) => readonly string[];

/** A hostile spec may make each schema of all before it; so many names are told, and then none. */
const mostHeirs = 100_000;

/**
 * Who is told apart by a discriminator without a list of variants (Swagger 2.0, Schema Object; OpenAPI 3.1, 4.8.25):
 * the component itself and each one that is made of it by `allOf`, however far. Where an enum says which values there
 * are, these. A schema with a mapping that leaves it out is none of its variants, and one that nothing is made of
 * tells nothing apart.
 */
export function listHeirs(document: SpecDocument): Heirs {
  const definitions = componentsOf(document, "Schema").flatMap(([name, node]) => {
    const schema = follow(document, node);
    return schema === undefined ? [] : [{ name, schema, id: idOf(schema) }];
  });
  const names = new Map(definitions.map(({ name, id }) => [id, name]));
  const children = new Map<string, string[]>();
  for (const { schema, id } of definitions) {
    for (const part of items(member(schema, "allOf"))) {
      const parent = textOf(part, "$ref") === undefined ? undefined : follow(document, part);
      if (parent === undefined) continue;
      const known = children.get(idOf(parent));
      if (known === undefined) children.set(idOf(parent), [id]);
      else known.push(id);
    }
  }

  const ranks = new Map([...names.keys()].map((id, rank) => [id, rank]));
  const rankOf = (id: string): number => ranks.get(id) ?? 0;
  let left = mostHeirs;
  const told = new Map<string, readonly string[]>();
  for (const { schema, id } of definitions) {
    if (told.has(id) || propertyOf(schema) === undefined) continue;
    const hasMapping = members(member(member(schema, "discriminator"), "mapping")).length > 0;
    const ids = descendants(id, children, left);
    left -= ids.length;
    const values = valuesOf(schema);
    const all = ids.length < 2 ? [] : ids.toSorted((a, b) => rankOf(a) - rankOf(b));
    const others = hasMapping ? all.filter((one) => one !== id) : all;
    const heirs = others.flatMap((one) => names.get(one) ?? []);
    told.set(id, values === undefined ? heirs : heirs.filter((name) => values.has(name)));
  }
  return (schema) => told.get(idOf(schema)) ?? [];
}

/** A definition and those below it; none where there are more than may be. */
function descendants(
  id: string,
  children: ReadonlyMap<string, readonly string[]>,
  most: number,
): readonly string[] {
  const found = new Set([id]);
  // A set that grows while it is walked through is walked through to its end.
  for (const one of found) {
    for (const child of children.get(one) ?? []) found.add(child);
    if (found.size > most) return [];
  }
  return [...found];
}

/** The property that a schema tells others apart by; undefined where it has variants of its own. */
function propertyOf(schema: SpecNode): string | undefined {
  const hasVariants = ["oneOf", "anyOf"].some((keyword) => items(member(schema, keyword)).length > 0);
  const discriminator = member(schema, "discriminator");
  if (hasVariants && typeof discriminator?.value !== "string") return undefined;
  return textOf(schema, "discriminator") ?? textOf(discriminator, "propertyName");
}

/** The values that the property of a discriminator may have, where its own schema lists them. */
function valuesOf(schema: SpecNode): ReadonlySet<unknown> | undefined {
  const property = member(member(schema, "properties"), propertyOf(schema) ?? "");
  const values = member(property, "enum");
  return values === undefined ? undefined : new Set(items(values).map(({ value }) => value));
}
