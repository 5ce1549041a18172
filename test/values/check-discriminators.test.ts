import { expect, it } from "vitest";
import { checkDiscriminators } from "../../generator/values/check-discriminators.ts";
import { apiOf } from "./spec.ts";

const reference = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const discriminator = { propertyName: "kind" };
const cat = { type: "object", properties: { kind: { type: "string" } } };
const dog = { type: "object", properties: { bark: { type: "string" } } };

/** What is said of one schema among others, each complaint with the places that it points at. */
function complaints(subject: object, others: object = {}): readonly string[] {
  const schemas = { Subject: subject, Cat: cat, Dog: dog, ...others };
  const found = checkDiscriminators(apiOf({ info: { title: "a", version: "1" }, components: { schemas } }));
  return found.map(({ code, place, related }) =>
    [code, place.pointer, ...related.map((each) => each.place.pointer)]
      .join(" ")
      .replaceAll("/components/schemas/", ""),
  );
}

const both = [reference("Cat"), reference("Dog")];
const missing = "discriminator-property-missing";

it.each([
  ["a branch without the property", { oneOf: both, discriminator }, {}, [`${missing} Subject/oneOf/1 Dog`]],
  ["a branch of an anyOf", { anyOf: both, discriminator }, {}, [`${missing} Subject/anyOf/1 Dog`]],
  [
    "a branch that is written out",
    { oneOf: [reference("Cat"), dog], discriminator },
    {},
    [`${missing} Subject/oneOf/1`],
  ],
  [
    "every branch",
    { oneOf: [reference("Dog"), reference("Wolf")], discriminator },
    { Wolf: dog },
    [`${missing} Subject/oneOf/0 Dog`, `${missing} Subject/oneOf/1 Wolf`],
  ],
  [
    "a branch whose parts do not have it",
    { oneOf: [reference("Cat"), reference("Puppy")], discriminator },
    { Puppy: { allOf: [reference("Dog"), { properties: { age: {} } }] } },
    [`${missing} Subject/oneOf/1 Puppy`],
  ],
  [
    "a union inside of another schema",
    { type: "array", items: { oneOf: both, discriminator } },
    {},
    [`${missing} Subject/items/oneOf/1 Dog`],
  ],
  [
    "a branch with a mapping",
    { oneOf: both, discriminator: { ...discriminator, mapping: { d: "Dog" } } },
    {},
    [`${missing} Subject/oneOf/1 Dog`],
  ],
  [
    "a branch that is made of itself",
    { oneOf: [reference("Loop")], discriminator },
    { Loop: { type: "object", allOf: [reference("Loop"), reference("Dog")] } },
    [`${missing} Subject/oneOf/0 Loop`],
  ],
])("complains of %s", (_title, subject, others, expected) => {
  expect(complaints(subject, others)).toEqual(expected);
});

it.each([
  ["branches that have the property", { oneOf: [reference("Cat")], discriminator }, {}],
  ["a union without a discriminator", { oneOf: both }, {}],
  ["a branch that only requires it", { oneOf: [{ type: "object", required: ["kind"] }], discriminator }, {}],
  [
    "a branch that has it from a base",
    { oneOf: [reference("Puppy")], discriminator },
    { Puppy: { allOf: [reference("Cat"), { properties: { age: {} } }] } },
  ],
  ["null beside the branches", { oneOf: [reference("Cat"), { type: "null" }], discriminator }, {}],
  ["a branch that is no object", { oneOf: [reference("Cat"), { type: "string" }], discriminator }, {}],
  [
    "a branch that is a union of those that have it",
    { oneOf: [reference("Some")], discriminator },
    { Some: { type: "object", oneOf: [reference("Cat")] } },
  ],
  [
    "properties by pattern",
    { oneOf: [{ type: "object", patternProperties: { "^k": {} } }], discriminator },
    {},
  ],
])("says nothing of %s", (_title, subject, others) => {
  expect(complaints(subject, others)).toEqual([]);
});
