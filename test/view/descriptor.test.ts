import { describe, expect, it } from "vitest";
import { descriptorFields } from "../../generator/view/descriptor-view.ts";
import * as json from "../../templates/runtime/json.ts";
import * as media from "../../templates/runtime/media.ts";
import * as runtimeParameters from "../../templates/runtime/parameters.ts";
import * as places from "../../templates/runtime/places.ts";
import * as raw from "../../templates/runtime/raw.ts";
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

const plain = { id: '"GET /a/{id}"', method: '"GET"', path: '"/a/{id}"', read: "readNothing" };

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
  expect(fields.map(({ value }) => value)).toEqual([
    '"b\\"*/"',
    '"GET"',
    '"/a\\"\\\\\\u2028{x}"',
    "readNothing",
  ]);
});

it("says of parameters where they go, and what is not taken for granted", () => {
  const parameters = `parameters: [
    { name: id, in: path, schema: { type: string } }, { name: id, in: query, style: pipeDelimited, schema: {} },
    { name: X-Trace, in: header, schema: { type: string } }, { name: 'a"b', in: cookie, explode: false, allowReserved: true, schema: {} }]`;
  expect(fieldsOf(parameters)["parameters"]).toBe(
    `[${[
      '{ in: inPath, name: "id" }',
      '{ in: inQuery, name: "id", field: "queryId", write: queryPipe }',
      '{ in: inHeader, name: "X-Trace", field: "xTrace" }',
      '{ in: inCookie, name: "a\\"b", field: "aB", write: /* @__PURE__ */ reserved(cookieFormJoined) }',
    ].join(", ")}]`,
  );
});

it("puts a whole query string where a query goes", () => {
  const parameter =
    "{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: {} } } }";
  expect(fieldsOf(`parameters: [${parameter}]`, "", "3.2.0")["parameters"]).toBe(
    '[{ in: inQuery, name: "q", write: queryForm }]',
  );
});

describe("the usual writer of a parameter", () => {
  const schemas = `components: { schemas: {
    Word: { type: string }, Words: { type: array, items: { $ref: "#/components/schemas/Word" } },
    Loop: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Loop" }] } } }`;
  const usual = [
    { at: "path", name: "id", placer: "inPath", writer: "pathSimple" },
    { at: "query", name: "q", placer: "inQuery", writer: "queryForm" },
    { at: "header", name: "h", placer: "inHeader", writer: "headerSimple" },
    { at: "cookie", name: "c", placer: "inCookie", writer: "cookieForm" },
  ];

  const parametersOf = (schema: string): string | undefined => {
    const list = usual.map(({ at, name }) => `{ name: ${name}, in: ${at}, schema: ${schema} }`);
    return fieldsOf(`parameters: [${list.join(", ")}]`, schemas)["parameters"];
  };

  it.each([
    ["{ type: string }"],
    ["{ type: string, format: date-time }"],
    ["{ type: integer, format: int64 }"],
    ["{ type: boolean }"],
    ["{ type: [string, 'null'] }"],
    ["{ type: [string, number] }"],
    ["{ enum: [a, 1] }"],
    [`{ $ref: "#/components/schemas/Word" }`],
    ["{ oneOf: [{ type: string }, { type: integer }] }"],
  ])("goes without saying for a scalar: %s", (schema) => {
    const list = usual.map(({ name, placer }) => `{ in: ${placer}, name: "${name}" }`);
    expect(parametersOf(schema)).toBe(`[${list.join(", ")}]`);
  });

  it.each([
    ["{}"],
    ["{ type: array, items: { type: string } }"],
    ["{ type: object, properties: { a: { type: string } } }"],
    ["{ type: [string, array] }"],
    ["{ enum: [a, [b]] }"],
    ["{ maxLength: 3 }"],
    [`{ $ref: "#/components/schemas/Words" }`],
    [`{ $ref: "#/components/schemas/Loop" }`],
    ["{ oneOf: [{ type: string }, { type: array, items: { type: string } }] }"],
  ])("is named for what may be more: %s", (schema) => {
    const list = usual.map(
      ({ name, placer, writer }) => `{ in: ${placer}, name: "${name}", write: ${writer} }`,
    );
    expect(parametersOf(schema)).toBe(`[${list.join(", ")}]`);
  });
});

it("imports nothing that the runtime has not", () => {
  const parameters = ["path", "query", "header", "cookie"].map(
    (at) => `{ name: ${at}, in: ${at}, schema: {} }`,
  );
  const views = viewsFrom(`paths: { /a: { post: { parameters: [${parameters.join(", ")}],
    requestBody: { content: { text/plain: {}, application/json: {} } }, responses: { '200': { content: { text/plain: {} } } } },
    get: {} } }`);
  const imports = freshImports();
  for (const { operations } of views.groups) {
    for (const { operation, names } of operations) descriptorFields(operation, names, views, imports);
  }
  const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    '"../runtime/json.js"': json,
    '"../runtime/media.js"': media,
    '"../runtime/parameters.js"': runtimeParameters,
    '"../runtime/places.js"': places,
    '"../runtime/raw.js"': raw,
  };
  const list = imports.list();
  expect(list.map(({ from }) => from)).toEqual(Object.keys(modules));
  for (const { names, from, isType } of list) {
    expect(isType).toBe(false);
    for (const name of names.split(", ")) expect(modules[from]?.[name], name).toBeTypeOf("function");
  }
});

it.each([
  ["{ type: string, default: me }", '"me"'],
  ["{ type: integer, format: int64, default: 9007199254740993 }", '"9007199254740993"'],
  ["{ type: string, default: '' }", undefined],
  ["{ type: string, default: null }", undefined],
])("fills the path where the caller gives nothing: %s", (schema, text) => {
  const parameter = ["in: inPath", 'name: "id"', ...(text === undefined ? [] : [`default: ${text}`])];
  expect(fieldsOf(`parameters: [{ name: id, in: path, schema: ${schema} }]`)["parameters"]).toBe(
    `[{ ${parameter.join(", ")} }]`,
  );
});

it("fills no path with what would have to be taken apart", () => {
  const parameter = "{ name: id, in: path, schema: { default: [a] } }";
  expect(fieldsOf(`parameters: [${parameter}]`)["parameters"]).toBe(
    '[{ in: inPath, name: "id", write: pathSimple }]',
  );
});

describe("bodies", () => {
  it("have a writer for each media type, in the order of the spec", () => {
    const content = "content: { text/plain: {}, application/json: {}, image/*: {} }";
    expect(fieldsOf(`requestBody: { required: true, ${content} }`)["body"]).toBe(
      '/* @__PURE__ */ bodyOf({ "text/plain": textBody, "application/json": jsonBody, "image/*": binaryBody })',
    );
  });

  it.each([
    ["application/json: {}", "jsonBody"],
    ["text/plain: {}", "textBody"],
    ["application/octet-stream: {}", "binaryBody"],
    ["application/x-www-form-urlencoded: {}", "/* @__PURE__ */ formBody()"],
    ["multipart/form-data: {}", "/* @__PURE__ */ multipartBody()"],
    ["application/merge-patch+json: {}", 'bodyOf({ "application/merge-patch+json": jsonBody })'],
    ["image/png: {}", 'bodyOf({ "image/png": binaryBody })'],
    [
      "application/json: {}, text/plain: {}",
      'bodyOf({ "application/json": jsonBody, "text/plain": textBody })',
    ],
  ])("of %s say %s, and whether they may be left out", (content, text) => {
    const required = text.startsWith("bodyOf") ? `/* @__PURE__ */ ${text}` : text;
    const bodyOf = (more: string) => fieldsOf(`requestBody: { ${more} content: { ${content} } }`)["body"];
    expect(bodyOf("required: true,")).toBe(required);
    expect(bodyOf("required: false,")).toBe(`/* @__PURE__ */ optional(${required})`);
    expect(bodyOf("")).toBe(`/* @__PURE__ */ optional(${required})`);
  });

  it("that are none have no writer", () => {
    expect(fieldsOf("requestBody: { content: {} }")["body"]).toBeUndefined();
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
    const body = `requestBody: { required: true, content: { application/json: { schema: ${schema} } } }`;
    expect(fieldsOf(body, schemas)["body"]).toBe(writer);
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

describe("a success is read as", () => {
  const content = (types: string): string => `'200': { content: { ${types} } }`;
  const text = "{ schema: { type: string } }";
  const binary = "{ schema: { type: string, format: binary } }";

  it.each<readonly [responses: string, read: string | undefined, as?: string | undefined, take?: string]>([
    ["'204': {}", "readNothing"],
    ["'200': {}, '404': { content: { text/plain: {} } }", "readNothing"],
    [content("application/json: {}"), undefined],
    [`'204': {}, ${content("application/json: {}, a/b+json: {}")}`, undefined],
    ["'404': { content: { text/plain: {} } }, default: { content: { application/json: {} } }", undefined],
    [content("text/plain: {}"), "readAs", '["text"]'],
    [
      content("text/*: {}, application/xml: {}"),
      '/* @__PURE__ */ readByType({ "text/*": ["text"], "application/xml": ["text"] })',
    ],
    ["default: { content: { text/plain: {} } }", "readAs", '["text"]'],
    [content("image/png: {}"), "readAs", '["bytes"]', "takeBytes"],
    [content("multipart/form-data: {}"), "readAs", '["bytes"]', "takeBytes"],
    [content("image/*: {}"), "readAs", '["any"]', "takeBytes"],
    [content("image/*: {}, image/png: {}"), "readAs", '["any"]', "takeBytes"],
    [
      content("image/*: {}, IMAGE/SVG+XML; charset=utf-8: {}"),
      '/* @__PURE__ */ readByType({ "image/*": ["bytes"], "image/svg+xml": ["text"] })',
      undefined,
      "takeBytes",
    ],
    [
      content("image/*: {}, application/json: {}"),
      '/* @__PURE__ */ readByType({ "image/*": ["bytes"], "application/json": ["json"] })',
      undefined,
      "takeBytes",
    ],
    [
      content(`'*/*': ${binary}, application/json: {}`),
      '/* @__PURE__ */ readByType({ "*/*": ["bytes"], "application/json": ["json"] })',
      undefined,
      "takeBytes",
    ],
    [
      `${content("'*/*': {}")}, '201': { content: { '*/*': ${binary} } }`,
      '/* @__PURE__ */ readByType({ "*/*": ["json", "bytes"] })',
      undefined,
      "takeBytes",
    ],
    [content("'*/*': {}, application/json: {}"), undefined],
    [
      content("text/event-stream: {}, application/*: {}"),
      '/* @__PURE__ */ readByType({ "application/*": ["json"] }, readEvents)',
      undefined,
      "takeStream",
    ],
    [content("text/event-stream: {}, image/*: {}"), "readEvents", '["any"]', "takeStream"],
    [content("text/event-stream: {}, application/json: {}"), "readEvents", '["json"]', "takeStream"],
    [content("text/plain: {}, application/json: {}"), "readAs", '["text", "json"]', "takeBytes"],
    [
      `${content("application/json: {}")}, '206': { content: { text/csv: {}, a/b: {} } }`,
      "readAs",
      '["json", "text", "bytes"]',
      "takeBytes",
    ],
    [content("'*/*': {}"), undefined],
    [
      content(`'*/*': ${text}`),
      '/* @__PURE__ */ readByType({ "*/*": ["text", "json"] })',
      undefined,
      "takeBytes",
    ],
    [
      content(`application/*: ${text}`),
      '/* @__PURE__ */ readByType({ "application/*": ["text", "json"] })',
      undefined,
      "takeBytes",
    ],
    [content(`'*/*': ${binary}`), "readAs", '["any"]', "takeBytes"],
  ])("{ %s }: %s %s", (responses, read, as, take) => {
    const fields = fieldsOf(`responses: { ${responses} }`);
    expect([fields["read"], fields["as"], fields["take"]]).toEqual([read, as, take]);
  });
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

  // The second scheme is none that the runtime would send anything for.
  const one = `components: { securitySchemes: {
    key: { type: apiKey, in: header, name: k }, cert: { type: mutualTLS } } }`;

  it.each<readonly [security: string, expected: string | undefined]>([
    ["[{ key: [] }]", undefined],
    ["[{ key: [read] }, { key: [write] }]", undefined],
    ["[{ cert: [], key: [] }]", undefined],
    ["[]", "[]"],
    ["[{}]", "[]"],
    ["[{ cert: [] }]", "[]"],
    ["[{ nobody: [] }]", "[]"],
    ["[{ key: [] }, {}]", '[["key"], []]'],
    ["[{}, { key: [] }]", '[[], ["key"]]'],
  ])("%s of an API with one scheme is %s", (security, expected) => {
    expect(fieldsOf(`security: ${security}`, one)["security"]).toBe(expected);
    expect(fieldsOf("summary: x", `security: ${security}\n${one}`)["security"]).toBe(expected);
  });

  it("is said where nothing of an API with one scheme needs it", () => {
    expect(fieldsOf("summary: x", one)["security"]).toBe("[]");
    expect(fieldsOf("security: []", `security: [{ key: [] }]\n${one}`)["security"]).toBe("[]");
  });

  it.each([[""], ["components: { securitySchemes: { cert: { type: mutualTLS } } }"]])(
    "is nothing where there is no scheme to send anything for: %s",
    (none) => {
      expect(fieldsOf("security: [{ cert: [] }]", none)["security"]).toBeUndefined();
      expect(fieldsOf("security: []", none)["security"]).toBeUndefined();
    },
  );
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
  it.each<readonly [responses: string, reader: string | undefined]>([
    [`{ '200': { content: { application/json: { schema: ${long} } } } }`, "exactJson"],
    [
      `{ '200': { content: { application/json: {} } }, '202': { content: { a/b+json: { schema: ${long} } } } }`,
      "exactJson",
    ],
    [`{ default: { content: { application/json: { schema: ${long} } } } }`, "exactJson"],
    [`{ '200': { content: { text/plain: {}, application/json: { schema: ${long} } } } }`, "exactJson"],
    [`{ '200': { content: { '*/*': { schema: ${long} } } } }`, "exactJson"],
    [`{ '200': { content: { text/plain: { schema: ${long} } } } }`, undefined],
    [`{ '200': {}, '404': { content: { application/json: { schema: ${long} } } } }`, undefined],
    ["{ '200': { content: { application/json: { schema: { type: integer } } } } }", undefined],
  ])("for %s: %s", (responses, reader) => {
    expect(fieldsOf(`responses: ${responses}`)["json"]).toBe(reader);
  });
});
