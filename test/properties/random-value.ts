import type { Draw } from "./draw.ts";
import { type Fields, fieldsOf, type Schema } from "./random-schema.ts";

/** What is known of the schemas around one. */
export interface Shelf {
  /** Those that a `$ref` may name, by their names. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

const deepest = 6;
const nothing = Symbol("no value");
type Maybe = unknown;

/** A value that most likely is one of the schema; undefined if there is none to be thought of. */
export function valueOf(draw: Draw, schema: Schema, shelf: Shelf): { readonly value: unknown } | undefined {
  const value = fitting(draw, schema, shelf, 0);
  return value === nothing ? undefined : { value };
}

/** The name of the schema that a reference leads to. */
export function referredName(schema: Fields): string | undefined {
  const reference = schema["$ref"];
  return typeof reference === "string" ? decodeURIComponent(reference.split("/").at(-1) ?? "") : undefined;
}

/** The schemas in a keyword that lists some. */
export function listIn(schema: Fields, keyword: string): readonly Schema[] {
  const found = schema[keyword];
  return Array.isArray(found) ? (found as readonly Schema[]) : [];
}

/** The schemas in a keyword that maps names to some. */
export function mapIn(schema: Fields, keyword: string): readonly (readonly [string, Schema])[] {
  const found = schema[keyword];
  return typeof found === "object" && found !== null ? Object.entries(found as Record<string, Schema>) : [];
}

/** The types that a schema names. */
export function typesOf(schema: Fields): readonly string[] {
  const { type } = schema;
  return typeof type === "string" ? [type] : Array.isArray(type) ? (type as readonly string[]) : [];
}

function fitting(draw: Draw, schema: Schema, shelf: Shelf, depth: number): Maybe {
  if (typeof schema === "boolean") return schema ? anything(draw) : nothing;
  if (depth > deepest) return nothing;
  const name = referredName(schema);
  if (name !== undefined) return fitting(draw, shelf.schemas[name] ?? true, shelf, depth + 1);
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return draw.one(schema["enum"] as readonly unknown[]);
  const parts = partsOf(draw, schema);
  if (parts.length === 0) return ofType(draw, schema, shelf, depth);
  const own = typesOf(schema).length > 0 ? [ofType(draw, schema, shelf, depth)] : [];
  return together([...own, ...parts.map((part) => fitting(draw, part, shelf, depth + 1))]);
}

/** The schemas beside a schema that a value has to be of as well. */
function partsOf(draw: Draw, schema: Fields): readonly Schema[] {
  const unions = ["oneOf", "anyOf"]
    .map((keyword) => listIn(schema, keyword))
    .filter((found) => found.length > 0);
  return [...listIn(schema, "allOf"), ...unions.map((branches) => draw.one(branches))];
}

/** Objects become one; of other values the first has to do for all. */
function together(values: readonly unknown[]): Maybe {
  if (values.includes(nothing)) return nothing;
  const objects = values.filter(isObject);
  return objects.length === values.length
    ? Object.assign({}, ...objects)
    : values.find((value) => !isObject(value));
}

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function ofType(draw: Draw, schema: Fields, shelf: Shelf, depth: number): Maybe {
  const types = typesOf(schema);
  switch (types.length === 0 ? "any" : draw.one(types)) {
    case "null":
      return null;
    case "boolean":
      return draw.chance(0.5);
    case "integer":
      return schema["multipleOf"] === 5 ? 5 : draw.one([1, 2, 0, -1, 7]);
    case "number":
      return schema["multipleOf"] === undefined ? draw.one([1, 1.5, 0, -2.25]) : 5;
    case "string":
      return text(draw, schema);
    case "array":
      return list(draw, schema, shelf, depth);
    case "object":
      return object(draw, schema, shelf, depth);
    default:
      return anything(draw);
  }
}

/** Some value; a member that nothing describes would be one too many for a compiler. */
function anything(draw: Draw): unknown {
  return draw.one<unknown>([null, true, 0, -1.5, "", "x", [], {}, [1, "x"]]);
}

const texts: Readonly<Record<string, string>> = {
  date: "2024-02-29",
  "date-time": "2024-02-29T12:00:00Z",
  time: "12:00:00Z",
  uuid: "5d1c8a7e-3b62-4f0d-9a51-c2e7f4b80a13",
  uri: "https://a.example/b",
  email: "a@example.com",
  ipv4: "127.0.0.1",
  duration: "P1D",
  byte: "YQ==",
};

function text(draw: Draw, { format, pattern }: Fields): string {
  if (pattern === "\\*\\/") return "*/";
  return texts[String(format)] ?? draw.one(["a", "aa", "aaa", ""]);
}

function list(draw: Draw, schema: Fields, shelf: Shelf, depth: number): Maybe {
  const prefix = listIn(schema, "prefixItems");
  const { items = true, minItems = 0 } = schema;
  const more = items === false ? 0 : draw.upTo(2);
  const length = Math.max(
    Number(minItems),
    draw.chance(0.7) ? prefix.length + more : draw.upTo(prefix.length),
  );
  const values = Array.from({ length }, (_, index) =>
    fitting(draw, prefix[index] ?? (items as Schema), shelf, depth + 1),
  );
  return values.includes(nothing) ? (Number(minItems) > 0 ? nothing : []) : values;
}

// A name for each pattern of the random schemas.
const matching: Readonly<Record<string, string>> = {
  "^x-": "x-1",
  "^[0-9]+$": "77",
  ".": "any",
  _id$: "a_id",
};

function object(draw: Draw, schema: Fields, shelf: Shelf, depth: number): Maybe {
  const properties = mapIn(schema, "properties");
  const { required = [], additionalProperties } = schema;
  const needed = new Set(required as readonly string[]);
  const named = new Map(properties);
  const extra =
    typeof additionalProperties === "object" || additionalProperties === true ? ["more", "other"] : [];
  const rest = (additionalProperties ?? true) as Schema;
  const entries: [string, unknown][] = [];
  for (const [name, inner] of properties) {
    if (!needed.has(name) && (depth > 3 || draw.chance(0.4))) continue;
    const value = fitting(draw, inner, shelf, depth + 1);
    if (value !== nothing) entries.push([name, value]);
    else if (needed.has(name)) return nothing;
  }
  for (const name of [...needed].filter((one) => !named.has(one)))
    entries.push([name, fitting(draw, rest, shelf, depth + 1)]);
  for (const name of draw.some(extra).filter((one) => !named.has(one)))
    entries.push([name, fitting(draw, rest, shelf, depth + 1)]);
  for (const [pattern, inner] of mapIn(schema, "patternProperties")) {
    if (draw.chance(0.5)) entries.push([matching[pattern] ?? "x", fitting(draw, inner, shelf, depth + 1)]);
  }
  return fieldsOf(entries.filter(([, value]) => value !== nothing));
}
