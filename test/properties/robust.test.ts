// Nothing that stands in a file crashes or delays the program, and every complaint points to a place that is there.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { Diagnostic, Outcome } from "../../generator/diagnostic.ts";
import { readTree } from "../../generator/disk.ts";
import type { Generated } from "../../generator/generate.ts";
import { generateTexts, golden, stories } from "../stories.ts";
import { tortureSpecs } from "../torture/torture-spec.ts";
import { drawn } from "./draw.ts";
import { mutated, type SpecFiles } from "./mutations.ts";
import { specs } from "./random-spec.ts";
import { isSearch, patience, runs } from "./runs.ts";

/** What one run may take, in milliseconds, on a machine that has other things to do as well. */
const longest = 10_000;

// A spec that takes for ever is found here by who had to end it.
const running = join(tmpdir(), `specwright-property-${process.pid}`);
afterAll(() => rmSync(running, { recursive: true, force: true }));

/** The specs to break: those of the golden stories and the awkward ones, if they are there. */
const sources: readonly SpecFiles[] = [
  ...stories.map((story) => filesOf(join(golden, story, "spec"), "openapi.yaml")),
  ...tortureSpecs.map(({ root, entry }) =>
    entry === "main.yaml" ? filesOf(root, entry) : new Map([[entry, readTree(root).get(entry) ?? ""]]),
  ),
].filter((files) => files.size > 0);

function filesOf(folder: string, entry: string): SpecFiles {
  const texts = readTree(folder);
  const first = texts.get(entry);
  return new Map([...(first === undefined ? [] : [[entry, first] as const]), ...texts]);
}

/** Send files through the pipeline. What is wrong with that, if anything. */
async function faultOf(files: SpecFiles, outputs: "all" | "models"): Promise<string | undefined> {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(running, path)), { recursive: true });
    writeFileSync(join(running, path), text);
  }
  const start = performance.now();
  try {
    const config = outputs === "all" ? {} : { outputs: ["client", "models", "docs"] as const };
    const outcome = await generateTexts(Object.fromEntries(files), config);
    const took = performance.now() - start;
    return took > longest ? `It took ${took} ms.` : outcomeFault(files, outcome);
  } catch (crash) {
    return crash instanceof Error ? (crash.stack ?? crash.message) : "It threw what is no error.";
  } finally {
    rmSync(running, { recursive: true, force: true });
  }
}

function outcomeFault(files: SpecFiles, { value, diagnostics }: Outcome<Generated>): string | undefined {
  if (diagnostics.some(({ severity }) => severity === "error") && value.files.length > 0)
    return "There are files although there are errors.";
  for (const complaint of diagnostics) {
    const position = complaint.position ?? value.document?.locate(complaint.place, complaint.on);
    const fault =
      position === undefined ? "it has no position" : placeFault(complaint, position, files, value);
    if (fault !== undefined)
      return `${complaint.code} at ${complaint.place.file}#${complaint.place.pointer}: ${fault}`;
  }
  return undefined;
}

function placeFault(
  { place, position, related }: Diagnostic,
  { line, column }: { readonly line: number; readonly column: number },
  files: SpecFiles,
  { document }: Generated,
): string | undefined {
  const text = files.get(place.file);
  if (text === undefined) return "there is no such file";
  const shown = text.split("\n")[line - 1];
  if (shown === undefined) return `there is no line ${line}`;
  if (column < 1 || column > shown.length + 1) return `there is no column ${column} in line ${line}`;
  const places = position === undefined ? [place, ...related.map((other) => other.place)] : [];
  const lost = places.find((one) => document !== undefined && document.at(one) === undefined);
  return lost === undefined ? undefined : `nothing is at ${lost.file}#${lost.pointer}`;
}

/** Send specs through the pipeline one by one; of each kind of fault the first spec that has it is printed. */
async function survive(
  arbitrary: fc.Arbitrary<SpecFiles>,
  times: number,
  outputs: "all" | "models",
): Promise<void> {
  const found = new Map<string, string>();
  for (const files of fc.sample(arbitrary, runs(times))) {
    const fault = await faultOf(files, outputs);
    const [kind = ""] = fault?.split("\n") ?? [];
    if (fault !== undefined && !found.has(kind)) found.set(kind, `${fault}\n\n${textOf(files)}`);
  }
  if (found.size > 0) expect.fail([...found.values()].join("\n\n"));
}

function textOf(files: SpecFiles): string {
  return [...files].map(([path, text]) => `# ${path}\n${text}`).join("\n");
}

const brokenStories = drawn((draw) => {
  const files = mutated(draw, draw.one(sources));
  return draw.chance(0.3) ? mutated(draw, files) : files;
});

const brokenRandom = drawn((draw) => {
  const spec = draw.from(() => specs);
  return mutated(draw, new Map([["openapi.json", JSON.stringify(spec, undefined, draw.one([0, 1]))]]));
});

const heads = ["", "openapi: 3.1.0\n", '{"openapi":"3.1.0","paths":', "swagger: '2.0'\n? "];
const garbage = fc
  .tuple(
    fc.constantFrom("a.yaml", "a.json", "a"),
    fc.constantFrom(...heads),
    fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString("utf8")),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.json(),
    ),
  )
  .map(([name, head, text]): SpecFiles => new Map([[name, head + text]]));

it("survives broken specs", () => survive(brokenStories, 80, isSearch ? "all" : "models"), patience);
it("survives random specs with something wrong in them", () => survive(brokenRandom, 40, "models"), patience);
it("survives bytes that mean nothing", () => survive(garbage, 150, "models"), patience);

it("has enough to break", () => {
  expect(sources.length).toBeGreaterThan(15);
});
