// Minimal pairs: each rule is raised by two versions of a small spec that differ in one edit, there and back.
import { expect, it } from "vitest";
import { compareSpecs } from "../../generator/compare.ts";
import type { Change, Comparison } from "../../generator/diff/change.ts";
import { ruleCodes } from "../../generator/diff/explain-rule.ts";
import { sameBack } from "../../generator/diff/rules/rule.ts";
import { ruleOf } from "../../generator/diff/rules/rules.ts";
import type { Json } from "../../generator/json.ts";
import { loadSources, type SpecSources } from "../../generator/load/load-sources.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { sampleValue } from "../../generator/values/sample-value.ts";
import type { Direction } from "../../generator/values/verdict.ts";
import { callStories } from "./rule-stories/call-stories.ts";
import { exchangeStories } from "./rule-stories/exchange-stories.ts";
import { facetStories } from "./rule-stories/facet-stories.ts";
import { judgeOf } from "./rule-stories/judge-values.ts";
import { operationStories } from "./rule-stories/operation-stories.ts";
import { propertyStories } from "./rule-stories/property-stories.ts";
import { sameSchemas } from "./rule-stories/same-schemas.ts";
import { securityStories } from "./rule-stories/security-stories.ts";
import { serverStories } from "./rule-stories/server-stories.ts";
import { statusStories } from "./rule-stories/status-stories.ts";
import { specOfSchema, specWith } from "./rule-stories/story.ts";
import { valueStories } from "./rule-stories/value-stories.ts";

const schemaStories = [...facetStories, ...propertyStories, ...valueStories];
const protocolStories = [
  ...operationStories,
  ...securityStories,
  ...serverStories,
  ...exchangeStories,
  ...statusStories,
  ...callStories,
];

// Both directions of each story, with a title and the specs as text.
const schemaPairs = schemaStories.flatMap(({ before, after, there, back }) => {
  const [old, fresh] = [specOfSchema(before), specOfSchema(after)];
  return [
    { title: `${before} -> ${after}`, old, fresh, told: there },
    { title: `${after} -> ${before}`, old: fresh, fresh: old, told: back },
  ];
});
const protocolPairs = protocolStories.flatMap(({ name, before, after, there, back }) => {
  const [old, fresh] = [specWith(before), specWith(after)];
  return [
    { title: name, old, fresh, told: there },
    { title: `${name}, and back`, old: fresh, fresh: old, told: back },
  ];
});

// Rules that no pair raises, each with the reason why it is there.
const ordered = "one side always allows more: only told where the comparison gives up";
const unraised: Readonly<Record<string, string>> = Object.fromEntries([
  ["client-changed", "only told where a package is generated, as in test/diff/client"] as const,
  ...[
    "maximum minimum max-length min-length max-items min-items unique-items items max-properties min-properties",
    "additional-properties alternatives",
  ]
    .join(" ")
    .split(" ")
    .flatMap((facet) => [`request-${facet}-changed`, `response-${facet}-changed`])
    .map((code) => [code, ordered] as const),
]);

function sourcesOf(text: string): SpecSources {
  return { entry: "spec.json", read: (file) => (file === "spec.json" ? text : undefined) };
}

const compared = new Map<string, Promise<Comparison>>();

function compare(old: string, fresh: string): Promise<Comparison> {
  const key = `${old}\n${fresh}`;
  const known = compared.get(key) ?? compareAnew(old, fresh);
  compared.set(key, known);
  return known;
}

async function compareAnew(old: string, fresh: string): Promise<Comparison> {
  const options = { today: "2026-11-25", levels: {}, accepted: [] };
  const { comparison } = await compareSpecs(sourcesOf(old), sourcesOf(fresh), options);
  if (comparison === undefined) throw new Error("a side cannot be read");
  return comparison;
}

function toldIn({ changes }: Comparison): readonly string[] {
  return changes.map(({ code, level }) => `${code} ${level}`).sort();
}

function titled<T extends { readonly title: string }>(pairs: readonly T[]) {
  return pairs.map((pair) => [pair.title, pair] as const);
}

it("has pairs enough", () => {
  expect(schemaStories.length).toBeGreaterThan(120);
  expect(schemaStories.length + protocolStories.length).toBeGreaterThan(200);
});

it.each(titled([...schemaPairs, ...protocolPairs]))("tells %s", async (_title, { old, fresh, told }) => {
  const comparison = await compare(old, fresh);
  expect(toldIn(comparison)).toEqual(told.toSorted());
  for (const { message, why } of comparison.changes) {
    expect(message).toMatch(/^[A-Z]\S* [^\n]*[^.]$/);
    expect(message).not.toMatch(/\bundefined\b|``/);
    expect(why).toMatch(/^[A-Z][^\n]*\.$/);
  }
});

it.each(sameSchemas)("tells nothing of %s and %s", async (one, other) => {
  expect((await compare(specOfSchema(one), specOfSchema(other))).changes).toEqual([]);
  expect((await compare(specOfSchema(other), specOfSchema(one))).changes).toEqual([]);
});

it.each(titled(schemaPairs))("has proofs that hold for %s", async (_title, { old, fresh }) => {
  const { changes } = await compare(old, fresh);
  for (const change of changes) {
    if (change.level === "breaking" && !isOfNoValue(change)) expect(change.witness).not.toBeNull();
    if (change.witness === null) continue;
    const { value, schemas, before, after } = change.witness;
    if (change.direction === "none" || schemas === undefined) throw new Error("a value goes some way");
    const judged = {
      value,
      before: judgeOf(old, change.direction)(schemas.before, value) ? "accepted" : "rejected",
      after: judgeOf(fresh, change.direction)(schemas.after, value) ? "accepted" : "rejected",
    };
    expect(judged).toEqual({ value, before, after });
  }
});

// Nothing that a client could send or get shows them.
const shownByNothing = new Set([
  "security-tightened",
  "permissions-tightened",
  "last-oauth-flow-removed",
  "callback-removed",
  "sunset-brought-forward",
  "sunset-unreadable",
  "stability-decreased",
  // Whoever is given a value that is written the other way takes it for another value.
  "parameter-serialization-changed",
  "response-header-serialization-changed",
  "encoding-changed",
]);

it.each(titled(protocolPairs))("has something to show for %s", async (_title, { old, fresh }) => {
  const { changes } = await compare(old, fresh);
  // What the API takes as an answer is told without a message.
  const breaking = changes.filter(
    ({ level, operations }) => level === "breaking" && operations.some(({ path }) => path.startsWith("/")),
  );
  const unshown = breaking.filter(({ code, witness }) => witness === null && !shownByNothing.has(code));
  expect(unshown.map(({ code }) => code)).toEqual([]);
  for (const { direction, witness } of changes) {
    expect(witness?.before).not.toBe(witness === null ? null : witness.after);
    if (witness !== null && witness.kind !== "value") expect(direction).toBe(witness.kind);
  }
});

/** Rules about what is said of values that the schema lets through all the same. */
function isOfNoValue({ code }: Change): boolean {
  return /-(?:misplaced-limit|known-value)-/.test(code);
}

// Values of all kinds, many of which some of the schemas take.
const plain: readonly Json[] = [null, true, false, 0, 1, 0.5, 5, 10, 12, 30, -1, 4294967296];
const texts: readonly Json[] = ["", "a", "b", "c", "abc", "zzz", "cat", "2024-01-31", "2024-01-31T12:00:00Z"];
const lists: readonly Json[] = [[], [1], [1, 1], ["a"], ["a", "b"], ["a", 1], [2, "a", null]];
const objects: readonly Readonly<Record<string, Json>>[] = [
  {},
  { a: "x" },
  { b: "y" },
  { a: "x", b: "y" },
  { from: 1 },
  { from: 1, to: 2 },
  { a: 1, b: 2, c: 3 },
  { "x-a": "1" },
  { other: 1 },
  { kind: "cat", name: "Tom" },
  { kind: "dog", age: 3 },
];
const values: readonly Json[] = [...plain, ...texts, ...lists, ...objects.map(mapOf)];

function mapOf(value: Readonly<Record<string, Json>>): Json {
  return new Map(Object.entries(value));
}

it.each(titled(schemaPairs))("calls nothing harmless that is not in %s", async (_title, { old, fresh }) => {
  const { changes } = await compare(old, fresh);
  for (const direction of ["request", "response"] as const) {
    const isHarmless = changes.every((change) => change.direction !== direction || change.level === "info");
    if (!isHarmless || changes.some(isOfNoValue)) continue;
    const [narrow, wide] = direction === "request" ? [old, fresh] : [fresh, old];
    const place = { pointer: `/components/schemas/${direction === "request" ? "Sent" : "Received"}` };
    const [isIn, isStillIn] = [judgeOf(narrow, direction), judgeOf(wide, direction)];
    const sample = await sampleOf(narrow, place.pointer, direction);
    const lost = [sample, ...values].filter((value) => isIn(place, value) && !isStillIn(place, value));
    expect({ direction, lost }).toEqual({ direction, lost: [] });
  }
});

async function sampleOf(spec: string, pointer: string, direction: Direction): Promise<Json> {
  const { value: document } = await loadSources(sourcesOf(spec));
  if (document === undefined) throw new Error("a side cannot be read");
  const { models } = buildModel(document);
  const model = models.find(({ place }) => place.pointer === pointer);
  if (model === undefined) throw new Error("a schema is missing");
  return sampleValue(new Map(models.map((each) => [each.id, each])), model.shape, direction);
}

const codeOf = (told: string): string => told.split(" ")[0] ?? "";

// Where each side lets in somebody whom the other turns away, both ways are tighter.
const mayBeItsOwn = /^(?:security|permissions)-tightened$/;

// A rule without a mirror, and what the way back is told as.
const comesBackAs: Readonly<Record<string, string>> = { "request-type-changed": "parameter-list-allowed" };

it("turns each rule round on the way back", () => {
  const wrong = [...schemaStories, ...protocolStories].flatMap(({ before, after, there, back }) => {
    const unturned = [...leftOf(there, back), ...leftOf(back, there)];
    return unturned.map((code) => `${code}: ${before} -> ${after}`);
  });
  expect(wrong).toEqual([]);
});

/** What is told one way and has no opposite in what is told the other way. */
function leftOf(one: readonly string[], other: readonly string[]): readonly string[] {
  const codes = other.map(codeOf);
  return one.map(codeOf).filter((code) => {
    const { mirror, alone } = ruleOf(code);
    if (mirror === null)
      return alone === sameBack && !codes.includes(code) && !codes.includes(comesBackAs[code] ?? "");
    const isOpposite = (back: string): boolean => back === mirror || ruleOf(back).mirror === code;
    return !codes.some((back) => isOpposite(back) || (back === code && mayBeItsOwn.test(code)));
  });
}

it("raises every rule, at its own level, and has no waiver for nothing", () => {
  const told = new Set([...schemaPairs, ...protocolPairs].flatMap((pair) => pair.told));
  const missing = ruleCodes.filter((code) => !told.has(`${code} ${ruleOf(code).level}`));
  expect(missing).toEqual(Object.keys(unraised).toSorted());
});

it("never tells a rule to be worse than it is", () => {
  const ranks = ["info", "warning", "breaking"];
  const worse = [...schemaPairs, ...protocolPairs]
    .flatMap((pair) => pair.told)
    .filter((told) => ranks.indexOf(told.split(" ")[1] ?? "") > ranks.indexOf(ruleOf(codeOf(told)).level));
  expect(worse).toEqual([]);
});
