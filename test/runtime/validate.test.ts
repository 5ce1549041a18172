// Ajv is the independent judge. What it gets wrong in some company is judged by the table alone.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, it } from "vitest";
import type { JsonSchema, Schemas } from "../../templates/runtime/json-schema.ts";
import { type Direction, issuesOf } from "../../templates/runtime/validate.ts";
import { diceOf, randomSchema, randomValue } from "../values/random-schema.ts";

const $defs: Schemas = {
  Name: { type: "string", minLength: 2 },
  Point: { type: "object", required: ["x"], properties: { x: { type: "number" }, y: { type: "number" } } },
  Tree: { type: "object", properties: { children: { type: "array", items: { $ref: "#/$defs/Tree" } } } },
};

/** Undefined where the code that Ajv makes breaks. */
function ajvJudge(schema: JsonSchema): (value: unknown) => boolean | undefined {
  const ajv = new Ajv2020({ strict: false, ownProperties: true, logger: false, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ $ref: "#/$defs/Root", $defs: { ...$defs, Root: schema } });
  return (value) => {
    try {
      return validate(value);
    } catch {
      return undefined;
    }
  };
}

function findings(schema: JsonSchema, value: unknown, direction: Direction = "response"): readonly string[] {
  return issuesOf(schema, value, $defs, direction).map(
    ({ path, message }) => `${path.map((key) => `/${key}`).join("")} ${message}`,
  );
}

const point: JsonSchema = { $ref: "#/$defs/Point" };
const tree: JsonSchema = { $ref: "#/$defs/Tree" };
const a1 = { a: 1, b: 2 };

type Row = readonly [schema: JsonSchema, fit: readonly unknown[], misfit: readonly unknown[]];

const rows: readonly Row[] = [
  [true, [null, {}], []],
  [false, [], [null, 1, {}]],
  [{ type: "null" }, [null], [0, "", false]],
  [{ type: "boolean" }, [true, false], ["true", 0]],
  [{ type: "integer" }, [1, -3, 2.0, 1e300], [1.5, "1"]],
  [{ type: "array" }, [[]], [{}, null]],
  [{ type: "object" }, [{}], [[], null]],
  [{ type: ["integer", "array"], minimum: 2, minItems: 1 }, [2, [0]], [1, [], "a"]],
  [{ enum: [1, "a", null, { b: [1] }] }, [1, "a", null, { b: [1] }], [2, "b", {}, { b: [] }, [1]]],
  [{ const: { a: 1, b: 2 } }, [{ b: 2, a: 1 }], [{ a: 1 }, { a: 1, b: 2, c: 3 }, "x"]],
  [{ const: 0 }, [0, -0], [false, "0", null]],

  [{ minLength: 2 }, ["ab", 1, {}], ["a", "😀"]],
  [{ maxLength: 1 }, ["a", "😀", ["ab"]], ["ab"]],
  [{ pattern: "^\\p{Lu}" }, ["Äh", 5], ["äh", ""]],
  [
    { format: "date" },
    ["2024-02-29", "0001-01-01", 5],
    ["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "24-01-01"],
  ],
  [
    { format: "date-time" },
    ["2024-02-29T12:00:00Z", "2024-01-01t00:00:00.5+05:30", "1998-12-31T23:59:60Z"],
    [
      "2024-01-01T00:00:00",
      "2024-01-01",
      "2024-01-01T24:00:00Z",
      "2023-02-29T00:00:00Z",
      "2024-01-01T00:00Z",
    ],
  ],
  [{ format: "uuid" }, ["5d1c8a7e-3b62-4f0d-9a51-c2e7f4b80a13"], ["5d1c8a7e3b624f0d9a51c2e7f4b80a13", "x"]],

  [{ minimum: 2 }, [2, 2.5, "a"], [1.9]],
  [{ maximum: 2 }, [2, -1], [2.1]],
  [{ exclusiveMinimum: 2, exclusiveMaximum: 3 }, [2.5, "x"], [2, 3]],
  [{ multipleOf: 0.5 }, [1, 1.5, 0, -2], [1.2]],

  [{ items: { type: "integer" } }, [[], [1, 2], "a"], [[1, "a"]]],
  [{ prefixItems: [{ type: "string" }] }, [[], ["a"], ["a", 1]], [[1]]],
  [{ prefixItems: [{ type: "string" }], items: { type: "integer" } }, [["a", 1]], [["a", "b"]]],
  [{ prefixItems: [{}], items: false }, [[], [1]], [[1, 2]]],
  [{ contains: { type: "integer" } }, [["a", 1], "a"], [[], ["a"]]],
  [{ contains: { type: "integer" }, minContains: 2, maxContains: 3 }, [[1, "a", 2]], [[1], [1, 2, 3, 4]]],
  [{ contains: { type: "integer" }, minContains: 0 }, [[]], []],
  [{ minItems: 1, maxItems: 2 }, [[1], [1, 2]], [[], [1, 2, 3]]],
  [
    { uniqueItems: true },
    [[1, "1", [1], { a: 1 }]],
    [
      [1, 1],
      [a1, { b: 2, a: 1 }],
    ],
  ],
  [{ prefixItems: [{}], unevaluatedItems: { type: "integer" } }, [["a"], ["a", 1]], [["a", "b"]]],
  [{ allOf: [{ prefixItems: [{}, {}] }], unevaluatedItems: false }, [[1, 2]], [[1, 2, 3]]],

  [{ properties: { a: { type: "integer" } } }, [{}, { a: 1 }, { b: "x" }, 5], [{ a: "x" }]],
  [{ required: ["toString"] }, [{ toString: 1 }, []], [{}]],
  [
    { properties: { constructor: { type: "string" } }, additionalProperties: false },
    [{}],
    [{ constructor: 1 }],
  ],
  [{ patternProperties: { "^x-": { type: "string" } } }, [{ "x-a": "b", y: 1 }], [{ "x-a": 1 }]],
  [
    { properties: { a: {} }, patternProperties: { "^b": {} }, additionalProperties: { type: "integer" } },
    [{ a: "x", b1: "x", c: 1 }],
    [{ c: "x" }],
  ],
  [{ propertyNames: { maxLength: 2 } }, [{ ab: 1 }], [{ abc: 1 }]],
  [{ minProperties: 1, maxProperties: 2 }, [{ a: 1 }], [{}, { a: 1, b: 1, c: 1 }]],
  [{ dependentRequired: { a: ["b"] } }, [{ b: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],
  [{ dependentSchemas: { a: { required: ["b"] } } }, [{ c: 1 }, { a: 1, b: 1 }], [{ a: 1 }]],

  [{ anyOf: [{ type: "string" }, { minimum: 3 }] }, ["a", 3, []], [2]],
  [{ oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }] }, [2, 3], [1, 6, "both"]],
  [{ allOf: [{ $ref: "#/$defs/Name" }, { maxLength: 3 }] }, ["ab", "abc"], ["a", "abcd"]],
  [{ not: { type: "string" } }, [1], ["a"]],
  [{ if: { type: "string" }, then: { minLength: 2 }, else: { minimum: 1 } }, ["ab", 1], ["a", 0]],
  [{ if: { type: "string" }, then: { minLength: 2 } }, ["ab", 0], ["a"]],
  [{ ...point, required: ["y"] }, [{ x: 1, y: 2 }], [{ x: 1 }, { y: 1 }]],
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
    { dependentSchemas: { a: { properties: { b: {}, a: {} } } }, unevaluatedProperties: false },
    [{ a: 1, b: 1 }],
    [{ b: 1 }],
  ],
];

it.each(rows.map((row) => [JSON.stringify(row[0]), ...row] as const))(
  "judges values by %s as ajv does",
  (_, schema, fit, misfit) => {
    const judge = ajvJudge(schema);
    expect([fit.map(judge), misfit.map(judge)]).toEqual([fit.map(() => true), misfit.map(() => false)]);
    expect(fit.flatMap((value) => findings(schema, value))).toEqual([]);
    expect(misfit.filter((value) => findings(schema, value).length === 0)).toEqual([]);
  },
);

it.each(Array.from({ length: 12 }, (_, seed) => seed))(
  "judges random values by random schemas as ajv does (%i)",
  (seed) => {
    const dice = diceOf(seed);
    const verdicts = Array.from({ length: 100 }).flatMap(() => {
      const schema = randomSchema(dice) as JsonSchema;
      const judge = ajvJudge(schema);
      return Array.from({ length: 12 }, () => {
        const value = randomValue(dice);
        return { schema, value, ajv: judge(value), ours: findings(schema, value).length === 0 };
      }).filter((one) => one.ajv !== undefined);
    });
    expect(verdicts.filter(({ ajv, ours }) => ajv !== ours)).toEqual([]);
    const fits = verdicts.filter(({ ours }) => ours).length;
    expect(Math.min(fits, verdicts.length - fits)).toBeGreaterThan(verdicts.length / 10);
  },
);

// What the standard says, and Ajv does not.
it.each<Row>([
  [{ contains: { type: "string" }, unevaluatedItems: false }, [["a"]], [["a", 1]]],
  [
    {
      if: { required: ["a"], properties: { a: {} } },
      else: { properties: { b: {} } },
      unevaluatedProperties: false,
    },
    [{ a: 1 }, { b: 1 }],
    [{ a: 1, b: 1 }, { c: 1 }],
  ],
  [{ multipleOf: 0.01 }, [0.07, 19.99, 4.35, 1e21, -0.29], [0.005, 1e-7]],
  [{ multipleOf: 0.1 }, [0.3, 0.7], [0.35]],
  [{ multipleOf: 1e-7 }, [3e-7, 1], [5e-8]],
])("judges values by %j as the standard does", (schema, fit, misfit) => {
  expect(fit.flatMap((value) => findings(schema, value))).toEqual([]);
  expect(misfit.filter((value) => findings(schema, value).length === 0)).toEqual([]);
});

it("takes bigints for integers, and what is undefined for not there", () => {
  const schema: JsonSchema = {
    properties: { id: { type: "integer", minimum: 5, multipleOf: 2, enum: [4, 6, 7] } },
    required: ["id"],
    maxProperties: 1,
    additionalProperties: false,
  };
  expect(findings(schema, { id: 6n, note: undefined })).toEqual([]);
  expect(findings(schema, { id: 4n })).toEqual(["/id must be at least 5"]);
  expect(findings(schema, { id: 7n })).toEqual(["/id must be a multiple of 2"]);
  expect(findings(schema, { id: 8n })).toEqual(["/id must be one of 4, 6, 7"]);
  expect(findings(schema, { id: undefined })).toEqual(["/id must be given"]);
});

const oneWay: JsonSchema = {
  allOf: [{ required: ["id", "secret", "name"] }],
  properties: {
    id: { $ref: "#/$defs/Name", readOnly: true },
    secret: { allOf: [{ type: "string", writeOnly: true }] },
    name: { type: "string" },
  },
};

it("asks for no property that does not travel", () => {
  expect(findings(oneWay, {}, "request")).toEqual(["/secret must be given", "/name must be given"]);
  expect(findings(oneWay, {}, "response")).toEqual(["/id must be given", "/name must be given"]);
  expect(findings({ anyOf: [oneWay, { type: "null" }] }, { name: "a", secret: "b" }, "request")).toEqual([]);
});

it("spares a property inside of a value, not one around it", () => {
  const schema: JsonSchema = {
    properties: { id: { readOnly: true }, part: { required: ["id"] } },
  };
  expect(findings(schema, { part: {} }, "request")).toEqual(["/part/id must be given"]);
});

it("names what is missing for the branch that comes closest", () => {
  const schema: JsonSchema = { oneOf: [{ type: "null" }, { type: "object", ...point }, { type: "string" }] };
  expect(findings(schema, { x: "secret" })).toEqual([" must fit one of 3 schemas", "/x must be a number"]);
  expect(findings(schema, 5)).toEqual([" must fit one of 3 schemas"]);
});

it("says nothing of values", () => {
  const secret = "s3cret";
  const schemas: readonly JsonSchema[] = [
    { type: ["integer", "null"] },
    { enum: ["a", "b"] },
    { const: "a" },
    { minLength: 10 },
    { maxLength: 1 },
    { pattern: "^a" },
    { format: "date" },
    { not: { type: "string" } },
    false,
  ];
  const said = schemas.flatMap((schema) => findings(schema, secret));
  expect(said).toHaveLength(schemas.length);
  expect(said.filter((line) => line.includes(secret))).toEqual([]);
});

it("comes to an end with schemas that are part of themselves, and with values that are too deep", () => {
  const circle: Schemas = { A: { allOf: [{ $ref: "#/$defs/A" }, { type: "string" }] } };
  const self: JsonSchema = { $ref: "#/$defs/A", unevaluatedProperties: false };
  expect(issuesOf(self, "a", circle, "request")).toEqual([]);
  expect(issuesOf(self, { a: 1 }, circle, "request")).toHaveLength(2);
  const deep: unknown = JSON.parse(`${'{"children":['.repeat(100_000)}${"]}".repeat(100_000)}`);
  expect(findings(tree, deep).map((line) => line.slice(-28))).toEqual(["must not be nested so deeply"]);
  expect(findings({ enum: [[1]] }, deep)).toHaveLength(1);
  expect(findings({ uniqueItems: true }, [deep, deep])).toHaveLength(1);
});
