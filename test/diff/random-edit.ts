import type { Draw } from "../properties/draw.ts";
import type { Fields, Schema } from "../properties/random-schema.ts";
import { isObject } from "../properties/random-value.ts";

/** A schema with one thing in it changed, somewhere. */
export function edited(draw: Draw, schema: Schema, depth = 0): Schema {
  if (!isObject(schema)) return schema ? { type: "string" } : true;
  const inner = Object.entries(schema).flatMap(([key, value]) => innerEdits(draw, schema, key, value, depth));
  if (depth < 4 && inner.length > 0 && draw.chance(0.6)) return draw.one(inner)();
  const edits = editsOf(draw, schema);
  return edits.length === 0 ? { anyOf: [schema, { type: "null" }] } : draw.one(edits)();
}

type Edit = () => Fields;

const single = new Set(["items", "additionalProperties", "not", "contains", "propertyNames"]);
const lists = new Set(["oneOf", "anyOf", "allOf", "prefixItems"]);

/** Edits of the schemas inside a schema. */
function innerEdits(draw: Draw, schema: Fields, key: string, value: unknown, depth: number): readonly Edit[] {
  const inside = (inner: unknown): Schema => edited(draw, inner as Schema, depth + 1);
  if (single.has(key) && isObject(value)) return [() => ({ ...schema, [key]: inside(value) })];
  if (lists.has(key) && Array.isArray(value))
    return value.map((each, index) => () => ({ ...schema, [key]: value.with(index, inside(each)) }));
  if (key !== "properties" || !isObject(value)) return [];
  return Object.entries(value).map(([name, each]) => () => ({
    ...schema,
    properties: { ...value, [name]: inside(each) },
  }));
}

const numbers = [
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "multipleOf",
  "minProperties",
];

function editsOf(draw: Draw, schema: Fields): readonly Edit[] {
  const edits: Edit[] = [];
  const { type, enum: values, required, properties } = schema;
  for (const key of numbers) {
    const value = schema[key];
    if (typeof value !== "number") continue;
    edits.push(() => ({ ...schema, [key]: value + draw.one([1, 2]) }));
    edits.push(() => without(schema, key));
  }
  for (const key of ["pattern", "format", "uniqueItems", "additionalProperties", "not", "contains"])
    if (key in schema) edits.push(() => without(schema, key));
  if (type === "string")
    edits.push(
      () => ({ ...schema, maxLength: draw.upTo(6) }),
      () => ({ ...schema, type: "integer" }),
    );
  if (type === "integer")
    edits.push(
      () => ({ ...schema, type: "number" }),
      () => ({ ...schema, minimum: draw.upTo(9) }),
    );
  if (type === "array") edits.push(() => ({ ...schema, minItems: draw.upTo(3) }));
  if (type === "object") edits.push(() => ({ ...schema, additionalProperties: false }));
  if (Array.isArray(values)) {
    edits.push(() => ({ ...schema, enum: [...(values as readonly unknown[]), "brand new"] }));
    if (values.length > 1) edits.push(() => ({ ...schema, enum: values.slice(1) }));
  }
  if (isObject(properties)) {
    const names = Object.keys(properties);
    const own = Array.isArray(required) ? (required as readonly string[]) : [];
    for (const name of names) {
      edits.push(() => ({ ...schema, properties: without(properties, name) }));
      edits.push(() => ({
        ...schema,
        required: own.includes(name) ? own.filter((each) => each !== name) : [...own, name],
      }));
    }
    edits.push(() => ({ ...schema, properties: { ...properties, brandNew: { type: "string" } } }));
  }
  for (const key of ["oneOf", "anyOf", "allOf"]) {
    const branches = schema[key];
    if (!Array.isArray(branches)) continue;
    if (branches.length > 1) edits.push(() => ({ ...schema, [key]: branches.slice(1) }));
    edits.push(() => ({ ...schema, [key]: [...(branches as readonly unknown[]), { type: "boolean" }] }));
  }
  return edits;
}

function without(fields: Fields, key: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
}
