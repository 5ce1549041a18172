import { isMap, type Json, type JsonMap, printJson } from "../json.ts";
import { tagOf } from "./branch-tag.ts";
import { isTelling, itemsOf, noteText, type PlainObject, plainObject, textAt } from "./plain.ts";
import { isUntoldObject, plainArray, plainObjectType, type TurnSchema } from "./plain-containers.ts";
import { nothing, schemaOfValues, shownValue } from "./plain-value.ts";
import { componentReference, type ReferredSchemas } from "./referred-schemas.ts";

/**
 * A Schema Object as openapi-typescript understands it: each schema says one thing (a reference, a list of values,
 * one type, one union), and one that says several is an `allOf` of these. What decides no type is left out.
 *
 * @param around schemas that hold for the same values
 */
export function plainSchema(
  schemas: ReferredSchemas,
  value: Json | undefined,
  around: readonly Json[] = [],
): PlainObject {
  if (value === false) return nothing;
  if (!isMap(value)) return {};
  const reference = textAt(value, "$ref") ?? textAt(value, "$dynamicRef");
  const referred = reference === undefined ? [] : [plainReference(schemas, reference)];
  // Before 3.1 a Reference Object is nothing but its `$ref` (OpenAPI 3.0, section 4.7.23).
  const isAlone = referred.length > 0 && schemas.isBefore31;
  const parts = isAlone ? referred : [...referred, ...partsOf(schemas, value, [value, ...around])];
  const whole = conjunction(parts);
  const made = isNullableWhole(schemas, value) ? union([whole, { type: "null" }]) : whole;
  return plainObject([...Object.entries(made), ...notesOf(value)]);
}

/** OpenAPI 3.0 ties `nullable` to `type`; who writes it beside a list of schemas means null or one of these. */
function isNullableWhole({ isBefore31 }: ReferredSchemas, schema: JsonMap): boolean {
  if (!isBefore31 || schema.get("nullable") !== true || schema.has("$ref")) return false;
  return ["allOf", "oneOf", "anyOf"].some((keyword) => itemsOf(schema.get(keyword)).length > 0);
}

function plainReference(schemas: ReferredSchemas, reference: string): PlainObject {
  const key = schemas.keyOfSchema(reference);
  return key === undefined ? {} : { $ref: componentReference("schemas", key) };
}

function partsOf(schemas: ReferredSchemas, schema: JsonMap, around: readonly Json[]): readonly PlainObject[] {
  const all = itemsOf(schema.get("allOf")).map((part) => plainSchema(schemas, part, around));
  const unions = ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches = itemsOf(schema.get(keyword)).map((branch) =>
      conjunction([plainSchema(schemas, branch, around), tagOf(schemas, schema, branch)]),
    );
    return branches.length === 0 ? [] : [union(branches)];
  });
  return [ownPart(schemas, schema, around), ...all, ...unions];
}

/** Several conditions at once. What goes without saying is left out: that anything will do, that it is an object. */
function conjunction(parts: readonly PlainObject[]): PlainObject {
  const telling = parts.filter(isTelling);
  const special = telling.filter((part) => !isUntoldObject(part));
  const [only, ...others] = special.length === 0 ? telling.slice(0, 1) : special;
  if (only === undefined) return {};
  return others.length === 0 ? only : { allOf: special };
}

function union(branches: readonly PlainObject[]): PlainObject {
  const [only] = branches;
  return only !== undefined && branches.length === 1 ? only : { anyOf: branches };
}

/** What `type`, the keywords of the types, `enum` and `const` say. */
function ownPart(schemas: ReferredSchemas, schema: JsonMap, around: readonly Json[]): PlainObject {
  const types = typesOf(schemas, schema);
  const fixed = schema.get("const");
  const listed = schema.get("enum");
  if (fixed !== undefined || listed !== undefined) {
    const values = fixed === undefined ? itemsOf(listed) : [fixed];
    // Since 3.1 a list has to have a null of its own for there to be one.
    const isNullable = schemas.isBefore31 && types?.includes("null") === true && !values.includes(null);
    const withNull = isNullable ? [...values, null] : values;
    return plainObject([...typeNote(types), ...Object.entries(schemaOfValues(withNull))]);
  }
  if (types === undefined) return {};
  const turn: TurnSchema = (inner) => plainSchema(schemas, inner);
  return union(types.map((type) => plainType(schemas, schema, type, around, turn)));
}

/** The one type that values have, for their comment; for objects and lists the word would mean something else. */
function typeNote(types: readonly string[] = []): readonly (readonly [string, string])[] {
  const [type = ""] = types;
  return types.length === 1 && scalars.has(type) ? [["type", type]] : [];
}

const scalars: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean"]);

/** The types that a schema allows, `null` among them where OpenAPI 3.0 says `nullable`; undefined for any. */
function typesOf({ isBefore31 }: ReferredSchemas, schema: JsonMap): readonly string[] | undefined {
  const type = schema.get("type");
  const types = (typeof type === "string" ? [type] : itemsOf(type)).filter((one) => typeof one === "string");
  if (types.length > 0) {
    const isNullable = isBefore31 && schema.get("nullable") === true;
    return [...new Set(isNullable ? [...types, "null"] : types)];
  }
  const speaksOf = (...keywords: readonly string[]): boolean => keywords.some((one) => schema.has(one));
  if (speaksOf("properties", "required", "additionalProperties", "patternProperties")) return ["object"];
  return speaksOf("items", "prefixItems") ? ["array"] : undefined;
}

function plainType(
  schemas: ReferredSchemas,
  schema: JsonMap,
  type: string,
  around: readonly Json[],
  turn: TurnSchema,
): PlainObject {
  if (type === "object") return plainObjectType(schemas, schema, around, turn);
  if (type === "array") return plainArray(schema, turn);
  return type === "null" || scalars.has(type) ? { type } : {};
}

/** What a comment says of a schema. */
function notesOf(schema: JsonMap): readonly (readonly [string, PlainObject[string] | undefined])[] {
  return [
    ["title", noteText(textAt(schema, "title"))],
    ["description", noteText(textAt(schema, "description"))],
    ["deprecated", schema.get("deprecated") === true ? true : undefined],
    ["default", shownValue(schema.get("default"), printJson)],
    ["format", noteText(textAt(schema, "format"))],
  ];
}
