import type { SpecVersion } from "../../generator/load/document.ts";
import { awkwardTexts, awkwardWords } from "./awkward-words.ts";
import type { Draw } from "./draw.ts";

/** A schema as plain data. */
export type Schema = boolean | Fields;

/** An object of the spec as plain data. */
export interface Fields {
  readonly [name: string]: unknown;
}

/** What a schema may use. */
export interface Scope {
  readonly version: SpecVersion;
  /** The names of the components it may refer to. */
  readonly models: readonly string[];
  /** The names that properties have. */
  readonly words: readonly string[];
  /** Whether every constraint has the type that it is about beside it. */
  readonly isTyped?: boolean;
}

/** Whether a schema is of JSON Schema 2020-12, as it is since OpenAPI 3.1. */
export function isModern({ version }: Pick<Scope, "version">): boolean {
  return version === "3.1" || version === "3.2";
}

/** An object with own members only, `__proto__` among them. */
export function fieldsOf(entries: Iterable<readonly [string, unknown]>): Fields {
  return Object.fromEntries([...entries].filter(([, value]) => value !== undefined));
}

/** A reference to a component of the section for schemas. */
export function schemaReference(name: string, { version }: Pick<Scope, "version">): Fields {
  const section = version === "2.0" ? "definitions" : "components/schemas";
  const key = encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"));
  return { $ref: `#/${section}/${key}` };
}

type Make = (draw: Draw, scope: Scope, depth: number) => Fields;

/** A schema of any kind, nested two levels deep at most. */
export function randomSchema(draw: Draw, scope: Scope, depth = 0): Schema {
  if (isModern(scope) && draw.chance(0.03)) return draw.chance(0.8);
  const kinds = depth >= 2 ? leaves : [...leaves, ...nodes];
  const usable = kinds.filter(({ of }) => of === undefined || of(scope));
  const schema = draw.one(usable).make(draw, scope, depth);
  if ("$ref" in schema) return schema;
  return { ...nullable(draw, scope, schema), ...annotations(draw, scope) };
}

interface Kind {
  readonly make: Make;
  readonly of?: (scope: Scope) => boolean;
}

const inner = (draw: Draw, scope: Scope, depth: number): Schema => randomSchema(draw, scope, depth + 1);
const beforeUnions = ({ version }: Scope): boolean => version !== "2.0";

const stringFormats = "date date-time time uuid uri email byte binary password ipv4 duration regex x-own";

function text(draw: Draw): Fields {
  return fieldsOf([
    ["type", "string"],
    ["format", draw.chance(0.4) ? draw.one(stringFormats.split(" ")) : undefined],
    ["minLength", draw.chance(0.1) ? draw.upTo(2) : undefined],
    ["maxLength", draw.chance(0.1) ? 2 + draw.upTo(9) : undefined],
    ["pattern", draw.chance(0.1) ? draw.one(["^a+$", "[\\w/]*", "^(x|`|\\$\\{)*", "\\*\\/"]) : undefined],
  ]);
}

function number(draw: Draw, scope: Scope): Fields {
  const exclusive = draw.chance(0.5) ? (isModern(scope) ? -1 : true) : undefined;
  return fieldsOf([
    ["type", draw.one(["integer", "number"])],
    ["format", draw.chance(0.4) ? draw.one(["int32", "int64", "float", "double"]) : undefined],
    ["minimum", draw.chance(0.2) ? -draw.upTo(5) : undefined],
    ["exclusiveMinimum", draw.chance(0.1) ? exclusive : undefined],
    ["maximum", draw.chance(0.2) ? 1 + draw.upTo(1000) : undefined],
    ["multipleOf", draw.chance(0.1) ? draw.one([0.5, 1, 5]) : undefined],
  ]);
}

function list(draw: Draw, scope: Scope, depth: number): Fields {
  return fieldsOf([
    ["type", "array"],
    ["items", inner(draw, scope, depth)],
    ["minItems", draw.chance(0.1) ? draw.upTo(2) : undefined],
    ["maxItems", draw.chance(0.1) ? 2 + draw.upTo(2) : undefined],
    ["uniqueItems", draw.chance(0.1) ? true : undefined],
    ["contains", isModern(scope) && draw.chance(0.1) ? inner(draw, scope, depth) : undefined],
  ]);
}

function tuple(draw: Draw, scope: Scope, depth: number): Fields {
  const length = 1 + draw.upTo(2);
  return fieldsOf([
    ["type", "array"],
    ["prefixItems", Array.from({ length }, () => inner(draw, scope, depth))],
    ["items", draw.one([undefined, false, inner(draw, scope, depth)])],
    ["minItems", draw.one([undefined, 0, 1, length])],
    ["maxItems", draw.chance(0.2) ? length : undefined],
  ]);
}

function enumeration(draw: Draw): Fields {
  const texts = [...new Set(Array.from({ length: 1 + draw.upTo(3) }, () => draw.one(awkwardWords)))];
  const numbers = [...new Set(Array.from({ length: 1 + draw.upTo(2) }, () => draw.upTo(9) - 2))];
  const spoken = texts.map((_, index) => draw.one(["A", "b c", "delete", "__proto__"]) + index);
  return draw.one<Fields>([
    { type: "string", enum: texts },
    { type: "string", enum: texts, "x-enum-varnames": spoken, "x-enum-descriptions": texts },
    { enum: texts },
    { type: "integer", enum: numbers },
    { enum: [...texts, ...numbers, true] },
    { type: "string", enum: texts, "x-extensible-enum": texts },
  ]);
}

function constant(draw: Draw): Fields {
  const values = [
    null,
    true,
    0,
    -1.5,
    1e300,
    "a",
    "",
    "*/",
    [],
    [1, "a"],
    {},
    { a: 1 },
    JSON.parse('{"__proto__":1}'),
  ];
  return { const: draw.one<unknown>([...values, ...awkwardWords]) };
}

/** The names of some properties, with hardly any twin. */
function names(draw: Draw, { words }: Scope): readonly string[] {
  return [...new Set(Array.from({ length: draw.upTo(4) }, () => draw.one(words)))];
}

function object(draw: Draw, scope: Scope, depth: number): Fields {
  const known = names(draw, scope);
  const other = draw.chance(0.1) ? [draw.one(scope.words)] : [];
  const required = [...new Set([...draw.some(known, 0.4), ...other])];
  const more: [string, unknown][] = isModern(scope) ? modernObject(draw, scope, depth) : [];
  return fieldsOf([
    ["type", "object"],
    ["properties", fieldsOf(known.map((name) => [name, property(draw, scope, depth)]))],
    ["required", required.length > 0 ? required : undefined],
    ["additionalProperties", draw.chance(0.3) ? rest(draw, scope, depth) : undefined],
    ["minProperties", draw.chance(0.05) ? draw.upTo(1) : undefined],
    ...more,
  ]);
}

function rest(draw: Draw, scope: Scope, depth: number): Schema {
  return draw.chance(0.5) ? draw.chance(0.3) : inner(draw, scope, depth);
}

function modernObject(draw: Draw, scope: Scope, depth: number): [string, unknown][] {
  const pattern = draw.one(["^x-", "^[0-9]+$", ".", "_id$"]);
  const hasPattern = draw.chance(0.1);
  return [
    ["patternProperties", hasPattern ? { [pattern]: inner(draw, scope, depth) } : undefined],
    // A type cannot say that only some of the names have values of the pattern.
    ["additionalProperties", hasPattern && scope.isTyped === true ? false : undefined],
    ["unevaluatedProperties", draw.chance(0.1) ? rest(draw, scope, depth) : undefined],
    ["propertyNames", draw.chance(0.05) ? { enum: [...new Set(["a", ...names(draw, scope)])] } : undefined],
    ["dependentRequired", draw.chance(0.05) ? { [draw.one(scope.words)]: names(draw, scope) } : undefined],
    [
      "dependentSchemas",
      draw.chance(0.05) ? { [draw.one(scope.words)]: inner(draw, scope, depth) } : undefined,
    ],
  ];
}

/** A schema that may travel one way only. */
function property(draw: Draw, scope: Scope, depth: number): Schema {
  const schema = inner(draw, scope, depth);
  if (typeof schema === "boolean" || !draw.chance(0.15)) return schema;
  const way = draw.one(scope.version === "2.0" ? ["readOnly"] : ["readOnly", "writeOnly"]);
  return "$ref" in schema && !isModern(scope) ? { allOf: [schema], [way]: true } : { ...schema, [way]: true };
}

function map(draw: Draw, scope: Scope, depth: number): Fields {
  return { type: "object", additionalProperties: inner(draw, scope, depth) };
}

function reference(draw: Draw, scope: Scope): Fields {
  const found = schemaReference(draw.one(scope.models), scope);
  return isModern(scope) && draw.chance(0.2) ? { ...found, ...annotations(draw, scope) } : found;
}

function several(draw: Draw, scope: Scope, depth: number): readonly Schema[] {
  return Array.from({ length: 1 + draw.upTo(2) }, () => inner(draw, scope, depth));
}

function choice(draw: Draw, scope: Scope, depth: number): Fields {
  const beside = draw.chance(0.2) ? object(draw, scope, depth) : {};
  return { [draw.one(["oneOf", "anyOf"])]: several(draw, scope, depth), ...beside };
}

function intersection(draw: Draw, scope: Scope, depth: number): Fields {
  const beside = draw.chance(0.3) ? object(draw, scope, depth) : {};
  return { allOf: several(draw, scope, depth), ...beside };
}

function denial(draw: Draw, scope: Scope, depth: number): Fields {
  return { not: inner(draw, scope, depth), ...(draw.chance(0.5) ? text(draw) : {}) };
}

function condition(draw: Draw, scope: Scope, depth: number): Fields {
  return fieldsOf([
    ["if", inner(draw, scope, depth)],
    ["then", draw.chance(0.7) ? inner(draw, scope, depth) : undefined],
    ["else", draw.chance(0.5) ? inner(draw, scope, depth) : undefined],
  ]);
}

function severalTypes(draw: Draw): Fields {
  return { type: [...new Set([draw.one(["string", "integer"]), draw.one(["boolean", "object", "array"])])] };
}

const leaves: readonly Kind[] = [
  { make: text },
  { make: number },
  { make: () => ({ type: "boolean" }) },
  { make: enumeration },
  { make: (draw) => draw.one<Fields>([{}, { type: "object" }]) },
  {
    make: (draw) => draw.one<Fields>([{ minLength: 1 }, { required: ["a"] }]),
    of: ({ isTyped }) => isTyped !== true,
  },
  { make: reference, of: ({ models }) => models.length > 0 },
  { make: reference, of: ({ models }) => models.length > 0 },
  { make: constant, of: isModern },
  { make: severalTypes, of: isModern },
  { make: () => ({ type: "null" }), of: isModern },
];

const nodes: readonly Kind[] = [
  { make: object },
  { make: object },
  { make: object },
  { make: list },
  { make: map },
  { make: intersection },
  { make: choice, of: beforeUnions },
  { make: choice, of: beforeUnions },
  { make: denial, of: beforeUnions },
  { make: tuple, of: isModern },
  { make: condition, of: isModern },
];

/** Each way to write that a value may be null. */
function nullable(draw: Draw, scope: Scope, schema: Fields): Fields {
  if (!draw.chance(0.15)) return schema;
  const { type, enum: values } = schema;
  if (scope.version === "2.0") return { ...schema, "x-nullable": true };
  if (scope.version === "3.0") {
    return { ...schema, nullable: true, ...(Array.isArray(values) ? { enum: [...values, null] } : {}) };
  }
  if (draw.chance(0.5)) return { [draw.one(["oneOf", "anyOf"])]: [schema, { type: "null" }] };
  return typeof type === "string" && type !== "null" ? { ...schema, type: [type, "null"] } : schema;
}

/** What says nothing about values. */
export function annotations(draw: Draw, scope: Scope): Fields {
  const sometimes = (value: unknown, often = 0.1): unknown => (draw.chance(often) ? value : undefined);
  return fieldsOf([
    ["title", sometimes(draw.one([...awkwardTexts, ...awkwardWords]), 0.05)],
    ["description", sometimes(draw.one(awkwardTexts))],
    ["default", sometimes(anyValue(draw), 0.07)],
    ["example", sometimes(anyValue(draw), 0.05)],
    ["examples", isModern(scope) ? sometimes([anyValue(draw)], 0.05) : undefined],
    ["deprecated", scope.version === "2.0" ? undefined : sometimes(true, 0.05)],
    ["externalDocs", sometimes({ url: "https://a.example/*/", description: draw.one(awkwardTexts) }, 0.02)],
    ["x-own", sometimes(anyValue(draw), 0.03)],
  ]);
}

/** Some value, of one or two levels. */
export function anyValue(draw: Draw, depth = 0): unknown {
  if (depth < 2 && draw.chance(0.2))
    return Array.from({ length: draw.upTo(2) }, () => anyValue(draw, depth + 1));
  if (depth < 2 && draw.chance(0.2)) {
    const keys = Array.from({ length: draw.upTo(2) }, () => draw.one(awkwardWords));
    return fieldsOf(keys.map((key) => [key, anyValue(draw, depth + 1)]));
  }
  return draw.one<unknown>([
    null,
    true,
    false,
    0,
    -1.5,
    9007199254740991,
    1e21,
    "",
    ...awkwardTexts,
    ...awkwardWords,
  ]);
}
