import { expect, it } from "vitest";

import { apiOf } from "../values/spec.ts";

const anchor = { $dynamicAnchor: "T", type: "string" };

/** Of what kind the items of the list `Subject` are, and to which model they lead. */
function itemsOf(items: object, schemas: object): string {
  const subject = { type: "array", items };
  const api = apiOf({
    info: { title: "a", version: "1" },
    components: { schemas: { Subject: subject, ...schemas } },
  });
  const shape = api.models.find(({ key }) => key === "Subject")?.shape;
  const found = shape?.kind === "list" ? shape.items : undefined;
  return found?.kind === "reference" ? `reference ${found.id}` : String(found?.kind);
}

const leadsTo = (pointer: string): string => `reference openapi.yaml#/components/schemas/${pointer}`;

it.each([
  ["the only anchor", { $dynamicRef: "#T" }, { Part: anchor }, leadsTo("Part")],
  [
    "an anchor in $defs",
    { $dynamicRef: "#T" },
    { Page: { $defs: { Part: anchor } } },
    leadsTo("Page/$defs/Part"),
  ],
  ["an anchor that does not move", { $dynamicRef: "#A" }, { Part: { $anchor: "A" } }, leadsTo("Part")],
  ["a pointer", { $dynamicRef: "#/components/schemas/Part" }, { Part: anchor }, leadsTo("Part")],
  [
    "another anchor than the shared one",
    { $dynamicRef: "#U" },
    { Part: anchor, Other: { $id: "o", $defs: { T: anchor } }, U: { $dynamicAnchor: "U" } },
    leadsTo("U"),
  ],
  [
    "one of several anchors",
    { $dynamicRef: "#T" },
    { Part: anchor, Other: { $id: "other", $defs: { T: anchor } } },
    "any",
  ],
  [
    "one of several anchors, by its resource",
    { $dynamicRef: "other#T" },
    { Part: anchor, Other: { $id: "other", $defs: { T: anchor } } },
    "any",
  ],
  ["no anchor", { $dynamicRef: "#T" }, {}, "any"],
  [
    "one of several anchors that is asked for for good",
    { $ref: "#T" },
    { Part: anchor, Other: { $id: "other", $defs: { T: anchor } } },
    leadsTo("Part"),
  ],
])("reads a reference to %s", (_title, items, schemas, expected) => {
  expect(itemsOf(items, schemas)).toBe(expected);
});

it("never takes the place that is left open for what stands there", () => {
  const page = {
    $id: "page",
    type: "object",
    properties: { items: { type: "array", items: { $dynamicRef: "#T" } } },
    $defs: { T: { $dynamicAnchor: "T", not: {} } },
  };
  const clients = { $id: "clients", $ref: "page", $defs: { T: { ...anchor } } };
  const { models } = apiOf({
    info: { title: "a", version: "1" },
    components: { schemas: { Page: page, Clients: clients } },
  });
  const shape = models.find(({ key }) => key === "Page")?.shape;
  const items = shape?.kind === "object" ? shape.properties[0]?.shape : undefined;
  expect(items?.kind === "list" && items.items?.kind).toBe("any");
});
