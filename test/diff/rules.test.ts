// After an intended change of a rule run `UPDATE=1 npx vitest run test/diff/rules.test.ts`, then read the difference of
// generator/diff/rules.md as a reviewer.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "prettier";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { explainRule, ruleCodes } from "../../generator/diff/explain-rule.ts";
import type { Told } from "../../generator/diff/rules/rule.ts";
import { rulesPage } from "../../generator/diff/rules/rules-page.ts";
import { ruleGroups, ruleOf, rules } from "../../generator/diff/rules/rules.ts";
import { repository } from "../source-tree.ts";

const page = join(repository, "generator/diff/rules.md");
const entries = Object.entries(rules);

// Rules that a mirror of theirs does not point back to, each with the reason why.
const waivers: Readonly<Record<string, string>> = {
  "required-parameter-added": "what is removed was optional or required: both are one rule",
  "required-request-body-added": "what is removed was optional or required: both are one rule",
  "required-call-parameter-removed": "what is added may be optional or required: both are one rule",
  "last-oauth-flow-removed": "what is added may be the first flow or not: both are one rule",
  "response-header-removed": "what is added may be optional or required: both are one rule",
  "required-response-header-removed": "what is added may be optional or required: both are one rule",
  "request-required-property-shown": "what is hidden was optional or required: both are one rule",
  "response-required-property-shown": "what is hidden was optional or required: both are one rule",
};

it("has codes that read as sentences, each in one group", () => {
  expect(ruleCodes.length).toBeGreaterThan(250);
  expect(ruleCodes.filter((code) => !/^[a-z]+(?:-[a-z]+)+$/.test(code))).toEqual([]);
  const grouped = ruleGroups.flatMap((group) => Object.keys(group.rules));
  expect(grouped.toSorted()).toEqual(ruleCodes);
});

it("has a mirror of each rule, or says why there is none", () => {
  const alone = entries.filter(([, { mirror }]) => mirror === null);
  expect(alone.filter(([, rule]) => rule.alone === undefined).map(([code]) => code)).toEqual([]);
  const pairs = entries.flatMap(([code, { mirror }]) => (mirror === null ? [] : [[code, mirror] as const]));
  expect(pairs.filter(([, mirror]) => !Object.hasOwn(rules, mirror))).toEqual([]);
  const oneWay = pairs.filter(([code, mirror]) => rules[mirror]?.mirror !== code).map(([code]) => code);
  const unwaived = oneWay.filter((code) => !Object.hasOwn(waivers, code));
  expect(unwaived).toEqual([]);
  expect(Object.keys(waivers).filter((code) => !Object.hasOwn(rules, code))).toEqual([]);
});

it("has each rule about a schema for both directions, with one opposite and one example", () => {
  const schemaCodes = ruleGroups
    .filter(({ title }) => title.startsWith("Schemas: "))
    .flatMap((group) => Object.keys(group.rules));
  expect(schemaCodes.length).toBeGreaterThan(200);
  for (const code of schemaCodes.filter((name) => name.startsWith("request-"))) {
    const twin = code.replace("request", "response");
    const [one, other] = [ruleOf(code), ruleOf(twin)];
    expect(other).toMatchObject({ before: one.before, after: one.after });
    expect(other.mirror).toBe(one.mirror?.replace("request", "response") ?? null);
    expect(schemaCodes).toContain(twin);
  }
  expect(schemaCodes.filter((code) => !/^re(?:quest|sponse)-/.test(code))).toEqual([]);
});

it.each(entries)("%s says why in one line, and shows what it means", (_code, rule) => {
  const { why, before, after, instead = "Do this." } = rule;
  for (const sentence of [why, instead]) expect(sentence).toMatch(/^[A-Z][^\n]{5,118}\.$/);
  expect(parse(after)).not.toEqual(parse(before));
});

const tellings: readonly Partial<Told>[] = [{}, { old: "1" }, { new: "2" }, { old: "1", new: "2" }];

it.each(entries)("%s finds words for what is known of a change", (_code, { message }) => {
  for (const told of tellings) {
    const text = message({ subject: "the query parameter `days`", ...told });
    expect(text).not.toMatch(/undefined|`{2}| {2}|\.$|\n/);
    expect(text).toMatch(/^(?:a|an|the|exactly|several|callers) /);
  }
});

it("keeps a level of information from giving advice that nobody needs", () => {
  const wordy = entries.filter(([, { level, instead }]) => level === "info" && instead !== undefined);
  expect(wordy.map(([code]) => code)).toEqual([]);
});

it("explains each rule on a terminal, and none that there is not", () => {
  for (const [code, { level, why, mirror }] of entries) {
    const text = explainRule(code) ?? "";
    expect(text.startsWith(`${code}: ${level}\n\n${why}\n`)).toBe(true);
    expect(text.endsWith("\n")).toBe(true);
    if (mirror !== null) expect(text).toContain(`Opposite: ${mirror}\n`);
  }
  expect(explainRule("request-maximum-tightened")).toMatchInlineSnapshot(`
    "request-maximum-tightened: breaking

    Requests that were accepted may be rejected.
    Instead: Keep accepting the old values, and ask for the new ones in the description.

      before
        maximum: 30
      after
        maximum: 10

    Opposite: request-maximum-loosened
    "
  `);
  expect(explainRule("operation-moved")).toMatchInlineSnapshot(`
    "operation-moved: breaking

    Clients still call the old address.
    Instead: Serve both addresses for a while, and mark the old one as deprecated.

      before
        /orders:
          get: { operationId: listOrders }
      after
        /v2/orders:
          get: { operationId: listOrders }

    Changing it back is the same kind of change.
    "
  `);
  expect(explainRule("toString")).toBeUndefined();
  expect(explainRule("operation-remove")).toBeUndefined();
});

it("has a page of all rules that is fresh, in the form that Markdown has here", async () => {
  const text = rulesPage();
  if (process.env["UPDATE"]) writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
  expect(await check(text, { parser: "markdown", printWidth: 110 })).toBe(true);
});

it("has a page whose links lead somewhere", () => {
  const text = rulesPage();
  const anchors = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-"),
  );
  const targets = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, target = ""]) => target);
  expect(new Set(anchors).size).toBe(anchors.length);
  expect(targets.filter((target) => !anchors.includes(target))).toEqual([]);
  expect(ruleCodes.filter((code) => !anchors.includes(code))).toEqual([]);
});
