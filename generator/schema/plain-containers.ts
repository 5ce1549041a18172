import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import { isTelling, itemsOf, type PlainObject, plainMembers, plainObject } from "./plain.ts";
import type { ReferredSchemas } from "./referred-schemas.ts";
import { propertiesNamed, requiredNames, schemasAround } from "./schemas-around.ts";

/** Turns a schema inside another one. */
export type TurnSchema = (schema: Json | undefined) => PlainObject;

/**
 * What a schema says of objects. What schemas around it say of its properties is made part of it where TypeScript needs
 * that: a required one of unknown type and an optional one, `{ a: unknown } & { a?: string }`, may be absent to it.
 */
export function plainObjectType(
  schemas: ReferredSchemas,
  schema: JsonMap,
  around: readonly Json[],
  turn: TurnSchema,
): PlainObject {
  const written = schema.get("properties");
  const properties = new Map<string, PlainObject>();
  if (isMap(written)) for (const [name, property] of written) properties.set(name, turn(property));
  const holders = schemasAround(schemas, around);
  const others = [...requiredNames(holders)].filter((name) => properties.has(name));
  const required = new Set([...requiredNames([schema]), ...others]);
  for (const name of required) {
    const own = properties.get(name) ?? {};
    const described = isTelling(own) ? undefined : propertiesNamed(holders, name).find(isBrief);
    properties.set(name, { ...turn(described ?? true), ...own });
  }
  const patterns = plainMembers(schema.get("patternProperties"), turn);
  const hasPatterns = Object.keys(patterns).length > 0;
  const rest = schema.get("additionalProperties");
  const isUntold = properties.size === 0 && !hasPatterns && rest === undefined;
  return plainObject([
    ["type", "object"],
    ["properties", properties.size > 0 ? plainObject([...properties]) : undefined],
    ["required", required.size > 0 ? [...required] : undefined],
    ["patternProperties", hasPatterns ? patterns : undefined],
    ["additionalProperties", isUntold ? untold : restOf(rest, turn)],
  ]);
}

/** Whether a schema made here says that a value is an object and no more. */
export function isUntoldObject({ additionalProperties }: PlainObject): boolean {
  return additionalProperties === untold;
}

/** Any property, for nobody said a word of them. */
const untold: PlainObject = {};

/** A type of more objects and lists than this is not written once more. */
const mostParts = 40;

/** Whether a schema says its type in few words, so that it may be said once more. */
function isBrief(schema: Json | undefined): boolean {
  if (!isMap(schema) || !deciding.some((keyword) => schema.has(keyword))) return false;
  const pending: Json[] = [schema];
  for (const next of pending) {
    const inner = isMap(next) ? [...next.values()] : itemsOf(next);
    for (const part of inner) if (isMap(part) || isList(part)) pending.push(part);
    if (pending.length > mostParts) return false;
  }
  return true;
}

/** What makes a type at all. */
const deciding = ["$ref", "type", "enum", "const", "anyOf", "oneOf", "allOf", "properties", "items"];

function restOf(rest: Json | undefined, turn: TurnSchema): PlainObject | boolean | undefined {
  if (rest === undefined || typeof rest === "boolean") return rest;
  const made = turn(rest);
  return isTelling(made) ? made : true;
}

/**
 * What a schema says of lists. A list that starts with certain items and may end before them is one of any of these:
 * the maker of the types takes every tuple for complete.
 */
export function plainArray(schema: JsonMap, turn: TurnSchema): PlainObject {
  const written = schema.get("items");
  // A list under `items` is how drafts before 2020-12 wrote `prefixItems`.
  const isOld = isList(written);
  const first = itemsOf(isOld ? written : schema.get("prefixItems")).map(turn);
  const rest = isOld ? schema.get("additionalItems") : written;
  const minimum = schema.get("minItems");
  const isWhole = typeof minimum === "number" && minimum >= first.length;
  if (first.length > 0 && rest === false && isWhole) return { type: "array", prefixItems: first };
  const each = first.length > 0 && rest === false ? first : [...first, turn(rest)];
  const [only = {}] = each;
  if (!each.every(isTelling)) return { type: "array", items: {} };
  return { type: "array", items: each.length === 1 ? only : { anyOf: each } };
}
