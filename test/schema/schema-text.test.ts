import { join } from "node:path";
import ts from "typescript";
import { afterEach, expect, it, vi } from "vitest";
import { bundleFile } from "../../generator/bundle/bundle-file.ts";
import { readerWithin } from "../../generator/disk.ts";
import { isMap, type Json } from "../../generator/json.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { plainSpec } from "../../generator/schema/plain-spec.ts";
import { schemaFile } from "../../generator/schema/schema-file.ts";
import { schemaText } from "../../generator/schema/schema-text.ts";
import { bundleJson, documentOf, filesOf, noNames, plain } from "../bundle/bundle-of.ts";
import { repository } from "../source-tree.ts";

afterEach(() => {
  vi.doUnmock("openapi-typescript");
});

/** The text of the types of a spec, from its third line on; comments on request only. */
async function typesOf(body: string, version = "3.1.0"): Promise<string> {
  const { text, problem } = await schemaText(bundleJson(documentOf(filesOf(body, {}, version))));
  expect(problem).toBeUndefined();
  return text ?? "";
}

/** The type of the component `Subject`, without comments and in one line. */
async function subjectOf(schemas: string, version?: string): Promise<string> {
  const text = await typesOf(`components:\n  schemas:\n${schemas.replace(/^/gm, "    ")}\n`, version);
  const tree = ts.createSourceFile("schema.ts", text, ts.ScriptTarget.ES2022, true);
  let found = "";
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && node.name.getText() === "Subject") found = node.type?.getText() ?? "";
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found
    .replaceAll(/\/\*[^]*?\*\//g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll('components["schemas"]', "$");
}

const other = "\nOther: { type: object, required: [id], properties: { id: { type: string } } }";

it.each([
  ["a null of 3.0", "Subject: { type: string, nullable: true }", "string | null", "3.0.3"],
  ["no null that an enum of 3.1 does not have", "Subject: { type: [string, 'null'], enum: [a] }", '"a"'],
  ["a null of 3.0 in an enum", "Subject: { type: string, enum: [a], nullable: true }", '"a" | null', "3.0.3"],
  [
    "a null of 3.0 beside a list of schemas",
    `Subject: { nullable: true, allOf: [{ $ref: '#/components/schemas/Other' }] }${other}`,
    '$["Other"] | null',
    "3.0.3",
  ],
  ["no null in a word that 3.1 does not know", "Subject: { type: string, nullable: true }", "string"],
  [
    "what stands beside a reference in 3.0",
    `Subject: { $ref: '#/components/schemas/Other', nullable: true }${other}`,
    '$["Other"]',
    "3.0.3",
  ],
  [
    "what stands beside a reference in 3.1",
    `Subject: { $ref: '#/components/schemas/Other', properties: { a: {} } }${other}`,
    '$["Other"] & { a?: unknown; }',
  ],
  ["a constant null", "Subject: { const: null }", "null"],
  ["a constant object", "Subject: { const: { a: [1, x], $ref: y } }", '{ a: [ 1, "x" ]; $ref: "y"; }'],
  [
    "an enum of objects",
    "Subject: { type: object, enum: [{ type: string }, { a: 1 }] }",
    '{ type: "string"; } | { a: 1; }',
  ],
  ["digits that no number holds", "Subject: { enum: [9007199254740993, 1] }", "1 | number"],
  ["an object of which nothing is said", "Subject: { type: object }", "{ [key: string]: unknown; }"],
  ["an empty object", "Subject: { type: object, additionalProperties: false }", "Record<string, never>"],
  ["a required name that nobody describes", "Subject: { type: object, required: [a] }", "{ a: unknown; }"],
  [
    "a default, which nobody has to send",
    "Subject: { type: object, properties: { a: { type: string, default: x } } }",
    "{ a?: string; }",
  ],
  [
    "a union beside properties",
    `Subject: { type: object, properties: { a: {} }, anyOf: [{ $ref: '#/components/schemas/Other' }, { type: string }] }${other}`,
    '{ a?: unknown; } & ($["Other"] | string)',
  ],
  [
    "branches that require what stands beside them",
    "Subject: { properties: { a: { type: string }, b: { type: array, items: { type: string } } }, anyOf: [{ required: [a] }, { required: [b] }] }",
    "{ a?: string; b?: string[]; } & ({ a: string; } | { b: string[]; })",
  ],
  [
    "an optional property that a base requires",
    "Subject: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { a: { type: string } } }] }\nBase: { required: [a], properties: { b: {} } }",
    '$["Base"] & { a: string; }',
  ],
  [
    "a type beside what has one",
    `Subject: { type: object, oneOf: [{ $ref: '#/components/schemas/Other' }, { type: object, required: [a] }] }${other}`,
    '$["Other"] | { a: unknown; }',
  ],
  ["nothing at all", "Subject: false", "never"],
  ["anything", "Subject: true", "unknown"],
  ["a list of nothing", "Subject: { type: array, items: false }", "never[]"],
  [
    "a whole tuple",
    "Subject: { type: array, prefixItems: [{ type: string }, {}], items: false, minItems: 2 }",
    "[ string, unknown ]",
  ],
  [
    "a tuple that may end early",
    "Subject: { type: array, prefixItems: [{ type: string }], items: { type: number } }",
    "(string | number)[]",
  ],
  [
    "a list of lists",
    "Subject: { type: array, items: { anyOf: [{ type: array, items: { type: string } }] } }",
    "string[][]",
  ],
  [
    "a list inside of itself",
    "Subject: { anyOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Subject' } }] }",
    "string | unknown[]",
  ],
  [
    "a base that lists its variants",
    "Subject: { allOf: [{ $ref: '#/components/schemas/Base' }, { properties: { a: {} } }] }\nBase: { properties: { b: {} }, oneOf: [{ $ref: '#/components/schemas/Subject' }] }",
    "{ b?: unknown; } & { a?: unknown; }",
  ],
  [
    "a pointer into a schema",
    "Subject: { properties: { a: { $ref: '#/components/schemas/Other/properties/part' } } }\nOther: { properties: { part: { $ref: '#/components/schemas/Other/$defs/Part' } }, $defs: { Part: { type: string } } }",
    '{ a?: $["Other.part"]; }',
  ],
  [
    "a reference that leads nowhere",
    "Subject: { properties: { a: { $ref: other.yaml } } }",
    "{ a?: unknown; }",
  ],
  [
    "a discriminator",
    `Subject: { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind, mapping: { a: Other, b: '#/components/schemas/Other' } } }${other}`,
    '$["Other"] & { kind: "a" | "b"; }',
  ],
  [
    "a discriminator whose values are numbers",
    "Subject: { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind, mapping: { '1': Other } } }\nOther: { properties: { kind: { type: integer } } }",
    '$["Other"] & { kind: 1; }',
  ],
  [
    "a discriminator that a branch contradicts",
    "Subject: { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind } }\nOther: { properties: { kind: { const: other } } }",
    '$["Other"]',
  ],
  [
    "a discriminator that a branch which may be null contradicts",
    "Subject: { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind } }\nOther: { properties: { kind: { anyOf: [{ enum: [other] }, { type: 'null' }] } } }",
    '$["Other"]',
  ],
  [
    "a discriminator of a union of unions",
    "Subject: { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind } }\nOther: { oneOf: [{ properties: { kind: { const: a } } }] }",
    '$["Other"]',
  ],
  [
    "a branch for all other values",
    `Subject: { oneOf: [{ $ref: '#/components/schemas/Other' }], discriminator: { propertyName: kind, defaultMapping: Other } }${other}`,
    '$["Other"]',
    "3.2.0",
  ],
])("reads %s", async (_title, schemas, type, version?: string) => {
  expect(await subjectOf(schemas, version)).toBe(type);
});

it("types what stands around schemas", async () => {
  const text = await typesOf(`
paths:
  /orders/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get:
      operationId: getOrder
      parameters: [{ name: q, in: query, content: { application/json: { schema: { type: object } } } }]
      responses:
        "200":
          description: ok
          headers: { X-Rate: { $ref: "#/components/headers/Rate" }, X-Sure: { required: true, schema: { type: string } } }
          content: { text/plain: { schema: { type: string } }, image/png: {} }
        default: { $ref: "#/components/responses/Failed" }
  /same: { $ref: "#/paths/~1orders~1{id}" }
webhooks:
  paid: { $ref: "#/components/pathItems/Paid" }
components:
  parameters: { Id: { $ref: "#/components/parameters/TheId" }, TheId: { name: id, in: path, required: true, schema: { type: integer } } }
  headers: { Rate: { schema: { type: integer } } }
  responses: { Failed: { description: Failed. } }
  pathItems: { Paid: { post: { requestBody: { content: { text/plain: {} } } } } }
`);
  const flat = text.replaceAll(/\/\*[^]*?\*\//g, "").replaceAll(/\s+/g, " ");
  expect(flat).toContain('path: { id: components["parameters"]["Id"]; }');
  expect(flat).toContain("query?: { q?: string; }");
  expect(flat).toContain('headers: { "X-Rate"?: number; "X-Sure": string; [name: string]: unknown; }');
  expect(flat).toContain('content: { "text/plain": string; "image/png": unknown; }');
  expect(flat).toContain('default: components["responses"]["Failed"]');
  expect(flat).toContain('requestBody?: { content: { "text/plain": unknown; }; }');
  // One operation has one type, however many paths lead to it.
  expect(flat.match(/getOrder: \{/g)).toHaveLength(1);
  expect(syntaxOf(text)).toEqual({
    faults: [],
    statements: ["interface", "interface", "interface", "type", "interface"],
  });
});

function syntaxOf(text: string): {
  readonly faults: readonly string[];
  readonly statements: readonly string[];
} {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  const { statements } = ts.createSourceFile("schema.ts", text, ts.ScriptTarget.ES2022, true);
  return {
    faults: diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    statements: statements.map((statement) =>
      ts.isInterfaceDeclaration(statement)
        ? "interface"
        : ts.isTypeAliasDeclaration(statement)
          ? "type"
          : "code",
    ),
  };
}

it("lets no text of a spec out of its place", async () => {
  const hostile = JSON.stringify("*/ alert(1) /* ` ${x} \" ' \\ </script> \u2028 \n * @x");
  const text = await typesOf(`
paths:
  ${hostile}: {}
  /${JSON.stringify("a").slice(1, -1)}:
    get:
      operationId: ${hostile}
      summary: ${hostile}
      responses: { "200": { description: ${hostile}, content: { ${hostile}: { schema: { $ref: "#/components/schemas/Odd" } } } } }
components:
  schemas:
    Odd:
      title: ${hostile}
      description: ${hostile}
      default: { x: ${hostile} }
      format: ${hostile}
      type: object
      required: [${hostile}, __proto__]
      properties:
        ${hostile}: { enum: [${hostile}], default: ${hostile} }
        __proto__: { type: string }
        constructor: { const: { __proto__: 1 } }
`);
  const { faults, statements } = syntaxOf(text);
  expect(faults).toEqual([]);
  expect(statements).not.toContain("code");
  expect(text).toContain("__proto__: string;");
  expect(text).toContain("constructor?: {");
});

it("does not break on what is no part of a spec", async () => {
  const body = `
paths:
  x-note: { get: 1 }
  /a: { get: { operationId: 5, parameters: [1, {}, { name: x }], responses: [], requestBody: { content: 7 } }, post: 3 }
  /b: []
components:
  schemas: { A: 1, B: [], C: { type: 5, enum: 3, allOf: {}, required: 1, properties: [], items: 2 }, D: { title: 1, default: [1] } }
  responses: { E: 1 }
  headers: []
`;
  expect(syntaxOf(await typesOf(body)).faults).toEqual([]);
  expect((await schemaText(null)).text).toContain("export type paths = Record<string, never>;");
});

it("is done with circles of references", async () => {
  const schemas = `
Subject: { allOf: [{ $ref: '#/components/schemas/Other' }] }
Other: { allOf: [{ $ref: '#/components/schemas/Other' }, { $ref: '#/components/schemas/Subject' }] }
A: { $ref: '#/components/schemas/B' }
B: { $ref: '#/components/schemas/A/properties/x' }`;
  expect(await subjectOf(schemas.trim())).toBe('$["Other"]');
});

it.each([
  ["Subject: { oneOf: [{ $ref: '#/components/schemas/Subject' }], type: object, properties: {} }", "unknown"],
  [
    "Subject: { anyOf: [{ type: string }, { allOf: [{ $ref: '#/components/schemas/Subject' }], type: object, properties: { a: { type: string } } }] }",
    "string | { a?: string; }",
  ],
])("has no type that needs itself right away: %s", async (schemas, type) => {
  expect(await subjectOf(schemas)).toBe(type);
});

it("has types that are the same every time, and leaves the bundle alone", async () => {
  const bundle = bundleJson(
    documentOf(filesOf("components: { schemas: { A: { type: object, required: [a] } } }")),
  );
  const before = JSON.stringify(plain(bundle));
  const first = await schemaText(bundle);
  expect(await schemaText(bundle)).toEqual(first);
  expect(JSON.stringify(plain(bundle))).toBe(before);
});

it("makes of our spec what openapi-typescript makes of it by itself", async () => {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const { value: document } = loadSpec("spec/openapi.yaml", readerWithin(repository));
  if (document === undefined) throw new Error("There is no spec.");
  const bundle = bundleJson(document);
  const spec = structuredClone({ ...plainSpec(bundle), info: { title: "x", version: "1" } });
  const options = { silent: true, defaultNonNullable: false, cwd: join(repository, "spec") };
  const { text } = await schemaText(bundle);
  expect(text).toBe(astToString(await openapiTS(spec as never, options)));
  expect(text).toContain("OAuthClient: {");
});

it("says in one line why there are no types, and goes on", async () => {
  vi.doMock("openapi-typescript", () => ({
    astToString: String,
    resolveRef: () => undefined,
    transformSchema: () => {
      throw new Error("Nobody can do this\nsecond line");
    },
  }));
  const document = documentOf(filesOf("paths: {}"));
  const bundle = bundleFile(document, noNames, undefined, "Made by a test.");
  const stored: string[] = [];
  const cache = { lookup: () => undefined, store: (path: string) => void stored.push(path) };
  const { value, diagnostics } = await schemaFile(bundle, document, "Made by a test.", cache);
  expect(value).toEqual([]);
  expect(stored).toEqual([]);
  expect(diagnostics.map(({ code, severity, message }) => ({ code, severity, message }))).toEqual([
    {
      code: "schema-left-out",
      severity: "warning",
      message: "The wire types (src/schema.ts) cannot be made of this spec: Nobody can do this.",
    },
  ]);
});

it("puts its heading above the types, and asks the cache first", async () => {
  const document = documentOf(filesOf("paths: {}"));
  const bundle = bundleFile(document, noNames, undefined, "Made by a test.");
  const known = new Map<string, string>();
  const cache = {
    lookup: (path: string, raw: string) => known.get(`${path} ${raw}`),
    store: (path: string, raw: string, text: string) => void known.set(`${path} ${raw}`, text),
  };
  const first = await schemaFile(bundle, document, "Made by a test.", cache);
  expect(first.value[0]?.text).toMatch(/^\/\/ Made by a test\.\nexport type paths/);
  vi.doMock("openapi-typescript", () => {
    throw new Error("It is loaded.");
  });
  expect(await schemaFile(bundle, document, "Made by a test.", cache)).toEqual(first);
});

it("prints nothing, not even about what it cannot resolve", async () => {
  const printed: unknown[] = [];
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => printed.push(text) > 0),
  );
  const components: Json = new Map([["schemas", new Map([["A", new Map([["$ref", "#/gone"]])]])]]);
  expect(isMap(components)).toBe(true);
  await schemaText(
    new Map<string, Json>([
      ["openapi", "3.1.0"],
      ["components", components],
    ]),
  );
  for (const spy of spies) spy.mockRestore();
  expect(printed).toEqual([]);
});
