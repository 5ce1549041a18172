// The awkward specs of ../shared/torture: each comes out as its `x-torture` demands, compiles, and sends what its
// vectors say. They lie outside of the repository; where they are not at hand, these tests are skipped.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultConfig } from "../generator/config/config.ts";
import type { Outcome } from "../generator/diagnostic.ts";
import type { Generated } from "../generator/generate.ts";
import { strictFaults } from "./conformance/strict-compile.ts";
import { lineOf, sourceOf } from "./source-tree.ts";
import { generateFolder, repository } from "./stories.ts";
import { pageFaults } from "./torture/call-pages.ts";
import { callVector, type GeneratedModule } from "./torture/call-vector.ts";
import { judgeExchange } from "./torture/judge-exchange.ts";
import { demandFaults } from "./torture/judge-outcome.ts";
import { knownFailures } from "./torture/known-failures.ts";
import { type Loopback, openLoopback } from "./torture/loopback.ts";
import { isTortureThere, tortureSpecs } from "./torture/torture-spec.ts";

const vectors = tortureSpecs.flatMap((spec) =>
  (spec.demands.wire ?? []).map(
    (vector, index) => [`${spec.name} ${index + 1} ${vector.call}`, spec, vector] as const,
  ),
);
const outcomes = new Map<string, Outcome<Generated> & { readonly seconds: number }>();
const crashes = new Map<string, unknown>();
let folder = "";
let loopback: Loopback;
let compiled: Promise<readonly string[]>;

describe.skipIf(!isTortureThere)("(skipped where ../shared/torture is not there)", () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "specwright-torture-"));
    loopback = await openLoopback();
    for (const { name, root, entry } of tortureSpecs) {
      const start = performance.now();
      const outcome = await generateFolder(root, entry, defaultConfig).catch((crash: unknown) => {
        crashes.set(name, crash);
      });
      if (outcome === undefined) continue;
      outcomes.set(name, { ...outcome, seconds: (performance.now() - start) / 1000 });
      for (const { path, text } of outcome.value.files) write(join(folder, name, path), text);
    }
    await bundleAll();
    // A process of its own, which may take its time beside the tests before that which waits for it.
    compiled = strictFaults(folder, "*/src", repository);
  });

  afterAll(() => {
    loopback.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("has specs, and no known failure of a test that is not there", () => {
    expect(tortureSpecs.length).toBeGreaterThan(50);
    const titles = [...tortureSpecs.map(({ name }) => name), ...vectors.map(([title]) => title)];
    expect(Object.keys(knownFailures).filter((title) => !titles.includes(title))).toEqual([]);
  });

  it.each(tortureSpecs.map((spec) => [spec.name, spec] as const))("%s", (name, spec) => {
    const outcome = outcomeOf(name);
    judge(name, demandFaults(spec, outcome, outcome.seconds));
  });

  it("makes no `any` of them", () => {
    const sources = [...outcomes].flatMap(([name, { value }]) =>
      value.files
        .filter(({ path, text }) => path.startsWith("src/") && text.includes("any"))
        .map(({ path, text }) => sourceOf(`${name}/${path}`, text)),
    );
    const found = sources.flatMap((source) =>
      source.nodes
        .filter(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)
        .map((node) => lineOf(node, source)),
    );
    expect(found).toEqual([]);
  });

  const sentinels = tortureSpecs.filter(({ demands }) => demands.sentinel !== undefined);
  it.each(sentinels.map(({ name, demands }) => [name, demands.sentinel ?? ""] as const))(
    "%s runs no text of the spec: %s stays undefined",
    async (name, sentinel) => {
      expect(Object.keys(await moduleOf(name))).toContain("createClient");
      expect(Reflect.get(globalThis, sentinel.replace("globalThis.", ""))).toBeUndefined();
    },
  );

  it.each(vectors)("%s", async (title, spec, vector) => {
    const { value: made } = outcomeOf(spec.name);
    if (made.files.length === 0) return judge(title, ["there is no client"]);
    const module = await moduleOf(spec.name);
    const exchange = await callVector(vector, module, made, spec.raw, loopback);
    judge(title, await judgeExchange(vector, exchange));
  });

  const scripts = tortureSpecs.flatMap((spec) =>
    (spec.demands.pages ?? []).map((script) => [`${spec.name} ${script.call}`, spec, script] as const),
  );
  it.each(scripts)("%s", async (title, spec, script) => {
    const { value: made } = outcomeOf(spec.name);
    const faults = await pageFaults(script, await moduleOf(spec.name), made, spec.raw, loopback);
    judge(title, faults);
  });

  it("makes TypeScript of them all that compiles under every strict flag", async () => {
    expect(await compiled).toEqual([]);
  });
});

function outcomeOf(name: string): Outcome<Generated> & { readonly seconds: number } {
  const outcome = outcomes.get(name);
  if (outcome === undefined) throw crashes.get(name);
  return outcome;
}

/** Nothing may be wrong, unless it is known to be. */
function judge(title: string, faults: readonly string[]): void {
  const known = knownFailures[title];
  expect(faults, known === undefined ? undefined : `not as known: ${known.why}`).toEqual(known?.faults ?? []);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

async function bundleAll(): Promise<void> {
  const names = [...outcomes].filter(([, { value }]) => value.files.length > 0).map(([name]) => name);
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [name, join(folder, name, "src/index.ts")])),
    outdir: join(folder, "bundles"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
}

async function moduleOf(name: string): Promise<GeneratedModule> {
  return (await import(/* @vite-ignore */ join(folder, "bundles", `${name}.mjs`))) as GeneratedModule;
}
