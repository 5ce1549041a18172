import { describe, expect, it } from "vitest";
import { paramsView, type ParamsView } from "../../generator/view/params-view.ts";
import { contextOf, firstOperation, oneLine, viewsFrom } from "../builders/views-from.ts";

function viewOf(fields: string, around = ""): ParamsView {
  const views = viewsFrom(`paths: { "/a/{id}": { post: { operationId: a, ${fields} } } }\n${around}`);
  const { operation, names } = firstOperation(views);
  return paramsView(operation, names, contextOf(views, "request"));
}

/** The declaration on one line, comments left out. */
function textOf(fields: string, around?: string): string {
  const { isInterface, members, text } = viewOf(fields, around);
  const lines = members.map(({ key, text: type }) => `${key}: ${type};`);
  return oneLine(isInterface ? `{ ${lines.join(" ")} }` : text).replaceAll(/\/\*\*.*?\*\/ /g, "");
}

it("is nothing where there is nothing to give", () => {
  expect(viewOf("summary: x")).toEqual({
    name: "AParams",
    doc: ["/** Parameters of {@link a}. */"],
    isInterface: false,
    members: [],
    text: "Record<string, never>",
    isOptional: true,
  });
});

describe("the fields", () => {
  it.each<readonly [parameter: string, member: string]>([
    ["{ name: id, in: path, schema: { type: string } }", "id: string;"],
    ["{ name: id, in: path, schema: { type: string, default: me } }", "id?: string | undefined;"],
    ["{ name: id, in: path, schema: { type: string, default: '' } }", "id: string;"],
    ["{ name: a, in: query, required: true, schema: { type: string, default: me } }", "a: string;"],
    ["{ name: a, in: query, schema: { type: string } }", "a?: string | undefined;"],
    [
      "{ name: a, in: query, required: true, schema: { type: integer, format: int64 } }",
      "a: number | bigint;",
    ],
    ["{ name: a, in: query, schema: { enum: [x, y] } }", 'a?: "x" | "y" | undefined;'],
    ["{ name: a, in: query }", "a?: unknown;"],
    [
      "{ name: body, in: query, schema: { type: [string, 'null'] } }",
      "queryBody?: string | null | undefined;",
    ],
    [
      "{ name: X-A, in: header, schema: { type: array, items: { type: string } } }",
      "xA?: string[] | undefined;",
    ],
    [
      "{ name: a, in: query, content: { application/json: { schema: { properties: { b: {} } } } } }",
      "a?: { b?: unknown; } | undefined;",
    ],
    ["{ name: größe, in: query, schema: { type: boolean } }", "größe?: boolean | undefined;"],
  ])("%s: %s", (parameter, member) => {
    expect(textOf(`parameters: [${parameter}]`)).toBe(`{ ${member} }`);
  });

  it("stand in the order of the spec, then the body", () => {
    const fields = `parameters: [{ name: z, in: query, schema: {} }, { name: id, in: path, schema: { type: string } }],
      requestBody: { required: true, content: { application/json: { schema: { type: string } } } }`;
    expect(textOf(fields)).toBe("{ z?: unknown; id: string; body: string; }");
  });

  it("say what the spec says of them", () => {
    const { members } = viewOf(`parameters: [
      { name: a, in: query, description: Of the parameter., deprecated: true, schema: { type: integer, minimum: 1, default: 5, description: Of the schema. } },
      { name: b, in: query, schema: { type: string, description: Of the schema., deprecated: true } },
      { name: c, in: query, schema: {} }]`);
    expect(members.map(({ doc }) => oneLine(doc.join("\n")))).toEqual([
      "/** Of the parameter. * Integer. At least 1. Default: `5`. * @deprecated */",
      "/** Of the schema. * @deprecated */",
      "",
    ]);
  });
});

it.each<readonly [fields: string, isOptional: boolean]>([
  ["parameters: [{ name: a, in: query }]", true],
  ["parameters: [{ name: a, in: query, required: true }]", false],
  ["parameters: [{ name: id, in: path }]", false],
  ["parameters: [{ name: id, in: path, schema: { default: 5 } }]", true],
  ["requestBody: { content: { a/b: {} } }", true],
  ["requestBody: { required: true, content: { a/b: {} } }", false],
])("may be left out with %s: %s", (fields, isOptional) => {
  expect(viewOf(fields).isOptional).toBe(isOptional);
});

describe("a body", () => {
  const object = "{ type: object, properties: { a: { type: string }, f: { type: string, format: binary } } }";
  const of = (content: string, required = true): string =>
    textOf(`requestBody: { required: ${required}, content: { ${content} } }`);

  it.each<readonly [content: string, text: string]>([
    ["application/json: {}", "{ body: unknown; }"],
    [`application/json: { schema: ${object} }`, "{ body: { a?: string; f?: string; }; }"],
    [`multipart/form-data: { schema: ${object} }`, "{ body: { a?: string; f?: BinaryPart; }; }"],
    [
      `application/x-www-form-urlencoded: { schema: ${object} }`,
      "{ body: { a?: string; f?: BinaryPart; }; }",
    ],
    ["multipart/form-data: {}", "{ body: { [name: string]: unknown }; }"],
    ["text/plain: {}", "{ body: string; }"],
    [`text/plain: { schema: ${object} }`, "{ body: string; }"],
    ["text/plain: { schema: { enum: [a, b] } }", '{ body: "a" | "b"; }'],
    ["image/png: { schema: { type: string } }", "{ body: BinaryBody; }"],
    ["image/*: {}", "{ body: BinaryBody; contentType?: `image/${string}` | undefined; }"],
    ["'*/*': {}", "{ body: BinaryBody; contentType?: `${string}/${string}` | undefined; }"],
  ])("of one media type, %s: %s", (content, text) => {
    expect(of(content)).toBe(text);
  });

  it("may be left out where it is not required", () => {
    expect(of("application/json: { schema: { type: string } }", false)).toBe(
      "{ body?: string | undefined; }",
    );
    expect(of("application/json: {}", false)).toBe("{ body?: unknown; }");
  });

  it("of media types that take the same is one field with a choice beside it", () => {
    expect(of("application/json: { schema: { type: string } }, text/plain: {}")).toBe(
      '{ body: string; contentType?: "application/json" | "text/plain" | undefined; }',
    );
  });

  it("of media types that differ goes with its own", () => {
    const content = `application/json: { schema: ${object} }, text/plain: {}, text/csv: {}`;
    expect(of(content)).toBe(
      '{ body: { a?: string; f?: string; }; contentType?: "application/json" | undefined; } | { body: string; contentType: "text/plain" | "text/csv"; }',
    );
    expect(textOf(`parameters: [{ name: q, in: query }], requestBody: { content: { ${content} } }`)).toBe(
      '{ q?: unknown; } & ({ body?: { a?: string; f?: string; } | undefined; contentType?: "application/json" | undefined; } | { body: string; contentType: "text/plain" | "text/csv"; })',
    );
  });

  it("of no media type is none", () => {
    expect(of("")).toBe("Record<string, never>");
  });

  it("is described, and its media type too", () => {
    const { members } = viewOf("requestBody: { description: What to keep., content: { '*/*': {} } }");
    expect(members.map(({ doc }) => doc)).toEqual([
      ["/** What to keep. */"],
      ["/** Media type of the body; `*\\/*` if absent. */"],
    ]);
  });
});

it.each<readonly [responses: string, text: string]>([
  ["{ '200': { content: { a/b: {} } } }", "Record<string, never>"],
  ["{ '200': { content: { a/b: {}, c/d: {} } } }", '{ accept?: "a/b" | "c/d" | undefined; }'],
  [
    "{ '200': { content: { a/b: {} } }, '201': { content: { a/b: {} } }, '202': { content: { c/*: {} } } }",
    '{ accept?: "a/b" | `c/${string}` | undefined; }',
  ],
  ["{ default: { content: { a/b: {}, c/d: {} } } }", '{ accept?: "a/b" | "c/d" | undefined; }'],
  ["{ '200': { content: { a/b: {} } }, '404': { content: { c/d: {} } } }", "Record<string, never>"],
])("lets the caller choose what to ask for where %s", (responses, text) => {
  expect(textOf(`responses: ${responses}`)).toBe(text);
});
