import { describe, expect, it } from "vitest";
import { bare, printed, shapeOf } from "../builders/spec-texts.ts";

/** Schemas in flow style, each with the shape that it has. */
type Rows = readonly (readonly [schema: string, shape: object])[];

function itBuilds(rows: Rows, version?: string): void {
  it.each(rows)("%s", (schema, shape) => {
    expect(bare(shapeOf(schema, version))).toEqual(shape);
  });
}

const any = { kind: "any" };
const never = { kind: "never" };
const string = { kind: "string" };
const integer = { kind: "number", integer: true };
const implied = true;

describe("whatever says nothing holds every value", () => {
  itBuilds([
    ["true", any],
    ["{}", any],
    ["{ title: A }", { ...any, notes: { title: "A" } }],
    ["5", any],
    ["[1]", any],
    ["{ type: nonsense }", any],
    ["{ type: [] }", any],
    ["{ allOf: [] }", any],
    ["{ not: 5 }", any],
    ["{ if: 5, then: {} }", any],
    ["{ then: {}, else: {} }", any],
    ["{ items: 5 }", { kind: "list", implied }],
    ["{ $ref: 5 }", any],
    ["{ $ref: '#/nowhere' }", any],
    ["{ $comment: x, $defs: { B: {} } }", any],
    ["false", never],
  ]);
});

describe("types", () => {
  itBuilds([
    ["{ type: 'null' }", { kind: "null" }],
    ["{ type: boolean }", { kind: "boolean" }],
    ["{ type: string }", string],
    ["{ type: number }", { kind: "number", integer: false }],
    ["{ type: integer }", integer],
    ["{ type: array }", { kind: "list" }],
    ["{ type: object }", { kind: "object", properties: [] }],
    ["{ type: [string] }", string],
    [
      "{ type: [string, 'null', string], maxLength: 3 }",
      { kind: "union", mode: "any", branches: [{ ...string, maxLength: 3 }, { kind: "null" }] },
    ],
    [
      "{ type: [array, object], items: { type: string }, minProperties: 1 }",
      {
        kind: "union",
        mode: "any",
        branches: [
          { kind: "list", items: string },
          { kind: "object", properties: [], minProperties: 1 },
        ],
      },
    ],
  ]);
});

describe("strings", () => {
  itBuilds([
    [
      "{ type: string, format: date, minLength: 1, maxLength: 2, pattern: ^a }",
      { ...string, format: "date", minLength: 1, maxLength: 2, pattern: "^a" },
    ],
    [
      "{ type: string, contentEncoding: base64, contentMediaType: image/png, contentSchema: { type: integer } }",
      { ...string, encoding: "base64", mediaType: "image/png", content: integer },
    ],
  ]);
});

describe("numbers", () => {
  itBuilds([
    [
      "{ type: integer, format: int64, minimum: 1, maximum: 2, exclusiveMinimum: 3, exclusiveMaximum: 4, multipleOf: 5 }",
      {
        ...integer,
        format: "int64",
        minimum: 1,
        maximum: 2,
        exclusiveMinimum: 3,
        exclusiveMaximum: 4,
        multipleOf: 5,
      },
    ],
    ["{ type: integer, maximum: 9223372036854775807 }", { ...integer, maximum: 9223372036854775807n }],
    ["{ type: number, minimum: one }", { kind: "number", integer: false }],
  ]);
});

describe("lists", () => {
  itBuilds([
    [
      "{ type: array, prefixItems: [true, { type: string }], items: false, minItems: 1, maxItems: 2, uniqueItems: true }",
      { kind: "list", prefix: [any, string], items: never, minItems: 1, maxItems: 2, unique: true },
    ],
    [
      "{ type: array, contains: { type: string }, minContains: 1, maxContains: 2, unevaluatedItems: false }",
      { kind: "list", contains: string, minContains: 1, maxContains: 2, unevaluated: never },
    ],
    ["{ type: array, uniqueItems: false }", { kind: "list" }],
    [
      "{ type: array, items: [{ type: string }], additionalItems: { type: integer } }",
      { kind: "list", prefix: [string], items: integer },
    ],
  ]);
});

describe("objects", () => {
  const property = (name: string, shape: object, required = false): object => ({ name, required, shape });
  itBuilds([
    [
      "{ type: object, required: [b, z, b], properties: { b: { type: string }, a: 5, 1: true } }",
      {
        kind: "object",
        properties: [property("b", string, true), property("a", any), property("1", any)],
        alsoRequired: ["z"],
      },
    ],
    [
      "{ type: object, patternProperties: { ^x: { type: string } }, additionalProperties: false, propertyNames: { maxLength: 3 } }",
      {
        kind: "object",
        properties: [],
        patterns: [{ pattern: "^x", shape: string }],
        rest: never,
        names: { ...string, implied, maxLength: 3 },
      },
    ],
    [
      "{ type: object, minProperties: 1, maxProperties: 2, unevaluatedProperties: { type: string } }",
      { kind: "object", properties: [], minProperties: 1, maxProperties: 2, unevaluated: string },
    ],
    [
      "{ type: object, dependentRequired: { a: [b, 1] }, dependentSchemas: { c: { required: [d] } } }",
      {
        kind: "object",
        properties: [],
        dependentRequired: [{ name: "a", requires: ["b"] }],
        dependentShapes: [
          { name: "c", shape: { kind: "object", implied, properties: [], alsoRequired: ["d"] } },
        ],
      },
    ],
  ]);

  it("has properties of any name", () => {
    const shape = shapeOf("{ type: object, properties: { __proto__: {}, constructor: {}, '': {} } }");
    expect(bare(shape)).toEqual({
      kind: "object",
      properties: [property("__proto__", any), property("constructor", any), property("", any)],
    });
  });
});

describe("conditions without a type hold for values of their kind only", () => {
  itBuilds([
    ["{ maxLength: 3 }", { ...string, implied, maxLength: 3 }],
    ["{ minimum: 3 }", { kind: "number", integer: false, implied, minimum: 3 }],
    ["{ format: int64 }", { kind: "number", integer: false, implied, format: "int64" }],
    ["{ format: date }", { ...string, implied, format: "date" }],
    ["{ format: date, minimum: 3 }", { kind: "number", integer: false, implied, format: "date", minimum: 3 }],
    [
      "{ maxItems: 1, maxLength: 1 }",
      {
        kind: "all",
        parts: [
          { ...string, implied, maxLength: 1 },
          { kind: "list", implied, maxItems: 1 },
        ],
      },
    ],
  ]);
});

describe("listed values", () => {
  const choice = (...values: unknown[]): object => ({
    kind: "choice",
    values: values.map((value) => ({ value })),
  });
  itBuilds([
    ["{ const: 1 }", choice(1)],
    ["{ const: null }", choice(null)],
    ["{ const: { a: [1] } }", choice({ a: [1] })],
    ["{ enum: [a, 1, null, true, [1], { b: 2 }] }", choice("a", 1, null, true, [1], { b: 2 })],
    ["{ enum: [] }", choice()],
    ["{ enum: a, type: string }", string],
    ["{ type: string, enum: [a], maxLength: 2 }", { ...choice("a"), within: { ...string, maxLength: 2 } }],
    [
      "{ type: string, enum: [a, b], const: a }",
      { ...choice("a"), within: { ...choice("a", "b"), within: string } },
    ],
    [
      "{ type: string, x-extensible-enum: [a, b] }",
      { ...choice("a", "b"), within: string, extensible: true },
    ],
    ["{ enum: [a, b], x-extensible-enum: true }", { ...choice("a", "b"), extensible: true }],
    ["{ enum: [a, b], x-extensible-enum: false }", choice("a", "b")],
    [
      "{ enum: [a, 1, c], x-enum-varnames: [A, 2], x-enum-descriptions: { 1: One. } }",
      {
        kind: "choice",
        values: [{ value: "a", name: "A" }, { value: 1, description: "One." }, { value: "c" }],
      },
    ],
    [
      "{ enum: [a, b], x-enum-descriptions: [An a., 5] }",
      { kind: "choice", values: [{ value: "a", description: "An a." }, { value: "b" }] },
    ],
  ]);
});

describe("schemas inside a schema", () => {
  const one = { kind: "union", mode: "one", branches: [string, integer] };
  itBuilds([
    ["{ oneOf: [{ type: string }, { type: integer }] }", one],
    ["{ anyOf: [{ type: string }, { type: integer }] }", { ...one, mode: "any" }],
    ["{ not: { type: string } }", { kind: "not", shape: string }],
    ["{ not: false }", { kind: "not", shape: never }],
    ["{ if: true, then: 5 }", { kind: "conditional", condition: any }],
    ["{ allOf: [{ type: string }, { type: integer }] }", { kind: "all", parts: [string, integer] }],
    ["{ allOf: [{ type: string }], title: A }", { ...string, notes: { title: "A" } }],
    [
      "{ title: A, allOf: [{ type: string, title: B }] }",
      { kind: "all", parts: [{ ...string, notes: { title: "B" } }], notes: { title: "A" } },
    ],
  ]);

  it("hold under a condition", () => {
    const shape = shapeOf("{ if: true, then: { type: string }, else: false }");
    expect(printed(bare(shape))).toBe(
      '{"kind": "conditional","condition": {"kind": "any"},"then": {"kind": "string"},"otherwise": {"kind": "never"}}',
    );
  });

  it("hold together, in the order in which they are written", () => {
    const schema =
      "{ title: A, not: { const: 2 }, allOf: [true, { const: 1 }], maxLength: 3, if: {}, anyOf: [{}], oneOf: [{}] }";
    const shape = shapeOf(schema);
    expect(shape.kind === "all" && shape.parts.map(({ kind }) => kind)).toEqual([
      "not",
      "any",
      "choice",
      "string",
      "conditional",
      "union",
      "union",
    ]);
    const turned = shapeOf("{ maxLength: 3, description: x, type: string, not: { const: a } }");
    expect(turned.kind === "all" && turned.parts.map(({ kind }) => kind)).toEqual(["string", "not"]);
  });
});

describe("places", () => {
  it("are where each shape is written", () => {
    const shape = shapeOf("{ type: object, properties: { a/b: { anyOf: [{ type: string }] } } }");
    const property = shape.kind === "object" ? shape.properties[0]?.shape : undefined;
    const pointer = "/components/schemas/A/properties/a~1b";
    expect(property).toEqual({
      kind: "union",
      place: { file: "openapi.yaml", pointer },
      mode: "any",
      branches: [{ kind: "string", place: { file: "openapi.yaml", pointer: `${pointer}/anyOf/0` } }],
    });
  });
});
