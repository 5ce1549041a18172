import { describe } from "vitest";
import { answers, itSays, type Row } from "./complaints-of.ts";

function onOperation(title: string, field: string, expected: readonly string[]): Row {
  return [title, `paths:\n  /a:\n    get:\n      operationId: a\n      ${answers}\n      ${field}`, expected];
}

function onSchema(title: string, fields: string, expected: readonly string[]): Row {
  return [title, `paths: {}\ncomponents:\n  schemas:\n    A: { ${fields} }`, expected];
}

function onResponse(title: string, fields: string, expected: readonly string[]): Row {
  const operation = `operationId: a\n      responses:\n        "200": { description: All., ${fields} }`;
  return [title, `paths:\n  /a:\n    get:\n      ${operation}`, expected];
}

function onFlow(title: string, field: string, expected: readonly string[]): Row {
  const flow = `{ authorizationUrl: /a, tokenUrl: /t, scopes: {}, ${field} }`;
  const body = `components: { securitySchemes: { a: { type: oauth2, flows: { authorizationCode:\n ${flow} } } } }`;
  return [title, `servers: [{ url: "/{b}", variables: { b: { default: c } } }]\n${body}`, expected];
}

describe("x-name", () => {
  itSays([
    onOperation("is a name", "x-name: listOrders", []),
    onOperation("may be of any script", "x-name: $заказы_1", []),
    onOperation("is no sentence", "x-name: list orders", ["8:15 wrong-extension"]),
    onOperation("is a text", "x-name: [a]", ["8:15 wrong-extension"]),
    onSchema("is looked at in schemas", "x-name: 1a", ["6:18 wrong-extension"]),
    [
      "is looked at in tags and parameters",
      `tags: [{ name: a, x-name: a-b }]
paths: { /a: { parameters: [{ name: b, in: query, schema: {}, x-name: "" }] } }`,
      ["3:27 wrong-extension", "4:71 wrong-extension"],
    ],
    onResponse("is anybody's elsewhere", "x-name: a b", []),
  ]);
});

describe("x-permissions", () => {
  itSays([
    onOperation("says which and how many", "x-permissions: { type: ALL, permissions: [a, b], x-c: 1 }", []),
    onOperation("says how many", "x-permissions: { permissions: [a] }", ["8:7 wrong-extension"]),
    onOperation("says it in one of two words", "x-permissions: { type: any, permissions: [a] }", [
      "8:30 wrong-extension",
    ]),
    onOperation("lists texts", "x-permissions: { type: ANY, permissions: [1] }", ["8:49 wrong-extension"]),
    onOperation("lists some", "x-permissions: { type: ANY, permissions: [] }", ["8:48 wrong-extension"]),
    onOperation("is an object", "x-permissions: [a]", ["8:22 wrong-extension"]),
    onOperation("that is misspelt is anybody's", "x-permission: 1", []),
  ]);
});

describe("x-pagination", () => {
  itSays([
    onOperation("has a style", "x-pagination: { style: nextUri, items: orders, next: page.next }", []),
    onOperation("has one of five styles", "x-pagination: { style: pages }", ["8:30 wrong-extension"]),
    onOperation("names the items", "x-pagination: { style: link, items: 1 }", ["8:43 wrong-extension"]),
    onOperation("is not empty", "x-pagination:", ["8:20 wrong-extension"]),
  ]);
});

describe("x-polling, x-error-codes and x-correlation-id", () => {
  const link = (polling: string): string => `links: { b: { operationId: a, x-polling: ${polling} } }`;
  itSays([
    onResponse("say when it is over", link("{ state: '#/a', done: [b], failed: [1, null] }"), []),
    onResponse("say when it is over by the whole answer", link("{ state: '#', done: [true] }"), []),
    onResponse("point at the state", link("{ state: a, done: [b] }"), ["8:87 wrong-extension"]),
    onResponse("know an end", link("{ state: '#/a', done: [] }"), ["8:100 wrong-extension"]),
    onResponse("say all of it", link("{ failed: a }"), [
      "8:67 wrong-extension",
      "8:67 wrong-extension",
      "8:88 wrong-extension",
    ]),
    onResponse("list codes", "x-error-codes: [a.b]", []),
    onResponse("list nothing but codes", "x-error-codes: [a, 1]", ["8:56 wrong-extension"]),
    onResponse("are true or false", "headers: { b: { schema: {}, x-correlation-id: 1 } }", [
      "8:83 wrong-extension",
    ]),
  ]);
});

describe("x-token-url and x-authorization-url", () => {
  itSays([
    onFlow("may name the variables of servers", "x-token-url: '/{b}', x-authorization-url: '/{b}{b}'", []),
    onFlow("name no other variables", "x-token-url: '/{d}', x-authorization-url: '/{constructor}'", [
      "5:65 wrong-extension",
      "5:94 wrong-extension",
    ]),
    onFlow("are texts", "x-token-url: 1", ["5:65 wrong-extension"]),
  ]);
});

describe("x-enum-varnames and x-enum-descriptions", () => {
  itSays([
    onSchema(
      "say something of each value",
      "enum: [1, 2], x-enum-varnames: [a, b], x-enum-descriptions: [c, d]",
      [],
    ),
    onSchema("say something of some values", "enum: [1, b], x-enum-descriptions: { 1: c, b: d }", []),
    onSchema("say something of an open enum", "x-extensible-enum: [a], x-enum-varnames: [A]", []),
    onSchema(
      "are as many as the values",
      "enum: [1, 2], x-enum-varnames: [a], x-enum-descriptions: [c, d, e]",
      ["6:41 wrong-enum-extension", "6:67 wrong-enum-extension"],
    ),
    onSchema("name each value once", "enum: [1, 2], x-enum-varnames: [a, a]", ["6:45 wrong-enum-extension"]),
    onSchema("speak of values that there are", "enum: [a], x-enum-descriptions: { b: c }", [
      "6:44 wrong-enum-extension",
    ]),
    onSchema(
      "are lists or objects of texts",
      "enum: [a], x-enum-varnames: a, x-enum-descriptions: { a: 1 }",
      ["6:38 wrong-enum-extension", "6:67 wrong-enum-extension"],
    ),
  ]);
});
