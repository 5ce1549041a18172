import { describe, expect, it } from "vitest";
import { defaultConfig } from "../../generator/config/config.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { int64Pages } from "../../generator/view/int64-page.ts";
import { openViews, type ViewContext } from "../../generator/view/view-context.ts";
import { apiFrom } from "../builders/spec-texts.ts";
import { typeOf } from "../builders/views-from.ts";

const long = "{ type: integer, format: int64 }";
const schemas = `
    Long: ${long}
    Other: { type: object, properties: { n: { type: integer } } }
    Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: object, properties: { lives: ${long} } }] }
    Pet: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat" } } }`;

/** The views of a spec with one more schema, which one operation answers. */
function viewsOf(schema: string): ViewContext {
  const answer = `"200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/It" } } } }`;
  const api = apiFrom(
    `paths: { /it: { get: { responses: { ${answer} } } } }\ncomponents:\n  schemas:${schemas}\n    It: ${schema}`,
  );
  return openViews(api, buildNames(api).value, { ...defaultConfig, int64: "bigint" }, "openapi.yaml");
}

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;

describe("what a bigint is, and where the runtime makes one", () => {
  it.each<readonly [schema: string, type: string, plan: string | undefined]>([
    [long, "bigint", '"int64"'],
    ["{ type: integer, format: uint64 }", "bigint", '"int64"'],
    ["{ type: integer }", "number", undefined],
    ["{ type: integer, format: int32 }", "number", undefined],
    ["{ type: string, format: int64 }", "string", undefined],
    ["{ type: integer, format: int64, enum: [1, 2] }", "1n | 2n | (bigint & {})", '"int64"'],
    ["{ type: integer, format: int64, const: 9007199254740993 }", "9007199254740993n", '"int64"'],
    ["{ type: [integer, 'null'], format: int64 }", "bigint | null", '"int64"'],
    [`{ type: array, items: ${long} }`, "bigint[]", '{ items: "int64" }'],
    [`{ type: array, items: ${ref("Long")} }`, "Long[]", "{ items: () => Long$int64 }"],
    [
      `{ prefixItems: [{ type: string }, ${long}], type: array, items: false }`,
      "[string?, bigint?]",
      '{ prefix: [[], "int64"] }',
    ],
    [
      `{ type: object, properties: { a: { type: number } }, additionalProperties: ${long} }`,
      "{ a?: number; [name: string]: bigint | number | undefined; }",
      '{ fields: { a: [] }, rest: "int64" }',
    ],
    [
      `{ type: object, patternProperties: { "^x": ${long}, "(": ${long} } }`,
      "{ [name: string]: bigint; }",
      '{ patterns: { "^x": "int64" } }',
    ],
    [`{ oneOf: [${long}, { type: string }] }`, "bigint | string", '"int64"'],
    [`{ allOf: [${ref("Long")}, { minimum: 1 }] }`, "Long", "() => Long$int64"],
    [`{ allOf: [{ type: integer }, ${long}] }`, "bigint", '"int64"'],
    [
      `{ type: object, properties: { pet: ${ref("Pet")} } }`,
      '{ pet?: Cat & { "kind": "cat" }; }',
      '{ fields: { pet: [() => Pet$int64, { when: ["kind", "cat"], then: () => Cat$int64 }] } }',
    ],
    [ref("Other"), "Other", undefined],
    [
      `{ oneOf: [{ type: object, properties: { k: { const: a }, n: ${long} } }, { type: object, properties: { k: { const: b }, n: { type: integer } } }] }`,
      '{ k?: "a"; n?: bigint; } | { k?: "b"; n?: number; }',
      '{ when: ["k", "a"], then: { fields: { n: "int64" } } }',
    ],
    [
      `{ type: object, properties: { __proto__: ${long} } }`,
      '{ "__proto__"?: bigint; }',
      '{ fields: { ["__proto__"]: "int64" } }',
    ],
  ])("%s", (schema, type, plan) => {
    const views = viewsOf(schema);
    const shape = [...views.models.values()].find(({ key }) => key === "It")?.shape;
    if (shape === undefined) return expect.fail("There is no such schema.");
    expect(typeOf(shape, views, "response").replace(/\/\*\*.*?\*\/ /g, "")).toBe(type);
    const plans = int64Pages(views).flatMap(({ view }) => view.plans);
    expect(plans.find(({ name }) => name === "It$int64")?.text).toBe(plan);
  });
});

it("makes no file where numbers are wanted", () => {
  const api = apiFrom(`paths: {}\ncomponents: { schemas: { Long: ${long} } }`);
  const views = openViews(api, buildNames(api).value, defaultConfig, "openapi.yaml");
  expect(int64Pages(views)).toEqual([]);
});
