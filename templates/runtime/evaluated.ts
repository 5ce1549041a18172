import type { JsonSchema, SchemaObject, Schemas } from "./json-schema.js";
import { has, isList, type Members } from "./json-value.js";
import { matches } from "./judge-scalar.js";

/** The schema that a reference leads to; one that leads nowhere allows everything. */
export function referred($ref: string, $defs: Schemas): JsonSchema {
  return $defs[$ref.replace("#/$defs/", "")] ?? true;
}

/** Whether `properties` or `patternProperties` of a schema speak of a name. */
export function isNamed({ properties = {}, patternProperties = {} }: SchemaObject, name: string): boolean {
  const isAlike = (pattern: string): boolean => matches(pattern, name);
  return Object.hasOwn(properties, name) || Object.keys(patternProperties).some(isAlike);
}

/** What looks for the schemas that have looked at a member or an item. */
export interface Search {
  readonly $defs: Schemas;
  /** Whether the schema holds for the value that is searched. */
  readonly holds: (schema: JsonSchema) => boolean;
  /** Whether it holds for the member or item. */
  readonly holdsInside: (schema: JsonSchema) => boolean;
}

/**
 * Whether a schema, or one in it that holds for the same value, has looked at a member or an item, so that
 * `unevaluatedProperties` or `unevaluatedItems` is not about it. JSON Schema core, section 11.
 */
export function isEvaluated(
  schema: JsonSchema,
  key: string | number,
  value: Members | readonly unknown[],
  search: Search,
  entered: readonly JsonSchema[] = [],
): boolean {
  if (typeof schema === "boolean" || entered.includes(schema)) return false;
  const looks = (other: JsonSchema): boolean => isEvaluated(other, key, value, search, [...entered, schema]);
  const { $ref, allOf = [], anyOf = [], oneOf = [], dependentSchemas = {} } = schema;
  const { if: condition, then: so = true, else: otherwise = true } = schema;
  if (typeof key === "string" ? looksAtMember(schema, key) : looksAtItem(schema, key, search)) return true;
  const isTrue = condition !== undefined && search.holds(condition);
  const dependents = Object.entries(dependentSchemas);
  return (
    ($ref !== undefined && looks(referred($ref, search.$defs))) ||
    allOf.some(looks) ||
    [...anyOf, ...oneOf].some((branch) => looks(branch) && search.holds(branch)) ||
    (condition !== undefined && ((isTrue && looks(condition)) || looks(isTrue ? so : otherwise))) ||
    dependents.some(([name, dependent]) => !isList(value) && has(value, name) && looks(dependent))
  );
}

function looksAtMember(schema: SchemaObject, name: string): boolean {
  const { additionalProperties, unevaluatedProperties } = schema;
  return additionalProperties !== undefined || unevaluatedProperties !== undefined || isNamed(schema, name);
}

function looksAtItem(schema: SchemaObject, index: number, { holdsInside }: Search): boolean {
  const { items, unevaluatedItems, prefixItems = [], contains } = schema;
  const isAll = items !== undefined || unevaluatedItems !== undefined;
  return isAll || index < prefixItems.length || (contains !== undefined && holdsInside(contains));
}
