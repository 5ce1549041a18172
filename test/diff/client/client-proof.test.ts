// What the comparison says of the generated package, judged by the compiler: of many pairs of specs both packages are
// generated, and a program that uses all of the old one gets the new one. It compiles if nothing is said to break.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { printJson } from "../../../generator/json.ts";
import { readYaml } from "../../../generator/yaml.ts";
import { drawn } from "../../properties/draw.ts";
import { specs } from "../../properties/random-spec.ts";
import { isSearch, patience, runs } from "../../properties/runs.ts";
import { golden, repository, stories } from "../../stories.ts";
import { faultsOfUses } from "./compile-uses.ts";
import { type JudgedPair, judgePair, type SpecPair } from "./judge-pair.ts";
import { editedSpec } from "./spec-edits.ts";

/** A spec in one file, as plain data. */
function specIn(path: string): unknown {
  const { value } = readYaml(readFileSync(path, "utf8"));
  return value === undefined ? undefined : JSON.parse(printJson(value));
}

function ownSpecs(): readonly unknown[] {
  const folders = stories.map((story) => join(golden, story, "spec"));
  const single = folders.filter(
    (folder) => readdirSync(folder).length === 1 && existsSync(join(folder, "openapi.yaml")),
  );
  const files = single.map((folder) => join(folder, "openapi.yaml"));
  return [...files, join(repository, "generated/openapi.yaml")].map(specIn);
}

function pairsOf(all: readonly unknown[], times: number): readonly SpecPair[] {
  const pairs = drawn((draw): SpecPair => {
    const spec = draw.one(all);
    return { before: JSON.stringify(spec), after: JSON.stringify(editedSpec(draw, spec)) };
  });
  return fc.sample(pairs, runs(times));
}

/** How many pairs one program of the compiler takes. */
const most = 300;

async function expectAgreement(pairs: readonly SpecPair[], least: number): Promise<void> {
  const judged: JudgedPair[] = [];
  for (const pair of pairs) {
    const one = await judgePair(pair);
    if (one !== undefined) judged.push(one);
  }
  const faults: string[] = [];
  let breaking = 0;
  for (let at = 0; at < judged.length; at += most) {
    const part = judged.slice(at, at + most);
    const said = faultsOfUses(part.map(({ packages }) => packages));
    part.forEach(({ pair, client }, index) => {
      const errors = said[index] ?? [];
      const breaks = client.filter(({ level }) => level === "breaking");
      if (breaks.length > 0) breaking += 1;
      if (errors.length > 0 === breaks.length > 0) return;
      const lines = errors.slice(0, 3).map(({ line, message }) => `tsc: ${line}\n  ${message}`);
      const ours = breaks.map(({ symbol, message }) => `ours: ${symbol} ${message}`);
      faults.push([...lines, ...ours, pair.before, pair.after].join("\n"));
    });
  }
  expect(faults).toEqual([]);
  expect(breaking).toBeGreaterThan(least * 0.2);
  expect(judged.length - breaking).toBeGreaterThan(least * 0.2);
}

it("agrees with the compiler on what an edit of a spec breaks", { timeout: patience }, async () => {
  await expectAgreement(pairsOf(ownSpecs(), 150), 150);
});

it.runIf(isSearch)("agrees with the compiler on random specs", { timeout: patience }, async () => {
  const all = fc.sample(specs, runs(20)).map((spec): unknown => JSON.parse(JSON.stringify(spec)));
  await expectAgreement(pairsOf(all, 20), 20);
});
