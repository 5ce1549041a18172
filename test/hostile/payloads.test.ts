// A spec of a stranger: whatever its texts say, they stay text. Each payload stands at every place of a spec where a
// text may stand, and the whole goes through the real pipeline. What comes out is compared with what comes out of the
// same spec with harmless words.
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Config } from "../../generator/config/config.ts";
import { printComplaints } from "../../generator/cli/print-complaints.ts";
import { quoteFrom } from "../../generator/cli/quote-from.ts";
import { jsonReport, type Report } from "../../generator/cli/report.ts";
import type { Outcome } from "../../generator/diagnostic.ts";
import type { Generated } from "../../generator/generate.ts";
import type { TextFile } from "../../generator/render/text-file.ts";
import { isSafePath } from "../../generator/write/manifest.ts";
import { generateTexts } from "../stories.ts";
import { codeShape, shapesApart } from "./code-shape.ts";
import { type PageShape, pageShape } from "./page-shape.ts";
import { hostileTexts } from "./payloads.ts";
import { harmlessWords, otherFile, poisonedSpec, spread, takes, type TextFor } from "./poisoned-spec.ts";

const entry = "spec/openapi.json";

interface Made extends Outcome<Generated> {
  /** What the spec in one file is. */
  readonly bundle: unknown;
  readonly texts: Readonly<Record<string, string>>;
}

/** To what is none of code, the wire types are a text like others, and broken lines as well. */
const forPages: Partial<Config> = { outputs: ["client", "models", "docs"], formatter: "none" };
const forWords: Partial<Config> = { outputs: ["client", "models"], formatter: "none" };

async function make(t: TextFor, config: Partial<Config> = {}): Promise<Made> {
  const other = `spec/${t("file")}.json`;
  const texts = {
    [entry]: JSON.stringify(poisonedSpec(t)),
    [other]: JSON.stringify(otherFile(t)),
  };
  const made = await generateTexts(texts, config);
  const { type } = made.value.names?.models.get(`${other}#`) ?? {};
  return { bundle: poisonedSpec(t, type), texts, ...made };
}

function textOf({ files }: Generated, path: string): string {
  return files.find((file) => file.path === path)?.text ?? "";
}

/** What all pages together have that a browser would act on. */
async function pageShapes(files: readonly TextFile[]): Promise<PageShape> {
  const pages = files.filter(({ path }) => path.endsWith(".md"));
  const shapes = await Promise.all(pages.map(({ text }) => pageShape(text)));
  return {
    headings: shapes.reduce((sum, { headings }) => sum + headings, 0),
    html: shapes.flatMap(({ html }) => html),
    addresses: shapes.flatMap(({ addresses }) => addresses),
    others: shapes.flatMap(({ others }) => others),
  };
}

/** Everything that a person or a program is told about a run. */
function toldAbout({ value, diagnostics, texts }: Made): { readonly notes: string; readonly json: string } {
  const notes: string[] = [];
  const report: Report = {
    diagnostics,
    locate: (place, on) => value.document?.locate(place, on) ?? { ...place, line: 1, column: 1 },
    sourceLine: quoteFrom(new Map(Object.entries(texts))),
    files: value.files.map(({ path }) => ({ path, state: "created" })),
    operations: value.operations,
    out: "generated",
    interrupted: false,
  };
  const note = (text: string): void => void notes.push(text);
  const terminal = { color: false, isWatched: false, note, result: note };
  printComplaints(report, { shown: (file) => file }, terminal);
  return { notes: notes.join(""), json: jsonReport(report) };
}

// Neither files nor terminals have any use for these.
const unseen =
  /[^\P{Cc}\t\n]|\p{Cs}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

const refused = hostileTexts.filter(
  ({ text }) => ![takes.identifier, takes.path, takes.url].every((takesIt) => takesIt(text)),
);

const fileNames = hostileTexts.filter(({ text }) => takes.file(text));
const brief = JSON.stringify({ openapi: "3.1.0", info: { title: "Orders", version: "1" }, paths: {} });

/** The same spec with harmless words, and what became of it. */
interface Twin extends Made {
  readonly shape: readonly string[];
  readonly headings: number;
}

async function makeTwin(config: Partial<Config>): Promise<Twin> {
  const made = await make(harmlessWords, config);
  const { headings } = await pageShapes(made.value.files);
  return { ...made, shape: codeShape(made.value.files), headings };
}

let twin: Twin;
let pagesTwin: Twin;
let wordsTwin: Twin;
let plain: Generated;
let plainPages: PageShape;
beforeAll(async () => {
  twin = await makeTwin({});
  pagesTwin = await makeTwin(forPages);
  wordsTwin = await makeTwin(forWords);
  plain = (await generateTexts({ "openapi.json": brief }, { outputs: ["models", "docs"] })).value;
  plainPages = await pageShapes(plain.files);
});

it("compares with a whole package", () => {
  const paths = twin.value.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(["src/schema.ts", "openapi.yaml", "package.json", "README.md"]),
  );
  expect(twin.shape.length).toBeGreaterThan(100);
  expect(twin.shape.filter((shape) => shape.startsWith("sample: ")).length).toBeGreaterThan(10);
  expect(twin.headings).toBeGreaterThan(30);
});

describe.each(hostileTexts)("$name", ({ text, isForCode, isForPages }) => {
  it("stays text", async () => {
    const like = isForCode ? twin : isForPages ? pagesTwin : wordsTwin;
    const made = await make(spread(text, harmlessWords), isForCode ? {} : isForPages ? forPages : forWords);
    const { files } = made.value;
    expectHarmlessWords(made);
    expect(made.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);

    expect(shapesApart(codeShape(files), like.shape)).toEqual([]);
    for (const file of files) {
      expect(isSafePath(file.path), file.path).toBe(true);
      expect(unseen.exec(file.text), file.path).toBeNull();
    }
    if (isForPages) {
      const { headings, ...live } = await pageShapes(files);
      expect(live).toEqual({ html: [], addresses: [], others: [] });
      expect(headings).toBeLessThanOrEqual(like.headings);
    }
    expectOurJson(made, like);
    expect(JSON.stringify(parse(textOf(made.value, "openapi.yaml")))).toBe(JSON.stringify(made.bundle));
  });
});

// Paths, URLs, media types and names in code may not be everything.
it.each(refused)("is refused without harm where a spec may not have it: $name", async ({ text }) => {
  const made = await make((place) => (["file", "component"].includes(place) ? "other" : text));
  expectHarmlessWords(made);
  expect(made.diagnostics.filter(({ severity }) => severity === "error")).not.toEqual([]);
  expect(made.value.files).toEqual([]);
});

it.each(fileNames)("names the first file of a spec: $name", async ({ text }) => {
  const { value } = await generateTexts({ [text]: brief }, { outputs: ["models", "docs"] });
  expect(value.files.map(({ path }) => path)).toEqual(plain.files.map(({ path }) => path));
  for (const file of value.files) expect(unseen.exec(file.text), file.path).toBeNull();
  expect(await pageShapes(value.files)).toEqual(plainPages);
  expect(shapesApart(codeShape(value.files), codeShape(plain.files))).toEqual([]);
});

function expectHarmlessWords(made: Made): void {
  const { notes, json } = toldAbout(made);
  expect(unseen.exec(notes + json)).toBeNull();
  expect(JSON.parse(json)).toMatchObject({ version: 1 });
}

/** The texts of a spec stand in `description` and decide the name; all else in package.json is ours. */
function expectOurJson(made: Made, like: Made): void {
  const { name, description, ...others } = JSON.parse(textOf(made.value, "package.json"));
  const { name: _, description: __, ...wanted } = JSON.parse(textOf(like.value, "package.json"));
  expect(others).toEqual(wanted);
  expect(name).toMatch(/^[a-z0-9-]+-client$/);
  expect(typeof description).toMatch(/string|undefined/);
  expect(textOf(made.value, "tsconfig.json")).toBe(textOf(like.value, "tsconfig.json"));
}
