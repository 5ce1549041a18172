// What JSON Schema can say, as types: ajv judges the values, the compiler judges the types. A type takes every value that the
// schema takes, and refuses of the others what TypeScript can refuse.
import { Ajv2020 } from "ajv/dist/2020.js";
import ts from "typescript";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { faultsIn } from "../builders/compile.ts";
import { generateTexts } from "../stories.ts";

interface Row {
  readonly title: string;
  /** In flow style. */
  readonly schema: string;
  /** What OpenAPI 3.0 means by it, for a judge that knows 2020-12 only. */
  readonly meaning?: string;
  readonly takes: readonly unknown[];
  /** Values that are wrong, and whose types are. */
  readonly refuses?: readonly unknown[];
  readonly version?: "3.0.3";
}

const part = '{ $ref: "#/components/schemas/Part" }';

const rows: readonly Row[] = [
  { title: "not", schema: "{ type: string, not: { const: a } }", takes: ["b"], refuses: [1, null] },
  { title: "not a type", schema: "{ not: { type: string } }", takes: [1, null, {}, []] },
  { title: "not anything", schema: "{ not: {} }", takes: [], refuses: [1, "a", null] },
  {
    title: "if, then, else",
    schema:
      "{ type: object, properties: { a: { type: string }, b: {}, c: {} }, if: { required: [a] }, then: { required: [b] }, else: { required: [c] } }",
    takes: [{ a: "x", b: 1 }, { c: null }],
    refuses: [{ a: 1, b: 1 }, 1],
  },
  {
    title: "dependentRequired",
    schema:
      "{ type: object, properties: { a: { type: string }, b: { type: number } }, dependentRequired: { a: [b] } }",
    takes: [{ a: "x", b: 1 }, { b: 1 }, {}],
    refuses: [{ a: "x", b: "x" }],
  },
  {
    title: "dependentSchemas",
    schema:
      "{ type: object, properties: { a: { type: string }, b: {} }, dependentSchemas: { a: { properties: { b: { type: number } } } } }",
    takes: [{ a: "x", b: 1 }, { b: "x" }],
    refuses: [{ a: 1 }],
  },
  {
    title: "patternProperties",
    schema:
      '{ type: object, patternProperties: { "^s": { type: string }, "^n": { type: number } }, additionalProperties: false }',
    takes: [{ s1: "x", n1: 2 }, {}],
    refuses: [{ s1: true }],
  },
  {
    title: "patternProperties beside named ones",
    schema:
      '{ type: object, required: [id], properties: { id: { type: boolean } }, patternProperties: { "^s": { type: string } }, additionalProperties: false }',
    takes: [{ id: true, s1: "x" }],
    refuses: [{ s1: "x" }, { id: 1 }, { id: true, s1: null }],
  },
  {
    // Other properties may stand there, as in any object that does not forbid them; they are in no type.
    title: "patternProperties that leave the others open",
    schema: '{ type: object, patternProperties: { "^s": { type: string } } }',
    takes: [{ s1: "x" }, {}],
    refuses: [{ s1: 1 }],
  },
  {
    title: "unevaluatedProperties",
    schema: `{ type: object, properties: { a: { type: string } }, allOf: [${part}], unevaluatedProperties: false }`,
    takes: [{ a: "x", part: 1 }, {}],
    refuses: [{ a: 1 }, { part: "x" }, { other: 1 }],
  },
  {
    title: "propertyNames with a list",
    schema: "{ type: object, propertyNames: { enum: [a, b] }, additionalProperties: { type: number } }",
    takes: [{ a: 1 }, { a: 1, b: 2 }, {}],
    refuses: [{ c: 1 }, { a: "x" }],
  },
  {
    title: "propertyNames with a pattern",
    schema: '{ type: object, propertyNames: { pattern: "^x" }, additionalProperties: { type: number } }',
    takes: [{ x1: 1 }, {}],
    refuses: [{ x1: "x" }],
  },
  {
    title: "a constant object",
    schema: "{ const: { a: [1, x], b: null } }",
    takes: [{ a: [1, "x"], b: null }],
    refuses: [{ a: [1, "y"], b: null }, {}],
  },
  {
    title: "a constant list",
    schema: "{ const: [1, [], {}] }",
    takes: [[1, [], {}]],
    refuses: [[1, [2], {}], [1]],
  },
  { title: "a constant null", schema: "{ const: null }", takes: [null], refuses: [0, ""] },
  { title: "a constant truth", schema: "{ const: false }", takes: [false], refuses: [true, null] },
  { title: "a constant number", schema: "{ const: -1.5 }", takes: [-1.5], refuses: [1.5] },
  { title: "an empty text", schema: '{ const: "" }', takes: [""], refuses: ["a"] },
  {
    title: "a tuple that is whole",
    schema: "{ type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 2 }",
    takes: [["a", 1]],
    refuses: [["a"], ["a", 1, 2], [1, "a"]],
  },
  {
    title: "a tuple that may end early",
    schema: "{ type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 1 }",
    takes: [["a"], ["a", 1]],
    refuses: [[], ["a", 1, 2]],
  },
  {
    title: "a tuple with a rest",
    schema: "{ type: array, prefixItems: [{ type: string }], items: { type: number } }",
    takes: [[], ["a"], ["a", 1, 2]],
    refuses: [["a", "b"], [1]],
  },
  {
    title: "contains",
    schema: "{ type: array, contains: { type: number }, items: { type: [number, string] } }",
    takes: [[1], ["a", 1]],
    refuses: [[true]],
  },
  {
    title: "contains alone",
    schema: "{ type: array, contains: { type: number } }",
    takes: [[1, "a", null]],
    refuses: [{}],
  },
  {
    title: "a mixed list",
    schema: "{ enum: [a, 1, true, null, [2], { b: 3 }] }",
    takes: ["a", 1, true, null, [2], { b: 3 }],
    refuses: ["b", 2, false, [3]],
  },
  {
    title: "a list with null",
    schema: "{ type: [string, 'null'], enum: [a, null] }",
    takes: ["a", null],
    refuses: ["b"],
  },
  {
    title: "several types",
    schema: "{ type: [string, integer, boolean], format: date-time, minimum: 3 }",
    takes: [3, true, "2020-01-01T00:00:00Z"],
    refuses: [null, {}],
  },
  { title: "true", schema: "true", takes: [1, null, "a", {}, []] },
  { title: "false", schema: "false", takes: [], refuses: [1, null] },
  {
    title: "false for a property",
    schema: "{ type: object, properties: { a: false, b: true } }",
    takes: [{ b: 1 }, {}],
    refuses: [{ a: 1 }],
  },
  {
    title: "what stands beside a reference",
    schema: '{ $ref: "#/components/schemas/Part", required: [part], properties: { more: { type: string } } }',
    takes: [{ part: 1, more: "x" }, { part: 1 }],
    refuses: [{ more: "x" }, { part: "x" }, { part: 1, more: 1 }],
  },
  {
    title: "definitions of its own",
    schema:
      '{ type: object, properties: { tree: { $ref: "#/components/schemas/Row30/$defs/Tree" } }, $defs: { Tree: { type: object, required: [kids], properties: { kids: { type: array, items: { $ref: "#/components/schemas/Row30/$defs/Tree" } } } } } }',
    takes: [{ tree: { kids: [{ kids: [] }] } }],
    refuses: [{ tree: { kids: [{}] } }],
  },
  {
    title: "an anchor",
    schema: '{ type: object, properties: { a: { $ref: "#anchored" } } }',
    takes: [{ a: "x" }],
    refuses: [{ a: 1 }],
  },
  {
    title: "null in 3.0",
    schema: "{ type: object, required: [a], properties: { a: { type: string, nullable: true } } }",
    meaning: "{ type: object, required: [a], properties: { a: { type: [string, 'null'] } } }",
    takes: [{ a: null }, { a: "x" }],
    refuses: [{ a: 1 }],
    version: "3.0.3",
  },
  {
    title: "a list of 3.0 that forgets null",
    schema: "{ type: string, nullable: true, enum: [a, b] }",
    meaning: "{ enum: [a, b, null] }",
    takes: ["a", null],
    refuses: ["c", 1],
    version: "3.0.3",
  },
  {
    title: "null beside a composition in 3.0",
    schema: `{ nullable: true, allOf: [${part}] }`,
    meaning: `{ anyOf: [${part}, { type: "null" }] }`,
    takes: [null, { part: 1 }],
    refuses: [{ part: "x" }, 1],
    version: "3.0.3",
  },
  {
    title: "what stands beside a reference in 3.0",
    schema: '{ $ref: "#/components/schemas/Part", required: [part], nullable: true }',
    meaning: part,
    takes: [{}, { part: 1 }],
    refuses: [null],
    version: "3.0.3",
  },
  {
    title: "unevaluatedProperties with a schema",
    schema: "{ type: object, properties: { a: { type: string } }, unevaluatedProperties: { type: number } }",
    takes: [{ a: "x", b: 1 }, {}],
    refuses: [{ a: 1 }, { b: true }],
  },
  {
    title: "properties that only then, else and dependentSchemas describe",
    schema:
      "{ type: object, properties: { a: { type: string } }, if: { required: [a] }, then: { properties: { b: { type: string } } }, else: { properties: { c: {} } }, dependentSchemas: { a: { properties: { d: {} } } } }",
    takes: [{ a: "x", b: "x", d: 1 }, { b: 1, c: null }, {}],
    refuses: [{ a: 1 }],
  },
  {
    title: "patternProperties beside another part",
    schema: `{ allOf: [${part}, { type: object, patternProperties: { "^s": { type: string } } }] }`,
    takes: [{ part: 1, s1: "x" }, { part: 2 }],
    refuses: [{ part: "x" }],
  },
];

const shared = {
  Part: "{ type: object, properties: { part: { type: number } } }",
  Anchored: "{ $anchor: anchored, type: string }",
};

/** Whether each row takes the values, by the judge of schemas. */
function ajvOf(version: Row["version"]): (index: number, value: unknown) => boolean {
  const entries = rows.flatMap((row, index) =>
    row.version === version ? [[`Row${index}`, parse(row.meaning ?? row.schema) as unknown]] : [],
  );
  const others = Object.entries(shared).map(([key, text]) => [key, parse(text) as unknown]);
  const root = { components: { schemas: Object.fromEntries([...entries, ...others]) as object } };
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  ajv.addSchema(root, "spec");
  return (index, value) => ajv.compile({ $ref: `spec#/components/schemas/Row${index}` })(value);
}

it("says of every value what the judge of schemas says", () => {
  const judges = new Map([undefined, "3.0.3" as const].map((version) => [version, ajvOf(version)]));
  const wrong = rows.flatMap(({ title, takes, refuses = [], version }, index) => {
    const isTaken = (value: unknown): boolean => judges.get(version)?.(index, value) === true;
    const bad = [...takes.filter((value) => !isTaken(value)), ...refuses.filter(isTaken)];
    return bad.map((value) => `${title}: ${JSON.stringify(value)}`);
  });
  expect(wrong).toEqual([]);
});

it("has types that take what the schemas take, and refuse the rest as far as a type can", async () => {
  const sets = await Promise.all([typesOf(undefined, "new"), typesOf("3.0.3", "old")]);
  const claims = rows.flatMap(({ title, takes, refuses = [], version }, index) =>
    [...takes, ...refuses].map((value, at) => ({
      title: `${title}: ${JSON.stringify(value)}`,
      isTaken: at < takes.length,
      text: `export const value${index}_${at}: import("./${version === undefined ? "new" : "old"}/src/models/Row${index}.js").Row${index} = ${JSON.stringify(value)};`,
    })),
  );
  const files = new Map([...sets.flat(), ["claims.ts", claims.map(({ text }) => text).join("\n")]]);
  const faults = faultsIn(files);
  expect(faults.filter((fault) => !fault.startsWith("claims.ts:"))).toEqual([]);
  const refused = new Set(faults.map((fault) => claims[Number(fault.split(":")[1]) - 1]));
  const wrong = claims.filter((claim) => refused.has(claim) === claim.isTaken);
  expect(wrong.map(({ title, isTaken }) => `${title} is ${isTaken ? "refused" : "taken"}`)).toEqual([]);
});

/** The models of the rows of a version, in a folder; requests alone hold them, so that lists of values are closed. */
async function typesOf(
  version: Row["version"],
  folder: string,
): Promise<readonly (readonly [string, string])[]> {
  const own = rows.flatMap((row, index) =>
    row.version === version ? [[`Row${index}`, row.schema] as const] : [],
  );
  const others = Object.entries(shared).filter(([key]) => version === undefined || key !== "Anchored");
  const spec = [
    `openapi: ${version ?? "3.1.0"}`,
    'info: { title: Shapes, version: "1" }',
    `paths: { /all: { post: { operationId: all, responses: { "204": { description: Done. } }, requestBody: { content: { application/json: { schema: { type: object, properties: { ${own.map(([key]) => `${key}: { $ref: "#/components/schemas/${key}" }`).join(", ")} } } } } } } } }`,
    "components:",
    "  schemas:",
    ...[...own, ...others].map(([key, schema]) => `    ${key}: ${schema}`),
  ].join("\n");
  const { value, diagnostics } = await generateTexts(
    { "openapi.yaml": spec },
    { outputs: ["client", "models"] },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value.files
    .filter(({ path }) => path.startsWith("src/models/"))
    .map(({ path, text }) => [`${folder}/${path}`, text] as const);
}

it("knows digits beyond 2^53 for a number", async () => {
  const { value } = await generateTexts(
    {
      "openapi.yaml":
        'openapi: 3.1.0\ninfo: { title: A, version: "1" }\ncomponents: { schemas: { Big: { const: 9007199254740993 } } }',
    },
    { outputs: ["client", "models"] },
  );
  const text = value.files.find(({ path }) => path === "src/models/Big.ts")?.text ?? "";
  const source = ts.createSourceFile("Big.ts", text, ts.ScriptTarget.ES2022, true);
  const [alias] = source.statements.filter(ts.isTypeAliasDeclaration);
  expect(alias?.type.getText()).toBe("number");
});
