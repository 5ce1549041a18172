import { expect, it } from "vitest";
import { type Composition, weighCompositions } from "../../generator/model/composition.ts";
import { apiFrom } from "../builders/spec-texts.ts";

/** What the schema A is made of; others may stand beside it, a line each. */
function composition(schema: string, ...others: readonly string[]): Composition | undefined {
  const lines = [`A: ${schema}`, ...others].map((line) => `    ${line}\n`);
  const api = apiFrom(`components:\n  schemas:\n${lines.join("")}`);
  const [id = ""] = api.models.filter(({ key }) => key === "A").map((model) => model.id);
  return weighCompositions(api).models.get(id);
}

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

it.each([
  ["a scalar, once", "{ type: string }", { size: 1, depth: 1 }],
  ["no member of an object", "{ properties: { a: { allOf: [{}, {}] } } }", { size: 1, depth: 1 }],
  ["no item of a list", "{ type: array, items: { oneOf: [{}, {}] } }", { size: 1, depth: 1 }],
  ["branches", "{ oneOf: [{ type: string }, { type: integer }] }", { size: 3, depth: 2 }],
  ["what must not be", "{ not: { not: { type: string } } }", { size: 3, depth: 3 }],
])("counts %s", (_, schema, expected) => {
  expect(composition(schema)).toEqual(expected);
});

it("counts what is behind a reference as often as it is met", () => {
  const two = `B: { oneOf: [{ type: string }, { type: integer }] }`;
  expect(composition(`{ oneOf: [${ref("B")}, ${ref("B")}] }`, two)).toEqual({ size: 9, depth: 4 });
});

it("counts the variants that a discriminator names", () => {
  const mapping = `discriminator: { propertyName: t, mapping: { b: B, c: C } }`;
  const base = `{ type: object, properties: { t: { type: string } }, ${mapping} }`;
  expect(composition(base, "B: {}", "C: {}")).toEqual({ size: 3, depth: 1 });
});

it("takes schemas that are made of each other for one, of which each is made", () => {
  const other = `B: { oneOf: [${ref("A")}, { type: string }] }`;
  const both = { size: 6, depth: 4 };
  expect(composition(`{ oneOf: [${ref("B")}, { type: integer }] }`, other)).toEqual(both);
  expect(composition(`{ oneOf: [${ref("A")}, { type: integer }] }`)).toEqual({ size: 3, depth: 2 });
});

it("adds up all values, those inside of others too", () => {
  const api = apiFrom(`
paths:
  /a: { get: { parameters: [{ name: q, in: query, schema: { type: string } }], responses: {} } }
components: { schemas: { A: { properties: { a: { type: string }, b: { oneOf: [{ type: string }, { type: integer }] } } } } }`);
  expect(weighCompositions(api).size).toBe(1 + 1 + 1 + 3);
});
