import { describe, expect, it } from "vitest";
import { apiFrom, bare, printed } from "../builders/spec-texts.ts";

const idsOf = (text: string): readonly string[] =>
  apiFrom(text).operations.map(({ method, path, operationId }) =>
    [method, path, operationId].filter(Boolean).join(" "),
  );

it.each<readonly [string, string, readonly string[]]>([
  [
    "in the order of the spec",
    "paths: { /b: { put: {}, get: {}, trace: {} }, /a: { options: {}, head: {}, patch: {}, delete: {}, post: {} } }",
    ["PUT /b", "GET /b", "TRACE /b", "OPTIONS /a", "HEAD /a", "PATCH /a", "DELETE /a", "POST /a"],
  ],
  [
    "of methods and nothing else",
    "paths: { /a: { summary: x, x-get: {}, parameters: [], get: {}, GET: {}, connect: {} } }",
    ["GET /a"],
  ],
  [
    "of paths and nothing else",
    "paths: { /a: { get: {} }, x-b: { get: {} }, c: { get: {} }, /d: 5 }",
    ["GET /a"],
  ],
  ["that are no objects", "paths: { /a: { get: 5, put: null } }", ["GET /a", "PUT /a"]],
  ["none", "paths: []", []],
])("has the operations %s", (_, text, expected) => {
  expect(idsOf(text)).toEqual(expected);
});

it("has the methods of OpenAPI 3.2, additional ones as they are written", () => {
  const paths =
    "paths: { /a: { query: {}, additionalOperations: { COPY: { operationId: copy }, link: {} } } }";
  expect(apiFrom(paths, "3.2.0").operations.map(({ method }) => method)).toEqual(["QUERY", "COPY", "link"]);
});

it("takes from the path what the operation does not say", () => {
  const { operations } = apiFrom(
    "paths: { /a: { summary: S, description: D, get: { summary: Own }, put: { description: Own } } }",
  );
  expect(bare(operations)).toMatchObject([
    { method: "GET", summary: "Own", description: "D" },
    { method: "PUT", summary: "S", description: "Own" },
  ]);
});

it("says what an operation says of itself", () => {
  const [operation] = apiFrom(
    "paths: { /a: { get: { operationId: a, tags: [b, 5, a], deprecated: true, externalDocs: { url: /d } } } }",
  ).operations;
  expect(bare(operation)).toEqual({
    operationId: "a",
    method: "GET",
    path: "/a",
    tags: ["b", "a"],
    deprecated: true,
    docs: { url: "/d" },
    parameters: [],
    responses: [],
    security: [],
    servers: [],
    callbacks: [],
  });
});

describe("a path that refers to another one", () => {
  const other =
    "x-paths: { other: { get: { operationId: theirs }, put: {}, parameters: [{ name: theirs, in: query }] } }";

  it("has that one's operations after its own, which win", () => {
    expect(
      idsOf(`paths: { /a: { post: {}, $ref: "#/x-paths/other", get: { operationId: own } } }\n${other}`),
    ).toEqual(["POST /a", "GET /a own", "PUT /a"]);
  });

  it("has each field from where it is written", () => {
    const { operations } = apiFrom(
      `paths: { /a: { $ref: "#/x-paths/other", servers: [{ url: /own }] } }\n${other}`,
    );
    expect(operations.map(({ parameters, servers }) => [parameters[0]?.name, servers[0]?.url])).toEqual([
      ["theirs", "/own"],
      ["theirs", "/own"],
    ]);
  });

  it("has none where the reference leads nowhere or in circles", () => {
    expect(idsOf(`paths: { /a: { $ref: "#/nowhere" }, /b: { $ref: "#/paths/~1b" } }`)).toEqual([]);
  });
});

describe("what the API asks of others", () => {
  const spec = `
servers: [{ url: /a }]
security: [{ s: [] }]
paths:
  /a:
    post:
      callbacks:
        done:
          "{$request.body#/url}": { post: { operationId: tell } }
          x-note: { post: {} }
        shared: { $ref: "#/components/callbacks/C" }
        lost: { $ref: "#/nowhere" }
webhooks:
  orderShipped: { post: { operationId: shipped, security: [{ w: [] }] } }
  viaComponent: { $ref: "#/components/pathItems/P" }
components:
  callbacks: { C: { "{$url}": { put: {}, get: {} } } }
  pathItems: { P: { delete: {} } }`;

  it("is no operation of the API", () => {
    expect(idsOf(spec)).toEqual(["POST /a"]);
  });

  it("stands with the operation, by name and expression", () => {
    const { callbacks = [] } = apiFrom(spec).operations[0] ?? {};
    expect(
      callbacks.map(({ name, operations }) => [
        name,
        ...operations.map(({ method, path }) => `${method} ${path}`),
      ]),
    ).toEqual([
      ["done", "POST {$request.body#/url}"],
      ["shared", "PUT {$url}", "GET {$url}"],
    ]);
  });

  it("is a webhook by its name where no operation leads to it", () => {
    expect(apiFrom(spec).webhooks.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST orderShipped",
      "DELETE viaComponent",
    ]);
  });

  it("knows neither the servers nor the credentials of the API", () => {
    const { operations, webhooks } = apiFrom(spec);
    const [tell] = operations[0]?.callbacks[0]?.operations ?? [];
    expect([tell?.servers, tell?.security, webhooks[1]?.security]).toEqual([[], [], []]);
    expect(printed(webhooks[0]?.security)).toBe('[{"schemes": [{"name": "w","scopes": []}]}]');
  });
});
