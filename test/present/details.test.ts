import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import type { Change } from "../../generator/diff/change.ts";
import { presentComparison } from "../../generator/present/present-comparison.ts";
import { wrapText } from "../../generator/present/wrap-text.ts";
import { at, change, presentation, rich, richComparison } from "./fixture.ts";

const plain = { colour: false };

it("says in colours what it says without", () => {
  const coloured = presentComparison("text", rich, { colour: true, width: 80 });
  expect(coloured).toContain("\u001b[31m");
  expect(stripVTControlCharacters(coloured)).toBe(
    presentComparison("text", rich, { colour: false, width: 80 }),
  );
});

it("fills lines up to a width, and breaks none that has no blank", () => {
  expect(wrapText("one two three", 7)).toEqual(["one two", "three"]);
  expect(wrapText("one incomprehensible two", 5)).toEqual(["one", "incomprehensible", "two"]);
  expect(wrapText("a ::error::b", 3)).toEqual(["a ::error::b"]);
});

it("tells programs what was agreed", () => {
  const report = JSON.parse(presentComparison("json", rich, plain)) as {
    readonly changes: readonly Record<string, unknown>[];
  };
  const top = "version base revision verdict bump summary changes idle".split(" ");
  const each =
    "id code level direction operations schema message why before after witness unproved suggestion accepted client";
  expect(Object.keys(report)).toEqual(top);
  expect(report.changes.map((told) => Object.keys(told).join(" "))).toEqual(
    Array.from({ length: 15 }, () => each),
  );
});

it("counts every change once, an accepted one as nothing else", () => {
  const { summary } = JSON.parse(presentComparison("json", rich, plain)) as {
    readonly summary: Record<string, number>;
  };
  expect(summary).toEqual({ breaking: 4, warning: 2, info: 7, accepted: 2 });
});

function annotated(before: string, more: Partial<Parameters<typeof presentation>[1]> = {}): string {
  const gone = change({
    code: "a-removed",
    level: "breaking",
    message: "Gone.",
    why: "So.",
    before: at(before),
  });
  const comparison = { verdict: "breaking", bump: "major", changes: [gone] } as const;
  return presentComparison("github", presentation(comparison, more), plain);
}

it.each([
  ["an operation", "/paths/~1orders~1{id}~1label/get", 7],
  ["a member of a schema", "/components/schemas/Order/properties/weight", 65],
  ["an item of a list", "/paths/~1orders/get/parameters/1", 11],
])("annotates what held %s that is gone", (_case, pointer, line) => {
  expect(annotated(pointer)).toMatch(new RegExp(`^::error file=spec/openapi.yaml,line=\\d+,`));
  expect(Number(/line=(\d+)/.exec(annotated(pointer))?.[1])).toBe(line);
});

it("annotates the first line of the spec for what stood in a file that is gone", () => {
  const text = annotated("/info", { sourceLine: () => undefined });
  expect(text).toContain("::error file=spec/openapi.yaml,line=1,col=1,");
});

function verdictOf(changes: readonly Change[], verdict: "breaking" | "warning" | "compatible"): string {
  const text = presentComparison("text", presentation({ verdict, bump: "minor", changes }), plain);
  return text.split(". ")[0] ?? "";
}

const [first] = richComparison.changes;
const renamed = richComparison.changes.filter(({ code }) => code === "schema-renamed");
const look = richComparison.changes.filter(({ code }) => code === "pattern-changed");
const accepted = richComparison.changes.filter((other) => other.accepted?.expires !== undefined);

it.each([
  ["Breaking: 1 change breaks clients that are running", "breaking", first === undefined ? [] : [first]],
  ["Breaking: every change that breaks a client is accepted", "breaking", accepted],
  ["Needs a look: nothing breaks for certain", "warning", look],
  ["Needs a look: 1 change breaks code that uses the client", "warning", [...look, ...renamed]],
  ["Compatible: clients that are running go on as before", "compatible", []],
  [
    "Compatible for clients that are running, but 1 change breaks code that uses the client",
    "compatible",
    renamed,
  ],
] as const)("says %j", (words, verdict, changes) => {
  expect(verdictOf(changes, verdict)).toBe(words);
});

it("says nothing of code that compiles where clients were not compared", () => {
  const { knowsClient: _, ...unknowing } = rich;
  expect(presentComparison("markdown", rich, plain)).toContain("no compiler warns of this");
  expect(presentComparison("markdown", unknowing, plain)).not.toContain("no compiler warns of this");
});
