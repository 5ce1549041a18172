// Each suggestion that a rule makes is written as a spec, and the comparison is asked what it thinks of it.
import { expect, it } from "vitest";
import { compareSpecs } from "../../generator/compare.ts";
import type { Change } from "../../generator/diff/change.ts";
import { ruleCodes } from "../../generator/diff/explain-rule.ts";
import { ruleOf } from "../../generator/diff/rules/rules.ts";
import type { SpecSources } from "../../generator/load/load-sources.ts";
import { callSuggestions } from "./suggestions/call-suggestions.ts";
import { exchangeSuggestions } from "./suggestions/exchange-suggestions.ts";
import { facetSuggestions } from "./suggestions/facet-suggestions.ts";
import { operationSuggestions } from "./suggestions/operation-suggestions.ts";
import { schemaSuggestions } from "./suggestions/schema-suggestions.ts";
import { securitySuggestions } from "./suggestions/security-suggestions.ts";

const suggestions = [
  ...operationSuggestions,
  ...exchangeSuggestions,
  ...securitySuggestions,
  ...callSuggestions,
  ...schemaSuggestions,
  ...facetSuggestions,
];

const titled = suggestions.map((one) => {
  return [one.way === undefined ? one.code : `${one.code}: ${one.way}`, one] as const;
});

function sourcesOf(text: string): SpecSources {
  return { entry: "spec.json", read: (file) => (file === "spec.json" ? text : undefined) };
}

interface Told {
  readonly changes: readonly Change[];
  /** What is wrong with the new spec. */
  readonly errors: readonly string[];
}

async function compare(old: string, fresh: string, today = "2026-11-25"): Promise<Told> {
  const options = { today, levels: {}, accepted: [] };
  const { comparison, revision } = await compareSpecs(sourcesOf(old), sourcesOf(fresh), options);
  if (comparison === undefined) throw new Error("a side cannot be read");
  const errors = revision.diagnostics.filter(({ severity }) => severity === "error");
  return { changes: comparison.changes, errors: errors.map(({ code }) => code) };
}

function harmful({ changes }: Told): readonly string[] {
  return changes.filter(({ level }) => level !== "info").map(({ code, level }) => `${code} ${level}`);
}

it.each(titled)("makes a suggestion that holds for %s", async (_title, one) => {
  const { code, before, after, better, start = before } = one;
  const { changes } = await compare(before, after);
  const { level, instead } = ruleOf(code);
  const found = changes.find((change) => change.code === code);
  expect({ level: found?.level, suggestion: found?.suggestion }).toEqual({ level, suggestion: instead });
  expect(better).not.toBe(start);
  const told = await compare(start, better);
  expect({ harmful: harmful(told), errors: told.errors }).toEqual({ harmful: [], errors: [] });
});

const ending = titled.filter(([, { end }]) => end !== undefined);

it.each(ending)("lets the day come for %s", async (_title, { after, better, end }) => {
  expect(harmful(await compare(better, after, end))).toEqual([]);
});

it("has a spec for every suggestion", () => {
  const written = new Set(suggestions.map(({ code }) => code));
  const unwritten = ruleCodes.filter((code) => ruleOf(code).instead !== undefined && !written.has(code));
  expect(unwritten).toEqual([]);
});
