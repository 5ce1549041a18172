import { expect, it } from "vitest";
import { documentOf } from "./load-texts.ts";

const openapi = `openapi: 3.1.0
info: { title: T, version: "1" }
paths:
  /a: { $ref: paths/a.yaml }
  /a/{b}: {}
components:
  schemas:
    Alias: { $ref: "../shared/models.yaml#/Order" }
    Chain: { $ref: "#/components/schemas/Alias" }
    Named: { $anchor: named, type: object }
    Dynamic: { $dynamicAnchor: dynamic, type: object }
    Earlier: { $id: "#earlier", type: object }
    Self: { $ref: "#/components/schemas/Self/properties/x" }
    Ping: { $ref: "#/components/schemas/Pong/properties/x" }
    Pong: { $ref: "#/components/schemas/Ping/properties/x" }
    Identified:
      $id: https://example.com/schemas/identified
      properties:
        part: { $ref: "#/$defs/Part" }
      $defs:
        Part: { $anchor: part, type: string }
        Other: { $id: other, type: integer, $defs: { Deep: { $anchor: deep } } }
        Local: { $id: local/schema, properties: { x: {} } }
    Example: { examples: [{ $id: https://example.com/never, $anchor: never }] }
    Prop: { properties: { $id: { $anchor: inside } } }
    List: { allOf: [{ title: first }, { $ref: "#/components/schemas/Named" }] }
    User: { $ref: "../shared/with space.yaml" }
    Size: { $ref: "../shared/gr%C3%B6%C3%9Fe.yaml" }
x-odd:
  a/b: slash
  a~b: tilde
  a~1b: tilde one
  with space: space
  ü%: percent
  "": empty
  "200": number
  __proto__: { x: proto }
  list: [[zero], one]
`;

const document = documentOf({
  "spec/openapi.yaml": openapi,
  "spec/paths/a.yaml": `get: { responses: { "200": { $ref: "../../shared/responses.json#/Ok" } } }`,
  "shared/models.yaml": `Order: { properties: { id: { type: string }, next: { $ref: "#/Order" }, all: { $ref: openapi.yaml } } }`,
  "shared/openapi.yaml": "type: array",
  "shared/with space.yaml": "title: User",
  "shared/größe.yaml": "title: Size",
  "shared/responses.json": `{ "Ok": { "description": "Fine.", "content": { "text/plain": { "schema": { "$ref": "models.yaml#/Order/properties/id" } } } } }`,
});

/** Where a reference leads, as `file#pointer`. */
function target(reference: string, file = "spec/openapi.yaml", pointer = ""): string | undefined {
  const node = document.resolve(reference, { file, pointer });
  return node && `${node.place.file}#${node.place.pointer}`;
}

it.each([
  ["", "spec/openapi.yaml#"],
  ["#", "spec/openapi.yaml#"],
  ["#/", undefined],
  ["openapi.yaml", "spec/openapi.yaml#"],
  ["./openapi.yaml#", "spec/openapi.yaml#"],
  ["../spec/openapi.yaml", "spec/openapi.yaml#"],
  ["/spec/openapi.yaml", "spec/openapi.yaml#"],
  ["../../spec/openapi.yaml", undefined],
  ["paths/../paths/./a.yaml#/get", "spec/paths/a.yaml#/get"],
  ["paths//a.yaml", "spec/paths/a.yaml#"],
  ["paths/a%2Eyaml", "spec/paths/a.yaml#"],
  ["../shared/with%20space.yaml", "shared/with space.yaml#"],
  ["../shared/with space.yaml#/title", "shared/with space.yaml#/title"],
  ["../shared/models.yaml#/Order/properties/id", "shared/models.yaml#/Order/properties/id"],
  ["../shared/responses.json#/Ok", "shared/responses.json#/Ok"],
  ["../shared/none.yaml", undefined],
  ["..\\shared\\models.yaml", undefined],
  ["paths/a.yaml?x=1", undefined],
  ["#/info/title", "spec/openapi.yaml#/info/title"],
  ["#/info/titel", undefined],
  ["#/info/title/deeper", undefined],
  ["#/paths/~1a~1{b}", "spec/openapi.yaml#/paths/~1a~1{b}"],
  ["#/paths/~1a~1%7Bb%7D", "spec/openapi.yaml#/paths/~1a~1{b}"],
  ["#/x-odd/a~1b", "spec/openapi.yaml#/x-odd/a~1b"],
  ["#/x-odd/a~0b", "spec/openapi.yaml#/x-odd/a~0b"],
  ["#/x-odd/a~01b", "spec/openapi.yaml#/x-odd/a~01b"],
  ["#/x-odd/with%20space", "spec/openapi.yaml#/x-odd/with space"],
  ["#/x-odd/with space", "spec/openapi.yaml#/x-odd/with space"],
  ["#/x-odd/%C3%BC%25", "spec/openapi.yaml#/x-odd/ü%"],
  ["#/x-odd/ü%", "spec/openapi.yaml#/x-odd/ü%"],
  ["../shared/größe.yaml#/title", "shared/größe.yaml#/title"],
  ["../shared/gr%C3%B6%C3%9Fe.yaml#/title", "shared/größe.yaml#/title"],
  ["#/x-odd/", "spec/openapi.yaml#/x-odd/"],
  ["#/x-odd/200", "spec/openapi.yaml#/x-odd/200"],
  ["#/x-odd/__proto__/x", "spec/openapi.yaml#/x-odd/__proto__/x"],
  ["#/x-odd/constructor", undefined],
  ["#/x-odd/list/0/0", "spec/openapi.yaml#/x-odd/list/0/0"],
  ["#/x-odd/list/2", undefined],
  ["#/x-odd/list/-", undefined],
  ["#/x-odd/list/01", undefined],
  ["#/x-odd/list/length", undefined],
  ["#named", "spec/openapi.yaml#/components/schemas/Named"],
  ["#dynamic", "spec/openapi.yaml#/components/schemas/Dynamic"],
  ["#earlier", "spec/openapi.yaml#/components/schemas/Earlier"],
  ["openapi.yaml#named", "spec/openapi.yaml#/components/schemas/Named"],
  ["#inside", "spec/openapi.yaml#/components/schemas/Prop/properties/$id"],
  ["#never", undefined],
  ["#part", undefined],
  ["#components/schemas/Named", undefined],
  ["https://example.com/schemas/identified", "spec/openapi.yaml#/components/schemas/Identified"],
  [
    "https://example.com/schemas/identified#part",
    "spec/openapi.yaml#/components/schemas/Identified/$defs/Part",
  ],
  ["https://example.com/schemas/identified#/$defs", "spec/openapi.yaml#/components/schemas/Identified/$defs"],
  [
    "https://example.com/schemas/../schemas/other",
    "spec/openapi.yaml#/components/schemas/Identified/$defs/Other",
  ],
  [
    "https://example.com/schemas/other#deep",
    "spec/openapi.yaml#/components/schemas/Identified/$defs/Other/$defs/Deep",
  ],
  ["https://example.com/never", undefined],
  ["https://example.com/none", undefined],
  ["file:///etc/passwd", undefined],
  ["//example.com/schemas/identified", undefined],
])("leads %j from the entry to %j", (reference, place) => {
  expect(target(reference)).toBe(place);
});

it.each([
  [
    "through an alias of a file",
    "#/components/schemas/Alias/properties/id",
    "shared/models.yaml#/Order/properties/id",
  ],
  [
    "through two aliases",
    "#/components/schemas/Chain/properties/id",
    "shared/models.yaml#/Order/properties/id",
  ],
  ["through a path in a file", "#/paths/~1a/get/responses", "spec/paths/a.yaml#/get/responses"],
  ["through files of files", "#/paths/~1a/get/responses/200/content", "shared/responses.json#/Ok/content"],
  [
    "to an object that refers on",
    "#/paths/~1a/get/responses/200/content/text~1plain/schema",
    "shared/responses.json#/Ok/content/text~1plain/schema",
  ],
  [
    "through a reference to a part",
    "#/paths/~1a/get/responses/200/content/text~1plain/schema/type",
    "shared/models.yaml#/Order/properties/id/type",
  ],
  ["to an alias itself", "#/components/schemas/Chain", "spec/openapi.yaml#/components/schemas/Chain"],
  ["through itself, in vain", "#/components/schemas/Self/properties/x", undefined],
  ["through two that wait for each other, in vain", "#/components/schemas/Ping/properties/x", undefined],
])("leads a pointer %s", (_, reference, place) => {
  expect(target(reference)).toBe(place);
});

const inside = "/components/schemas/Identified";

it.each([
  ["a pointer to the nearest $id", "#/$defs/Part", `${inside}/properties/part`, `${inside}/$defs/Part`],
  ["an anchor to the nearest $id", "#part", `${inside}/properties/part`, `${inside}/$defs/Part`],
  ["a path to the nearest $id", "other", `${inside}/properties/part`, `${inside}/$defs/Other`],
  ["a path to an $id around", "../other", `${inside}/$defs/Local/properties/x`, `${inside}/$defs/Other`],
  ["a fragment to an $id of its own", "#", `${inside}/$defs/Other`, `${inside}/$defs/Other`],
  ["a pointer of the file all the same", "#/components/schemas/Named", inside, "/components/schemas/Named"],
  ["an anchor of the file all the same", "#named", inside, "/components/schemas/Named"],
  ["what the $id does not reach", "#/$defs/Part", "/components/schemas/Named", undefined],
])("relates %s", (_, reference, from, pointer) => {
  const place = pointer === undefined ? undefined : `spec/openapi.yaml#${pointer}`;
  expect(target(reference, "spec/openapi.yaml", from)).toBe(place);
});

it("relates a path to the file, where the $id leads to no file", () => {
  expect(target("paths/a.yaml", "spec/openapi.yaml", inside)).toBe("spec/paths/a.yaml#");
});

it.each([
  ["models.yaml#/Order", "shared/models.yaml#/Order"],
  ["openapi.yaml", "shared/openapi.yaml#"],
  ["../spec/openapi.yaml#/info", "spec/openapi.yaml#/info"],
  ["#/Ok", "shared/responses.json#/Ok"],
  ["#/info", undefined],
])("relates %j to the file that it stands in", (reference, place) => {
  expect(target(reference, "shared/responses.json", "/Ok/content")).toBe(place);
});

it("gives up on pointers that lead through more references than anyone writes", () => {
  const schemas = Array.from({ length: 5000 }, (_, index) => {
    return `    S${index}: { $ref: "#/components/schemas/S${index + 1}/properties" }`;
  });
  const long = documentOf(
    `openapi: 3.1.0\ninfo: {}\ncomponents:\n  schemas:\n${schemas.join("\n")}\n    S5000: {}\n`,
  );
  const from = { file: "openapi.yaml", pointer: "" };
  expect(long.resolve("#/components/schemas/S4999/x", from)).toBeUndefined();
  expect(long.resolve("#/components/schemas/S0/x", from)).toBeUndefined();
});

it("knows a file of 3.2 by its $self, and relates its references to it", () => {
  const self = documentOf({
    "a/openapi.yaml": `openapi: 3.2.0
$self: https://example.com/api/openapi
info: {}
components:
  schemas:
    One: { $ref: models#/Order }
    Two: { $ref: https://example.com/api/models#order }
    Three: { $ref: models.yaml }
    Four: { $ref: https://example.com/api/openapi#/info }
`,
    "a/models.yaml": "$self: https://example.com/api/models\nOrder: { $anchor: order }",
  });
  const places = ["One", "Two", "Three", "Four"].map((name) => {
    const node = self.at({ file: "a/openapi.yaml", pointer: `/components/schemas/${name}/$ref` });
    const found = self.resolve(String(node?.value), { file: "a/openapi.yaml", pointer: "" });
    return found && `${found.place.file}#${found.place.pointer}`;
  });
  expect(places).toEqual([
    "a/models.yaml#/Order",
    "a/models.yaml#/Order",
    "a/models.yaml#",
    "a/openapi.yaml#/info",
  ]);
});

it.each([
  ["", "spec/openapi.yaml"],
  ["/info/title", "T"],
  ["/x-odd/list/0/0", "zero"],
  ["/components/schemas/Alias/properties", undefined],
  ["/none", undefined],
])("gives the node at %j, and follows no reference there", (pointer, value) => {
  const node = document.at({ file: "spec/openapi.yaml", pointer });
  if (pointer === "") expect(node).toEqual(document.root);
  else expect(node?.value).toBe(value);
});

it("has no node in a file that it does not have", () => {
  expect(document.at({ file: "none.yaml", pointer: "" })).toBeUndefined();
});
