import { describe } from "vitest";
import { answers, itSays } from "./complaints-of.ts";

const id = "{ name: id, in: path, required: true, schema: {} }";

describe("operationId", () => {
  itSays([
    [
      "is unique",
      `paths:
  /a: { get: { operationId: a, ${answers} }, put: { operationId: b, ${answers} } }
  /b: { get: { operationId: a, ${answers} } }`,
      ["5:29 duplicate-operation-id"],
    ],
    [
      "is unique among webhooks and callbacks, too",
      `webhooks:
  a: { post: { operationId: a, ${answers} } }
paths:
  /b: { post: { operationId: b, ${answers}, callbacks: { c: { "{$url}": { post: { operationId: a, ${answers} } } } } } }`,
      ["6:133 duplicate-operation-id"],
    ],
    ["may be missing", `paths: { /a: { get: { ${answers} }, put: { ${answers} } } }`, []],
    [
      "is not empty",
      `paths: { /a: { get: { operationId: " ", ${answers} }, put: { operationId: "", ${answers} } } }`,
      ["3:36 empty-operation-id", "3:112 empty-operation-id"],
    ],
    [
      "serves one path",
      `paths:
  /a: { $ref: "#/components/pathItems/A" }
  /b: { $ref: "#/components/pathItems/A" }
  /c: { $ref: "#/components/pathItems/B" }
  /d: { $ref: "#/components/pathItems/B" }
components:
  pathItems:
    A: { get: { operationId: a, ${answers} } }
    B: { get: { ${answers} } }`,
      ["5:3 shared-operation-id"],
    ],
  ]);
});

describe("a path", () => {
  itSays([
    [
      "begins with a slash",
      `paths: { a: {}, x-b: 1, "{c}": {} }`,
      ["3:10 path-without-slash", "3:25 path-without-slash"],
    ],
    [
      "has braces in pairs",
      `paths: { "/{a": {}, "/b}": {}, "/{}": {}, "/{{c}}": {}, "/{d}{e}": {} }`,
      ["3:10 malformed-path", "3:21 malformed-path", "3:32 malformed-path", "3:43 malformed-path"],
    ],
    [
      "is unlike every other one",
      `paths: { "/a/{b}": {}, "/a/{c}": {}, "/a/{b}/": {}, "/a/b": {}, "/A/{b}": {} }`,
      ["3:24 path-written-twice"],
    ],
    [
      "shares no method with another one like it",
      `paths: { "/a/{b}": { get: { responses: { "200": { description: x } } } }, "/a/{c}": { get: { responses: { "200": { description: x } } } } }`,
      ["3:10 undeclared-path-parameter", "3:75 identical-paths", "3:75 undeclared-path-parameter"],
    ],
    ["is one of the API's", `webhooks: { "a/{b}": {} }`, []],
  ]);
});

describe("a path parameter", () => {
  itSays([
    [
      "is declared",
      `paths:
  /a/{id}: { get: { operationId: a, ${answers} } }`,
      ["4:3 undeclared-path-parameter"],
    ],
    [
      "may be declared for the path",
      `paths:
  /a/{id}: { parameters: [${id}], get: { operationId: a, ${answers} } }`,
      [],
    ],
    [
      "is declared for each operation",
      `paths:
  /a/{id}:
    get: { operationId: a, parameters: [${id}], ${answers} }
    put: { operationId: b, ${answers} }
    post: { operationId: c, ${answers} }`,
      ["6:5 undeclared-path-parameter", "7:5 undeclared-path-parameter"],
    ],
    [
      "may be declared by reference",
      `paths:
  /a/{id}: { get: { operationId: a, parameters: [{ $ref: "#/components/parameters/Id" }], ${answers} } }
components: { parameters: { Id: ${id} } }`,
      [],
    ],
    [
      "may be what cannot be read",
      `paths:
  /a/{id}: { get: { operationId: a, parameters: [{ $ref: "#/components/parameters/Id" }], ${answers} } }`,
      ["4:58 unresolved-reference"],
    ],
    ["is missed by no path without operations", "paths: { '/a/{id}': { summary: All. } }", []],
    [
      "is declared in a path item of another place",
      `paths:
  /a/{id}: { $ref: "#/components/pathItems/A" }
components: { pathItems: { A: { parameters: [${id}], get: { operationId: a, ${answers} } } } }`,
      [],
    ],
    [
      "has its place in the path",
      `paths:
  /a: { parameters: [${id}], get: { operationId: a, ${answers} }, put: { operationId: b, ${answers} } }`,
      ["4:22 unused-path-parameter"],
    ],
    [
      "is taken for the only one left",
      `paths:
  /a/{b}/{id}: { get: { operationId: a, parameters: [${id}, { name: c, in: path, required: true, schema: {} }], ${answers} } }`,
      ["4:106 paired-path-parameter"],
    ],
    [
      "is not taken for one of two",
      `paths:
  /a/{b}/{c}: { get: { operationId: a, parameters: [${id}], ${answers} } }`,
      ["4:3 undeclared-path-parameter", "4:3 undeclared-path-parameter", "4:53 unused-path-parameter"],
    ],
    [
      "is looked for once",
      `paths:
  /a/{id}/{id}: { get: { operationId: a, parameters: [${id}], ${answers} } }`,
      [],
    ],
    [
      "is required",
      `paths:
  /a/{b}/{c}:
    parameters: [{ name: b, in: path, schema: {} }, { name: c, in: path, required: false, schema: {} }]`,
      ["5:18 path-parameter-not-required", "5:74 path-parameter-not-required"],
    ],
    [
      "is of no other place",
      `paths:
  /a/{id}: { get: { operationId: a, parameters: [{ name: id, in: query, schema: {} }], ${answers} } }`,
      ["4:3 undeclared-path-parameter"],
    ],
    [
      "counts in the operations of 3.2, too",
      `paths:
  /a/{id}: { query: { operationId: a, ${answers} }, additionalOperations: { LINK: { operationId: b, parameters: [${id}], ${answers} } } }`,
      ["4:14 undeclared-path-parameter"],
      "3.2.0",
    ],
  ]);
});

describe("a parameter", () => {
  const list = (...parameters: readonly string[]): string =>
    `paths:\n  /a:\n    parameters:\n${parameters.map((parameter) => `      - ${parameter}\n`).join("")}`;
  itSays([
    [
      "is listed once",
      list("{ name: b, in: query, schema: {} }", "{ name: b, in: query, schema: {} }"),
      ["7:9 duplicate-parameter"],
    ],
    [
      "is told from others by its place",
      list(
        "{ name: b, in: query, schema: {} }",
        "{ name: b, in: header, schema: {} }",
        "{ name: B, in: query, schema: {} }",
      ),
      [],
    ],
    [
      "is listed once whatever the case of its header",
      list("{ name: b, in: header, schema: {} }", "{ name: B, in: header, schema: {} }"),
      ["7:9 duplicate-header"],
    ],
    [
      "of an answer, a header, is listed once whatever its case",
      `paths:
  /a: { get: { operationId: a, responses: { "200": { description: A., headers: { X-A: { schema: {} }, X-B: { schema: {} }, x-a: { schema: {} } } } } } }`,
      ["4:124 duplicate-header"],
    ],
    [
      "of the path may be another one of the operation",
      `paths:
  /a: { parameters: [{ name: b, in: query, schema: {} }], get: { operationId: a, parameters: [{ name: b, in: query, schema: {} }], ${answers} } }`,
      [],
    ],
    [
      "says what it holds",
      list("{ name: b, in: query }", "{ name: c, in: query, content: { application/json: {} } }"),
      ["6:9 parameter-without-schema"],
    ],
    [
      "is no header that is spoken for",
      list(
        "{ name: accept, in: header, schema: {} }",
        "{ name: Content-Type, in: header, schema: {} }",
        "{ name: Authorization, in: header, schema: {} }",
        "{ name: Accept, in: query, schema: {} }",
      ),
      ["6:9 reserved-header-parameter", "7:9 reserved-header-parameter", "8:9 reserved-header-parameter"],
    ],
  ]);
});

describe("a request and its answers", () => {
  const body = "requestBody: { content: { text/plain: {} } }";
  itSays([
    [
      "have no body on GET and HEAD",
      `paths:
  /a:
    get: { operationId: a, ${body}, ${answers} }
    head: { operationId: b, ${body}, ${answers} }
    delete: { operationId: c, ${body}, ${answers} }`,
      ["5:28 body-on-get", "6:29 body-on-get"],
    ],
    [
      "are there",
      "paths: { /a: { get: { operationId: a }, put: { operationId: b, responses: {} } } }",
      ["3:16 missing-responses", "3:64 missing-responses"],
    ],
    [
      "have a status",
      `paths: { /a: { get: { operationId: a, responses: { 2XX: { description: All. }, "600": { description: All. }, 4xx: { description: All. }, default: { description: All. }, x-b: 1 } } } }`,
      ["3:80 wrong-status", "3:110 wrong-status"],
    ],
    [
      "have media types",
      `paths: { /a: { put: { operationId: a, ${answers}, requestBody: { content: { json: {}, "*/*": {}, image/*: {}, "text/csv; charset=utf-8": {}, application/vnd.a+json;v=1: {} } } } } }`,
      ["3:114 wrong-media-type"],
    ],
  ]);
});
