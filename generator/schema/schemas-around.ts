import { isMap, type Json, type JsonMap } from "../json.ts";
import { itemsOf } from "./plain.ts";
import type { ReferredSchemas } from "./referred-schemas.ts";

/** The schemas that hold for the same values as these do: they themselves, what they refer to, parts of their `allOf`. */
export function schemasAround(schemas: ReferredSchemas, given: readonly Json[]): readonly JsonMap[] {
  const found = new Set<JsonMap>();
  const pending = [...given];
  for (let index = 0; index < pending.length; index += 1) {
    const here = pending[index];
    if (!isMap(here) || found.has(here)) continue;
    found.add(here);
    for (const part of itemsOf(here.get("allOf"))) pending.push(part);
    if (here.has("$ref")) pending.push(schemas.follow(here) ?? null);
  }
  return [...found];
}

/** What these schemas have to say of a property. */
export function propertiesNamed(holders: readonly JsonMap[], name: string): readonly Json[] {
  return holders.flatMap((holder) => {
    const properties = holder.get("properties");
    const property = isMap(properties) ? properties.get(name) : undefined;
    return property === undefined ? [] : [property];
  });
}

/** The names that these schemas require. */
export function requiredNames(holders: readonly JsonMap[]): ReadonlySet<string> {
  const names = holders.flatMap((holder) => itemsOf(holder.get("required")));
  return new Set(names.filter((name) => typeof name === "string"));
}
