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

const needs = (name: string, schema: object): object => ({
  type: "object",
  required: [name],
  properties: { [name]: schema },
});

it.each([
  [{ allOf: [needs("id", text), needs("id", number)] }, "one wants a text, another a number"],
  [
    { allOf: [needs("id", text), { type: "object", properties: { id: number } }] },
    "one wants a text, another a number",
  ],
  [
    {
      allOf: [
        { type: "object", properties: { id: text } },
        { properties: { id: number }, required: ["id"] },
      ],
    },
    "one wants a text, another a number",
  ],
  [{ allOf: [reference("Base"), needs("id", number)] }, "one wants a number, another a text"],
  [{ ...needs("id", number), allOf: [reference("Base")] }, "one wants a number, another a text"],
  [
    { allOf: [needs("id", reference("Text")), needs("id", reference("Number"))] },
    "one wants a text, another a number",
  ],
  [
    { allOf: [needs("id", { enum: ["a"] }), needs("id", { enum: ["b", "c"] })] },
    "their lists of values have none in common",
  ],
  [{ allOf: [needs("id", { const: 1 }), needs("id", text)] }, "one wants a number, another a text"],
  [
    {
      allOf: [
        { allOf: [needs("id", text)] },
        { allOf: [reference("Base"), needs("id", { type: "boolean" })] },
      ],
    },
    "one wants a text, another true or false",
  ],
  [
    { allOf: [needs("id", { type: "array" }), needs("id", { type: ["object", "null"] })] },
    "one wants a list, another null or an object",
  ],
])("complains of a property that has to be there and cannot: %j", (schema, why) => {
  const [message = ""] = complaints(schema, { Base: { ...needs("id", text), "x-base": true } });
  expect(message).toBe(
    `/components/schemas/Subject unsatisfiable-all-of No value satisfies all parts of this allOf: each needs "id", and for that ${why}.`,
  );
});

it("points at both parts", () => {
  const schemas = { Subject: { allOf: [needs("id", text), needs("id", number)] } };
  const [only] = checkContradictions(apiOf({ info: { title: "a", version: "1" }, components: { schemas } }));
  expect(only?.related.map(({ place }) => place.pointer)).toEqual([
    "/components/schemas/Subject/allOf/0/properties/id",
    "/components/schemas/Subject/allOf/1/properties/id",
  ]);
});

it.each([
  {
    allOf: [
      { type: "object", properties: { id: text } },
      { type: "object", properties: { id: number } },
    ],
  },
  { allOf: [needs("id", text), needs("id", { maxLength: 3 })] },
  { allOf: [needs("id", { enum: ["a", "b"] }), needs("id", { enum: ["b"] })] },
  { allOf: [{ required: ["id"], properties: { id: text } }, { properties: { id: number } }] },
  { allOf: [needs("id", text), needs("name", number)] },
  { oneOf: [needs("id", text), needs("id", number)] },
])("says nothing where a value is left: %j", (schema) => {
  expect(complaints(schema)).toEqual([]);
});
