import { describe, expect, it } from "vitest";
import { checkExamples } from "../../generator/values/check-examples.ts";
import { sampleValue } from "../../generator/values/sample-value.ts";
import { apiOf, conditional, judged, type Schema } from "./spec.ts";

const ref = (name: string | number): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Schemas S0, S1 and so on, each made of the one before it. */
function chain(length: number, last: Schema, make: (before: Schema) => Schema): Record<string, Schema> {
  const steps = Array.from({ length }, (_, index) => [`S${index + 1}`, make(ref(`S${index}`))] as const);
  return { S0: last, ...Object.fromEntries(steps) };
}

const fails = { type: "string", minLength: 9 };

// Each of these is small to write and has no end in sight for whoever takes it step by step.
const bombs: readonly (readonly [string, Schema, Record<string, Schema>])[] = [
  ["parts that double", ref("S60"), chain(60, fails, (before) => ({ allOf: [before, before] }))],
  ["choices that double", ref("S60"), chain(60, fails, (before) => ({ anyOf: [before, before] }))],
  ["either-or that doubles", ref("S60"), chain(60, fails, (before) => ({ oneOf: [before, before] }))],
  [
    "what nobody looked at",
    ref("S60"),
    chain(60, fails, (before) => ({ anyOf: [before], unevaluatedProperties: false })),
  ],
  [
    "required members that double",
    ref("S60"),
    chain(60, fails, (before) => ({
      type: "object",
      required: ["a", "b"],
      properties: { a: before, b: before },
    })),
  ],
  [
    "lists that double",
    ref("S60"),
    chain(60, fails, (before) => ({ type: "array", prefixItems: [before, before], minItems: 2 })),
  ],
  ["a long way round", ref("S20000"), chain(20_000, fails, (before) => ({ allOf: [before, {}] }))],
  [
    "a long way down",
    ref("S20000"),
    chain(20_000, fails, (before) => ({ type: "object", required: ["a"], properties: { a: before } })),
  ],
  ["conditions that double", ref("S60"), chain(60, fails, (before) => conditional(before, before, before))],
  ["a text of a billion characters", { type: "string", minLength: 1e9 }, {}],
  ["a list of a billion items", { type: "array", minItems: 1e9, items: { type: "string" } }, {}],
  ["an object of a billion members", { type: "object", minProperties: 1e9 }, {}],
  ["a pattern that counts to a billion", { type: "string", pattern: "^(?:a{1000000}){1000000}$" }, {}],
  ["a pattern that goes astray", { type: "string", pattern: "^(a|a)*(a?){900}(a+)+$", minLength: 30 }, {}],
];

describe.each(bombs)("%s", (_, schema, others) => {
  const { models, shape, misfitOf } = judged(schema, others);
  const deep = Array.from({ length: 250 }).reduce<unknown>((value) => ({ a: value }), "x");

  it("neither hangs nor breaks the judge", () => {
    for (const value of ["x", "a".repeat(499), deep, [["x"]], {}]) misfitOf(value);
  }, 10_000);

  it("neither hangs nor breaks the sampler", () => {
    expect(sampleValue(models, shape, "request")).toBeDefined();
  }, 10_000);
});

it("gives up on a spec full of bombs", () => {
  const schemas = chain(60, fails, (before) => ({ anyOf: [before, before] }));
  const examples = Object.fromEntries(
    Array.from({ length: 300 }, (_, index) => [
      `E${index}`,
      { ...(ref("S60") as object), example: `x${index}` },
    ]),
  );
  expect(checkExamples(apiOf({ components: { schemas: { ...schemas, ...examples } } }))).toEqual([]);
}, 20_000);

it("judges large values", () => {
  const list = Array.from({ length: 20_000 }, (_, index) => index);
  const { misfitOf } = judged({ type: "array", uniqueItems: true, items: { type: "integer" } });
  expect(misfitOf(list)).toBeUndefined();
  expect(misfitOf([...list, 0])?.pointer).toBe("/20000");
});
