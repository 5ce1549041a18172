import { describe, expect, it } from "vitest";
import type { Parameter, ParameterPlace, ParameterStyle } from "../../generator/model/operation.ts";
import { bodyWriter, mediaKind, parameterWriter } from "../../generator/view/wire-text.ts";
import * as int64 from "../../templates/runtime/int64.ts";
import * as json from "../../templates/runtime/json.ts";
import * as multipart from "../../templates/runtime/multipart.ts";
import * as parameters from "../../templates/runtime/parameters.ts";
import * as raw from "../../templates/runtime/raw.ts";
import * as styles from "../../templates/runtime/styles.ts";
import * as urlencoded from "../../templates/runtime/urlencoded.ts";
import { operationFrom } from "../builders/spec-texts.ts";
import { freshImports } from "../builders/views-from.ts";

/** What the runtime exports, by its modules. */
const runtime: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  int64,
  json,
  multipart,
  parameters,
  raw,
  styles,
  urlencoded,
};

/** The expression that the imports of a file make possible; fails where the runtime has no such export. */
function written(
  write: (imports: ReturnType<typeof freshImports>) => string | undefined,
): string | undefined {
  const imports = freshImports();
  const text = write(imports);
  const found = imports.list().flatMap(({ names, from, isType }) => {
    const module = /^"\.\.\/runtime\/(\w+)\.js"$/.exec(from)?.[1] ?? from;
    expect(isType).toBe(false);
    return names.split(", ").map((name) => ({ name, value: runtime[module]?.[name] }));
  });
  expect(found.filter(({ value }) => typeof value !== "function")).toEqual([]);
  const used = [...new Set((text ?? "").replace(/"[^"]*"/g, "").match(/\b[a-z]\w+(?=[(), }]|$)/g))];
  expect(found.map(({ name }) => name).sort()).toEqual(used.sort());
  return text;
}

const place = { file: "openapi.yaml", pointer: "" };

function writerOf(
  at: ParameterPlace,
  style: ParameterStyle,
  explode: boolean,
  more: Partial<Parameter> = {},
): string | undefined {
  const shape = { kind: "any", place } as const;
  const parameter = {
    place,
    name: "p",
    in: at,
    required: false,
    style,
    explode,
    shape,
    examples: [],
    ...more,
  };
  return written((imports) => parameterWriter(parameter, true, imports));
}

// Every place with every style: the writer as it is, exploded, and each of them with `allowReserved`.
const usual = undefined;
const table: readonly (readonly [
  ParameterPlace,
  ParameterStyle,
  string | undefined,
  string | undefined,
  string,
  string,
])[] = [
  ["path", "simple", usual, "pathSimpleExploded", "pathSimple", "pathSimpleExploded"],
  ["path", "label", "pathLabel", "pathLabelExploded", "pathLabel", "pathLabelExploded"],
  ["path", "matrix", "pathMatrix", "pathMatrixExploded", "pathMatrix", "pathMatrixExploded"],
  ["query", "form", "queryFormJoined", usual, "queryFormJoined", "queryForm"],
  ["query", "spaceDelimited", "querySpace", usual, "querySpace", "queryForm"],
  ["query", "pipeDelimited", "queryPipe", usual, "queryPipe", "queryForm"],
  ["query", "deepObject", "queryDeepObject", "queryDeepObject", "queryDeepObject", "queryDeepObject"],
  ["header", "simple", usual, "headerSimpleExploded", "headerSimple", "headerSimpleExploded"],
  ["cookie", "form", "cookieFormJoined", usual, "cookieFormJoined", "cookieForm"],
  ["cookie", "cookie", "cookiePlainJoined", "cookiePlain", "cookiePlainJoined", "cookiePlain"],
];

describe.each(table)("a parameter in %s of style %s", (at, style, joined, exploded, ...reserved) => {
  it("is written by", () => {
    expect(writerOf(at, style, false)).toBe(joined);
    expect(writerOf(at, style, true)).toBe(exploded);
  });

  it("is written by, with reserved characters as they are", () => {
    const more = { allowReserved: true } as const;
    const [plain, spread] = [writerOf(at, style, false, more), writerOf(at, style, true, more)];
    expect([plain, spread]).toEqual(reserved.map((writer) => `reserved(${writer})`));
  });
});

it.each<readonly [ParameterPlace, ParameterStyle, string | undefined]>([
  ["path", "deepObject", usual],
  ["query", "simple", "queryFormJoined"],
  ["header", "form", usual],
  ["cookie", "simple", "cookieFormJoined"],
])("a parameter in %s of the style %s, which no %s has, is written as any other", (at, style, writer) => {
  expect(writerOf(at, style, false)).toBe(writer);
});

it.each<readonly [ParameterPlace, string, string | undefined]>([
  ["path", "application/json", "pathJson"],
  ["query", "application/vnd.a+json; charset=utf-8", "queryJson"],
  ["header", "application/json", "headerJson"],
  ["cookie", "application/json", "cookieJson"],
  ["querystring", "application/json", "querystringJson"],
  ["querystring", "application/x-www-form-urlencoded", undefined],
  ["querystring", "text/plain", "querystringText"],
  ["querystring", "application/octet-stream", "querystringText"],
  ["query", "text/plain", undefined],
  ["path", "application/xml", undefined],
])("a document in %s of type %s is written by %s", (at, mediaType, writer) => {
  expect(writerOf(at, "form", true, { mediaType })).toBe(writer);
  expect(writerOf(at, "form", true, { mediaType, allowReserved: true })).toBe(writer);
});

it.each([
  ["application/json", "json"],
  ["APPLICATION/JSON ; charset=UTF-8", "json"],
  ["application/problem+json", "json"],
  ["text/json", "json"],
  ["application/x-www-form-urlencoded", "form"],
  ["multipart/form-data; boundary=x", "multipart"],
  ["multipart/mixed", "binary"],
  ["text/plain", "text"],
  ["text/*", "text"],
  ["text/csv", "text"],
  ["application/xml", "text"],
  ["image/svg+xml", "text"],
  ["application/jsonl", "binary"],
  ["application/octet-stream", "binary"],
  ["image/*", "binary"],
  ["*/*", "binary"],
  ["", "binary"],
])("the media type %s is %s", (type, kind) => {
  expect(mediaKind(type)).toBe(kind);
});

describe("a body is written by", () => {
  const bodyOf = (type: string, fields = "", isExact = false): string | undefined => {
    const [media] = operationFrom(`requestBody: { content: { ${type}: { ${fields} } } }`).body?.media ?? [];
    if (media === undefined) throw new Error("There is no body.");
    return written((imports) => bodyWriter(media, isExact, imports));
  };

  it.each([
    ["application/json", "jsonBody"],
    ["text/plain", "textBody"],
    ["image/png", "binaryBody"],
    ["application/x-www-form-urlencoded", "formBody()"],
    ["multipart/form-data", "multipartBody()"],
  ])("%s: %s", (type, writer) => {
    expect(bodyOf(type)).toBe(writer);
  });

  it("what knows long integers, where there are some", () => {
    expect(bodyOf("application/json", "", true)).toBe("exactJsonBody");
    expect(bodyOf("text/plain", "", true)).toBe("textBody");
  });

  it.each([
    ["{}", "formBody()"],
    ["{ a: { style: form } }", "formBody({ a: queryForm })"],
    ["{ a: { explode: false } }", "formBody({ a: queryFormJoined })"],
    ["{ a-b: { style: deepObject } }", 'formBody({ "a-b": queryDeepObject })'],
    [
      "{ a: { style: spaceDelimited }, b: { style: pipeDelimited, explode: false } }",
      "formBody({ a: querySpace, b: queryPipe })",
    ],
    ["{ a: { allowReserved: true } }", "formBody({ a: reserved(queryForm) })"],
    [
      "{ a: { contentType: application/json }, b: { contentType: text/plain } }",
      "formBody({ a: queryJson })",
    ],
    ["{ a: { contentType: application/json, style: form } }", "formBody({ a: queryForm })"],
    ["{ __proto__: { style: form } }", 'formBody({ ["__proto__"]: queryForm })'],
  ])("a form with the encodings %s: %s", (encoding, writer) => {
    expect(bodyOf("application/x-www-form-urlencoded", `encoding: ${encoding}`)).toBe(writer);
  });

  it.each([
    ["{ a: { style: form } }", "multipartBody()"],
    ["{ a: { explode: false } }", 'multipartBody({ a: { join: "," } })'],
    ["{ a: { style: pipeDelimited } }", 'multipartBody({ a: { join: "|" } })'],
    ["{ a: { style: spaceDelimited, explode: true } }", "multipartBody()"],
    [
      "{ a: { contentType: image/png }, __proto__: { contentType: 'text/\"' } }",
      'multipartBody({ a: { contentType: "image/png" }, ["__proto__"]: { contentType: "text/\\"" } })',
    ],
  ])("parts with the encodings %s: %s", (encoding, writer) => {
    expect(bodyOf("multipart/form-data", `encoding: ${encoding}`)).toBe(writer);
  });
});
