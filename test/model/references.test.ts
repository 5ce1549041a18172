import { describe, expect, it } from "vitest";
import type { Api } from "../../generator/model/api.ts";
import { apiFrom, bare, type Texts } from "../builders/spec-texts.ts";

/** Each model as `key id -> the ids it refers to`. */
function modelsOf(api: Api): readonly string[] {
  return api.models.map(({ id, key, shape }) => {
    const targets = [...JSON.stringify(bare(shape)).matchAll(/"kind":"reference","id":"([^"]+)"/g)];
    return [key ?? "-", id.replace("openapi.yaml", ""), ...targets.map(([, target]) => `-> ${target}`)].join(
      " ",
    );
  });
}

const head = "openapi: 3.1.0\ninfo: { title: A, version: '1' }\n";
const components = (schemas: string): string => `components: { schemas: { ${schemas} } }`;

/** The entry and other files. */
function files(entry: string, others: Readonly<Record<string, string>>): Texts {
  return { "openapi.yaml": head + entry, ...others };
}

describe("models", () => {
  it("are the components in their order, used or not, then what else is referred to", () => {
    const api = apiFrom(
      `paths: { /a: { get: { responses: { "200": { content: { a/b: { schema: { $ref: "#/components/responses/R/x-schema" } } } } } } } }
components:
  schemas: { B: {}, A: { $ref: "#/components/schemas/B", title: x }, 1: {} }
  responses: { R: { x-schema: { type: string } } }`,
    );
    expect(modelsOf(api)).toEqual([
      "B #/components/schemas/B",
      "A #/components/schemas/A -> openapi.yaml#/components/schemas/B",
      "1 #/components/schemas/1",
      "- #/components/responses/R/x-schema",
    ]);
  });

  it("may be written inside another one, and in the place of a parameter's schema", () => {
    const api =
      apiFrom(`${components("A: { properties: { a/b: { type: object }, c: { $ref: '#/components/schemas/A/properties/a~1b' } }, $defs: { D: {} } }, E: { items: { $ref: '#/components/schemas/A/$defs/D' } }")}
paths: { /a: { get: { parameters: [{ name: p, in: query, schema: { $ref: "#/components/parameters/P/schema" } }] } } }`);
    expect(modelsOf(api)).toEqual([
      "A #/components/schemas/A -> openapi.yaml#/components/schemas/A/properties/a~1b",
      "E #/components/schemas/E -> openapi.yaml#/components/schemas/A/$defs/D",
      "- #/components/schemas/A/properties/a~1b",
      "- #/components/schemas/A/$defs/D",
    ]);
  });

  it("that are made of themselves are models once", () => {
    const api = apiFrom(components("A: { properties: { a: { $ref: '#/components/schemas/A' } } }"));
    expect(modelsOf(api)).toEqual(["A #/components/schemas/A -> openapi.yaml#/components/schemas/A"]);
  });
});

describe("a component that is a reference and nothing else", () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>, readonly string[]]>([
    ["lends its key to a file", "A: { $ref: a.yaml }", { "a.yaml": "type: string" }, ["A a.yaml#"]],
    [
      "lends its key to a part of a file",
      "A: { $ref: 'a.yaml#/x/y' }",
      { "a.yaml": "x: { y: { type: string } }" },
      ["A a.yaml#/x/y"],
    ],
    [
      "lends its key to the end of a chain",
      "A: { $ref: a.yaml }",
      { "a.yaml": "$ref: b.yaml", "b.yaml": "$ref: 'c.yaml#/z'", "c.yaml": "z: { type: string }" },
      ["A c.yaml#/z"],
    ],
    [
      "lends its key once: a second one is an alias",
      "A: { $ref: a.yaml }, B: { $ref: a.yaml }",
      { "a.yaml": "type: string" },
      ["A a.yaml#", "B #/components/schemas/B -> a.yaml#"],
    ],
    [
      "is an alias of another component",
      "A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/C' }, C: {}",
      {},
      [
        "A #/components/schemas/A -> openapi.yaml#/components/schemas/B",
        "B #/components/schemas/B -> openapi.yaml#/components/schemas/C",
        "C #/components/schemas/C",
      ],
    ],
    [
      "is an alias of another component, by way of a file",
      "A: { $ref: a.yaml }, B: { type: string }",
      { "a.yaml": "$ref: 'openapi.yaml#/components/schemas/B'" },
      ["A #/components/schemas/A -> openapi.yaml#/components/schemas/B", "B #/components/schemas/B"],
    ],
    ["that leads nowhere is anything", "A: { $ref: '#/nowhere' }", {}, ["A #/components/schemas/A"]],
    [
      "that leads in circles refers on",
      "A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' }",
      {},
      [
        "A #/components/schemas/A -> openapi.yaml#/components/schemas/B",
        "B #/components/schemas/B -> openapi.yaml#/components/schemas/A",
      ],
    ],
  ])("%s", (_, schemas, others, models) => {
    expect(modelsOf(apiFrom(files(components(schemas), others)))).toEqual(models);
  });
});

it("names a file that is referred to from another file as the component that leads to it", () => {
  const api = apiFrom(
    files(components("Order: { $ref: schemas/order.yaml }, Line: { $ref: schemas/line.yaml }"), {
      "schemas/order.yaml":
        "properties: { lines: { items: { $ref: line.yaml } }, note: { $ref: note.yaml } }",
      "schemas/line.yaml": "properties: { order: { $ref: order.yaml } }",
      "schemas/note.yaml": "type: string",
    }),
  );
  expect(modelsOf(api)).toEqual([
    "Order schemas/order.yaml# -> schemas/line.yaml# -> schemas/note.yaml#",
    "Line schemas/line.yaml# -> schemas/order.yaml#",
    "- schemas/note.yaml#",
  ]);
});

it("takes components of another file for schemas like any other", () => {
  const api = apiFrom(
    files(components("A: { items: { $ref: 'other.yaml#/components/schemas/B' } }"), {
      "other.yaml": `${head}${components("B: { items: { $ref: '#/components/schemas/C' } }, C: {}")}`,
    }),
  );
  expect(modelsOf(api)).toEqual([
    "A #/components/schemas/A -> other.yaml#/components/schemas/B",
    "- other.yaml#/components/schemas/B -> other.yaml#/components/schemas/C",
    "- other.yaml#/components/schemas/C",
  ]);
});

it("finds anchors, identifiers and dynamic references", () => {
  const api = apiFrom(
    components(`
      A: { $anchor: a, type: string },
      B: { $id: "https://example.com/b", items: { $ref: "#/$defs/D" }, $defs: { D: { type: integer } } },
      C: { anyOf: [{ $ref: "#a" }, { $ref: "https://example.com/b" }, { $dynamicRef: "#a" }] }`),
  );
  expect(modelsOf(api).slice(1)).toEqual([
    "B #/components/schemas/B -> openapi.yaml#/components/schemas/B/$defs/D",
    "C #/components/schemas/C -> openapi.yaml#/components/schemas/A -> openapi.yaml#/components/schemas/B -> openapi.yaml#/components/schemas/A",
    "- #/components/schemas/B/$defs/D",
  ]);
});

it("leaves a reference that leads nowhere out, and keeps what stands beside it", () => {
  const api = apiFrom(
    components("A: { items: { $ref: '#/nowhere', maxLength: 3 } }, B: { items: { $ref: none.yaml } }"),
  );
  expect(bare(api.models.map(({ shape }) => shape))).toEqual([
    { kind: "list", implied: true, items: { kind: "string", implied: true, maxLength: 3 } },
    { kind: "list", implied: true, items: { kind: "any" } },
  ]);
});
