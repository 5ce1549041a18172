import { describe, expect, it } from "vitest";
import { modelDirections, oneWay } from "../../generator/model/directions.ts";
import { apiFrom, shapeOf } from "../builders/spec-texts.ts";

/** How the client meets each model: `in` a response, `out` in a request, `differs` between the two. */
function directionsOf(spec: string): Readonly<Record<string, string>> {
  const api = apiFrom(spec);
  const found = modelDirections(api);
  return Object.fromEntries(
    api.models.map(({ id, key = id }) => {
      const { request, response, differs } = found.get(id) ?? {};
      return [key, [request && "out", response && "in", differs && "differs"].filter(Boolean).join(" ")];
    }),
  );
}

const ref = (key: string): string => `{ $ref: "#/components/schemas/${key}" }`;
const content = (key: string): string => `content: { application/json: { schema: ${ref(key)} } }`;

/** An operation that sends one model and answers with another, beside these schemas. */
const sends = (out: string, back: string, schemas: string): string =>
  `paths: { /a: { post: { requestBody: { ${content(out)} }, responses: { "200": { ${content(back)} } } } } }
components: { schemas: { ${schemas} } }`;

/** A model for each keyword that holds a schema. */
const keywordModels = "BCDEFGHIJKLMN".split("");

describe("a model is met", () => {
  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ["in the direction of its body", sends("A", "B", "A: {}, B: {}, C: {}"), { A: "out", B: "in", C: "" }],
    ["in both", sends("A", "A", "A: {}"), { A: "out in" }],
    [
      "through other models, in circles too",
      sends("A", "C", `A: { items: ${ref("B")} }, B: { properties: { a: ${ref("A")} } }, C: {}`),
      { A: "out", B: "out", C: "in" },
    ],
    [
      "through every place where a schema stands",
      sends(
        "A",
        "X",
        `A: { prefixItems: [${ref("B")}], contains: ${ref("C")}, patternProperties: { x: ${ref("D")} }, propertyNames: ${ref("E")},
           additionalProperties: ${ref("F")}, dependentSchemas: { x: ${ref("G")} }, not: ${ref("H")}, if: ${ref("I")},
           then: ${ref("J")}, else: ${ref("K")}, contentSchema: ${ref("L")}, unevaluatedProperties: ${ref("M")},
           unevaluatedItems: ${ref("N")} }, X: {}, ${keywordModels.map((key) => `${key}: {}`).join(", ")}`,
      ),
      { A: "out", X: "in", ...Object.fromEntries(keywordModels.map((key) => [key, "out"])) },
    ],
    [
      "through a mapping",
      sends(
        "A",
        "X",
        "A: { type: object, discriminator: { propertyName: k, mapping: { b: B } } }, B: {}, X: {}",
      ),
      { A: "out", B: "out", X: "in" },
    ],
    [
      "as a parameter, a header and an error",
      `paths: { /a: { get: { parameters: [{ name: p, in: query, schema: ${ref("P")} }], responses: { "200": {
         headers: { h: { schema: ${ref("H")} } } }, default: { ${content("E")} } } } } }
components: { schemas: { P: {}, H: {}, E: {} } }`,
      { P: "out", H: "in", E: "in" },
    ],
    [
      "the other way round in webhooks",
      `webhooks: { a: { post: { requestBody: { ${content("A")} }, responses: { "200": { ${content("B")} } } } } }
components: { schemas: { A: {}, B: {} } }`,
      { A: "in", B: "out" },
    ],
    [
      "the other way round in callbacks, and once more in theirs",
      `paths: { /a: { post: { callbacks: { c: { "{$url}": { post: { requestBody: { ${content("A")} },
         callbacks: { d: { "{$url}": { post: { requestBody: { ${content("B")} } } } } } } } } } } } }
webhooks: { w: { post: { callbacks: { c: { "{$url}": { post: { requestBody: { ${content("C")} } } } } } } } }
components: { schemas: { A: {}, B: {}, C: {} } }`,
      { A: "in", B: "out", C: "out" },
    ],
  ])("%s", (_, spec, expected) => {
    expect(directionsOf(spec)).toEqual(expected);
  });
});

describe("a model differs between the directions", () => {
  const readOnly = "properties: { id: { type: string, readOnly: true } }";
  it.each<readonly [string, string, Readonly<Record<string, string>>]>([
    ["if a property is read-only", `A: { ${readOnly} }, B: {}`, { A: "differs", B: "" }],
    ["if a property is write-only", "A: { properties: { p: { writeOnly: true } } }", { A: "differs" }],
    ["if a property of a part is", `A: { allOf: [{ ${readOnly} }, {}] }`, { A: "differs" }],
    ["if an object inside is", `A: { items: { ${readOnly} } }`, { A: "differs" }],
    [
      "if one that it is made of does, however far away",
      `A: { items: ${ref("B")} }, B: { anyOf: [${ref("C")}, {}] }, C: { ${readOnly} }, D: {}`,
      { A: "differs", B: "differs", C: "differs", D: "" },
    ],
    [
      "in circles",
      `A: { items: ${ref("B")} }, B: { properties: { a: ${ref("A")}, b: { readOnly: true } } }`,
      { A: "differs", B: "differs" },
    ],
    ["not because it is read-only itself", "A: { readOnly: true, type: object }", { A: "" }],
    [
      "if a property refers to one that is read-only",
      `A: { properties: { b: ${ref("B")} } }, B: { readOnly: true, type: string }`,
      { A: "differs", B: "" },
    ],
  ])("%s", (_, schemas, expected) => {
    expect(directionsOf(`components: { schemas: { ${schemas} } }`)).toEqual(expected);
  });
});

describe("a property travels one way", () => {
  it.each<readonly [schema: string, way: string | undefined]>([
    ["{ type: string }", undefined],
    ["{ readOnly: true }", "response"],
    ["{ writeOnly: true }", "request"],
    ["{ readOnly: true, writeOnly: true }", "response"],
    [ref("R"), "response"],
    [ref("Alias"), "response"],
    [`{ allOf: [${ref("W")}], title: x }`, "request"],
    [`{ allOf: [${ref("N")}, { readOnly: true }] }`, "response"],
    [`{ anyOf: [${ref("R")}, { type: "null" }] }`, undefined],
    [ref("Loop"), undefined],
  ])("%s: %s", (schema, way) => {
    const others = `R: { type: string, readOnly: true }
W: { type: string, writeOnly: true }
N: { type: string }
Alias: ${ref("R")}
Loop: { allOf: [${ref("Loop")}, {}] }
`;
    const api = apiFrom(`components:\n  schemas:\n${others.replace(/^(?=.)/gm, "    ")}`);
    const models = new Map(api.models.map((model) => [model.id, model]));
    expect(oneWay(models, shapeOf(schema, "3.1.0", others))).toBe(way);
  });
});

it("does not count what travels the other way only as a way on", () => {
  const api = apiFrom(`
paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses:
        "201":
          description: Added.
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
components:
  schemas:
    Order:
      type: object
      properties:
        customer: { readOnly: true, allOf: [{ $ref: "#/components/schemas/Customer" }] }
        card: { writeOnly: true, allOf: [{ $ref: "#/components/schemas/Card" }] }
    Customer: { type: object, properties: { id: { type: string, readOnly: true } } }
    Card: { type: object, properties: { number: { type: string } } }
`);
  const directions = [...modelDirections(api).values()];
  expect(directions.map(({ request, response }) => ({ request, response }))).toEqual([
    { request: true, response: true },
    { request: false, response: true },
    { request: true, response: false },
  ]);
});
