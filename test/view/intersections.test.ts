// What holds at once: the type keeps every list of values, and every value that the schemas allow.
import { describe, expect, it } from "vitest";
import { typeOf, viewsFrom } from "../builders/views-from.ts";

/** A schema in flow style, and its type in a response. */
type Row = readonly [schema: string, type: string];

const ref = (key: string): string => `{ $ref: "#/components/schemas/${key}" }`;
const object = (properties: string): string => `{ type: object, properties: { ${properties} } }`;

const lists: readonly Row[] = [
  ["{ allOf: [{ enum: [a, b, c] }, { enum: [b, c, d] }] }", '"b" | "c" | (string & {})'],
  ["{ allOf: [{ enum: [a, b] }, { enum: [b, c] }] }", '"b"'],
  ["{ allOf: [{ enum: [a] }, { enum: [b] }] }", "never"],
  ["{ allOf: [{ type: string }, { enum: [a, b] }] }", '"a" | "b" | (string & {})'],
  ["{ allOf: [{ enum: [a, 1, true, null] }, { type: [string, 'null'] }] }", '"a" | (string & {}) | null'],
  ["{ allOf: [{ type: boolean }, { const: true }] }", "true"],
  ["{ allOf: [{ enum: [1, 2, 3] }, { enum: [2, 3.0, 4] }] }", "2 | 3 | (number & {})"],
  [`{ allOf: [${ref("Colour")}, { type: string }] }`, "Colour"],
  [`{ allOf: [{ type: string, minLength: 1 }, ${ref("Colour")}] }`, "Colour"],
  [`{ allOf: [${ref("Colour")}, { enum: [red, blue] }] }`, '"red" | "blue" | (string & {})'],
  [`{ allOf: [${ref("Maybe")}, { type: [string, "null"] }] }`, "Maybe"],
  [`{ allOf: [${ref("Maybe")}, { type: string }] }`, '"red" | "green" | "blue" | (string & {})'],
  [`{ anyOf: [${ref("Maybe")}, { type: string }] }`, "Maybe | (string & {})"],
  [`{ allOf: [${ref("Colour")}, { x-extensible-enum: [red, pink] }] }`, "Colour"],
];

const properties: readonly Row[] = [
  [`{ allOf: [${ref("Paint")}, { required: [colour] }] }`, 'Omit<Paint, "colour"> & { colour: Colour; }'],
  [
    `{ allOf: [${ref("Paint")}, ${object("colour: { enum: [red, blue] }, size: { type: number }")}] }`,
    'Omit<Paint, "colour"> & { colour?: "red" | "blue" | (string & {}); size?: number; }',
  ],
  [`{ allOf: [${ref("Paint")}, ${object(`colour: ${ref("Colour")}`)}] }`, "Paint & { colour?: Colour; }"],
  [
    `{ allOf: [${ref("Paint")}, ${object("colour: { const: red }")}] }`,
    'Omit<Paint, "colour"> & { colour?: "red"; }',
  ],
  [
    `{ allOf: [${ref("Paint")}, ${ref("Coat")}] }`,
    'Omit<Paint, "colour"> & Omit<Coat, "colour"> & { colour: Colour; }',
  ],
  [
    `{ allOf: [${ref("Can")}, ${ref("Jar")}] }`,
    'Omit<Can, "paint"> & Omit<Jar, "paint"> & { paint?: Omit<Paint, "colour"> & Omit<Coat, "colour"> & { colour: Colour; }; }',
  ],
  [
    `{ allOf: [${ref("Can")}, ${object("paint: { properties: { size: {} } }")}] }`,
    "Can & { paint?: { size?: unknown; }; }",
  ],
  [`{ allOf: [${ref("Paint")}, { required: [name] }] }`, "Paint & { name: string; }"],
  [`{ allOf: [${ref("Either")}, { required: [colour] }] }`, "Either & { colour: unknown; }"],
  [`{ allOf: [${ref("Open")}, { required: [colour] }] }`, "Open & { colour: Colour; }"],
  [`{ allOf: [${ref("Shiny")}, { required: [colour] }] }`, 'Omit<Shiny, "colour"> & { colour: Colour; }'],
];

const nulls: readonly Row[] = [
  [
    "{ allOf: [{ type: [object, 'null'], properties: { a: {} } }, { type: [object, 'null'], properties: { b: {} } }] }",
    "{ a?: unknown; b?: unknown; } | null",
  ],
  [
    "{ allOf: [{ type: [object, 'null'], properties: { a: {} } }, { type: object, properties: { b: {} } }] }",
    "{ a?: unknown; b?: unknown; }",
  ],
  [
    "{ allOf: [{ type: [object, 'null'], properties: { a: {} } }, { properties: { b: {} } }] }",
    "{ a?: unknown; b?: unknown; } | null",
  ],
  ["{ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }", "{ a?: unknown; b?: unknown; }"],
  ["{ allOf: [{ type: [string, 'null'] }, { type: [number, 'null'] }] }", "null"],
];

const items: readonly Row[] = [
  [
    "{ allOf: [{ type: array, items: { type: object, properties: { a: {} } } }, { type: array, items: { type: object, properties: { b: {} } } }] }",
    "{ a?: unknown; b?: unknown; }[]",
  ],
  [
    "{ allOf: [{ type: array, items: { enum: [a, b] } }, { type: array, items: { type: string } }] }",
    '("a" | "b" | (string & {}))[]',
  ],
  ["{ allOf: [{ type: array }, { type: array, items: { type: string } }] }", "string[]"],
  ["{ allOf: [{ type: array, items: { type: string } }, { type: array, maxItems: 3 }] }", "string[]"],
];

const tags: readonly Row[] = [
  [`{ oneOf: [${ref("Noted")}], discriminator: { propertyName: kind } }`, "Noted"],
  [`{ oneOf: [${ref("Noted")}], discriminator: { propertyName: kind, mapping: { note: Noted } } }`, "Noted"],
  [
    `{ oneOf: [${ref("Kinds")}], discriminator: { propertyName: kind, mapping: { a: Kinds } } }`,
    'Kinds & { "kind"?: "a" }',
  ],
  [`{ oneOf: [${ref("Several")}], discriminator: { propertyName: kind } }`, "Several"],
];

const others: Readonly<Record<string, string>> = {
  Colour: "{ type: string, enum: [red, green, blue] }",
  Maybe: `{ anyOf: [${ref("Colour")}, { type: "null" }] }`,
  Paint: object(`colour: ${ref("Colour")}, name: { type: string }`),
  Coat: `{ type: object, required: [colour], properties: { colour: ${ref("Colour")}, coats: { type: integer } } }`,
  Shiny: `{ allOf: [${ref("Paint")}, ${object("shine: { type: number }")}] }`,
  Can: object(`paint: ${ref("Paint")}`),
  Jar: object(`paint: ${ref("Coat")}`),
  Open: `{ type: object, properties: { colour: ${ref("Colour")} }, additionalProperties: { type: string } }`,
  Noted: object('kind: { anyOf: [{ enum: [note] }, { type: "null" }] }'),
  Kinds: object("kind: { anyOf: [{ enum: [a, b] }, { type: number }] }"),
  Several: `{ oneOf: [${ref("Noted")}, ${ref("Kinds")}] }`,
  Either: `{ oneOf: [${ref("Paint")}, ${ref("Coat")}] }`,
};

const further: readonly Row[] = [
  [
    "{ type: object, properties: { a: {} }, if: { required: [a] }, then: { properties: { b: { type: string } } }, else: { properties: { a: { type: string }, c: {} } } }",
    "{ a?: unknown; b?: unknown; c?: unknown; }",
  ],
  [`{ allOf: [${ref("Coat")}], if: {}, then: ${ref("Paint")} }`, "Coat & { name?: unknown; }"],
  [
    "{ allOf: [{ type: object, dependentSchemas: { a: { properties: { b: {} } } } }, { type: object, dependentSchemas: { b: { properties: { a: {} } } } }] }",
    "{ b?: unknown; a?: unknown; }",
  ],
  ["{ type: string, if: { minLength: 3 }, then: { properties: { a: {} } } }", "string"],
  [
    "{ allOf: [{ properties: { a: { type: string } } }], unevaluatedProperties: { type: number } }",
    "{ a?: string; [name: string]: number | string | undefined; }",
  ],
  [`{ allOf: [${ref("Coat")}], type: object, unevaluatedProperties: { type: number } }`, "Coat"],
  [
    `{ allOf: [${ref("Coat")}, { type: object, patternProperties: { ^x: { type: string } } }] }`,
    "Coat & { [name: string]: unknown; }",
  ],
  [
    `{ type: object, required: [a], properties: { a: { type: number } }, oneOf: [{ type: object, patternProperties: { ^x: { type: string } } }, ${ref("Coat")}] }`,
    "{ a: number; } & ({ [name: string]: unknown; } | Coat)",
  ],
  [
    `{ allOf: [{ type: object, properties: { a: { type: number } } }, { type: object, patternProperties: { ^x: { type: string } } }] }`,
    "{ a?: number; [name: string]: string | number | undefined; }",
  ],
];

const tables = { lists, properties, nulls, items, tags, further };
const rows = Object.values(tables).flat();
const schemas = Object.entries(others).concat(rows.map(([schema], index) => [`Row${index}`, schema]));
const views = viewsFrom(
  ["components:", "  schemas:", ...schemas.map(([key, schema]) => `    ${key}: ${schema}`)].join("\n"),
);

describe.each(Object.entries(tables))("%s", (_, table) => {
  it.each(table)("%s", (schema, type) => {
    const key = `Row${rows.findIndex(([row]) => row === schema)}`;
    const shape = views.api.models.find((model) => model.key === key)?.shape;
    if (shape === undefined) throw new Error("The schema of this row is no model.");
    expect(typeOf(shape, views, "response")).toBe(type);
  });
});

it("leaves a part out that has nothing to say in a request", () => {
  const { api, ...rest } = viewsFrom(`components:
  schemas:
    Base: { type: object, properties: { id: { type: string, readOnly: true } } }
    Alias: { allOf: [${ref("Base")}] }
    Subject: { allOf: [${ref("Alias")}, { type: object, properties: { name: { type: string } } }] }
`);
  const subject = api.models.find(({ key }) => key === "Subject");
  if (subject === undefined) throw new Error("There is no subject.");
  expect(typeOf(subject.shape, { api, ...rest }, "request")).toBe("{ name?: string; }");
  expect(typeOf(subject.shape, { api, ...rest }, "response")).toBe("Alias & { name?: string; }");
});
