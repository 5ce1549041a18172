import { expect, it } from "vitest";
import { openOverlays } from "../../generator/load/overlays/open-overlays.ts";
import { parseFile } from "../../generator/load/source-file.ts";
import { complaintsOf } from "./load-texts.ts";

const head = "overlay: 1.1.0\ninfo: { title: T, version: '1' }\n";

/** What is told about an overlay for a spec. */
function toldOf(overlay: string, spec = "openapi: 3.1.0", file = "spec/openapi.yaml"): readonly string[] {
  const opened = openOverlays([{ file: "overlays/o.yaml", text: overlay }]);
  const { diagnostics } = opened.applyTo(parseFile(file, spec).source);
  return [...opened.diagnostics, ...diagnostics].map(({ code }) => code);
}

const nothing = "actions: [{ target: $, update: {} }]";

it.each([
  ["../spec/openapi.yaml", [], "openapi: 3.1.0"],
  ["./../spec/./openapi.yaml", [], "openapi: 3.1.0"],
  ["../spec/openapi%2Eyaml", [], "openapi: 3.1.0"],
  ["openapi.yaml", ["overlay-for-another-spec"], "openapi: 3.1.0"],
  ["../spec/other.yaml", ["overlay-for-another-spec"], "openapi: 3.1.0"],
  ["https://example.com/openapi.yaml", [], "openapi: 3.1.0"],
  ["https://example.com/a", [], "{ openapi: 3.2.0, $self: 'https://example.com/a' }"],
  [
    "https://example.com/b",
    ["overlay-for-another-spec"],
    "{ openapi: 3.2.0, $self: 'https://example.com/a' }",
  ],
  ["../../elsewhere/spec/openapi.yaml", [], "openapi: 3.1.0"],
])("takes an overlay that extends %s for what it is", (wanted, codes, spec) => {
  expect(toldOf(`${head}extends: ${wanted}\n${nothing}`, spec)).toEqual(codes);
});

it("resolves `extends` against the `$self` of the overlay", () => {
  const overlay = `${head.replace("1.1", "1.2")}$self: https://example.com/o/o.yaml\nextends: ../a\n${nothing}`;
  expect(toldOf(overlay, "{ openapi: 3.2.0, $self: 'https://example.com/a' }")).toEqual([]);
  expect(toldOf(overlay, "{ openapi: 3.2.0, $self: 'https://example.com/o/a' }")).toEqual([
    "overlay-for-another-spec",
  ]);
});

it("tells what is wrong with overlays of a spec that cannot be read, each at its place", () => {
  const overlay = `${head}actions: [{ target: "$[" }]`;
  const told = ["overlay.yaml:3:21 overlay-query-is-wrong", "overlay.yaml:3:11 overlay-does-nothing"];
  expect(complaintsOf({ "openapi.yaml": "openapi: [", "overlay.yaml": overlay })).toEqual([
    "openapi.yaml:1:10 syntax-error",
    ...told,
  ]);
  expect(complaintsOf({ "openapi.yaml": "[]", "overlay.yaml": overlay })).toEqual([
    ...told,
    "openapi.yaml:1:1 not-an-openapi-document",
  ]);
});

it("tells a clash with many nodes once", () => {
  const overlay = `${head}actions: [{ target: "$.a.*", update: { b: [] } }]`;
  expect(toldOf(overlay, "a: { x: { b: 1 }, y: { b: 2 }, z: {} }")).toEqual(["overlay-does-not-fit"]);
});

it("stops where copies of copies would fill the memory", () => {
  const start = "- { target: $, update: { a: { l: [1, 2, 3, 4] } } }\n";
  const doubling = `${head}actions:\n${start}${"- { target: $.a.l, copy: $.a.l }\n".repeat(60)}`;
  expect(toldOf(doubling, "{}")[0]).toBe("overlay-grows-without-end");
  const nesting = `${head}actions:\n- { target: $, update: { a: {} } }\n${"- { target: $.a, copy: $ }\n".repeat(400)}`;
  const told = new Set(toldOf(nesting, "{}"));
  expect([...told]).toEqual([expect.stringMatching(/^(?:too-deep|overlay-grows-without-end)$/)]);
});

it("keeps the result within the depth that every stage relies on", () => {
  const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;
  const overlay = (levels: number): string =>
    `${head}actions: [{ target: "$..*[?length(@) == 0]", update: ${deep(levels)} }]`;
  const spec = `a: ${deep(100)}`;
  expect(toldOf(overlay(150), spec)).toEqual([]);
  expect(toldOf(overlay(200), spec)).toEqual(["too-deep"]);
});

it.each([
  ["parentheses", `$[?${"(".repeat(50_000)}@.a${")".repeat(50_000)}]`],
  ["brackets", `$${"[".repeat(50_000)}`],
  ["negations", `$[?${"!".repeat(50_000)}@.a]`],
])("does not fall over a query of many %s", (_, query) => {
  expect(toldOf(`${head}actions: [{ target: '${query}', remove: true }]`, "{ a: 1 }")).toEqual([
    "overlay-query-is-wrong",
  ]);
});

it("reads queries that select the same nodes many times", () => {
  const spec = `a: ${"[".repeat(60)}1${"]".repeat(60)}`;
  expect(toldOf(`${head}actions: [{ target: "$..*..*..*", update: 5 }]`, spec)).toEqual([
    "overlay-targets-are-mixed",
  ]);
});

it("has room for fields that start with x-, in each of its objects", () => {
  const overlay = `overlay: 1.0.0\nx-a: 1\ninfo: { title: T, version: '1', x-b: 2 }\nactions: [{ target: $, x-c: 3, update: {} }]`;
  expect(toldOf(overlay)).toEqual([]);
});
