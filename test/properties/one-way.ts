import type { Direction } from "../../generator/model/directions.ts";
import type { Fields, Schema } from "./random-schema.ts";
import { fieldsOf } from "./random-schema.ts";
import { isObject, listIn, mapIn, referredName, type Shelf } from "./random-value.ts";

/** A schema as it holds in one direction: without the properties that only travel the other way. */
export function travelling(schema: Schema, direction: Direction, shelf: Shelf): Schema {
  if (typeof schema === "boolean") return schema;
  const hidden = new Set(
    mapIn(schema, "properties")
      .filter(([, inner]) => isHidden(inner, direction, shelf))
      .map(([name]) => name),
  );
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === "properties") {
      const kept = mapIn(schema, keyword).filter(([name]) => !hidden.has(name));
      return [keyword, fieldsOf(kept.map(([name, inner]) => [name, travelling(inner, direction, shelf)]))];
    }
    if (keyword === "required") return [keyword, (value as string[]).filter((name) => !hidden.has(name))];
    if (["enum", "const", "default", "example", "examples"].includes(keyword)) return [keyword, value];
    if (["patternProperties", "dependentSchemas"].includes(keyword)) {
      const inner = mapIn(schema, keyword).map(
        ([name, one]) => [name, travelling(one, direction, shelf)] as const,
      );
      return [keyword, fieldsOf(inner)];
    }
    if (Array.isArray(value)) {
      return [
        keyword,
        value.map((one) => (isObject(one) ? travelling(one, direction, shelf) : (one as unknown))),
      ];
    }
    return [keyword, isObject(value) ? travelling(value, direction, shelf) : value];
  });
  return fieldsOf(entries);
}

/** Whether a property never travels this way, whichever of its parts says so. */
function isHidden(schema: Schema, direction: Direction, shelf: Shelf): boolean {
  const parts = [...allParts(schema, shelf)];
  const readOnly = parts.some((part) => part["readOnly"] === true);
  if (readOnly) return direction === "request";
  return direction === "response" && parts.some((part) => part["writeOnly"] === true);
}

function allParts(schema: Schema, shelf: Shelf): ReadonlySet<Fields> {
  const found = new Set<Fields>(typeof schema === "boolean" ? [] : [schema]);
  for (const part of found) {
    const name = referredName(part);
    const target = name === undefined ? undefined : shelf.schemas[name];
    for (const other of [target ?? true, ...listIn(part, "allOf")])
      if (typeof other !== "boolean") found.add(other);
  }
  return found;
}
