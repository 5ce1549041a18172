import { describe, expect, it } from "vitest";
import type { Parameter, ParameterPlace, ParameterStyle } from "../../generator/model/operation.ts";
import { bodyWriter, isUsualType, mediaKind, parameterWriter } from "../../generator/view/wire-text.ts";
import * as int64 from "../../templates/runtime/int64.ts";
import * as json from "../../templates/runtime/json.ts";
import * as jsonLines from "../../templates/runtime/json-lines.ts";
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
  "json-lines": jsonLines,
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
    const module = /^"\.\.\/runtime\/([\w-]+)\.js"$/.exec(from)?.[1] ?? from;
    expect(isType).toBe(false);
    return names.split(", ").map((name) => ({ name, value: runtime[module]?.[name] }));
  });
  expect(found.filter(({ value }) => typeof value !== "function")).toEqual([]);
  const used = [...new Set((text ?? "").replace(/"[^"]*"/g, "").match(/\b[a-z]\w+(?=[(), }]|$)/g))];
  expect(found.map(({ name }) => name).sort()).toEqual(used.sort());
  return text;
}

/** What a bundler may drop where nobody uses it. */
function pure(call: string): string {
  return `/* @__PURE__ */ ${call}`;
}

const place = { file: "openapi.yaml", pointer: "" };

function writerOf(
  at: ParameterPlace,
  style: ParameterStyle,
  explode: boolean,
  more: Partial<Parameter> = {},
  isScalar = true,
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
  return written((imports) => parameterWriter(parameter, isScalar, imports));
}

// Every place with every style: the writer of a scalar as it is, exploded, and each of them where it has
// to be named.
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

describe.each(table)("a parameter in %s of style %s", (at, style, joined, exploded, ...named) => {
  it("is written by", () => {
    expect(writerOf(at, style, false)).toBe(joined);
    expect(writerOf(at, style, true)).toBe(exploded);
  });

  it("is written by, where it may be more than a scalar", () => {
    expect([false, true].map((explode) => writerOf(at, style, explode, {}, false))).toEqual(named);
  });

  it("is written by, with reserved characters as they are", () => {
    const more = { allowReserved: true } as const;
    // `/`, `?` and `#` would end a path.
    const loose = at === "path" ? "reservedInPath" : "reserved";
    const wanted = named.map((writer) => pure(`${loose}(${writer})`));
    for (const isScalar of [true, false]) {
      expect([false, true].map((explode) => writerOf(at, style, explode, more, isScalar))).toEqual(wanted);
    }
  });
});

it.each<readonly [ParameterPlace, ParameterStyle, string | undefined, string]>([
  ["path", "deepObject", usual, "pathSimple"],
  ["query", "simple", "queryFormJoined", "queryFormJoined"],
  ["header", "form", usual, "headerSimple"],
  ["cookie", "simple", "cookieFormJoined", "cookieFormJoined"],
])(
  "a parameter in %s of the style %s, which none there has, is written as any other",
  (at, style, ...writers) => {
    expect([true, false].map((isScalar) => writerOf(at, style, false, {}, isScalar))).toEqual(writers);
  },
);

it.each<readonly [ParameterPlace, string, string | undefined, string]>([
  ["path", "application/json", "pathJson", "pathJson"],
  ["query", "application/vnd.a+json; charset=utf-8", "queryJson", "queryJson"],
  ["header", "application/json", "headerJson", "headerJson"],
  ["cookie", "application/json", "cookieJson", "cookieJson"],
  ["querystring", "application/json", "querystringJson", "querystringJson"],
  ["querystring", "application/x-www-form-urlencoded", usual, "queryForm"],
  ["querystring", "text/plain", "querystringText", "querystringText"],
  ["querystring", "application/octet-stream", "querystringText", "querystringText"],
  ["query", "text/plain", usual, "queryForm"],
  ["path", "application/xml", usual, "pathSimple"],
  ["header", "text/plain", usual, "headerSimple"],
  ["cookie", "text/plain", usual, "cookieForm"],
])("a document in %s of type %s is written by %s", (at, mediaType, ofScalar, ofMore) => {
  const documents: readonly Partial<Parameter>[] = [{ mediaType }, { mediaType, allowReserved: true }];
  for (const more of documents) {
    expect(writerOf(at, "form", true, more)).toBe(ofScalar);
    expect(writerOf(at, "form", true, more, false)).toBe(ofMore);
  }
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
  ["application/jsonl", "lines"],
  ["application/octet-stream", "binary"],
  ["image/*", "binary"],
  ["*/*", "binary"],
  ["", "binary"],
])("the media type %s is %s", (type, kind) => {
  expect(mediaKind(type)).toBe(kind);
});

it.each([
  ["application/json", true],
  ["text/plain", true],
  ["application/octet-stream", true],
  ["application/x-www-form-urlencoded", true],
  ["multipart/form-data", true],
  ["application/merge-patch+json", false],
  ["application/json; charset=utf-8", false],
  ["text/*", false],
  ["*/*", false],
])("its writer gives a body the media type %s by itself: %s", (type, isUsual) => {
  expect(isUsualType(type)).toBe(isUsual);
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
    ["application/jsonl", "linesBody"],
    ["application/x-www-form-urlencoded", pure("formBody()")],
    ["multipart/form-data", pure("multipartBody()")],
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
    ["{ a: { allowReserved: true } }", `formBody({ a: ${pure("reserved(queryForm)")} })`],
    [
      "{ a: { contentType: application/json }, b: { contentType: text/plain } }",
      "formBody({ a: queryJson })",
    ],
    ["{ a: { contentType: application/json, style: form } }", "formBody({ a: queryForm })"],
    ["{ __proto__: { style: form } }", 'formBody({ ["__proto__"]: queryForm })'],
  ])("a form with the encodings %s: %s", (encoding, writer) => {
    expect(bodyOf("application/x-www-form-urlencoded", `encoding: ${encoding}`)).toBe(pure(writer));
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
    expect(bodyOf("multipart/form-data", `encoding: ${encoding}`)).toBe(pure(writer));
  });
});
