// References where the standard knows none, but where authors split a spec all the same.
import { expect, it } from "vitest";
import { complaintsOf, documentOf, loadTexts, type Texts } from "./load-texts.ts";

const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

function objectsOf(texts: Texts): readonly string[] {
  return documentOf(texts).objects.map(
    ({ kind, node: { place } }) =>
      `${kind} ${place.file === "openapi.yaml" ? "" : place.file}#${place.pointer}`,
  );
}

it("follows a reference in the place of an operation", () => {
  const texts = {
    "openapi.yaml": `${head}paths: { /a: { get: { $ref: get.yaml }, put: { $ref: "#/x-put" } } }\nx-put: {}`,
    "get.yaml": "responses: { default: {} }",
  };
  expect(loadTexts(texts).diagnostics).toEqual([]);
  expect(objectsOf(texts).slice(3)).toEqual([
    "Path Item #/paths/~1a",
    "Reference #/paths/~1a/get",
    "Reference #/paths/~1a/put",
    "Operation get.yaml#",
    "Responses get.yaml#/responses",
    "Response get.yaml#/responses/default",
    "Operation #/x-put",
  ]);
});

it("says where such a reference leads nowhere, or in a circle", () => {
  const text = `${head}paths:\n  /a:\n    get: { $ref: none.yaml }\n    put: { $ref: "#/paths/~1a/put" }\n`;
  expect(complaintsOf(text)).toEqual([
    "openapi.yaml:5:18 unreadable-reference",
    "openapi.yaml:6:18 endless-reference",
  ]);
});

it("follows a reference among properties to others, which may lead back", () => {
  const texts = {
    "openapi.yaml": `${head}components: { schemas: { A: { properties: { $ref: more.yaml#/p, own: {} } } } }`,
    "more.yaml": "p: { b: { properties: { $ref: '#/p' } }, c: text }",
  };
  expect(loadTexts(texts).diagnostics).toEqual([]);
  expect(objectsOf(texts).slice(3)).toEqual([
    "Schema #/components/schemas/A",
    "Schema #/components/schemas/A/properties/own",
    "Schema more.yaml#/p/b",
  ]);
});

it("says where a reference among properties leads nowhere", () => {
  const text = `${head}components:\n  schemas:\n    A: { properties: { $ref: "#/components/none" } }`;
  expect(complaintsOf(text)).toEqual(["openapi.yaml:5:30 unresolved-reference"]);
});

it("takes a property of that name for a property", () => {
  const text = `${head}components: { schemas: { A: { properties: { $ref: { $ref: "#/components/schemas/B" } } }, B: {} } }`;
  expect(objectsOf(text)).toContain("Schema #/components/schemas/A/properties/$ref");
});
