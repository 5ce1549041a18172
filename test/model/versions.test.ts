// What the keywords of a schema mean before and since OpenAPI 3.1.
import { describe, expect, it } from "vitest";
import { apiFrom, bare, operationFrom, shapeOf } from "../builders/spec-texts.ts";

const string = { kind: "string" };
const integer = { kind: "number", integer: true };
const nothing = { kind: "null" };
const B = { kind: "reference", id: "openapi.yaml#/components/schemas/B" };
const others = "B: { type: object }\n";
const or = (...branches: object[]): object => ({ kind: "union", mode: "any", branches });
const choice = (values: unknown[], within?: object): object => ({
  kind: "choice",
  values: values.map((value) => ({ value })),
  ...(within && { within }),
});

describe("a schema in 3.0, then in 3.1", () => {
  it.each<readonly [schema: string, before: object, since: object]>([
    ["{ type: string, nullable: true }", or(string, nothing), string],
    ["{ type: string, nullable: false }", string, string],
    ["{ nullable: true }", { kind: "any" }, { kind: "any" }],
    [
      "{ type: string, nullable: true, enum: [a] }",
      choice(["a"], or(string, nothing)),
      choice(["a"], string),
    ],
    ["{ nullable: true, allOf: [{ $ref: '#/components/schemas/B' }] }", or(B, nothing), B],
    [
      "{ nullable: true, oneOf: [{ type: string }, { type: integer }], title: A }",
      { ...or({ ...or(string, integer), mode: "one" }, nothing), notes: { title: "A" } },
      { ...or(string, integer), mode: "one", notes: { title: "A" } },
    ],
    [
      "{ type: string, nullable: true, anyOf: [{ maxLength: 3 }] }",
      or({ kind: "all", parts: [string, or({ ...string, implied: true, maxLength: 3 })] }, nothing),
      { kind: "all", parts: [string, or({ ...string, implied: true, maxLength: 3 })] },
    ],
    [
      "{ type: integer, minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true }",
      { ...integer, exclusiveMinimum: 1, exclusiveMaximum: 9 },
      { ...integer, exclusiveMinimum: 1, exclusiveMaximum: 9 },
    ],
    [
      "{ type: integer, minimum: 1, exclusiveMinimum: false }",
      { ...integer, minimum: 1 },
      { ...integer, minimum: 1 },
    ],
    ["{ $ref: '#/components/schemas/B', description: b }", B, { ...B, notes: { description: "b" } }],
    [
      "{ $ref: '#/components/schemas/B', maxProperties: 1 }",
      B,
      { kind: "all", parts: [B, { kind: "object", implied: true, properties: [], maxProperties: 1 }] },
    ],
    ["{ example: 1 }", { kind: "any", notes: { examples: [1] } }, { kind: "any", notes: { examples: [1] } }],
  ])("%s", (schema, before, since) => {
    // Inside another schema: a component that is a reference and nothing else is an alias.
    const inner = (version: string): unknown => {
      const shape = shapeOf(`{ type: array, items: ${schema} }`, version, others);
      return shape.kind === "list" && bare(shape.items);
    };
    expect(inner("3.0.3")).toEqual(before);
    expect(inner("3.1.0")).toEqual(since);
  });
});

it("tells a null beside a list of variants apart from the variants", () => {
  const schema = `
    nullable: true
    oneOf: [{ $ref: '#/components/schemas/B' }]
    discriminator: { propertyName: kind }`.replace(/\n */g, "\n        ");
  expect(bare(shapeOf(schema, "3.0.3", others))).toEqual(
    or(
      {
        kind: "union",
        mode: "one",
        branches: [B],
        discriminator: { property: "kind", mapping: [{ value: "B", id: B.id }] },
      },
      nothing,
    ),
  );
});

it.each([
  ["3.0.3", "Of all.", "Of all."],
  ["3.1.0", "Of this one.", "Of this one."],
])("takes the words beside a reference in %s for what they are", (version, parameter, response) => {
  const operation = operationFrom(
    `parameters: [{ $ref: '#/components/parameters/P', description: Of this one. }],
     requestBody: { $ref: '#/components/requestBodies/B', description: Of this one. },
     responses: { '200': { $ref: '#/components/responses/R', description: Of this one. } }`,
    `components:
  parameters: { P: { name: p, in: query, description: Of all., schema: {} } }
  requestBodies: { B: { description: Of all., content: {} } }
  headers: { H: { description: Of all., schema: {} } }
  responses: { R: { description: Of all., headers: { h: { $ref: '#/components/headers/H', description: Of this one. } } } }`,
    version,
  );
  expect(operation.parameters[0]?.description).toBe(parameter);
  expect(operation.body?.description).toBe(parameter);
  expect(operation.responses[0]?.description).toBe(response);
  expect(operation.responses[0]?.headers[0]?.description).toBe(response);
});

it.each([
  ["3.0.3", ["A"]],
  ["3.1.0", ["A", undefined]],
])("lends the key to a file in %s, whatever is said beside the reference before 3.1", (version, keys) => {
  const api = apiFrom({
    "openapi.yaml": `openapi: ${version}\ncomponents: { schemas: { A: { $ref: ./a.yaml, description: x } } }`,
    "a.yaml": "type: string",
  });
  expect(api.models.map(({ key }) => key)).toEqual(keys);
});
