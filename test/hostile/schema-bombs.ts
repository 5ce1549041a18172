import {
  type Bomb,
  chain,
  deep,
  finished,
  json,
  nest,
  object,
  operation,
  range,
  ref,
  refused,
  schemas,
  spec,
} from "./bombs.ts";

const text = { type: "string" };
const member = (name: string): Record<string, unknown> => ({ type: "object", properties: { [name]: text } });

/** Schemas that are each made of all of them. */
const tangle = (length: number, keyword: string): string =>
  schemas(
    object(length, (index) => [`T${index}`, { [keyword]: range(length, (other) => ref(`T${other}`)) }]),
  );

const ring = (length: number, make: (next: object) => unknown): string =>
  schemas(object(length, (index) => [`R${index}`, make(ref(`R${(index + 1) % length}`))]));

/** Bombs for those who follow schemas, list what they are made of, and judge values by them. */
export const schemaBombs: readonly Bomb[] = [
  refused("allOf that doubles", () => chain(60, (s) => ({ allOf: [s, s] })), "schema-too-large"),
  refused("oneOf that doubles", () => chain(60, (s) => ({ oneOf: [s, s] })), "schema-too-large"),
  refused("anyOf that doubles", () => chain(60, (s) => ({ anyOf: [s, s] })), "schema-too-large"),
  refused(
    "anyOf times allOf",
    () => chain(40, (s, index) => ({ allOf: [{ anyOf: [s, member(`a${index}`)] }, { anyOf: [s, text] }] })),
    "schema-too-large",
  ),
  finished("a product of unions", () =>
    schemas({
      A: {
        allOf: range(20, (i) => ({
          oneOf: range(20, (j) => ({ ...member(`k${i}_${j}`), required: [`k${i}_${j}`] })),
        })),
      },
    }),
  ),
  refused("unions of all unions", () => tangle(50, "oneOf"), "schema-too-large"),
  refused("bundles of all bundles", () => tangle(50, "allOf"), "schema-too-large"),
  deep("members that double", () =>
    chain(30, (s) => ({ type: "object", required: ["a", "b"], properties: { a: s, b: s } })),
  ),
  deep("tuples that double", () => chain(30, (s) => ({ type: "array", prefixItems: [s, s], minItems: 2 }))),
  refused("four thousand references one after the other", () => chain(4000, (s) => s), "too-many-references"),
  refused("allOf, two thousand deep", () => chain(2000, (s) => ({ allOf: [s, {}] })), "schema-too-deep"),
  deep("lists, a hundred and fifty deep", () => chain(150, (s) => ({ type: "array", items: s }))),
  deep("all that may stand inside each other", () =>
    schemas({
      Not: nest(115, (s) => ({ not: s }), text),
      AllOf: nest(115, (s) => ({ allOf: [s] }), text),
      OneOf: nest(115, (s, i) => ({ oneOf: [s, member(`a${i}`)] }), text),
      If: nest(
        115,
        (s) => JSON.parse(`{"if":${JSON.stringify(s)},"then":{"type":"string"}}`) as unknown,
        text,
      ),
      Items: nest(115, (s) => ({ type: "array", items: s }), text),
      Members: nest(115, (s) => ({ type: "object", properties: { a: s } }), text),
      Rest: nest(115, (s) => ({ type: "object", additionalProperties: s }), text),
      Dependent: nest(80, (s) => ({ type: "object", dependentSchemas: { a: s } }), text),
      Content: nest(
        115,
        (s) => ({ type: "string", contentMediaType: "application/json", contentSchema: s }),
        text,
      ),
    }),
  ),
  deep("as deep as may be", () => chain(75, (s, i) => ({ oneOf: [{ allOf: [s, member(`a${i}`)] }, text] }))),
  refused("a ring of references", () => ring(4000, (next) => next), "endless-reference"),
  refused("a ring of allOf", () => ring(1200, (next) => ({ allOf: [next, member("a")] })), "schema-too-deep"),
  refused("a ring of oneOf", () => ring(1200, (next) => ({ oneOf: [next, member("a")] })), "schema-too-deep"),
  deep("a ring of members", () => ring(150, (next) => ({ type: "object", properties: { next } }))),
  deep("schemas that are made of themselves in every way", () =>
    schemas({
      AllOf: { allOf: [ref("AllOf")] },
      OneOf: { oneOf: [ref("OneOf"), text] },
      AnyOf: { anyOf: [ref("AnyOf"), ref("Other")] },
      Other: { anyOf: [ref("AnyOf"), ref("Other")] },
      Not: { not: ref("Not") },
      Items: { type: "array", items: ref("Items"), minItems: 1 },
      Tuple: { type: "array", prefixItems: [ref("Tuple")], minItems: 1 },
      Rest: { type: "object", additionalProperties: ref("Rest"), minProperties: 1 },
      Names: { type: "object", propertyNames: ref("Names") },
      Content: { type: "string", contentMediaType: "application/json", contentSchema: ref("Content") },
      Member: { type: "object", required: ["a"], properties: { a: ref("Member") } },
      Mixed: { allOf: [ref("Blend"), { oneOf: [ref("Mixed"), ref("Blend")] }] },
      Blend: { oneOf: [{ allOf: [ref("Mixed"), ref("Blend")] }, ref("Items")] },
    }),
  ),
  finished("an enum of fifteen thousand values", () =>
    schemas({ A: { type: "string", enum: range(15_000, (i) => `v${i}`) } }),
  ),
  finished("a parameter of ten thousand values", () =>
    operation({
      parameters: [{ name: "a", in: "query", schema: { enum: range(10_000, (i) => i), default: 9999 } }],
    }),
  ),
  finished("an object of two thousand properties", () =>
    schemas({
      A: {
        type: "object",
        required: range(1000, (i) => `p${i}`),
        properties: object(2000, (i) => [`p${i}`, text]),
      },
    }),
  ),
  finished("eight hundred branches", () => schemas({ A: { oneOf: range(800, (i) => member(`p${i}`)) } })),
  finished("eight hundred parts with one property", () =>
    schemas({ A: { allOf: range(800, (i) => ({ type: "object", properties: { p: member(`q${i}`) } })) } }),
  ),
  finished("a hundred variants of a base", () =>
    schemas({
      ...object(100, (i) => [`V${i}`, { allOf: [ref("Base"), member(`p${i}`)] }]),
      Base: {
        type: "object",
        required: ["t"],
        properties: { t: text },
        discriminator: {
          propertyName: "t",
          mapping: object(100, (i) => [`v${i}`, `#/components/schemas/V${i}`]),
        },
      },
    }),
  ),
  finished("two thousand names for one variant", () =>
    schemas({
      V: { ...member("t"), required: ["t"] },
      A: {
        oneOf: [ref("V")],
        discriminator: {
          propertyName: "t",
          mapping: object(2000, (i) => [`v${i}`, "#/components/schemas/V"]),
        },
      },
    }),
  ),
  finished(
    "patterns that go astray",
    () =>
      schemas({
        A: {
          type: "string",
          pattern: "^(a+)+$",
          example: `${"a".repeat(5000)}!`,
          default: `${"a".repeat(40)}!`,
        },
        B: { type: "string", pattern: "^(a|a)*(b|a)*$", examples: [`${"a".repeat(5000)}!`] },
        C: { type: "string", pattern: "^(?:a{1000}){1000}$", example: "a".repeat(100_000) },
        D: { type: "string", pattern: "(.*)(.*)(.*)(.*)(.*)[^a]$", example: "a".repeat(20_000) },
        E: {
          type: "string",
          pattern: `^${"(a?)".repeat(2000)}${"a".repeat(2000)}$`,
          example: "a".repeat(2000),
        },
        F: { type: "object", patternProperties: { "^(x+x+)+y$": text }, example: { ["x".repeat(1000)]: 1 } },
        ...object(200, (i) => [
          `P${i}`,
          { type: "string", pattern: `^(${"(a|b)*".repeat(500)}${i})+$`, example: "ab".repeat(200) },
        ]),
      }),
    "default-does-not-fit",
  ),
  finished("samples of a billion parts", () =>
    operation({
      requestBody: {
        content: json({
          type: "object",
          required: ["a", "b", "c"],
          properties: {
            a: { type: "string", minLength: 1e9 },
            b: { type: "array", minItems: 1e9, items: text },
            c: { type: "object", minProperties: 1e9 },
          },
        }),
      },
    }),
  ),
  refused(
    "eight thousand references to nothing",
    () => spec({ components: { schemas: { A: { oneOf: range(8000, (i) => ref(`X${i}`)) } } } }),
    "unresolved-reference",
  ),
];
