import { expect, it } from "vitest";
import { checkContradictions } from "../../generator/values/check-contradictions.ts";
import { apiOf } from "./spec.ts";

const text = { type: "string" };
const number = { type: "number" };
const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

/** What is said of one schema among others. */
function complaints(schema: object, others: object = {}): readonly string[] {
  const schemas = { Subject: schema, Text: text, Number: number, ...others };
  return checkContradictions(apiOf({ info: { title: "a", version: "1" }, components: { schemas } })).map(
    ({ code, message, place }) => `${place.pointer} ${code} ${message}`,
  );
}

it.each([
  [{ allOf: [text, number] }, "one wants a text, another a number."],
  [{ allOf: [reference("Text"), reference("Number")] }, "one wants a text, another a number."],
  [{ type: "object", allOf: [{ type: ["string", "null"] }] }, "one wants an object, another null or a text."],
  [{ allOf: [{ enum: ["a", "b"] }, { enum: ["c"] }] }, "their lists of values have none in common."],
  [{ allOf: [{ const: 1 }, { const: 2 }] }, "their lists of values have none in common."],
])("complains that nothing satisfies %j", (schema, why) => {
  const [only, ...others] = complaints(schema);
  expect(only).toBe(
    `/components/schemas/Subject unsatisfiable-all-of No value satisfies all parts of this allOf: ${why}`,
  );
  expect(others).toEqual([]);
});

it.each([
  { allOf: [text, { maxLength: 3 }] },
  { allOf: [{ type: ["string", "null"] }, text] },
  { allOf: [{ properties: { a: text } }, reference("Text")] },
  { allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] },
  { allOf: [{ enum: [1] }, { enum: [1.0] }] },
  { allOf: [text, { not: text }] },
  { anyOf: [text, number] },
  { allOf: [false, text] },
])("says nothing of %j", (schema) => {
  expect(complaints(schema)).toEqual([]);
});

it("comes to an end, soon, where schemas contain each other or each other twice", () => {
  expect(complaints({ allOf: [reference("Subject"), text] })).toEqual([]);
  const chain = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `A${index}`,
      index === 59 ? text : { allOf: [reference(`A${index + 1}`), reference(`A${index + 1}`)] },
    ]),
  );
  expect(complaints({ allOf: [reference("A0"), number] }, chain)).toHaveLength(1);
});
