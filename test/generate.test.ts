import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { parseConfig } from "../generator/config/parse-config.ts";
import { disk, readerWithin, readTree } from "../generator/disk.ts";
import { generate } from "../generator/generate.ts";
import type { TextFile } from "../generator/render/text-file.ts";
import { generateOwn, generateTexts, repository } from "./stories.ts";

const cache = { lookup: () => undefined, store: () => undefined };

/** What becomes of our own spec if one of its files is changed. */
async function filesAfter(file: string, change: (text: string) => string): Promise<readonly TextFile[]> {
  const own = disk.readText(join(repository, "package.json")) ?? "";
  const { config } = parseConfig(own, "package.json", "specwright");
  if (config === undefined) throw new Error("package.json does not configure specwright.");
  const read = readerWithin(repository);
  const { value, diagnostics } = await generate({
    entry: config.spec,
    read: (path) => (path === file ? change(read(path) ?? "") : read(path)),
    templates: readTree(join(repository, "templates")),
    config,
    formatCache: cache,
  });
  expect(diagnostics).toEqual([]);
  return value.files;
}

let before: ReadonlyMap<string, string>;
beforeAll(async () => {
  const { value, diagnostics } = await generateOwn();
  expect(diagnostics).toEqual([]);
  before = new Map(value.files.map(({ path, text }) => [path, text]));
});

it("makes of the spec in this repository what is committed", () => {
  const committed = readTree(join(repository, "generated"));
  const sources = [...committed].filter(([path]) => !path.startsWith("dist/"));
  expect(new Map([...before].sort(([a], [b]) => (a < b ? -1 : 1)))).toEqual(new Map(sources));
});

it("makes the same of the same", async () => {
  expect(await filesAfter("", (text) => text)).toEqual([...before].map(([path, text]) => ({ path, text })));
});

it("does not care which line ends a file of the spec has", async () => {
  const texts = { "a.yaml": 'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: {}\n' };
  const { value: unix } = await generateTexts(texts);
  const { value: dos } = await generateTexts({ "a.yaml": texts["a.yaml"].replaceAll("\n", "\r\n") });
  expect(dos.files).toEqual(unix.files);
});

it("changes, for an optional property more, only the lines that speak of it", async () => {
  const name = "divisionNickname";
  const property = `  ${name}:\n    type: string\n    description: ${name}, told at some length so that the text is a wide one.\n`;
  const after = await filesAfter("spec/schemas/RoleDivision.yaml", (text) => text + property);
  const changed = after.filter(({ path, text }) => before.get(path) !== text).map(({ path }) => path);
  expect(changed.sort()).toEqual([
    "docs/models/RoleDivision.md",
    "openapi.yaml",
    "src/models/RoleDivision.ts",
    "src/schema.ts",
    "src/validation.ts",
  ]);
  for (const { path, text } of after) {
    const added = addedLines(before.get(path) ?? "", text);
    expect(added, path).toBeDefined();
    // What is added stands together and names the property.
    if (added !== undefined && added.length > 0) expect(added.join("\n"), path).toContain(name);
    expect(added?.length ?? 0, path).toBeLessThanOrEqual(5);
  }
});

/** The lines that came in; undefined if others went out or changed. */
function addedLines(old: string, text: string): readonly string[] | undefined {
  const left = old.split("\n");
  const added: string[] = [];
  for (const line of text.split("\n")) {
    if (line === left[0]) left.shift();
    else added.push(line);
  }
  return left.length === 0 ? added : undefined;
}

it("makes nothing of a spec with errors, and says all of them at once", async () => {
  const { value, diagnostics } = await generateTexts({
    "a.yaml":
      'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /a/{id}: { get: { operationId: a } }\n  /b: { get: { operationId: a } }\n',
  });
  expect(value.files).toEqual([]);
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
    "undeclared-path-parameter",
    "duplicate-operation-id",
  ]);
});

it.each([
  [["models"], ["src/index.ts", "src/models/"], ["src/client.ts", "docs/", "openapi.yaml"]],
  [["client"], ["src/client.ts", "src/models/", "openapi.yaml"], ["docs/", "src/schema.ts"]],
  [["docs"], ["docs/api.md"], ["src/"]],
  [["schema"], ["src/schema.ts", "openapi.yaml"], ["src/client.ts", "docs/"]],
] as const)("makes of the outputs %j what belongs to them", async (outputs, present, absent) => {
  const spec =
    'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: { /a: { get: { operationId: a, responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/B" } } } } } } } }\ncomponents: { schemas: { B: { type: object, properties: { c: { type: string } } } } }\n';
  const { value } = await generateTexts({ "a.yaml": spec }, { outputs });
  const paths = value.files.map(({ path }) => path);
  for (const prefix of present)
    expect(
      paths.some((path) => path.startsWith(prefix)),
      prefix,
    ).toBe(true);
  for (const prefix of absent)
    expect(
      paths.some((path) => path.startsWith(prefix)),
      prefix,
    ).toBe(false);
});

it("makes nothing where the selection leaves nothing over, rather than an empty client", async () => {
  const spec =
    'openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths: { /a: { get: { operationId: a, tags: [b], responses: { "204": { description: x } } } } }\n';
  const { value, diagnostics } = await generateTexts({ "a.yaml": spec }, { include: ["tag:c"] });
  expect(value.files).toEqual([]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["selector-matches-nothing", "nothing-selected"]);
});
