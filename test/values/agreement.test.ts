import { expect, it } from "vitest";
import { ajvJudge } from "./ajv.ts";
import { diceOf, randomSchema, randomValue } from "./random-schema.ts";
import { conditional, judged, type Schema } from "./spec.ts";

// Ajv is the independent judge: for each schema, the values that fit and those that do not.
type Row = readonly [schema: Schema, fit: readonly unknown[], misfit: readonly unknown[]];

const others = {
  Name: { type: "string", minLength: 2 },
  Point: { type: "object", required: ["x"], properties: { x: { type: "number" }, y: { type: "number" } } },
  Tree: {
    type: "object",
    properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
  },
} as const;

const name = { $ref: "#/components/schemas/Name" };
const point = { $ref: "#/components/schemas/Point" };
const tree = { $ref: "#/components/schemas/Tree" };

const rows: readonly Row[] = [
  [{}, [null, 1, "a", [], {}], []],
  [true, [null, {}], []],
  [false, [], [null, 1, {}]],
  [{ type: "null" }, [null], [0, "", false]],
  [{ type: "boolean" }, [true, false], ["true", 0]],
  [{ type: "integer" }, [1, -3, 2.0], [1.5, "1"]],
  [{ type: ["string", "null"] }, ["a", null], [1, []]],
  [{ type: ["integer", "array"], minimum: 2, minItems: 1 }, [2, [0]], [1, [], "a"]],

  [{ minLength: 2 }, ["ab", 1, {}], ["a"]],
  [{ maxLength: 1 }, ["a", "😀", ["ab"]], ["ab"]],
  [{ pattern: "^a+$" }, ["aa", 5], ["ab", ""]],
  [{ pattern: "^(a|b)+(-c*)*$" }, ["ab", "a-cc-"], ["c"]],
  [{ pattern: "^\\p{Lu}" }, ["Äh"], ["äh"]],
  [{ minimum: 2, type: "number" }, [2, 2.5], [1.9]],
  [{ exclusiveMinimum: 2, exclusiveMaximum: 3 }, [2.5, "x"], [2, 3]],
  [{ multipleOf: 0.5 }, [1, 1.5, 0], [1.2]],
  [{ multipleOf: 3, type: "integer" }, [9, -3], [10]],

  [
    { enum: [1, "a", null, { b: [1] }, [2]] },
    [1, "a", null, { b: [1] }, [2]],
    [2, "b", {}, { b: [] }, [2, 2]],
  ],
  [{ const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }, { a: 1, b: 2, c: 3 }]],
  [{ enum: ["a", 1], type: "string" }, ["a"], [1]],
  [{ const: "a", enum: ["a", "b"] }, ["a"], ["b"]],

  [{ items: { type: "integer" } }, [[], [1, 2], "a"], [[1, "a"]]],
  [
    { prefixItems: [{ type: "string" }, { type: "integer" }] },
    [[], ["a"], ["a", 1, null]],
    [[1], ["a", "b"]],
  ],
  [{ prefixItems: [{ type: "string" }], items: { type: "integer" } }, [["a", 1]], [["a", "b"]]],
  [{ prefixItems: [{}], items: false }, [[], [1]], [[1, 2]]],
  [{ type: "array", contains: { type: "integer" } }, [["a", 1]], [[], ["a"]]],
  [{ contains: { type: "integer" }, minContains: 2, maxContains: 3 }, [[1, "a", 2]], [[1], [1, 2, 3, 4]]],
  [{ contains: { type: "integer" }, minContains: 0 }, [[]], []],
  [{ minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3]]],
  [
    { uniqueItems: true },
    [[1, "1", [1], { a: 1 }]],
    [
      [1, 1],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
  ],
  [
    { prefixItems: [{ type: "string" }], unevaluatedItems: { type: "integer" } },
    [["a"], ["a", 1]],
    [["a", "b"]],
  ],
  [{ allOf: [{ prefixItems: [{}, {}] }], unevaluatedItems: false }, [[1, 2]], [[1, 2, 3]]],

  [{ required: ["a"], type: "object" }, [{ a: null }], [{}, { b: 1 }, []]],
  [{ properties: { a: { type: "integer" } } }, [{}, { a: 1 }, { b: "x" }, 5], [{ a: "x" }]],
  [{ patternProperties: { "^x-": { type: "string" } } }, [{ "x-a": "b", y: 1 }], [{ "x-a": 1 }]],
  [
    { properties: { a: {} }, patternProperties: { "^b": {} }, additionalProperties: { type: "integer" } },
    [{ a: "x", b1: "x", c: 1 }],
    [{ c: "x" }],
  ],
  [{ properties: { a: {} }, additionalProperties: false }, [{ a: 1 }, {}], [{ b: 1 }]],
  [{ propertyNames: { maxLength: 2 } }, [{ ab: 1 }], [{ abc: 1 }]],
  [{ minProperties: 1, maxProperties: 2 }, [{ a: 1 }], [{}, { a: 1, b: 1, c: 1 }]],
  [{ dependentRequired: { a: ["b"] } }, [{ b: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  [{ dependentSchemas: { a: { required: ["b"] } } }, [{ c: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  [
    { properties: { constructor: { type: "string" } }, additionalProperties: false },
    [{}],
    [{ constructor: 1 }],
  ],
  [{ required: ["toString"] }, [{ toString: 1 }], [{}]],

  [{ anyOf: [{ type: "string" }, { minimum: 3 }] }, ["a", 3, []], [2]],
  [{ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, [2, 3], [1, 6, "both"]],
  [{ allOf: [name, { maxLength: 3 }] }, ["ab", "abc"], ["a", "abcd"]],
  [{ not: { type: "string" } }, [1], ["a"]],
  [
    conditional(
      { properties: { a: { const: 1 } }, required: ["a"] },
      { required: ["b"] },
      { required: ["c"] },
    ),
    [{ a: 1, b: 1 }, { c: 1 }],
    [{ a: 1 }, { a: 2 }, {}],
  ],
  [conditional({ type: "string" }, { minLength: 2 }), ["ab", 1], ["a"]],

  [{ $ref: "#/components/schemas/Point", required: ["y"] }, [{ x: 1, y: 2 }], [{ x: 1 }, { y: 1 }]],
  [{ type: "object", additionalProperties: point }, [{ a: { x: 1 } }], [{ a: {} }]],
  [tree, [{ children: [{ children: [] }] }], [{ children: [{ children: [1] }] }]],

  [{ allOf: [point], unevaluatedProperties: false }, [{ x: 1, y: 1 }], [{ x: 1, z: 1 }]],
  [{ ...point, properties: { z: {} }, unevaluatedProperties: false }, [{ x: 1, z: 1 }], [{ x: 1, w: 1 }]],
  [
    { anyOf: [point, { properties: { w: {} }, required: ["w"] }], unevaluatedProperties: false },
    [{ w: 1 }, { x: 1, y: 2 }, { x: 1, w: 1 }],
    [
      { w: 1, y: 1 },
      { x: 1, z: 1 },
    ],
  ],
  [{ allOf: [{ properties: { a: {} } }, { unevaluatedProperties: false }] }, [{}], [{ a: 1 }]],
  [
    {
      type: ["object", "null"],
      allOf: [{ properties: { a: {} } }],
      unevaluatedProperties: { type: "integer" },
    },
    [null, { a: "x", b: 1 }],
    [{ b: "x" }],
  ],
  [
    {
      properties: { a: { properties: { b: {} } } },
      allOf: [{ properties: { a: { properties: { c: {} } } } }],
    },
    [{ a: { b: 1, c: 1, d: 1 } }],
    [],
  ],
  [{ dependentSchemas: { a: { properties: { b: {} } } }, unevaluatedProperties: false }, [{}], [{ b: 1 }]],
  [
    { oneOf: [{ type: "object", properties: { a: {} }, unevaluatedProperties: false }, { type: "array" }] },
    [{ a: 1 }, []],
    [{ b: 1 }],
  ],
  [{ enum: [{ a: 1 }], properties: { a: {} }, unevaluatedProperties: false }, [{ a: 1 }], [{ b: 1 }]],
];

const cases = rows.map(([schema, fit, misfit]) => [JSON.stringify(schema), schema, fit, misfit] as const);

it.each(cases)("judges values by %s as ajv does", (_, schema, fit, misfit) => {
  const judge = ajvJudge(schema, others);
  const { misfitOf } = judged(schema, others);
  expect([fit.map(judge), misfit.map(judge)]).toEqual([fit.map(() => true), misfit.map(() => false)]);
  expect(fit.map((value) => misfitOf(value))).toEqual(fit.map(() => undefined));
  expect(misfit.filter((value) => misfitOf(value) === undefined)).toEqual([]);
});

it.each([1, 2, 3, 4])("judges random values by random schemas as ajv does (%i)", (seed) => {
  const dice = diceOf(seed);
  const verdicts = Array.from({ length: 60 }).flatMap(() => {
    const schema = randomSchema(dice);
    const judge = ajvJudge(schema);
    const { misfitOf } = judged(schema);
    return Array.from({ length: 12 }, () => {
      const value = randomValue(dice);
      return { schema, value, ajv: judge(value), ours: misfitOf(value) === undefined };
    });
  });
  expect(verdicts.filter(({ ajv, ours }) => ajv !== ours)).toEqual([]);
  const fits = verdicts.filter(({ ours }) => ours).length;
  expect(Math.min(fits, verdicts.length - fits)).toBeGreaterThan(verdicts.length / 10);
});
