import { describe, expect, it } from "vitest";
import type { Operation } from "../../generator/model/operation.ts";
import { apiFrom, bare, operationFrom } from "../builders/spec-texts.ts";

function parametersOf({ parameters }: Operation): readonly unknown[] {
  return parameters.map(({ in: place, name, description }) =>
    [place, name, description].filter(Boolean).join(" "),
  );
}

/** The operation of a path that has parameters too. */
function withinPath(item: string, own: string): Operation {
  const [operation] = apiFrom(
    `paths: { "/{a}": { parameters: [${item}], get: { parameters: [${own}] } } }`,
  ).operations;
  if (operation === undefined) throw new Error("There is no operation.");
  return operation;
}

const a = "{ name: a, in: path, required: true, description: Of the path., schema: {} }";
const q = "{ name: q, in: query, schema: {} }";

it.each([
  [
    "come from the path first",
    `${a}, ${q}`,
    "{ name: z, in: query, schema: {} }",
    ["path a Of the path.", "query q", "query z"],
  ],
  [
    "of the operation take the place of the path's",
    `${a}, ${q}`,
    "{ name: a, in: path, description: Own., schema: {} }",
    ["path a Own.", "query q"],
  ],
  [
    "of one name and another place are others",
    a,
    "{ name: a, in: query, schema: {} }",
    ["path a Of the path.", "query a"],
  ],
  [
    "that are declared twice count once",
    a,
    `${q}, { name: q, in: query, description: Last., schema: {} }`,
    ["path a Of the path.", "query q Last."],
  ],
])("parameters %s", (_, item, own, expected) => {
  expect(parametersOf(withinPath(item, own))).toEqual(expected);
});

it("reads on where a path refers to another file", () => {
  const [operation] = apiFrom({
    "openapi.yaml": `openapi: 3.1.0
paths:
  /{a}:
    $ref: paths/a.yaml
    parameters: [{ $ref: '#/components/parameters/A' }]
components: { parameters: { A: { name: a, in: path, schema: { $ref: schemas/id.yaml } } } }`,
    "paths/a.yaml": `
parameters: [{ name: lost, in: query, schema: {} }]
servers: [{ url: https://files.example.com }]
summary: Of the file.
get: { parameters: [{ $ref: "../parameters.yaml#/limit" }], responses: {} }`,
    "parameters.yaml": "limit: { name: limit, in: query, schema: { type: integer } }",
    "schemas/id.yaml": "{ title: Id, type: string }",
  }).operations;
  expect(operation).toMatchObject({
    summary: "Of the file.",
    place: { file: "paths/a.yaml", pointer: "/get" },
    servers: [{ url: "https://files.example.com" }],
    parameters: [
      { name: "a", place: { file: "openapi.yaml", pointer: "/components/parameters/A" } },
      { name: "limit", place: { file: "parameters.yaml", pointer: "/limit" } },
    ],
  });
});

it("leaves out what OpenAPI says elsewhere, and what cannot be told", () => {
  const parameters = `parameters: [
    { name: Accept, in: header, schema: {} }, { name: content-type, in: header, schema: {} },
    { name: AUTHORIZATION, in: header, schema: {} }, { name: accept, in: query, schema: {} },
    { in: query }, { name: a }, { name: a, in: body }, { name: 1, in: query }, 5, { $ref: '#/nowhere' }]`;
  expect(parametersOf(operationFrom(parameters))).toEqual(["query accept"]);
});

it("pairs the one name of a template that has no parameter with the one parameter that has no place there", () => {
  const pathNames = (path: string, ...names: string[]): unknown => {
    const parameters = names.map((name) => `{ name: ${name}, in: path, schema: {} }`).join(", ");
    const [operation] = apiFrom(`paths: { "${path}": { get: { parameters: [${parameters}] } } }`).operations;
    return operation?.parameters.map(({ name }) => name);
  };
  expect(pathNames("/{order_id}", "orderId")).toEqual(["order_id"]);
  expect(pathNames("/{a}/{b}", "b", "c")).toEqual(["b", "a"]);
  expect(pathNames("/{a}/{b}", "c", "d")).toEqual(["c", "d"]);
  expect(pathNames("/{a}", "a", "b")).toEqual(["a", "b"]);
});

describe("a parameter travels", () => {
  it.each<readonly [written: string, style: string, explode: boolean]>([
    ["in: path", "simple", false],
    ["in: header", "simple", false],
    ["in: query", "form", true],
    ["in: cookie", "form", true],
    ["in: query, explode: false", "form", false],
    ["in: query, style: pipeDelimited", "pipeDelimited", false],
    ["in: query, style: spaceDelimited, explode: true", "spaceDelimited", true],
    ["in: query, style: deepObject", "deepObject", false],
    ["in: path, style: label", "label", false],
    ["in: path, style: matrix, explode: true", "matrix", true],
    ["in: cookie, style: cookie", "cookie", true],
    ["in: querystring", "form", true],
    ["in: path, style: nonsense", "simple", false],
    ["in: query, style: [form], explode: 1", "form", true],
  ])("as it says, else as its place does: %s", (written, style, explode) => {
    const [parameter] = operationFrom(`parameters: [{ name: a, ${written}, schema: {} }]`).parameters;
    expect({ style: parameter?.style, explode: parameter?.explode }).toEqual({ style, explode });
  });
});

it("says all of a parameter", () => {
  const [parameter] = operationFrom(
    `parameters: [{ name: a, in: query, required: true, description: D, deprecated: true, allowReserved: true,
      allowEmptyValue: true, schema: { type: string }, example: x,
      examples: { one: { value: 1, summary: S }, two: { $ref: '#/components/examples/E' }, three: { externalValue: /e } } }]`,
    "components: { examples: { E: { description: D, dataValue: 2, serializedValue: '2' } } }",
  ).parameters;
  expect(bare(parameter)).toEqual({
    name: "a",
    in: "query",
    required: true,
    description: "D",
    deprecated: true,
    style: "form",
    explode: true,
    allowReserved: true,
    allowEmptyValue: true,
    shape: { kind: "string" },
    examples: [
      { value: "x" },
      { name: "one", summary: "S", value: 1 },
      { name: "two", description: "D", value: 2 },
      { name: "three", externalValue: "/e" },
    ],
  });
  expect(parameter?.examples.map(({ place }) => place?.pointer)).toEqual([
    "/paths/~1a/get/parameters/0/example",
    "/paths/~1a/get/parameters/0/examples/one/value",
    "/components/examples/E/dataValue",
    undefined,
  ]);
});

it.each<readonly [string, object]>([
  ["schema: { type: string }", { shape: { kind: "string" } }],
  [
    "content: { application/json: { schema: { type: object } } }",
    { shape: { kind: "object", properties: [] }, mediaType: "application/json" },
  ],
  [
    "content: { text/plain: {} }, schema: { type: string }",
    { shape: { kind: "any" }, mediaType: "text/plain" },
  ],
  ["content: {}", { shape: { kind: "any" } }],
  ["description: x", { shape: { kind: "any" }, description: "x" }],
  ["schema: 5", { shape: { kind: "any" } }],
  ["required: false", { shape: { kind: "any" } }],
])("has the shape of its schema or of its document: %s", (written, expected) => {
  const [parameter] = operationFrom(`parameters: [{ name: a, in: header, ${written} }]`).parameters;
  expect(bare(parameter)).toEqual({
    name: "a",
    in: "header",
    required: false,
    style: "simple",
    explode: false,
    examples: [],
    ...expected,
  });
});

it("cannot do without a parameter of the path", () => {
  expect(
    operationFrom("parameters: [{ name: a, in: path, required: false, schema: {} }]").parameters[0]?.required,
  ).toBe(true);
});
