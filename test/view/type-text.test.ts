import { describe, expect, it } from "vitest";
import { faultsIn } from "../builders/compile.ts";
import { withHead } from "../builders/spec-texts.ts";
import { typeOf, viewsFrom } from "../builders/views-from.ts";
import { generateTexts } from "../stories.ts";

/** A schema in flow style, its type in a request, and its type in a response where that is another one. */
type Row = readonly [schema: string, request: string, response?: string];

const ref = (key: string): string => `{ $ref: "#/components/schemas/${key}" }`;
const object = (properties: string): string => `{ type: object, properties: { ${properties} } }`;

const scalars: readonly Row[] = [
  ["{}", "unknown"],
  ["true", "unknown"],
  ["false", "never"],
  ["{ type: 'null' }", "null"],
  ["{ type: boolean }", "boolean"],
  ["{ type: string }", "string"],
  ["{ type: string, format: date-time }", "string"],
  ["{ type: string, format: binary }", "string"],
  ["{ type: number }", "number"],
  ["{ type: integer }", "number"],
  ["{ type: integer, format: int32 }", "number"],
  ["{ type: integer, format: int64 }", "number | bigint", "number"],
  ["{ type: [string, 'null'] }", "string | null"],
  ["{ maxLength: 3 }", "string"],
  ["{ minimum: 3, maxLength: 3 }", "unknown"],
];

const lists: readonly Row[] = [
  ["{ type: array }", "unknown[]"],
  ["{ type: array, items: { type: string }, minItems: 3, maxItems: 100000 }", "string[]"],
  ["{ type: array, items: { type: integer, format: int64 } }", "(number | bigint)[]", "number[]"],
  ["{ type: array, items: { type: [string, integer] } }", "(string | number)[]"],
  ["{ type: array, items: { enum: [a, b] } }", '("a" | "b")[]', '("a" | "b" | (string & {}))[]'],
  ["{ type: array, items: false }", "never[]"],
  ["{ type: array, items: { const: -1.5 } }", "(-1.5)[]"],
  ["{ type: array, items: { type: array, items: { type: string } } }", "string[][]"],
  [
    "{ type: array, prefixItems: [{ type: string }, { type: integer, format: int64 }] }",
    "[string?, (number | bigint)?, ...unknown[]]",
    "[string?, number?, ...unknown[]]",
  ],
  [
    "{ type: array, prefixItems: [{ type: string }, { type: number }], minItems: 1, items: false }",
    "[string, number?]",
  ],
  [
    "{ type: array, prefixItems: [{ type: string }], minItems: 9, items: { type: boolean } }",
    "[string, ...boolean[]]",
  ],
];

const objects: readonly Row[] = [
  ["{ type: object }", "{ [name: string]: unknown; }"],
  ["{ type: object, properties: {} }", "{ [name: string]: unknown; }"],
  ["{ type: object, additionalProperties: true }", "{ [name: string]: unknown; }"],
  ["{ type: object, additionalProperties: false }", "Record<string, never>"],
  ["{ type: object, additionalProperties: { type: string } }", "{ [name: string]: string; }"],
  [object("a: { type: string }"), "{ a?: string; }"],
  [
    "{ type: object, required: [a], properties: { b: {}, a: { type: string } } }",
    "{ b?: unknown; a: string; }",
  ],
  ["{ type: object, properties: { a: { type: string } }, additionalProperties: false }", "{ a?: string; }"],
  [
    "{ type: object, properties: { a: { type: string } }, additionalProperties: true }",
    "{ a?: string; [name: string]: unknown; }",
  ],
  [
    "{ type: object, properties: { a: { type: string } }, additionalProperties: { type: number } }",
    "{ a?: string; [name: string]: number | string | undefined; }",
  ],
  [
    "{ type: object, required: [a], properties: { a: { type: string } }, additionalProperties: { type: number } }",
    "{ a: string; [name: string]: number | string; }",
  ],
  [
    "{ type: object, patternProperties: { ^x: { type: string }, ^y: { type: number } } }",
    "{ [name: string]: string | number; }",
  ],
  [
    "{ type: object, patternProperties: { ^x: { type: string } }, additionalProperties: false }",
    "{ [name: string]: string; }",
  ],
  [
    "{ type: object, properties: { a: { type: string } }, unevaluatedProperties: { type: number } }",
    "{ a?: string; [name: string]: number | string | undefined; }",
  ],
  [
    "{ type: object, properties: { a: { type: string } }, unevaluatedProperties: { type: number }, dependentSchemas: { a: { properties: { b: { type: string } } } } }",
    "{ a?: string; b?: unknown; }",
  ],
  ["{ type: object, properties: { a: { type: string } }, unevaluatedProperties: false }", "{ a?: string; }"],
  [
    "{ type: object, dependentSchemas: { a: { properties: { a: {}, b: { type: string } } } } }",
    "{ a?: unknown; b?: unknown; }",
  ],
  [
    "{ type: object, additionalProperties: { type: string }, dependentSchemas: { a: { properties: { b: { type: string } } } } }",
    "{ [name: string]: string; }",
  ],
  ["{ type: object, required: [a] }", "{ a: unknown; }"],
  [
    "{ type: object, required: [a], additionalProperties: { type: string } }",
    "{ a: string; [name: string]: string; }",
  ],
  [
    "{ type: object, required: [a], patternProperties: { ^x: { type: string } } }",
    "{ a: unknown; [name: string]: unknown; }",
  ],
  [
    "{ type: object, propertyNames: { enum: [en, x-y] }, additionalProperties: { type: string } }",
    '{ en?: string; "x-y"?: string; }',
  ],
  [
    `{ type: object, propertyNames: ${ref("Color")}, required: [red], properties: { green: { type: string } } }`,
    "{ green?: string; red: unknown; }",
  ],
  ["{ type: object, propertyNames: { maxLength: 3 } }", "{ [name: string]: unknown; }"],
  [
    object("a: { type: object, properties: { b: { type: array, items: { type: object } } } }"),
    "{ a?: { b?: { [name: string]: unknown; }[]; }; }",
  ],
  [
    object("a: { type: string, readOnly: true }, b: { type: string, writeOnly: true }, c: { type: string }"),
    "{ b?: string; c?: string; }",
    "{ a?: string; c?: string; }",
  ],
  [
    "{ type: object, required: [a], properties: { a: { readOnly: true } } }",
    "Record<string, never>",
    "{ a: unknown; }",
  ],
  [
    object(`a: ${ref("Secret")}, b: { allOf: [${ref("Secret")}] }`),
    "{ a?: Secret; b?: Secret; }",
    "Record<string, never>",
  ],
  [
    object("a-b: {}, 1: {}, __proto__: {}, constructor: {}, class: {}, '*/': {}, \"'\\\"\": {}"),
    `{ "a-b"?: unknown; "1"?: unknown; "__proto__"?: unknown; constructor?: unknown; class?: unknown; "*/"?: unknown; "'\\""?: unknown; }`,
  ],
  [
    object(
      "a: { type: string, description: 'Ends a comment: */', deprecated: true }, b: { type: integer, minimum: 1 }",
    ),
    "{ /** Ends a comment: *\\/ * @deprecated */ a?: string; /** Integer. At least 1. */ b?: number; }",
  ],
];

const values: readonly Row[] = [
  ["{ const: a }", '"a"'],
  ["{ const: null }", "null"],
  ["{ const: -1.5 }", "-1.5"],
  ["{ const: true }", "true"],
  ["{ const: { a: [1, x, null], b-c: {} } }", '{ a: [1, "x", null]; "b-c": Record<string, never> }'],
  [
    "{ const: { a: '12n', b: 9007199254740993, c: -9007199254740993, __proto__: 1 } }",
    '{ a: "12n"; b: number; c: number; "__proto__": 1 }',
  ],
  ["{ const: 9007199254740993 }", "number"],
  ["{ const: [9007199254740993, 1] }", "[number, 1]"],
  ["{ enum: [a, b] }", '"a" | "b"', '"a" | "b" | (string & {})'],
  ["{ enum: [a] }", '"a"'],
  ["{ enum: [] }", "never"],
  ["{ enum: [a, b, null] }", '"a" | "b" | null', '"a" | "b" | (string & {}) | null'],
  ["{ enum: [1, 2.5] }", "1 | 2.5", "1 | 2.5 | (number & {})"],
  ["{ enum: [true, false] }", "true | false"],
  ["{ enum: [a, 1, true] }", '"a" | 1 | true', '"a" | 1 | true | (string & {}) | (number & {})'],
  ["{ enum: [[1], { a: 1 }] }", "[1] | { a: 1 }"],
  ['{ enum: ["a\'b\\"", "\\u2028*/"] }', `"a'b\\"" | "\\u2028*/"`, `"a'b\\"" | "\\u2028*/" | (string & {})`],
  ["{ type: [string, 'null'], enum: [a, b] }", '"a" | "b"', '"a" | "b" | (string & {})'],
  ["{ type: [string, integer, 'null'], enum: [a, 1] }", '"a" | 1', '"a" | 1 | (string & {}) | (number & {})'],
  ["{ type: string, x-extensible-enum: [a] }", '"a" | (string & {})'],
];

const unions: readonly Row[] = [
  ["{ anyOf: [{ type: string }, { type: number }] }", "string | number"],
  ["{ oneOf: [{ type: string }, { type: string, maxLength: 3 }] }", "string"],
  ["{ anyOf: [{ type: string }, {}] }", "unknown"],
  ["{ anyOf: [{ type: string }, false] }", "string"],
  ["{ anyOf: [false] }", "never"],
  ["{ anyOf: [{ enum: [a, b] }, { type: string }] }", '"a" | "b" | (string & {})'],
  ["{ anyOf: [{ const: a }, { const: b }, { type: string }] }", '"a" | "b" | (string & {})'],
  [`{ anyOf: [${ref("Color")}, { type: string }, { type: "null" }] }`, "Color | (string & {}) | null"],
  [`{ anyOf: [${ref("Item")}, { type: "null" }] }`, "ItemInput | null", "Item | null"],
  ["{ not: { type: string } }", "unknown"],
  ["{ type: string, not: { const: a } }", "string"],
  ["{ if: { type: string }, then: { maxLength: 3 }, else: {} }", "unknown"],
  ["{ type: object, if: { required: [a] }, then: { required: [b] } }", "{ [name: string]: unknown; }"],
];

const parts: readonly Row[] = [
  ["{ allOf: [{ type: string }, { maxLength: 3 }] }", "string"],
  ["{ allOf: [{ type: string }, true] }", "string"],
  ["{ allOf: [{ type: string }, { type: number }] }", "never"],
  [
    "{ allOf: [{ anyOf: [{ type: string }, { type: number }] }, { enum: [a, 1] }] }",
    '"a" | 1',
    '"a" | 1 | (string & {}) | (number & {})',
  ],
  [
    `{ allOf: [${object("a: { type: string }")}, ${object("b: { type: string }")}] }`,
    "{ a?: string; b?: string; }",
  ],
  [`{ allOf: [${object("a: { type: string }")}, { required: [a, b] }] }`, "{ a: string; b: unknown; }"],
  [
    `{ allOf: [${object("a: { type: string }")}, { required: [a], properties: { a: { const: x } } }] }`,
    '{ a: "x"; }',
  ],
  [`{ allOf: [${ref("Cat")}, { required: [lives] }] }`, "Cat & { lives: number; }"],
  [`{ allOf: [${ref("Cat")}, { properties: { kind: { const: cat } } }] }`, 'Cat & { kind: "cat"; }'],
  [`{ allOf: [${ref("Cat")}, ${ref("Cat")}], description: x }`, "Cat"],
  [`{ allOf: [${ref("Cat")}], type: object }`, "Cat"],
  [
    "{ allOf: [{ additionalProperties: false }, { additionalProperties: { type: string }, properties: { a: {} } }] }",
    "{ a?: unknown; }",
  ],
  [
    "{ allOf: [{ additionalProperties: { type: string } }, { additionalProperties: { enum: [a, b] } }] }",
    '{ [name: string]: "a" | "b"; }',
    '{ [name: string]: "a" | "b" | (string & {}); }',
  ],
  [
    `{ allOf: [${ref("Item")}, ${object("more: { writeOnly: true }")}] }`,
    "ItemInput & { more?: unknown; }",
    "Item",
  ],
];

const models: readonly Row[] = [
  [ref("Text"), "Text"],
  [ref("Item"), "ItemInput", "Item"],
  [
    `{ oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog } } }`,
    'Cat & { "kind": "cat" } | Dog',
  ],
  [`{ oneOf: [${ref("Cat")}, ${ref("Dog")}] }`, "Cat | Dog"],
  [`{ oneOf: [${ref("One")}, ${ref("Two")}], discriminator: { propertyName: v } }`, "One | Two"],
  [
    `{ oneOf: [${ref("One")}, ${ref("Two")}], discriminator: { propertyName: v, mapping: { 1: One, 2: Two } } }`,
    "One | Two",
  ],
  [ref("Base"), 'VarA & { "type": "A" } | VarB & { "type": "B" }'],
  [`{ type: array, items: ${ref("Base")} }`, '(VarA & { "type": "A" } | VarB & { "type": "B" })[]'],
  [`{ allOf: [${ref("Base")}, ${object("x: {}")}] }`, "Base & { x?: unknown; }"],
  [ref("Between"), 'VarA & { "type": "A" }'],
  [ref("Listed"), "Listed"],
];

const others: Readonly<Record<string, string>> = {
  Text: "{ type: string }",
  Color: "{ type: string, enum: [red, green] }",
  Secret: "{ type: string, writeOnly: true }",
  Item: object("id: { type: string, readOnly: true }, name: { type: string }"),
  Cat: "{ type: object, required: [kind], properties: { kind: { type: string }, lives: { type: number } } }",
  Dog: "{ type: object, required: [kind], properties: { kind: { type: string, enum: [dog] } } }",
  One: "{ type: object, required: [v], properties: { v: { const: 1 } } }",
  Two: "{ type: object, required: [v], properties: { v: { const: 2 } } }",
  Base: "{ type: object, required: [type], properties: { type: { enum: [A, B] } }, discriminator: { propertyName: type, mapping: { A: VarA, B: VarB } } }",
  Between: `{ allOf: [${ref("Base")}, ${object("c: {}")}], discriminator: { propertyName: type, mapping: { A: VarA } } }`,
  Listed: `{ type: object, oneOf: [${ref("VarA")}], discriminator: { propertyName: type, mapping: { A: VarA } } }`,
  VarA: `{ allOf: [${ref("Base")}, ${object("a: { type: string }")}] }`,
  VarB: `{ allOf: [${ref("Base")}, ${object("b: { type: string }")}] }`,
};

// Models that refer to each other in ways in which types may not.
const tangles: Readonly<Record<string, string>> = {
  Tree: object(`kids: { type: array, items: ${ref("Tree")} }, parent: ${ref("Tree")}`),
  Nested: `{ type: array, items: ${ref("Nested")} }`,
  Tuple: `{ type: array, prefixItems: [${ref("Tuple")}] }`,
  Value: `{ anyOf: [{ type: string }, { type: array, items: ${ref("Value")} }, { type: object, additionalProperties: ${ref("Value")} }] }`,
  Itself: `{ anyOf: [{ type: string }, ${ref("Itself")}] }`,
  Left: `{ anyOf: [{ type: string }, ${ref("Right")}] }`,
  Right: `{ anyOf: [{ type: number }, ${ref("Left")}] }`,
  Vehicle: `{ type: object, properties: { wheels: { type: number } }, oneOf: [${ref("Car")}, ${ref("Bike")}], discriminator: { propertyName: kind } }`,
  Car: `{ allOf: [${ref("Vehicle")}, ${object("doors: { type: number }")}] }`,
  Bike: `{ allOf: [${ref("Vehicle")}, { required: [kind] }] }`,
  Node: `{ oneOf: [${ref("Folder")}, ${ref("Leaf")}] }`,
  Folder: `{ allOf: [${ref("Entry")}, ${object(`items: { type: array, items: ${ref("Node")} }`)}] }`,
  Leaf: `{ allOf: [${ref("Entry")}, ${object(`origin: { allOf: [${ref("Leaf")}] }`)}] }`,
  Entry: object(`parent: ${ref("Folder")}`),
  Pet: `{ allOf: [${ref("Animal")}] }`,
  Animal: `{ type: object, properties: { k: { type: string }, friend: ${ref("Animal")} }, discriminator: { propertyName: k, mapping: { w: Wolf, a: Animal } } }`,
  Wolf: `{ allOf: [${ref("Pet")}, ${object("howls: { type: boolean }")}] }`,
};

const tables = Object.entries({ scalars, lists, objects, values, unions, parts, models });
const rows = tables.flatMap(([, table]) => table);
const schemas = {
  ...others,
  ...tangles,
  ...Object.fromEntries(rows.map(([schema], index) => [`Row${index}`, schema])),
};

/** A spec of all these schemas, each of them sent and received. */
const spec = [
  `paths: { /all: { post: { operationId: all, responses: { "200": { description: All., content: { application/json: { schema: ${ref("All")} } } } },`,
  `  requestBody: { description: All., content: { application/json: { schema: ${ref("All")} } } } } } }`,
  "components:",
  "  schemas:",
  `    All: { type: object, properties: { ${Object.keys(schemas)
    .map((key) => `${key}: ${ref(key)}`)
    .join(", ")} } }`,
  ...Object.entries(schemas).map(([key, schema]) => `    ${key}: ${schema}`),
].join("\n");
const views = viewsFrom(spec);

describe.each(tables)("the types of %s", (_, table) => {
  it.each(table)("%s", (schema, request, response = request) => {
    const shape = views.api.models.find(
      ({ key }) => key === `Row${rows.findIndex(([row]) => row === schema)}`,
    )?.shape;
    if (shape === undefined) throw new Error("The schema of this row is no model.");
    expect([typeOf(shape, views, "request"), typeOf(shape, views, "response")]).toEqual([request, response]);
  });
});

it("holds real bytes where the body is no JSON", () => {
  const of = (schema: string): readonly string[] => {
    const shapes = viewsFrom(`components: { schemas: { A: ${schema} } }`);
    const [model] = shapes.api.models;
    if (model === undefined) throw new Error("There is no model.");
    return (["request", "response"] as const).map((way) =>
      typeOf(model.shape, shapes, way, { isBinary: true }),
    );
  };
  expect(of("{ type: string, format: binary }")).toEqual(["BinaryPart", "Blob"]);
  expect(of("{ type: string, contentMediaType: image/png }")).toEqual(["BinaryPart", "Blob"]);
  expect(of("{ type: string, contentMediaType: image/png, contentEncoding: base64 }")).toEqual([
    "string",
    "string",
  ]);
  expect(of("{ type: string, format: byte }")).toEqual(["string", "string"]);
  expect(of("{ type: object, properties: { a: { type: array, items: { format: binary } } } }")).toEqual([
    "{ a?: BinaryPart[]; }",
    "{ a?: Blob[]; }",
  ]);
});

it("stays short however deep objects with open ends are nested", () => {
  const depth = 60;
  const nested = `${"{ type: object, additionalProperties: { type: string }, properties: { a: ".repeat(depth)}{}${" } }".repeat(depth)}`;
  const { api, ...rest } = viewsFrom(`components: { schemas: { A: ${nested} } }`);
  const text = api.models.map(({ shape }) => typeOf(shape, { api, ...rest }, "response")).join("");
  expect(text.length).toBeLessThan(depth * 2000);
});

it("compiles under strict flags, however the models are entangled", async () => {
  const { value, diagnostics } = await generateTexts(
    { "openapi.yaml": withHead(spec) },
    { outputs: ["client", "models"] },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const files = new Map(value.files.map(({ path, text }) => [path, text]));
  const used = Object.keys(schemas)
    .filter((key) => key !== "Secret")
    .map((key) => `export const ${key}: NonNullable<AllResult["${key}"]>[] = [];`);
  const narrowing = `
export function livesOf(animal: Exclude<AllResult["Row${rows.findIndex(([row]) => row.includes("cat: Cat"))}"], undefined>): number | undefined {
  return animal.kind === "cat" ? animal.lives : undefined;
}
export function aOf(base: Exclude<AllResult["Base"], undefined>): string | undefined {
  return base.type === "A" ? base.a : base.b;
}`;
  files.set("src/use.ts", `import type { AllResult } from "./index.js";\n${used.join("\n")}${narrowing}`);
  expect(faultsIn(files)).toEqual([]);
});

it("imports nothing that it then has no use for", async () => {
  const { value } = await generateTexts(
    {
      "openapi.yaml": withHead(`
components:
  schemas:
    Any: { type: object, properties: { a: {} }, additionalProperties: ${ref("Other")} }
    Full: { type: array, prefixItems: [{ type: string }], items: ${ref("Other")}, maxItems: 1 }
    Other: { type: object, properties: { b: { type: string } } }`),
    },
    { outputs: ["models"] },
  );
  const files = value.files.filter(({ path }) => /models\/(?:Any|Full)/.test(path));
  expect(files.map(({ text }) => text.includes("import"))).toEqual([false, false]);
});

it.each([
  ["Circle: { allOf: [{ $ref: '#/components/schemas/Circle' }] }"],
  [
    "Circle: { allOf: [{ $ref: '#/components/schemas/B' }] }\n    B: { allOf: [{ $ref: '#/components/schemas/Circle' }] }",
  ],
])("takes what is nothing but itself for anything: %s", async (circle) => {
  const texts = { "openapi.yaml": withHead(`components:\n  schemas:\n    ${circle}`) };
  const { value } = await generateTexts(texts, { outputs: ["models"] });
  const model = value.files.find(({ path }) => path === "src/models/Circle.ts");
  expect(model?.text).toContain("export type Circle = unknown;");
});

it("compiles a security scheme that is called like something that every object has", async () => {
  const schemes =
    "components: { securitySchemes: { constructor: { type: http, scheme: bearer }, b: { type: http, scheme: basic } } }";
  const { value } = await generateTexts({ "openapi.yaml": withHead(schemes) }, { outputs: ["client"] });
  expect(faultsIn(new Map(value.files.map(({ path, text }) => [path, text])))).toEqual([]);
});
