import { isMap, type Json, type JsonMap, printJson } from "../json.ts";
import { childPointer } from "../location.ts";
import { isEmpty, itemsOf, type PlainObject, plainMembers, plainObject, textAt } from "./plain.ts";
import { nothing, schemaOfValues, shownValue } from "./plain-value.ts";
import type { ReferredSchemas } from "./referred-schemas.ts";

/**
 * A Schema Object as openapi-typescript understands it: each schema says one thing (a reference, a list of values,
 * one type, one union), and one that says several is an `allOf` of these. What decides no type is left out.
 */
export function plainSchema(schemas: ReferredSchemas, value: Json | undefined): PlainObject {
  if (value === false) return nothing;
  if (!isMap(value)) return {};
  const reference = textAt(value, "$ref") ?? textAt(value, "$dynamicRef");
  const referred = reference === undefined ? [] : [plainReference(schemas, reference)];
  // Before 3.1 a Reference Object is nothing but its `$ref` (OpenAPI 3.0, section 4.7.23).
  const isAlone = referred.length > 0 && schemas.isBefore31;
  const parts = isAlone ? referred : [...referred, ...partsOf(schemas, value)];
  return plainObject([...Object.entries(conjunction(parts)), ...notesOf(value)]);
}

function plainReference(schemas: ReferredSchemas, reference: string): PlainObject {
  const key = schemas.keyOfSchema(reference);
  return key === undefined ? {} : { $ref: `#${childPointer("/components/schemas", encodeURIComponent(key))}` };
}

function partsOf(schemas: ReferredSchemas, schema: JsonMap): readonly PlainObject[] {
  const all = itemsOf(schema.get("allOf")).map((part) => plainSchema(schemas, part));
  const unions = ["anyOf", "oneOf"].flatMap((keyword) => {
    const branches = itemsOf(schema.get(keyword));
    return branches.length === 0 ? [] : [union(branches.map((branch) => plainBranch(schemas, schema, branch)))];
  });
  return [ownPart(schemas, schema), ...all, ...unions];
}

/** Several conditions at once; a condition that every value meets goes without saying. */
function conjunction(parts: readonly PlainObject[]): PlainObject {
  const telling = parts.filter((part) => !isEmpty(part));
  const [only] = telling;
  if (only === undefined) return {};
  return telling.length === 1 ? only : { allOf: telling };
}

function union(branches: readonly PlainObject[]): PlainObject {
  const [only] = branches;
  return only !== undefined && branches.length === 1 ? only : { anyOf: branches };
}

/** A branch of a union, with the value by which a discriminator tells it (OpenAPI 3.1, section 4.8.25). */
function plainBranch(schemas: ReferredSchemas, schema: JsonMap, branch: Json): PlainObject {
  const made = plainSchema(schemas, branch);
  const discriminator = schema.get("discriminator");
  const property = textAt(discriminator, "propertyName");
  const reference = textAt(branch, "$ref");
  const key = reference === undefined ? undefined : schemas.keyOfSchema(reference);
  if (property === undefined || key === undefined || !isMap(discriminator)) return made;
  const mapping = discriminator.get("mapping");
  const target = (text: Json): string | undefined =>
    schemas.keyIn("schemas", `#/components/schemas/${String(text)}`) ?? schemas.keyIn("schemas", String(text));
  // In OpenAPI 3.2 a branch may also take the values that no other one has.
  if (target(discriminator.get("defaultMapping") ?? "") === key) return made;
  const mapped = isMap(mapping) ? [...mapping].filter(([, text]) => target(text) === key) : [];
  const values = mapped.length === 0 ? [key] : mapped.map(([value]) => value);
  const properties = plainObject([[property, { enum: values }]]);
  return { allOf: [made, { type: "object", properties, required: [property] }] };
}

/** What `type`, the keywords of the types, `enum` and `const` say. */
function ownPart(schemas: ReferredSchemas, schema: JsonMap): PlainObject {
  const types = typesOf(schemas, schema);
  const fixed = schema.get("const");
  const listed = schema.get("enum");
  if (fixed !== undefined || listed !== undefined) {
    const values = fixed === undefined ? itemsOf(listed) : [fixed];
    const nullValue = types?.includes("null") === true && !values.includes(null) ? [null] : [];
    return schemaOfValues([...values, ...nullValue]);
  }
  return types === undefined ? {} : union(types.map((type) => plainType(schemas, schema, type)));
}

/** The types that a schema allows, `null` among them where OpenAPI 3.0 says `nullable`; undefined for any. */
function typesOf({ isBefore31 }: ReferredSchemas, schema: JsonMap): readonly string[] | undefined {
  const type = schema.get("type");
  const types = (typeof type === "string" ? [type] : itemsOf(type)).filter((one) => typeof one === "string");
  if (types.length > 0) {
    const isNullable = isBefore31 && schema.get("nullable") === true;
    return [...new Set(isNullable ? [...types, "null"] : types)];
  }
  const isObject = ["properties", "required", "additionalProperties", "patternProperties"].some((keyword) => schema.has(keyword));
  if (isObject) return ["object"];
  return schema.has("items") || schema.has("prefixItems") ? ["array"] : undefined;
}

function plainType(schemas: ReferredSchemas, schema: JsonMap, type: string): PlainObject {
  switch (type) {
    case "string":
    case "number":
    case "integer":
    case "boolean":
    case "null":
      return { type };
    case "object":
      return plainObjectType(schemas, schema);
    case "array":
      return plainArrayType(schemas, schema);
    default:
      return {};
  }
}

function plainObjectType(schemas: ReferredSchemas, schema: JsonMap): PlainObject {
  const required = itemsOf(schema.get("required")).filter((name) => typeof name === "string");
  const described = plainMembers(schema.get("properties"), (property) => plainSchema(schemas, property));
  const others = required.filter((name) => !Object.hasOwn(described, name)).map((name) => [name, {}] as const);
  const properties = plainObject([...Object.entries(described), ...others]);
  const patterns = plainMembers(schema.get("patternProperties"), (property) => plainSchema(schemas, property));
  const rest = schema.get("additionalProperties");
  const isUntold = isEmpty(properties) && isEmpty(patterns) && rest === undefined;
  return plainObject([
    ["type", "object"],
    ["properties", isEmpty(properties) ? undefined : properties],
    ["required", required.length === 0 ? undefined : [...new Set(required)]],
    ["patternProperties", isEmpty(patterns) ? undefined : patterns],
    ["additionalProperties", isUntold ? true : restOf(schemas, rest)],
  ]);
}

function restOf(schemas: ReferredSchemas, rest: Json | undefined): PlainObject | boolean | undefined {
  if (rest === undefined || typeof rest === "boolean") return rest;
  const made = plainSchema(schemas, rest);
  return isEmpty(made) ? true : made;
}

/** A tuple has all of its items; a list that starts with certain items and may be shorter is one of any of them. */
function plainArrayType(schemas: ReferredSchemas, schema: JsonMap): PlainObject {
  const items = schema.get("items");
  const isOldTuple = Array.isArray(items);
  const prefix = itemsOf(schema.get(isOldTuple ? "items" : "prefixItems"));
  const rest = isOldTuple ? schema.get("additionalItems") : items;
  const first = prefix.map((item) => plainSchema(schemas, item));
  const minimum = schema.get("minItems");
  const isTuple = first.length > 0 && rest === false && typeof minimum === "number" && minimum >= first.length;
  if (isTuple) return { type: "array", prefixItems: first };
  const others = plainSchema(schemas, rest);
  const each = first.length === 0 ? [others] : [...first, ...(rest === false ? [] : [others])];
  return { type: "array", items: each.some(isEmpty) ? {} : union(each) };
}

/** What a comment says of a schema. */
function notesOf(schema: JsonMap): readonly (readonly [string, PlainObject[string] | undefined])[] {
  return [
    ["title", textAt(schema, "title")],
    ["description", textAt(schema, "description")],
    ["deprecated", schema.get("deprecated") === true ? true : undefined],
    ["default", shownValue(schema.get("default"), printJson)],
    ["format", textAt(schema, "format")],
  ];
}
