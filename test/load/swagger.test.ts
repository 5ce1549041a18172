import { expect, it } from "vitest";
import { componentKind, componentsOf, sectionOf } from "../../generator/load/component-sections.ts";
import type { ObjectKind } from "../../generator/load/grammar/grammar.ts";
import { grammarIfKnown, grammarOf, shapeOf } from "../../generator/load/grammar/grammar-of.ts";
import { documentOf, loadTexts } from "./load-texts.ts";

const fieldsOf = (kind: ObjectKind): readonly string[] => Object.keys(grammarOf(kind, "2.0").fields);

it.each<[ObjectKind, readonly string[], readonly string[]]>([
  ["Swagger", ["host", "basePath", "schemes", "definitions", "securityDefinitions"], ["openapi", "servers"]],
  ["Path Item", ["get", "parameters"], ["trace", "summary", "servers"]],
  ["Operation", ["consumes", "produces", "schemes"], ["requestBody", "callbacks", "servers"]],
  ["Parameter", ["type", "items", "collectionFormat", "schema"], ["style", "content", "example"]],
  ["Items", ["type", "items", "enum"], ["description", "$ref"]],
  ["Header", ["type", "description"], ["schema", "required"]],
  ["Response", ["schema", "examples", "headers"], ["content", "links"]],
  ["Schema", ["discriminator", "readOnly", "allOf"], ["const", "examples"]],
  ["Security Scheme", ["flow", "scopes"], ["flows", "scheme"]],
])("lets %s hold in Swagger 2.0 what it held then", (kind, known, unknown) => {
  expect(fieldsOf(kind)).toEqual(expect.arrayContaining([...known]));
  expect(fieldsOf(kind).filter((field) => unknown.includes(field))).toEqual([]);
});

it("knows neither the objects that came later nor, later, those that went", () => {
  const later: readonly ObjectKind[] = [
    "OpenAPI",
    "Components",
    "Request Body",
    "Media Type",
    "Link",
    "Server",
  ];
  expect(later.filter((kind) => grammarIfKnown(kind, "2.0") !== undefined)).toEqual([]);
  const gone: readonly ObjectKind[] = ["Swagger", "Items"];
  expect(gone.filter((kind) => grammarIfKnown(kind, "3.0") !== undefined)).toEqual([]);
});

it("has the formats of lists where they are known", () => {
  const words = (kind: ObjectKind): unknown => shapeOf(grammarOf(kind, "2.0"), "collectionFormat");
  expect(words("Parameter")).toEqual({ holds: "word", words: ["csv", "ssv", "tsv", "pipes", "multi"] });
  expect(words("Header")).toEqual({ holds: "word", words: ["csv", "ssv", "tsv", "pipes"] });
});

it.each<[ObjectKind, readonly string[] | undefined, readonly string[] | undefined]>([
  ["Schema", ["definitions"], ["components", "schemas"]],
  ["Parameter", ["parameters"], ["components", "parameters"]],
  ["Response", ["responses"], ["components", "responses"]],
  ["Security Scheme", ["securityDefinitions"], ["components", "securitySchemes"]],
  ["Path Item", undefined, undefined],
  ["Info", undefined, undefined],
])("keeps each %s where its version does", (kind, in20, in30) => {
  expect(sectionOf(kind, "2.0")).toEqual(in20);
  expect(sectionOf(kind, "3.0")).toEqual(in30);
});

const spec = `swagger: "2.0"
info: { title: T, version: "1" }
paths:
  /a:
    parameters: [{ $ref: "#/parameters/P" }]
    post:
      parameters: [{ name: b, in: body, schema: { $ref: more.yaml#/B } }]
      responses: { "200": { $ref: "#/responses/R" } }
parameters: { P: { name: p, in: query, type: array, items: { type: array, items: { type: string } } } }
responses: { R: { headers: { H: { type: string } }, examples: { a/b: { $ref: none.yaml } }, schema: { $ref: "#/definitions/D" } } }
definitions: { D: { properties: { d: { oneOf: [{ $ref: "#/definitions/E" }] } } }, E: { default: { $ref: none.yaml } } }
securityDefinitions: { s: { type: basic } }
`;
const texts = { "openapi.yaml": spec, "more.yaml": "B: { type: object }" };

it("walks a document of Swagger 2.0 and the files that it refers to", () => {
  const { value, diagnostics } = loadTexts(texts);
  expect(diagnostics).toEqual([]);
  expect([...(value?.files.keys() ?? [])]).toEqual(["openapi.yaml", "more.yaml"]);
  const found = value?.objects.map(({ kind, node: { place } }) => `${kind} ${place.pointer}`);
  expect(found).toEqual([
    "Swagger ",
    "Info /info",
    "Paths /paths",
    "Path Item /paths/~1a",
    "Reference /paths/~1a/parameters/0",
    "Operation /paths/~1a/post",
    "Parameter /paths/~1a/post/parameters/0",
    "Reference /paths/~1a/post/parameters/0/schema",
    "Responses /paths/~1a/post/responses",
    "Reference /paths/~1a/post/responses/200",
    "Parameter /parameters/P",
    "Items /parameters/P/items",
    "Items /parameters/P/items/items",
    "Response /responses/R",
    "Header /responses/R/headers/H",
    "Reference /responses/R/schema",
    "Schema /definitions/D",
    "Schema /definitions/D/properties/d",
    "Reference /definitions/D/properties/d/oneOf/0",
    "Schema /definitions/E",
    "Security Scheme /securityDefinitions/s",
    "Schema /B",
  ]);
});

it("finds the components of a document of Swagger 2.0, and tells what each is", () => {
  const document = documentOf(texts);
  expect(componentsOf(document, "Schema").map(([name]) => name)).toEqual(["D", "E"]);
  expect(componentsOf(document, "Server")).toEqual([]);
  const kindAt = (pointer: string, file = "openapi.yaml"): unknown =>
    componentKind(document, { file, pointer });
  expect(kindAt("/definitions/D")).toBe("Schema");
  expect(kindAt("/securityDefinitions/s")).toBe("Security Scheme");
  expect(
    ["/definitions", "/definitions/D/properties", "/info/title", "/paths/~1a"].map((at) => kindAt(at)),
  ).toEqual(Array(4).fill(undefined));
  expect(kindAt("/definitions/D", "more.yaml")).toBeUndefined();
});
