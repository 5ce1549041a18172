// Each suggestion that a rule makes is written as a spec, and the comparison is asked what it thinks of it.
import { expect, it } from "vitest";
import { compareSpecs } from "../../generator/compare.ts";
import type { Change } from "../../generator/diff/change.ts";
import { ruleCodes } from "../../generator/diff/explain-rule.ts";
import { ruleOf } from "../../generator/diff/rules/rules.ts";
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
  return [[one.codes.join(", "), one.way].filter((word) => word !== undefined).join(": "), one] as const;
});

async function changesOf(old: string, fresh: string, today = "2026-11-25"): Promise<readonly Change[]> {
  const [base, revision] = [old, fresh].map((text) => ({
    entry: "spec.json",
    read: (file: string) => (file === "spec.json" ? text : undefined),
  }));
  if (revision === undefined) throw new Error("two go in");
  const { comparison } = await compareSpecs(base, revision, { today, levels: {}, accepted: [] });
  if (comparison === undefined) throw new Error("a side cannot be read");
  return comparison.changes;
}

function harmful(changes: readonly Change[]): readonly string[] {
  return changes.filter(({ level }) => level !== "info").map(({ code, level }) => `${code} ${level}`);
}

it.each(titled)("makes a suggestion that holds for %s", async (_title, { codes, before, after, better }) => {
  const told = await changesOf(before, after);
  for (const code of codes) {
    const { level, instead } = ruleOf(code);
    const found = told.find((change) => change.code === code);
    expect({ level: found?.level, suggestion: found?.suggestion }).toEqual({ level, suggestion: instead });
  }
  expect(better).not.toBe(before);
  expect(harmful(await changesOf(before, better))).toEqual([]);
});

const ending = titled.filter(([, { end }]) => end !== undefined);

it.each(ending)("lets the day come for %s", async (_title, { after, better, end }) => {
  expect(harmful(await changesOf(better, after, end))).toEqual([]);
});

it("has a spec for every suggestion", () => {
  const written = new Set(suggestions.flatMap(({ codes }) => codes));
  const unwritten = ruleCodes.filter((code) => ruleOf(code).instead !== undefined && !written.has(code));
  expect(unwritten).toEqual([]);
});
