import { describe, expect, it } from "vitest";
import { apiFrom, bare, operationFrom, shapeOf } from "../builders/spec-texts.ts";

describe("a schema notes", () => {
  it.each<readonly [schema: string, notes: object | undefined]>([
    ["{}", undefined],
    ["{ title: T, description: D }", { title: "T", description: "D" }],
    ["{ title: 1, description: [] }", undefined],
    [
      "{ deprecated: true, readOnly: true, writeOnly: true }",
      { deprecated: true, readOnly: true, writeOnly: true },
    ],
    ["{ deprecated: false, readOnly: false, writeOnly: 1 }", undefined],
    ["{ default: null }", { default: null }],
    ["{ default: { a: [1] } }", { default: { a: [1] } }],
    ["{ default: 9007199254740993 }", { default: 9007199254740993n }],
    ["{ examples: [1, null], example: 3 }", { examples: [1, null, 3] }],
    ["{ examples: {} }", undefined],
    ["{ externalDocs: { url: /x, description: D } }", { docs: { url: "/x", description: "D" } }],
    ["{ externalDocs: { description: D } }", undefined],
    ["{ x-name: N }", { name: "N" }],
    [
      "{ x-a: { b: 1 }, x-b: null }",
      {
        extensions: [
          { name: "x-a", value: { b: 1 } },
          { name: "x-b", value: null },
        ],
      },
    ],
    ["{ x-enum-varnames: [A], x-enum-descriptions: [B] }", undefined],
  ])("%s", (schema, notes) => {
    expect(bare(shapeOf(schema))).toEqual({ kind: "any", ...(notes && { notes }) });
  });

  it("where each example stands", () => {
    const pointer = "/components/schemas/A";
    expect(shapeOf("{ examples: [1, 2], example: 3 }").notes?.examplesAt).toEqual([
      { file: "openapi.yaml", pointer: `${pointer}/examples/0` },
      { file: "openapi.yaml", pointer: `${pointer}/examples/1` },
      { file: "openapi.yaml", pointer: `${pointer}/example` },
    ]);
  });
});

it("keeps what the model has words of its own for out of the extensions", () => {
  const operation = operationFrom(
    `x-name: a, x-permissions: { type: ALL, permissions: [p, q, 1] }, x-pagination: { style: page }, x-sunset: '2030-01-01',
     x-stability-level: beta, x-other: [1],
     parameters: [{ name: b, in: query, x-name: c, x-other: 2, schema: {} }],
     requestBody: { x-other: 3, content: { text/plain: { x-other: 4 } } },
     responses: { x-other: 5, '200': { x-error-codes: [a, 1, b], x-other: 6,
       headers: { H: { x-correlation-id: true, x-other: 7, schema: {} } } } }`,
  );
  const other = (value: unknown): object[] => [{ name: "x-other", value }];
  expect(operation).toMatchObject({
    name: "a",
    permissions: { mode: "all", names: ["p", "q"] },
    pagination: new Map([["style", "page"]]),
    sunset: "2030-01-01",
    stability: "beta",
    extensions: other([1]),
    parameters: [{ field: "c", extensions: other(2) }],
    body: { extensions: other(3), media: [{ extensions: other(4) }] },
    responses: [
      {
        errorCodes: ["a", "b"],
        extensions: other(6),
        headers: [{ correlationId: true, extensions: other(7) }],
      },
    ],
  });
  expect(operation.responses).toHaveLength(1);
});

it.each([
  ["{ type: ANY, permissions: [p] }", { mode: "any", names: ["p"] }],
  ["{ permissions: [p] }", { mode: "any", names: ["p"] }],
  ["{ type: ALL, permissions: [] }", undefined],
  ["{ type: ALL }", undefined],
  ["ALL", undefined],
])("takes the permissions %s for %o", (written, permissions) => {
  expect(operationFrom(`x-permissions: ${written}`).permissions).toEqual(permissions);
});

it("says what the spec says of the API as a whole", () => {
  const api = apiFrom({
    "openapi.yaml": `
openapi: 3.2.0
info:
  title: Orders
  version: "1"
  summary: S
  description: D
  termsOfService: /terms
  contact: { name: N, url: /n, email: n@example.com }
  license: { name: L, identifier: MIT, url: /l }
externalDocs: { url: /docs }
tags:
  - { name: b, summary: S, description: D, externalDocs: { url: /b }, parent: a, x-kind: nav }
  - { description: nameless }
  - { name: a, x-name: first }
x-api: 1
`,
  });
  expect(bare(api)).toEqual({
    title: "Orders",
    version: "1",
    summary: "S",
    description: "D",
    termsOfService: "/terms",
    contact: { name: "N", url: "/n", email: "n@example.com" },
    license: { name: "L", identifier: "MIT", url: "/l" },
    docs: { url: "/docs" },
    servers: [],
    tags: [
      {
        name: "b",
        summary: "S",
        description: "D",
        docs: { url: "/b" },
        parent: "a",
        extensions: [{ name: "x-kind", value: "nav" }],
      },
      { name: "a", property: "first" },
    ],
    schemes: [],
    operations: [],
    webhooks: [],
    models: [],
    extensions: [{ name: "x-api", value: 1 }],
  });
});

it("leaves out a licence without a name and a contact that says nothing", () => {
  const text = "openapi: 3.1.0\ninfo: { license: { url: /l }, contact: [] }";
  expect(bare(apiFrom({ "openapi.yaml": text }))).toMatchObject({ title: "", version: "", contact: {} });
  expect(apiFrom({ "openapi.yaml": text }).license).toBeUndefined();
});
