import { expect, it } from "vitest";
import { findMisfit } from "../../generator/values/find-misfit.ts";
import { judged, type Schema } from "./spec.ts";

const others = {
  Cat: {
    type: "object",
    required: ["kind", "lives"],
    properties: { kind: { const: "cat" }, lives: { type: "integer" } },
  },
  Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" } } },
};
const pets = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];

it.each<readonly [why: string, pointer: string, schema: Schema, value: unknown]>([
  ["5 is no string", "", { type: "string" }, 5],
  ["an array is no object", "", { type: "object" }, []],
  ["an object is no string or array", "", { type: ["string", "array"] }, {}],
  [
    "null is no integer, string or boolean",
    "",
    { anyOf: [{ type: "integer" }, { type: ["string", "boolean"] }] },
    null,
  ],
  ["1.5 is no integer", "", { type: "integer" }, 1.5],
  ['"name" is missing', "", { required: ["name"], type: "object" }, {}],
  ['"b" is missing beside "a"', "", { dependentRequired: { a: ["b"] } }, { a: 1 }],
  [
    'the schema has no property "nmae"',
    "/nmae",
    { properties: { name: {} }, additionalProperties: false },
    { nmae: 1 },
  ],
  ['the schema has no property "b/c"', "/b~1c", { unevaluatedProperties: false }, { "b/c": 1 }],
  ["it has fewer than 1 property", "", { minProperties: 1 }, {}],
  ["it has more than 2 properties", "", { maxProperties: 2 }, { a: 1, b: 2, c: 3 }],
  [
    "its name does not fit: it is longer than 1 character",
    "/ab",
    { propertyNames: { maxLength: 1 } },
    { ab: 1 },
  ],
  [
    "it is shorter than 3 characters",
    "/a/1",
    { properties: { a: { items: { minLength: 3 } } } },
    { a: ["abc", "ab"] },
  ],
  ['"ab" does not match the pattern ^a$', "", { pattern: "^a$" }, "ab"],
  ['"tomorrow" is no date', "", { format: "date" }, "tomorrow"],
  ["1 is less than 2", "", { minimum: 2 }, 1],
  ["3 is more than 2", "", { maximum: 2 }, 3],
  ["2 is not more than 2", "", { exclusiveMinimum: 2 }, 2],
  ["2 is not less than 2", "", { exclusiveMaximum: 2 }, 2],
  ["5 is no multiple of 2", "", { multipleOf: 2 }, 5],
  ["3000000000 is out of the range of int32", "", { type: "integer", format: "int32" }, 3_000_000_000],
  ["it has fewer than 2 items", "", { minItems: 2 }, [1]],
  ["it has more than 1 item", "", { prefixItems: [{}], items: false }, [1, 2]],
  ["it is an item too many", "/1", { prefixItems: [{}], unevaluatedItems: false }, [1, 2]],
  ["it has fewer than 1 item of the kind under contains", "", { contains: { type: "null" } }, [1]],
  ["it has more than 1 item of the kind under contains", "", { contains: {}, maxContains: 1 }, [1, 2]],
  ["it is the same as item 0, counted from 0", "/2", { uniqueItems: true }, [1, 2, 1]],
  ['"c" is not one of "a" or "b"', "", { enum: ["a", "b"] }, "c"],
  ['"c" is not "a"', "", { const: "a" }, "c"],
  ['it is not one of { "a": 1 } or [ 2 ]', "", { enum: [{ a: 1 }, [2]] }, { a: 2 }],
  ["0 is not one of 1, 2, 3, 4, 5, 6, 7, 8 or 2 more", "", { enum: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }, 0],
  ["the schema allows no value here", "/a", { properties: { a: false } }, { a: 1 }],
  ["it is what the schema under not describes", "", { not: { type: "null" } }, null],
  [
    "it fits 2 of the 3 schemas under oneOf, where one may fit",
    "",
    { oneOf: [{}, { minimum: 1 }, false] },
    1,
  ],
  ["it fits none of the 2 schemas under anyOf", "", { anyOf: [{ minimum: 2 }, { maximum: 0 }] }, 1],
  [
    "it is shorter than 2 characters",
    "",
    { oneOf: [{ type: "integer" }, { type: "string", minLength: 2 }] },
    "a",
  ],
  ["it fits none of the 2 schemas under oneOf", "", { oneOf: pets }, { kind: "cow" }],
  [
    '"lives" is missing',
    "",
    { oneOf: pets, discriminator: { propertyName: "kind", mapping: { cat: "Cat" } } },
    { kind: "cat" },
  ],
  [`${JSON.stringify("x".repeat(39))}… is no integer`, "", { type: "integer" }, "x".repeat(100)],
])("says that %s", (why, pointer, schema, value) => {
  expect(judged(schema, others).misfitOf(value)).toMatchObject({ why, pointer });
});

it("names the schema that refuses, wherever it stands", () => {
  const { misfitOf } = judged({ properties: { cat: pets[0] } }, others);
  expect(misfitOf({ cat: { kind: "cat", lives: "nine" } })?.place).toEqual({
    file: "openapi.yaml",
    pointer: "/components/schemas/Cat/properties/lives",
  });
});

it.each<readonly [title: string, schema: Schema, value: unknown]>([
  ["a format that nobody knows", { type: "string", format: "fancy" }, "x"],
  ["a format that nobody knows, even under not", { not: { type: "string", format: "fancy" } }, "x"],
  ["a pattern that does not compile", { pattern: "(" }, "x"],
  ["a pattern that does not compile, even under not", { not: { pattern: "(" } }, "x"],
  [
    "a name that a broken pattern may match",
    { patternProperties: { "(": {} }, additionalProperties: false },
    { a: 1 },
  ],
  ["a pattern that looks behind", { pattern: "(?<=a)b" }, "c"],
  ["a text that is too long to match", { pattern: "^a$" }, "b".repeat(501)],
  ["a reference to nothing", { $ref: "#/components/schemas/Missing" }, 1],
  ["a schema that is itself", { allOf: [{ $ref: "#/components/schemas/Root" }] }, 1],
  ["a schema that is not itself", { not: { $ref: "#/components/schemas/Root" } }, 1],
  [
    "content in another language",
    { type: "string", contentMediaType: "application/json", contentSchema: false },
    "{}",
  ],
  ["a divisor of nothing", { multipleOf: 0 }, 1],
])("lets pass %s", (_, schema, value) => {
  expect(judged(schema).misfitOf(value)).toBeUndefined();
});

it("still refuses what no way round a circle can save", () => {
  const base = { oneOf: [{ $ref: "#/components/schemas/Child" }] };
  const child = { allOf: [{ $ref: "#/components/schemas/Root" }, { type: "object", required: ["a"] }] };
  const { misfitOf } = judged(base, { Child: child });
  expect(misfitOf({ a: 1 })).toBeUndefined();
  expect(misfitOf({})?.why).toBe('"a" is missing');
});

it("takes a discriminator at its word where two branches fit", () => {
  const open = { Cat: { type: "object" }, Dog: { type: "object" } };
  const union = { oneOf: pets, discriminator: { propertyName: "kind" } };
  expect(judged(union, open).misfitOf({ kind: "Cat" })).toBeUndefined();
  expect(judged({ oneOf: pets }, open).misfitOf({ kind: "Cat" })?.why).toMatch(/^it fits 2/);
});

it("does not close a list that is known to grow", () => {
  const { misfitOf } = judged({ type: "string", enum: ["a"], "x-extensible-enum": true });
  expect([misfitOf("b"), misfitOf(1)?.why]).toEqual([undefined, "1 is no string"]);
});

it.each<readonly [title: string, schema: Schema]>([
  ["in the same schema", { type: "object", required: ["id"], properties: { id: { readOnly: true } } }],
  [
    "behind a reference",
    { type: "object", required: ["id"], properties: { id: { $ref: "#/components/schemas/Id" } } },
  ],
  ["in another part", { allOf: [{ properties: { id: { readOnly: true } } }, { required: ["id"] }] }],
  ["in a base", { allOf: [{ $ref: "#/components/schemas/Base" }], required: ["id"] }],
  [
    "in what refers to the base",
    { allOf: [{ $ref: "#/components/schemas/Strict" }, { properties: { id: { readOnly: true } } }] },
  ],
  [
    "beside a union",
    { properties: { id: { readOnly: true } }, oneOf: [{ required: ["id"] }, { required: ["x"] }] },
  ],
  [
    "beside another",
    { properties: { id: { readOnly: true } }, required: ["a"], dependentRequired: { a: ["id"] } },
  ],
])("asks no request for a required property that is read-only %s", (_, schema) => {
  const { misfitOf } = judged(schema, {
    Id: { type: "string", readOnly: true },
    Base: { properties: { id: { readOnly: true } } },
    Strict: { required: ["id"] },
  });
  expect(misfitOf({ a: 1 }, "request")).toBeUndefined();
  expect(misfitOf({ a: 1 }, "response")).toBeDefined();
});

it("asks no response for a required property that is write-only", () => {
  const schema = { type: "object", required: ["secret"], properties: { secret: { writeOnly: true } } };
  const { misfitOf } = judged(schema);
  expect(misfitOf({}, "response")).toBeUndefined();
  expect(misfitOf({}, "request")?.why).toBe('"secret" is missing');
});

it.each<readonly [value: unknown, schema: Schema, fits: boolean]>([
  [2n ** 63n - 1n, { type: "integer", format: "int64" }, true],
  [2n ** 63n, { type: "integer", format: "int64" }, false],
  [2n ** 60n, { type: "number", maximum: 5 }, false],
  [2n ** 60n + 2n, { multipleOf: 2 }, true],
  [2n ** 60n + 1n, { multipleOf: 2 }, false],
  [0.3, { multipleOf: 0.1 }, true],
  [0.35, { multipleOf: 0.1 }, false],
  [1e300, { multipleOf: 1e-7 }, true],
  [4.35, { multipleOf: 0.01 }, true],
  [1e20, { enum: [10n ** 20n] }, true],
  [10n ** 20n + 1n, { enum: [1e20] }, false],
  [-0, { const: 0 }, true],
])("counts exactly: %s by %o", (value, schema, fits) => {
  expect(judged(schema).misfitOf(value) === undefined).toBe(fits);
});

it("reads OpenAPI 3.0 as what it means", () => {
  const schema = { type: "integer", nullable: true, minimum: 1, exclusiveMinimum: true };
  const { misfitOf } = judged(schema, {}, "3.0.3");
  expect([null, 2, 1].map((value) => misfitOf(value)?.why)).toEqual([
    undefined,
    undefined,
    "1 is not more than 1",
  ]);
});

it("knows prototype names for what they are", () => {
  const { models, shape } = judged({
    required: ["__proto__"],
    properties: { constructor: { type: "string" } },
  });
  expect(findMisfit(models, shape, new Map(), "request")?.why).toBe('"__proto__" is missing');
  expect(findMisfit(models, shape, new Map([["__proto__", 1]]), "request")).toBeUndefined();
});
