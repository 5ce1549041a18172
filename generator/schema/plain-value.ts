import { isList, isMap, type Json } from "../json.ts";
import { noteText, type Plain, type PlainObject, plainMembers } from "./plain.ts";

/** A schema that no value fits. */
export const nothing: PlainObject = { enum: [] };

/** A schema that just these values fit. */
export function schemaOfValues(values: readonly Json[]): PlainObject {
  const scalars = values.filter(isScalar);
  const others = values.filter((value) => !isScalar(value)).map(schemaOfValue);
  const listed: readonly PlainObject[] = scalars.length === 0 ? [] : [{ enum: scalars }];
  const [only, ...more] = [...listed, ...others];
  if (only === undefined) return nothing;
  return more.length === 0 ? only : { anyOf: [only, ...more] };
}

function schemaOfValue(value: Json): PlainObject {
  if (isList(value)) return { type: "array", prefixItems: value.map(schemaOfValue) };
  if (isMap(value)) {
    const properties = plainMembers(value, schemaOfValue);
    return { type: "object", properties, required: [...value.keys()], additionalProperties: false };
  }
  return isScalar(value) ? { enum: [value] } : { type: "number" };
}

/** Whether a type can have the value as a literal; digits that a number cannot hold make none. */
function isScalar(value: Json): value is null | boolean | number | string {
  if (typeof value === "number") return Number.isFinite(value);
  return value === null || typeof value === "boolean" || typeof value === "string";
}

/** A value as a comment shows it. */
export function shownValue(value: Json | undefined, print: (value: Json) => string): Plain | undefined {
  if (value === undefined || (isScalar(value) && typeof value !== "string")) return value;
  return noteText(typeof value === "string" ? value : print(value));
}
