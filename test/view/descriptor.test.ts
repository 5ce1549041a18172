import { describe, expect, it } from "vitest";
import { descriptorFields } from "../../generator/view/descriptor-view.ts";
import { firstOperation, freshImports, viewsFrom } from "../builders/views-from.ts";

/** The fields of `GET /a/{id}` with these fields of the spec. */
function fieldsOf(fields: string, around = "", version?: string): Readonly<Record<string, string>> {
  const method = fields.includes("requestBody") ? "post" : "get";
  const views = viewsFrom(`paths: { "/a/{id}": { ${method}: { ${fields} } } }\n${around}`, version);
  const { operation, names } = firstOperation(views);
  return Object.fromEntries(
    descriptorFields(operation, names, views, freshImports()).map(({ key, value }) => [key, value]),
  );
}

const plain = { id: '"GET /a/{id}"', method: '"GET"', path: '"/a/{id}"' };

it("says no more than is needed", () => {
  expect(fieldsOf("summary: x")).toEqual(plain);
  expect(fieldsOf("operationId: get_a, responses: { '204': {} }, security: [], servers: []")).toEqual({
    ...plain,
    id: '"get_a"',
  });
});

it("keeps text of the spec inside of literals", () => {
  const views = viewsFrom(`paths: { "/a\\"\\\\\\u2028{x}": { get: { operationId: "b\\"*/" } } }`);
  const { operation, names } = firstOperation(views);
  const fields = descriptorFields(operation, names, views, freshImports());
  expect(fields.map(({ value }) => value)).toEqual(['"b\\"*/"', '"GET"', '"/a\\"\\\\\\u2028{x}"']);
});

it("says of parameters where they go, and what is not taken for granted", () => {
  const parameters = `parameters: [
    { name: id, in: path, schema: {} }, { name: id, in: query, style: pipeDelimited, schema: {} },
    { name: X-Trace, in: header, schema: {} }, { name: 'a"b', in: cookie, explode: false, allowReserved: true, schema: {} }]`;
  expect(fieldsOf(parameters)["parameters"]).toBe(
    `[${[
      '{ in: "path", name: "id" }',
      '{ in: "query", name: "id", field: "queryId", write: queryPipe }',
      '{ in: "header", name: "X-Trace", field: "xTrace" }',
      '{ in: "cookie", name: "a\\"b", field: "aB", write: reserved(cookieFormJoined) }',
    ].join(", ")}]`,
  );
});

it.each([
  ["{ type: string, default: me }", '"me"'],
  ["{ type: integer, format: int64, default: 9007199254740993 }", '"9007199254740993"'],
  ["{ default: [a] }", undefined],
])("fills the path where the caller gives nothing: %s", (schema, text) => {
  const parameter = ['in: "path"', 'name: "id"', ...(text === undefined ? [] : [`default: ${text}`])];
  expect(fieldsOf(`parameters: [{ name: id, in: path, schema: ${schema} }]`)["parameters"]).toBe(
    `[{ ${parameter.join(", ")} }]`,
  );
});

describe("bodies", () => {
  it("have a writer for each media type, in the order of the spec", () => {
    const content = "content: { text/plain: {}, application/json: {}, image/*: {} }";
    expect(fieldsOf(`requestBody: { ${content} }`)["body"]).toBe(
      '{"text/plain": textBody, "application/json": jsonBody, "image/*": binaryBody}',
    );
  });

  it.each([
    ["{ type: integer, format: int64 }", "exactJsonBody"],
    ["{ type: array, items: { properties: { a: { type: integer, format: int64 } } } }", "exactJsonBody"],
    [`{ $ref: "#/components/schemas/Far" }`, "exactJsonBody"],
    [`{ $ref: "#/components/schemas/Loop" }`, "jsonBody"],
    ["{ type: integer, format: int32 }", "jsonBody"],
    ["{ type: string, format: int64 }", "jsonBody"],
  ])("of %s are written by %s", (schema, writer) => {
    const schemas = `components: { schemas: { Far: { items: { $ref: "#/components/schemas/Near" } },
      Near: { anyOf: [{ type: string }, { type: integer, format: int64 }] }, Loop: { items: { $ref: "#/components/schemas/Loop" } } } }`;
    const body = `requestBody: { content: { application/json: { schema: ${schema} } } }`;
    expect(fieldsOf(body, schemas)["body"]).toBe(`{"application/json": ${writer}}`);
  });
});

it.each<readonly [responses: string, accept: string | undefined]>([
  ["{ '204': {} }", undefined],
  ["{ '200': { content: { application/json: {} } } }", "application/json"],
  ["{ '200': { content: { image/png: {}, application/json: {} } } }", "image/png, application/json"],
  [
    "{ '404': { content: { application/problem+json: {} } }, '200': { content: { text/csv: {} } } }",
    "text/csv, application/problem+json",
  ],
  ["{ '200': { content: { a/b: {} } }, '201': { content: { a/b: {}, c/d: {} } } }", "a/b, c/d"],
  ["{ '204': {}, default: { content: { a/b: {} } } }", "a/b"],
  ["{ 2XX: { content: { '*/*': {} } } }", "*/*"],
])("asks with %s for %s", (responses, accept) => {
  expect(fieldsOf(`responses: ${responses}`)["accept"]).toBe(accept && JSON.stringify(accept));
});

describe("security", () => {
  const schemes = `components: { securitySchemes: {
    key: { type: apiKey, in: header, name: k }, login: { type: http, scheme: basic }, token: { type: http, scheme: bearer },
    o: { type: oauth2, flows: {} }, connect: { type: openIdConnect, openIdConnectUrl: /c },
    cert: { type: mutualTLS }, digest: { type: http, scheme: digest } } }`;

  it.each<readonly [security: string, expected: string | undefined]>([
    ["[]", undefined],
    ["[{}]", undefined],
    ["[{ key: [] }]", '[["key"]]'],
    ["[{ key: [], login: [] }, { token: [] }]", '[["key", "login"], ["token"]]'],
    ["[{ o: [read] }, { connect: [] }]", '[["o"], ["connect"]]'],
    ["[{ key: [] }, {}]", '[["key"], []]'],
    ["[{ cert: [] }]", undefined],
    ["[{ cert: [], key: [] }]", '[["key"]]'],
    ["[{ digest: [] }, { key: [] }]", '[[], ["key"]]'],
    ["[{ nobody: [] }]", undefined],
    ["[{ o: [read] }, { o: [write] }]", '[["o"]]'],
  ])("%s is %s", (security, expected) => {
    expect(fieldsOf(`security: ${security}`, schemes)["security"]).toBe(expected);
  });

  it("is the API's where the operation says nothing", () => {
    expect(fieldsOf("summary: x", `security: [{ key: [] }]\n${schemes}`)["security"]).toBe('[["key"]]');
  });
});

describe("servers", () => {
  const around = "servers: [{ url: /all }]";

  it("are told where they are the operation's own", () => {
    expect(fieldsOf("summary: x", around)["servers"]).toBeUndefined();
    expect(fieldsOf("servers: [{ url: /a }, { url: /b }]", around)["servers"]).toBe(
      '[{ url: "/a" }, { url: "/b" }]',
    );
  });

  it("have the defaults of their variables", () => {
    const servers = `servers: [{ url: "/{v}", variables: { v: { default: 'a"b' }, w-x: { default: c }, __proto__: { default: d } } }]`;
    expect(fieldsOf(servers)["servers"]).toBe(
      '[{ url: "/{v}", variables: { v: "a\\"b", "w-x": "c", ["__proto__"]: "d" } }]',
    );
  });
});

describe("JSON is read with care", () => {
  const long = "{ type: array, items: { type: integer, format: int64 } }";
  it.each<readonly [responses: string, read: string | undefined]>([
    [`{ '200': { content: { application/json: { schema: ${long} } } } }`, "exactJson"],
    [
      `{ '200': { content: { application/json: {} } }, '202': { content: { a/b+json: { schema: ${long} } } } }`,
      "exactJson",
    ],
    [`{ default: { content: { application/json: { schema: ${long} } } } }`, "exactJson"],
    [`{ '200': { content: { text/plain: { schema: ${long} } } } }`, undefined],
    [`{ '200': {}, '404': { content: { application/json: { schema: ${long} } } } }`, undefined],
    ["{ '200': { content: { application/json: { schema: { type: integer } } } } }", undefined],
  ])("for %s: %s", (responses, read) => {
    expect(fieldsOf(`responses: ${responses}`)["read"]).toBe(read);
  });
});
