// What the clients of the golden stories send and give, against a real server: a story may say so in its wire.yaml.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import type { Config } from "../../generator/config/config.ts";
import type { Generated } from "../../generator/generate.ts";
import { configOf, generateFolder, golden, stories } from "../stories.ts";
import { callVector, type GeneratedModule } from "../torture/call-vector.ts";
import { judgeExchange } from "../torture/judge-exchange.ts";
import { type Loopback, openLoopback } from "../torture/loopback.ts";
import type { Plain, Vector } from "../torture/torture-spec.ts";

const told = stories.filter((story) => existsSync(join(golden, story, "wire.yaml")));
const vectors = told.flatMap((story) =>
  (parse(readText(story, "wire.yaml")) as readonly Vector[]).map(
    (vector, index) => [`${story} ${index + 1} ${vector.call}`, story, vector] as const,
  ),
);
const made = new Map<string, Generated>();
let folder = "";
let loopback: Loopback;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "specwright-stories-"));
  loopback = await openLoopback();
  for (const story of told) {
    const config: Config = { ...configOf(story), outputs: ["client", "models"] };
    const { value } = await generateFolder(join(golden, story), "spec/openapi.yaml", config);
    made.set(story, value);
    for (const { path, text } of value.files) {
      mkdirSync(dirname(join(folder, story, path)), { recursive: true });
      writeFileSync(join(folder, story, path), text);
    }
  }
  await build({
    entryPoints: Object.fromEntries(told.map((story) => [story, join(folder, story, "src/index.ts")])),
    outdir: join(folder, "bundles"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
});

afterAll(() => {
  loopback.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each(vectors)("%s", async (_, story, vector) => {
  const bundle = join(folder, "bundles", `${story}.mjs`);
  const module = (await import(/* @vite-ignore */ bundle)) as GeneratedModule;
  const generated = made.get(story);
  if (generated === undefined) throw new Error("The story has no client.");
  const raw = parse(readText(story, "spec/openapi.yaml"), { merge: true }) as Plain;
  const exchange = await callVector(vector, module, generated, raw, loopback);
  expect(await judgeExchange(vector, exchange)).toEqual([]);
});

function readText(story: string, path: string): string {
  return readFileSync(join(golden, story, path), "utf8");
}
