// A document of Swagger 2.0 may be wrong in any place; one that is right has all its places in the model.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { SpecDocument } from "../../generator/load/document.ts";
import type { Place } from "../../generator/location.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { validateSpec } from "../../generator/validate/validate-spec.ts";
import { documentFrom } from "../builders/spec-texts.ts";
import { golden } from "../stories.ts";

const garbage = [
  "null",
  "5",
  "text",
  "[5, [], {}, null]",
  "{ a: 5, b: [], __proto__: {}, allOf: 5 }",
  "{ $ref: '#' }",
  "{ $ref: '#/definitions/A' }",
  "{ $ref: 5 }",
];

const inOperation = [
  "consumes: PLACE, produces: PLACE, schemes: PLACE, parameters: PLACE, responses: PLACE",
  "consumes: [PLACE], parameters: [PLACE, { name: a, in: body, schema: PLACE, required: PLACE }]",
  "consumes: PLACE, parameters: [{ name: PLACE, in: formData, type: PLACE }, { name: b, in: formData, type: file }]",
  "parameters: [{ name: a, in: query, type: array, items: PLACE, collectionFormat: PLACE, enum: PLACE, default: PLACE }]",
  "parameters: [{ name: a, in: PLACE, type: PLACE, x-nullable: PLACE, x-enum-varnames: PLACE }]",
  "produces: [PLACE], responses: { 200: PLACE, default: { schema: PLACE, headers: PLACE, examples: PLACE } }",
  "responses: { default: { headers: { a: PLACE }, schema: { type: file }, examples: { application/json: PLACE } } }",
];

it.each([
  "host: PLACE, basePath: PLACE, schemes: PLACE",
  "host: a, schemes: [PLACE], securityDefinitions: PLACE, definitions: PLACE, parameters: PLACE, responses: PLACE",
  "securityDefinitions: { a: PLACE }, definitions: { A: PLACE }",
  "securityDefinitions: { a: { type: oauth2, flow: PLACE, scopes: PLACE, in: PLACE } }",
  "paths: PLACE",
  "paths: { /a: PLACE }",
  "paths: { /a: { get: PLACE, parameters: PLACE } }",
  ...inOperation.map((fields) => `paths: { /a: { post: { ${fields} } } }`),
  "definitions: { A: { discriminator: PLACE, properties: PLACE }, B: { allOf: [PLACE, { $ref: '#/definitions/A' }] } }",
  "definitions: { A: { discriminator: k, properties: { k: PLACE }, allOf: PLACE }, B: { allOf: [{ $ref: '#/definitions/A' }], discriminator: k } }",
  "definitions: { A: { type: PLACE, x-nullable: PLACE, enum: PLACE, items: PLACE } }",
])("bears anything in the place of %s", (place) => {
  for (const value of garbage) {
    const text = `{ swagger: "2.0", ${place.replaceAll("PLACE", value)} }`;
    const document = documentFrom({ "openapi.yaml": text });
    expect(() => [buildModel(document), validateSpec(document)], text).not.toThrow();
  }
});

it("has places in its model that are in the text", () => {
  const text = readFileSync(join(golden, "swagger-2/spec/openapi.yaml"), "utf8");
  const document = documentFrom({ "openapi.yaml": text });
  const places = placesIn(buildModel(document));
  expect(places.length).toBeGreaterThan(100);
  expect(places.filter((place) => !isThere(document, place))).toEqual([]);
});

function isThere(document: SpecDocument, place: Place): boolean {
  return document.at(place) !== undefined;
}

function placesIn(value: unknown): readonly Place[] {
  if (Array.isArray(value)) return value.flatMap(placesIn);
  if (typeof value !== "object" || value === null) return [];
  if (isPlace(value)) return [value];
  return Object.values(value).flatMap(placesIn);
}

function isPlace(value: object): value is Place {
  return "file" in value && "pointer" in value;
}
