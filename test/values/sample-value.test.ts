import { describe, expect, it } from "vitest";
import { sampleValue } from "../../generator/values/sample-value.ts";
import type { Direction } from "../../generator/values/verdict.ts";
import { ajvJudge } from "./ajv.ts";
import { judged, plain, type Schema } from "./spec.ts";

function sample(
  schema: Schema,
  others: Readonly<Record<string, Schema>> = {},
  direction: Direction = "request",
): unknown {
  const { models, shape } = judged(schema, others);
  return plain(sampleValue(models, shape, direction));
}

const text = { type: "string" };

describe("without a word of the author", () => {
  it.each<readonly [schema: Schema, value: unknown]>([
    [{}, {}],
    [text, "string"],
    [{ ...text, minLength: 8 }, "stringst"],
    [{ ...text, maxLength: 3 }, "str"],
    [{ ...text, format: "date-time" }, "2024-01-01T00:00:00Z"],
    [{ ...text, format: "uuid" }, "123e4567-e89b-12d3-a456-426614174000"],
    [{ ...text, format: "fancy" }, "string"],
    [{ ...text, pattern: "^[A-Z]{3}-\\d{2,}$" }, "ABC-01"],
    [{ ...text, pattern: "^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{8,}$" }, "A0abcdefgh"],
    [{ type: "integer" }, 1],
    [{ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
    [{ type: "integer", minimum: 18 }, 18],
    [{ type: "integer", maximum: -5 }, -5],
    [{ type: "number", multipleOf: 0.1, minimum: 0.25 }, 0.3],
    [{ type: "boolean" }, true],
    [{ type: "null" }, null],
    [{ type: ["null", "string"] }, "string"],
    [{ enum: ["b", "a"] }, "b"],
    [{ type: "string", enum: [1, "a"] }, "a"],
    [{ const: 7 }, 7],
    [false, null],
    [{ not: {} }, null],
    [{ not: { type: "object" } }, "string"],
  ])("makes a value for %j", (schema, value) => {
    expect(sample(schema)).toEqual(value);
  });

  it.each<readonly [schema: Schema, value: unknown]>([
    [{ type: "array", items: text }, ["string"]],
    [{ type: "array" }, []],
    [{ type: "array", items: text, maxItems: 0 }, []],
    [{ type: "array", items: text, minItems: 2, uniqueItems: true }, ["string", "string2"]],
    [{ type: "array", items: { enum: ["a", "b"] }, minItems: 2, uniqueItems: true }, ["a", "b"]],
    [{ type: "array", prefixItems: [text, { type: "integer" }], items: false }, ["string", 1]],
    [{ type: "array", items: { type: "integer" }, contains: { minimum: 5 } }, [5]],
    [{ type: "object", properties: { a: text } }, {}],
    [
      { type: "object", required: ["a", "b"], properties: { a: text, c: text } },
      { a: "string", b: {} },
    ],
    [{ type: "object", required: ["a"], additionalProperties: { type: "integer" } }, { a: 1 }],
    [{ type: "object", required: ["x-a"], patternProperties: { "^x-": { type: "integer" } } }, { "x-a": 1 }],
    [{ type: "object", minProperties: 1, properties: { a: text, b: text } }, { a: "string" }],
    [{ type: "object", minProperties: 1, additionalProperties: text }, { property1: "string" }],
    [
      { required: ["a"], properties: { a: {} }, dependentRequired: { a: ["b"] } },
      { a: {}, b: {} },
    ],
    [{ required: ["a"], unevaluatedProperties: { type: "integer" } }, { a: 1 }],
    [{ type: "object", required: ["__proto__"] }, JSON.parse('{ "__proto__": {} }')],
  ])("fills %j", (schema, value) => {
    expect(sample(schema)).toEqual(value);
  });
});

describe("with a word of the author", () => {
  it.each<readonly [schema: Schema, value: unknown]>([
    [{ ...text, examples: ["a", "b"], default: "c" }, "a"],
    [{ ...text, default: "c" }, "c"],
    [{ ...text, enum: ["x", "c"], default: "c" }, "c"],
    [{ ...text, example: "old" }, "old"],
    [{ ...text, examples: [5], default: "c" }, "c"],
    [{ ...text, examples: [5] }, "string"],
    [{ type: ["string", "null"], default: null }, "string"],
    [{ type: ["string", "null"], examples: [null] }, null],
    [{ allOf: [{ $ref: "#/components/schemas/Known" }], minLength: 1 }, "known"],
    [{ type: "array", items: { ...text, examples: ["a", "b"] }, minItems: 2, uniqueItems: true }, ["a", "b"]],
  ])("takes it from %j where it fits", (schema, value) => {
    expect(sample(schema, { Known: { ...text, examples: ["known"] } })).toEqual(value);
  });

  const user = {
    type: "object",
    required: ["id", "name", "secret"],
    properties: { id: { ...text, readOnly: true }, name: text, secret: { ...text, writeOnly: true } },
  };
  const example = { id: "1", name: "Ann", secret: "x" };

  it("leaves out what does not travel in the direction", () => {
    expect(sample(user, {}, "request")).toEqual({ name: "string", secret: "string" });
    expect(sample(user, {}, "response")).toEqual({ id: "string", name: "string" });
    expect(sample({ ...user, examples: [example] }, {}, "request")).toEqual({ name: "Ann", secret: "x" });
    expect(sample({ ...user, examples: [example] }, {}, "response")).toEqual({ id: "1", name: "Ann" });
  });

  it("leaves it out however deep it lies", () => {
    const nested = {
      oneOf: [{ type: "string" }, { type: "array", items: { $ref: "#/components/schemas/User" } }],
      examples: [[example]],
    };
    expect(sample(nested, { User: user }, "response")).toEqual([{ id: "1", name: "Ann" }]);
  });
});

describe("of several schemas at once", () => {
  const cat = {
    type: "object",
    required: ["kind", "lives"],
    properties: { kind: text, lives: { type: "integer" } },
  };
  const union = { oneOf: [{ $ref: "#/components/schemas/Cat" }, text] };
  const discriminator = { propertyName: "kind", mapping: { cat: "Cat" } };

  it.each<readonly [schema: Schema, value: unknown]>([
    [union, { kind: "string", lives: 1 }],
    [
      { ...union, discriminator },
      { kind: "cat", lives: 1 },
    ],
    [{ oneOf: [false, text] }, "string"],
    [{ oneOf: [text, { type: "string", minLength: 3 }, { type: "integer" }] }, 1],
    [
      { allOf: [{ $ref: "#/components/schemas/Cat" }, { properties: { lives: { minimum: 9 } } }] },
      { kind: "string", lives: 9 },
    ],
    [
      { allOf: [{ $ref: "#/components/schemas/Cat" }, { properties: { kind: { const: "cat" } } }] },
      { kind: "cat", lives: 1 },
    ],
    [{ allOf: [{ ...text, minLength: 8 }, { maxLength: 9 }] }, "stringst"],
    [
      { type: "object", required: ["a"], anyOf: [{ required: ["b"] }, { required: ["c"] }] },
      { a: {}, b: {} },
    ],
    [{ if: { required: ["a"] }, else: { required: ["b"] }, type: "object" }, { a: {} }],
  ])("makes one that fits all of %j", (schema, value) => {
    expect(sample(schema, { Cat: cat })).toEqual(value);
  });

  it("gives each heir of a base its name", () => {
    const base = { allOf: [cat], discriminator };
    const heir = { allOf: [{ $ref: "#/components/schemas/Root" }, { type: "object", required: ["tail"] }] };
    const { models } = judged(base, { Cat: heir });
    const shape = [...models.values()].find(({ key }) => key === "Cat")?.shape;
    expect(shape && plain(sampleValue(models, shape, "response"))).toEqual({
      kind: "cat",
      lives: 1,
      tail: {},
    });
  });

  it("goes around a base that lists its own heirs", () => {
    const heir = { allOf: [{ $ref: "#/components/schemas/Root" }, { type: "object", required: ["tail"] }] };
    const base = {
      type: "object",
      required: ["kind"],
      oneOf: [{ $ref: "#/components/schemas/Cat" }],
      discriminator,
    };
    expect(sample(base, { Cat: heir })).toEqual({ kind: "cat", tail: {} });
  });
});

describe("of a schema that holds itself", () => {
  const root = { $ref: "#/components/schemas/Root" };

  it.each<readonly [schema: Schema, value: unknown]>([
    [
      { type: "object", required: ["next"], properties: { next: { anyOf: [root, { type: "null" }] } } },
      { next: null },
    ],
    [{ type: "object", required: ["all"], properties: { all: { type: "array", items: root } } }, { all: [] }],
    [{ type: "object", required: ["next"], properties: { next: root } }, null],
    [root, {}],
    [{ allOf: [root, text] }, "string"],
  ])("ends for %j", (schema, value) => {
    expect(sample(schema)).toEqual(value);
  });
});

// What ajv takes for a value of each schema, made without a word of the author.
it.each<Schema>([
  { type: "string", minLength: 20, maxLength: 20 },
  { type: "string", pattern: "^[a-z][a-z0-9-]*[a-z0-9]$", minLength: 2 },
  { type: "string", pattern: "^\\+[1-9]\\d{1,14}$" },
  { type: "string", pattern: "^(GET|PUT)$" },
  { type: "string", pattern: "^#[0-9a-fA-F]{6}$" },
  { type: "string", pattern: "^.{3,}$", minLength: 5 },
  ...[
    "date",
    "time",
    "duration",
    "uri",
    "uri-reference",
    "email",
    "hostname",
    "ipv4",
    "ipv6",
    "byte",
    "regex",
    "json-pointer",
  ].map((format) => ({ type: "array", minItems: 3, uniqueItems: true, items: { type: "string", format } })),
  { type: "array", minItems: 4, uniqueItems: true, items: { type: "integer", minimum: -3, multipleOf: 3 } },
  { type: "array", minItems: 3, uniqueItems: true, items: { type: "string", maxLength: 2 } },
  {
    type: "array",
    minItems: 3,
    uniqueItems: true,
    items: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
  },
  { type: "array", minItems: 2, uniqueItems: true },
  { type: "array", contains: { const: "x" }, minContains: 2 },
  {
    type: "object",
    minProperties: 3,
    propertyNames: { pattern: "^[a-z]$" },
    additionalProperties: { type: "integer" },
  },
  {
    type: "object",
    required: ["a"],
    minProperties: 2,
    properties: { a: {}, b: {} },
    additionalProperties: false,
  },
  { type: "integer", exclusiveMinimum: 10, exclusiveMaximum: 12 },
  { type: "number", minimum: 0.1, maximum: 0.2 },
  { type: "integer", multipleOf: 7, minimum: 20 },
])("makes what ajv takes too: %j", (schema) => {
  const value = sample(schema);
  expect([value, ajvJudge(schema)(value)]).toEqual([value, true]);
});

it("makes the same value each time", () => {
  const schema = {
    type: "object",
    required: ["a"],
    properties: { a: { type: "string", pattern: "^[a-z]+$" } },
  };
  expect(sample(schema)).toEqual(sample(schema));
});
