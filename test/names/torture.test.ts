// Specs that are made to break names: each has to come out as a package that compiles, with every name of its own.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import type { Generated } from "../../generator/generate.ts";
import { faultsIn } from "../builders/compile.ts";
import { pathsOf, schemasOf } from "../builders/names-from.ts";
import { withHead } from "../builders/spec-texts.ts";
import { sourceOf } from "../source-tree.ts";
import { generateTexts, repository } from "../stories.ts";

const answer = 'responses: { "204": { description: Done. } }';

/** Operations of these ids, with a body whose kind changes from one to the next. */
function withIds(ids: readonly string[]): string {
  const kinds = [
    "application/json",
    "text/plain",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
    "a/b",
  ];
  const operations = ids.map((id, index) => {
    const body = `requestBody: { description: Of some kind., content: { ${kinds[index % kinds.length]}: {} } }`;
    return [`POST /${index}`, `operationId: ${JSON.stringify(id)}, ${body}, ${answer}`] as const;
  });
  return pathsOf(Object.fromEntries(operations));
}

function withTags(tags: readonly string[]): string {
  const operations = tags.map(
    (tag, index) =>
      [`GET /${index}`, `operationId: op${index}, tags: [${JSON.stringify(tag)}], ${answer}`] as const,
  );
  return pathsOf({ ...Object.fromEntries(operations), "GET /x": `operationId: opx, ${answer}` });
}

function withVariables(names: readonly string[]): string {
  const variables = names.map((name) => `${JSON.stringify(name)}: { default: x }`);
  const url = names.map((name) => `{${name}}`).join("/");
  return `servers: [{ url: ${JSON.stringify(`https://example.com/${url}`)}, variables: { ${variables.join(", ")} } }]
${pathsOf({ "GET /a": `operationId: a, ${answer}` })}`;
}

const ours = [
  "call",
  "core",
  "jsonBody",
  "textBody",
  "multipartBody",
  "formBody",
  "binaryBody",
  "reserved",
  "queryJson",
];
const locals = [
  "api",
  "args",
  "options",
  "settings",
  "params",
  "transport",
  "openTransport",
  "client",
  "createClient",
];
// The compiler's own list of words that are reserved, today or in strict mode.
const { FirstReservedWord, LastFutureReservedWord } = ts.SyntaxKind;
const reserved = Object.values(ts.SyntaxKind).flatMap((kind) =>
  typeof kind === "number" && kind >= FirstReservedWord && kind <= LastFutureReservedWord
    ? [ts.tokenToString(kind) ?? ""]
    : [],
);
const words = [
  ...new Set(reserved),
  "eval",
  "await",
  "arguments",
  "undefined",
  "globalThis",
  "NaN",
  "then",
  "constructor",
];
const caseless = ["客户", "2fa", "ªb"];
const devices = ["CON", "com1"];

const specs: Readonly<Record<string, string>> = {
  "operations like what the package calls its own": withIds([...ours, ...locals, ...words]),
  "tags like anything": withTags([
    ...ours,
    ...locals,
    "default",
    "class",
    "then",
    "constructor",
    ...devices,
    "__proto__",
    "request",
    "withOptions",
    "🔥",
    "🚀",
    "Op",
    "OP",
  ]),
  "variables like anything": withVariables([
    ...ours,
    ...locals,
    ...words,
    "auth",
    "a-b",
    "a_b",
    "2",
    "__proto__",
  ]),
  "names in scripts without capitals": `${withIds(caseless)}\n${schemasOf(Object.fromEntries(caseless.map((key) => [key, "{ type: string, enum: [a, b] }"])))}`,
  "schemes like anything": `${pathsOf({ "GET /a": `operationId: a, security: [{ __proto__: [], a-b: [] }], ${answer}` })}
components: { securitySchemes: { __proto__: { type: http, scheme: bearer }, a-b: { type: apiKey, in: header, name: k } } }`,
};

const folder = join(repository, "../shared/torture");
const files = [
  "001-property-prototype-names",
  "003-path-parameter-names",
  "004-operationids-collide-after-casing",
  "006-reserved-words-operations",
  "007-schema-names-shadow-globals",
  "009-schema-names-collide",
  "010-schema-names-vs-generated-names",
  "012-property-names-quotes-newlines",
  "013-property-names-collide-after-casing",
  "015-parameter-names-clash-with-options",
  "016-tags-odd",
].map((name) => join(folder, `${name}.yaml`));
const areThere = files.every((file) => existsSync(file));

const texts: readonly (readonly [string, string])[] = [
  ...Object.entries(specs).map(([title, body]) => [title, withHead(body)] as const),
  ...(areThere
    ? files.map(
        (file) => [file.slice(folder.length + 1, -".yaml".length), readFileSync(file, "utf8")] as const,
      )
    : []),
];

async function generated(text: string): Promise<Generated> {
  const { value, diagnostics } = await generateTexts(
    { "openapi.yaml": text },
    { outputs: ["client", "models"] },
  );
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return value;
}

/** The keys of the members in the file of a model, as a compiler reads them. */
function keysIn({ files: made }: Generated, type: string): readonly string[] {
  const text = made.find(({ path }) => path === `src/models/${type}.ts`)?.text ?? "";
  return sourceOf("a.ts", text).nodes.flatMap((node) =>
    ts.isPropertySignature(node) && "text" in node.name ? [node.name.text] : [],
  );
}

describe.skipIf(!areThere)("(the shared torture specs are skipped where they are absent)", () => {
  const from = (number: string): Promise<Generated> =>
    generated(texts.find(([title]) => title.startsWith(number))?.[1] ?? "");

  it("names properties as they are written", async () => {
    const bag = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString", "valueOf"];
    expect(keysIn(await from("001"), "Bag")).toEqual(bag);
    const odd = await from("012");
    const { shape } = odd.api?.models[0] ?? {};
    const wire = shape?.kind === "object" ? shape.properties.map(({ name }) => name) : [];
    expect(wire).toHaveLength(20);
    expect(keysIn(odd, "P")).toEqual(wire);
  });

  it("gives each operation, schema and group a name of its own", async () => {
    const ids = await from("004");
    expect(ids.operations.map((operation) => operation.function)).toEqual([
      expect.stringMatching(/^getClient[0-9a-f]{4}$/),
      "getClient",
      expect.stringMatching(/^getClient[0-9a-f]{4}$/),
      expect.stringMatching(/^getClient[0-9a-f]{4}$/),
    ]);
    const types = [...((await from("009")).names?.models.values() ?? [])].map(({ type }) =>
      type.toLowerCase(),
    );
    expect(new Set(types).size).toBe(5);
    const groups = (await from("016")).names?.groups ?? [];
    expect(new Set(groups.map(({ property }) => property)).size).toBe(7);
    expect(groups.at(-1)).toEqual({ tag: undefined, property: "default", type: "DefaultApi" });
  });
});

it("makes packages that compile, each file once on any disk", async () => {
  const all = new Map<string, string>();
  for (const [title, text] of texts) {
    const made = await generated(text);
    for (const file of made.files) {
      if (file.path.endsWith(".ts")) all.set(`${title.replaceAll(" ", "-")}/${file.path}`, file.text);
    }
    const paths = made.files.map(({ path }) => path.toLowerCase());
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  }
  expect(all.size).toBeGreaterThan(50);
  expect(faultsIn(all)).toEqual([]);
});
