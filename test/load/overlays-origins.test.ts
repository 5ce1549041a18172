import { expect, it } from "vitest";
import { formatLocation } from "../../generator/location.ts";
import { complaintsOf, documentOf } from "./load-texts.ts";

const head = "overlay: 1.1.0\ninfo: { title: T, version: '1' }\nactions:\n";

const spec = `openapi: 3.1.0
info: { title: T, version: "1" }
tags:
  - name: first
  - name: second
  - name: third
paths:
  /a:
    get:
      operationId: a
      parameters: [{ name: x, in: query }, { name: y, in: query }, { name: z, in: query }]
  /b:
    get:
      operationId: b
`;

function placesAfter(actions: string): (pointer: string, on?: "key" | "value") => string {
  const document = documentOf({ "openapi.yaml": spec, "overlay.yaml": head + actions });
  return (pointer, on) => formatLocation(document.locate({ file: "openapi.yaml", pointer }, on));
}

it.each([
  ["behind a removed item", `- { target: "$.tags[0]", remove: true }`, "/tags/0/name", "openapi.yaml:5:11"],
  ["behind two", `- { target: "$.tags[0,1]", remove: true }`, "/tags/0/name", "openapi.yaml:6:11"],
  [
    "behind a removed key",
    `- { target: "$.paths['/a']", remove: true }`,
    "/paths/~1b/get/operationId",
    "openapi.yaml:14:20",
  ],
  [
    "in front of a new item",
    `- { target: $.tags, update: { name: new } }`,
    "/tags/2/name",
    "openapi.yaml:6:11",
  ],
  [
    "beside a new key",
    `- { target: "$.paths['/a'].get", update: { summary: S } }`,
    "/paths/~1a/get/operationId",
    "openapi.yaml:10:20",
  ],
  [
    "that holds a new key",
    `- { target: "$.paths['/a'].get", update: { summary: S } }`,
    "/paths/~1a/get",
    "openapi.yaml:10:7",
  ],
  [
    "in what was moved by two overlays' actions",
    `- { target: "$..parameters[0]", remove: true }\n- { target: "$..parameters[0]", remove: true }`,
    "/paths/~1a/get/parameters/0/name",
    "openapi.yaml:11:76",
  ],
])("knows the line of the spec %s", (_, actions, pointer, place) => {
  expect(placesAfter(actions)(pointer)).toBe(place);
});

it.each([
  ["a new member", "/paths/~1b/get/summary", "overlay.yaml:8:16"],
  ["what lies in it", "/paths/~1b/get/tags/0", "overlay.yaml:9:14"],
  ["a new item", "/tags/3", "overlay.yaml:5:13"],
  ["what lies in that", "/tags/3/name", "overlay.yaml:5:21"],
  ["a value in place of another", "/paths/~1b/get/operationId", "overlay.yaml:10:20"],
  ["items behind those of the spec", "/paths/~1a/get/parameters/4/name", "overlay.yaml:12:58"],
])("knows the line of the overlay for %s", (_, pointer, place) => {
  const at = placesAfter(`- target: $.tags
  update:   { name: new }
- target: "$.paths['/b'].get"
  update:
      summary: S
      tags: [t, u]
      operationId: c
- target: "$.paths['/a'].get"
  update: { parameters: [{ name: v, in: query }, { name: w, in: query }] }
`);
  expect(at(pointer)).toBe(place);
});

it("points at the key of the overlay where the key is at fault", () => {
  const at = placesAfter(`- target: "$.paths['/b'].get"\n  update:\n    summary: S\n`);
  expect(at("/paths/~1b/get/summary", "key")).toBe("overlay.yaml:6:5");
  expect(at("/paths/~1b", "key")).toBe("openapi.yaml:12:3");
});

it("points at `copy` for what was copied, and deep in it", () => {
  const actions = `- target: $.paths\n  update: { /c: {} }\n- target: "$.paths['/c']"\n  copy: "$.paths['/a']"\n`;
  const at = placesAfter(actions);
  expect(at("/paths/~1c/get/parameters/1/name")).toBe("overlay.yaml:7:9");
  expect(at("/paths/~1c/get", "key")).toBe("overlay.yaml:7:3");
  expect(at("/paths/~1c")).toBe("overlay.yaml:5:17");
  const document = documentOf({ "openapi.yaml": spec, "overlay.yaml": head + actions });
  const { pointer } = document.locate({ file: "openapi.yaml", pointer: "/paths/~1c/get/operationId" });
  expect(pointer).toBe("/actions/1/copy");
});

it("changes what was copied and knows both places", () => {
  const at = placesAfter(
    `- target: $.paths\n  update: { /c: {} }\n- target: "$.paths['/c']"\n  copy: "$.paths['/a']"\n` +
      `- target: "$.paths['/c'].get"\n  update: { operationId: c }\n`,
  );
  expect(at("/paths/~1c/get/operationId")).toBe("overlay.yaml:9:26");
  expect(at("/paths/~1c/get/parameters")).toBe("overlay.yaml:7:9");
});

it("knows the last of several overlays that put a value there", () => {
  const set = (id: string): string =>
    `${head}- { target: "$.paths['/a'].get", update: { operationId: ${id} } }`;
  const texts = { "openapi.yaml": spec, "overlay-1.yaml": set("one"), "overlay-2.yaml": set("two") };
  const place = { file: "openapi.yaml", pointer: "/paths/~1a/get/operationId" };
  expect(formatLocation(documentOf(texts).locate(place))).toBe("overlay-2.yaml:4:57");
});

it("resolves what an overlay refers to from the spec, and complains in the overlay", () => {
  const overlay = `${head}- target: "$.paths['/a'].get"
  update: { parameters: [{ $ref: "p.yaml" }, { $ref: "overlay.yaml#/x" }, { $ref: "q.yaml" }] }\n`;
  const texts = {
    "spec/openapi.yaml": spec,
    "spec/p.yaml": "{ name: p, in: query }",
    "overlay/o.yaml": overlay,
  };
  expect(complaintsOf(texts)).toEqual([
    "overlay/o.yaml:5:54 unreadable-reference",
    "overlay/o.yaml:5:83 unreadable-reference",
  ]);
});

it("knows an anchor that an overlay brings", () => {
  const overlay = `${head}- target: $
  update: { components: { schemas: { A: { $anchor: here }, B: { $ref: "#here" }, C: { $ref: "#gone" } } } }\n`;
  expect(complaintsOf({ "openapi.yaml": spec, "overlay.yaml": overlay })).toEqual([
    "overlay.yaml:5:93 unresolved-reference",
  ]);
});

it("knows anchors by where they have moved to, and those no more that are gone", () => {
  const anchored =
    "components: { schemas: { A: { allOf: [{ $anchor: a }, { $anchor: b, type: string }] } } }\n";
  const overlay = `${head}- { target: "$.components.schemas.A.allOf[0]", remove: true }`;
  const document = documentOf({ "openapi.yaml": spec + anchored, "overlay.yaml": overlay });
  const from = { file: "openapi.yaml", pointer: "/paths" };
  expect(document.resolve("#a", from)).toBeUndefined();
  expect(document.resolve("#b", from)?.place.pointer).toBe("/components/schemas/A/allOf/0");
});

it("reads the version that an overlay writes, and complains there", () => {
  const update = (version: string): string => `${head}- { target: $, update: { openapi: ${version} } }`;
  const old = spec.replace("openapi: 3.1.0", "openapi: 3.9.0");
  expect(complaintsOf({ "openapi.yaml": old, "overlay.yaml": update("3.1.0") })).toEqual([]);
  expect(complaintsOf({ "openapi.yaml": spec, "overlay.yaml": update("4.0.0") })).toEqual([
    "overlay.yaml:4:26 unsupported-version",
  ]);
});
