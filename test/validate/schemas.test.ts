import { describe } from "vitest";
import { itSays, type Row } from "./complaints-of.ts";

/** A row about one schema, which begins in line 6, column 8. */
function row(title: string, schema: string, expected: readonly string[], version?: string): Row {
  const body = `paths: {}\ncomponents:\n  schemas:\n    A: ${schema}\n    B: { type: object }`;
  return version === undefined ? [title, body, expected] : [title, body, expected, version];
}

describe("a pattern", () => {
  itSays([
    row("is a regular expression", "{ pattern: '[a-z', patternProperties: { '(?i)a': {} } }", [
      "6:19 invalid-pattern",
      "6:48 invalid-pattern",
    ]),
    row(
      "may be one with or without Unicode",
      "{ pattern: '^[\\w-.]+$', patternProperties: { '^\\p{L}$': {} } }",
      [],
    ),
    row("may be as long as a hostile person likes", `{ pattern: '${"(".repeat(200_000)}' }`, [
      "6:19 invalid-pattern",
    ]),
  ]);
});

describe("a required property", () => {
  itSays([
    row("is defined", "{ required: [a, c], properties: { a: {} } }", ["6:24 unknown-required-property"]),
    row("may be defined by nobody", "{ required: [a] }", []),
    row(
      "may be one of those that are not listed",
      "{ required: [c], properties: { a: {} }, additionalProperties: true }",
      [],
    ),
    row(
      "is defined where there are no others",
      "{ required: [c], properties: { a: {} }, additionalProperties: false }",
      ["6:21 unknown-required-property"],
    ),
    row(
      "may come with a pattern",
      "{ required: [c], properties: { a: {} }, patternProperties: { c: {} } }",
      [],
    ),
    row(
      "may be that of a part",
      "{ required: [c], properties: { a: {} }, allOf: [{ $ref: '#/components/schemas/B' }] }",
      [],
    ),
    row(
      "may be that of the whole",
      "{ allOf: [{ properties: { c: {} } }, { required: [c], properties: { a: {} } }] }",
      [],
    ),
    row(
      "may be that of the whole, by reference",
      "{ properties: { c: {} }, anyOf: [{ $ref: '#/components/schemas/C' }] }\n    C: { required: [c], properties: { a: {} } }",
      [],
    ),
    row("does not come from a prototype", "{ required: [constructor], properties: { a: {} } }", [
      "6:21 unknown-required-property",
    ]),
  ]);
});

describe("an enum", () => {
  itSays([
    row("lists a value once", "{ enum: [a, 1, '1', a, { b: 1 }, { b: 1 }, null, null] }", [
      "6:28 duplicate-enum-value",
      "6:41 duplicate-enum-value",
      "6:57 duplicate-enum-value",
    ]),
    row("lists values of its type", "{ type: string, enum: [a, 1, true, null, [], {}] }", [
      "6:34 enum-outside-type",
      "6:37 enum-outside-type",
      "6:43 enum-outside-type",
      "6:49 enum-outside-type",
      "6:53 enum-outside-type",
    ]),
    row(
      "lists values of its types",
      "{ type: [integer, 'null', object], enum: [1, 2.0, 1.5, null, {}, 90071992547409930] }",
      ["6:58 enum-outside-type"],
    ),
    row("lists numbers", "{ type: number, enum: [1, 1.5, 90071992547409930, '1'] }", [
      "6:58 enum-outside-type",
    ]),
    row("lists what is true and false", "{ type: boolean, enum: [true, 'true'] }", [
      "6:38 enum-outside-type",
    ]),
    row("lists lists", "{ type: array, enum: [[], {}] }", ["6:34 enum-outside-type"]),
    row("may list null where 3.0 says so", "{ type: string, nullable: true, enum: [a, null] }", [], "3.0.3"),
    row(
      "may not list null where 3.0 does not",
      "{ type: string, enum: [a, null] }",
      ["6:34 enum-outside-type"],
      "3.0.3",
    ),
    row("may list anything where there is no type", "{ enum: [a, 1, null] }", []),
    row("may be a const", "{ type: string, const: 1 }", ["6:31 enum-outside-type"]),
    row("is not judged by a type that is none", "{ type: strng, enum: [a] }", ["6:16 wrong-word"]),
  ]);
});

describe("a discriminator", () => {
  const union = (mapping: string): string =>
    `{ oneOf: [{ $ref: '#/components/schemas/B' }], discriminator: { propertyName: a, mapping: ${mapping} } }`;
  itSays([
    row("leads to schemas", union("{ a: B, b: '#/components/schemas/B', c: C }"), [
      "6:138 unresolved-mapping",
    ]),
    row(
      "leads to schemas with odd names",
      union("{ a: D.E-F }").replace("{ $ref", "{ $ref") + "\n    D.E-F: {}",
      [],
    ),
    row("needs no mapping", "{ type: object, discriminator: { propertyName: a } }", []),
    row(
      "has a default that leads somewhere, too",
      "{ discriminator: { propertyName: a, defaultMapping: C } }",
      ["6:60 unresolved-mapping"],
      "3.2.0",
    ),
  ]);
});

describe("a component", () => {
  itSays([
    [
      "has a name of few signs",
      "paths: {}\ncomponents: { schemas: { a b: {}, a.b-c_D1: {}, x-a: {} }, links: {}, x-c: { d e: 1 } }",
      ["4:26 wrong-component-name"],
    ],
  ]);
});

describe("bounds", () => {
  itSays([
    row("leave room for a value", "{ minimum: 2, maximum: 1, minLength: 0, maxLength: 0 }", [
      "6:31 crossed-bounds",
    ]),
    row("may be one value", "{ minimum: 9007199254740993, maximum: 9007199254740993 }", []),
    row("are exact", "{ minimum: 9007199254740993, maximum: 9007199254740992 }", ["6:46 crossed-bounds"]),
    row(
      "count letters, items and properties",
      "{ minLength: 2, maxLength: 1, minItems: 2, maxItems: 1, minProperties: 2, maxProperties: 1 }",
      ["6:35 crossed-bounds", "6:61 crossed-bounds", "6:97 crossed-bounds"],
    ),
    row("that are no numbers are another matter", "{ minLength: b, maxLength: 1 }", ["6:21 wrong-type"]),
  ]);
});

describe("an array", () => {
  itSays([
    row("says what its items are in 3.0", "{ type: array }", ["6:16 list-of-anything"], "3.0.3"),
    row("may say that they are anything", "{ type: array, items: {} }", [], "3.0.3"),
    row("need not in 3.1", "{ type: array }", []),
  ]);
});

describe("what is only read", () => {
  itSays([
    row("is not only written", "{ readOnly: true, writeOnly: true }", ["6:26 read-only-and-write-only"]),
    row("may say that it is not", "{ readOnly: true, writeOnly: false }", []),
  ]);
});
