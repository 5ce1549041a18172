import { describe, expect, it } from "vitest";
import { apiFrom, bare, shapeOf } from "../builders/spec-texts.ts";

const idOf = (key: string): string => `openapi.yaml#/components/schemas/${key}`;
const refs = "oneOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' }]";
const others = "B: {}\nC: {}\nD: {}\n";

function discriminatorOf(schema: string): unknown {
  const shape = shapeOf(schema, "3.2.0", others);
  return "discriminator" in shape ? bare(shape.discriminator) : undefined;
}

describe("a union is told apart", () => {
  it.each<readonly [discriminator: string, expected: unknown]>([
    [
      "{ propertyName: k }",
      {
        property: "k",
        mapping: [
          { value: "B", id: idOf("B") },
          { value: "C", id: idOf("C") },
        ],
      },
    ],
    [
      "{ propertyName: k, mapping: { b: B, c: '#/components/schemas/C' } }",
      {
        property: "k",
        mapping: [
          { value: "b", id: idOf("B") },
          { value: "c", id: idOf("C") },
        ],
      },
    ],
    [
      "{ propertyName: k, mapping: { c: C } }",
      {
        property: "k",
        mapping: [
          { value: "c", id: idOf("C") },
          { value: "B", id: idOf("B") },
        ],
      },
    ],
    [
      "{ propertyName: k, mapping: { b: B, bee: B, c: C } }",
      {
        property: "k",
        mapping: [
          { value: "b", id: idOf("B") },
          { value: "bee", id: idOf("B") },
          { value: "c", id: idOf("C") },
        ],
      },
    ],
    [
      "{ propertyName: k, mapping: { b: B, c: C }, defaultMapping: D }",
      {
        property: "k",
        mapping: [
          { value: "b", id: idOf("B") },
          { value: "c", id: idOf("C") },
        ],
        fallback: idOf("D"),
      },
    ],
    [
      "{ propertyName: k, mapping: { b: B, x: '#/nowhere', y: 5, c: C }, defaultMapping: nobody }",
      {
        property: "k",
        mapping: [
          { value: "b", id: idOf("B") },
          { value: "c", id: idOf("C") },
        ],
      },
    ],
    ["{ mapping: { b: B } }", undefined],
    ["k", undefined],
  ])("by %s", (discriminator, expected) => {
    expect(discriminatorOf(`{ ${refs}, discriminator: ${discriminator} }`)).toEqual(expected);
  });

  it("by names for references alone: what is written out has none", () => {
    const schema =
      "{ anyOf: [{ type: object }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: k } }";
    expect(discriminatorOf(schema)).toEqual({ property: "k", mapping: [{ value: "B", id: idOf("B") }] });
  });

  it("by names for references that lead somewhere", () => {
    const schema =
      "{ oneOf: [{ $ref: '#/nowhere' }, { $ref: '#/components/schemas/B' }], discriminator: { propertyName: k } }";
    expect(discriminatorOf(schema)).toEqual({ property: "k", mapping: [{ value: "B", id: idOf("B") }] });
  });

  it("by files, which go by their names", () => {
    const api = apiFrom({
      "openapi.yaml": `openapi: 3.1.0
components: { schemas: { A: { oneOf: [{ $ref: 'pets/cat.yaml#' }, { $ref: pets/dog.json }, { $ref: 'pets/all.yaml#/Owl' }],
  discriminator: { propertyName: k, mapping: { woof: pets/dog.json } } } } }`,
      "pets/cat.yaml": "{}",
      "pets/dog.json": "{}",
      "pets/all.yaml": "Owl: {}",
    });
    expect(api.models[0]?.shape).toMatchObject({
      discriminator: {
        mapping: [
          { value: "woof", id: "pets/dog.json#" },
          { value: "cat", id: "pets/cat.yaml#" },
          { value: "Owl", id: "pets/all.yaml#/Owl" },
        ],
      },
    });
  });

  it("by a name before a file of that name", () => {
    const api = apiFrom({
      "openapi.yaml": `openapi: 3.1.0
components: { schemas: { B: {}, A: { oneOf: [{ $ref: '#/components/schemas/B' }], discriminator: { propertyName: k, mapping: { b: B } } } } }`,
      B: "type: string",
    });
    expect(api.models[1]?.shape).toMatchObject({
      discriminator: { mapping: [{ value: "b", id: idOf("B") }] },
    });
  });
});

describe("a schema that others are made of tells them apart", () => {
  const discriminator = "discriminator: { propertyName: k, mapping: { b: B } }";
  const expected = { property: "k", mapping: [{ value: "b", id: idOf("B") }] };

  it("as an object", () => {
    expect(discriminatorOf(`{ type: object, ${discriminator} }`)).toEqual(expected);
    expect(discriminatorOf("{ type: object, discriminator: { propertyName: k } }")).toEqual({
      property: "k",
      mapping: [],
    });
  });

  it("as an object or null", () => {
    const shape = shapeOf(`{ type: [object, "null"], ${discriminator} }`, "3.1.0", others);
    expect(bare(shape)).toMatchObject({
      branches: [{ kind: "object", discriminator: expected }, { kind: "null" }],
    });
  });

  it("as one made of others itself", () => {
    expect(discriminatorOf(`{ allOf: [{ $ref: '#/components/schemas/C' }], ${discriminator} }`)).toEqual(
      expected,
    );
    expect(discriminatorOf(`{ allOf: [{}], properties: { k: {} }, ${discriminator} }`)).toEqual(expected);
  });
});

it("makes models of what only a mapping names", () => {
  const api = apiFrom({
    "openapi.yaml": `openapi: 3.1.0
components: { schemas: { A: { type: object, discriminator: { propertyName: k, mapping: { b: b.yaml } } } } }`,
    "b.yaml": "type: object",
  });
  expect(api.models.map(({ id }) => id)).toEqual([idOf("A"), "b.yaml#"]);
});

describe("a schema without a list of variants tells apart its heirs", () => {
  const heirs = [
    "B: { allOf: [{ $ref: '#/components/schemas/A' }] }",
    "C: { allOf: [{ $ref: '#/components/schemas/B' }] }",
  ].join("\n");
  const kinds = "type: object, properties: { k: { type: string";

  it.each<readonly [base: string, values: readonly string[]]>([
    [`{ ${kinds} } }, discriminator: { propertyName: k } }`, ["A", "B", "C"]],
    [`{ ${kinds} } }, discriminator: { propertyName: k, mapping: { b: B } } }`, ["b", "C"]],
    [`{ ${kinds}, enum: [C, D] } }, discriminator: { propertyName: k } }`, ["C"]],
    [`{ ${kinds} } }, oneOf: [{ $ref: '#/components/schemas/C' }], discriminator: { propertyName: k } }`, []],
  ])("%s", (base, values) => {
    const shape = shapeOf(base, "3.1.0", `${heirs}\n`);
    const mapping = shape.kind === "object" ? (shape.discriminator?.mapping ?? []) : [];
    expect(mapping.map(({ value }) => value)).toEqual(values);
  });
});
