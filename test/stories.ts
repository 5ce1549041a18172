// A story is a folder of test/golden: spec/ goes in, expected/ comes out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfig } from "../generator/config/parse-config.ts";
import { type Config, defaultConfig } from "../generator/config/config.ts";
import type { Outcome } from "../generator/diagnostic.ts";
import { disk, readerWithin, readTree } from "../generator/disk.ts";
import { generate, type Generated } from "../generator/generate.ts";
import type { Page } from "../generator/view/page.ts";

export const repository = join(import.meta.dirname, "..");
export const golden = join(import.meta.dirname, "golden");

/** The names of all stories. */
export const stories: readonly string[] = readdirSync(golden).sort();

const templates = readTree(join(repository, "templates"));
const noCache = { lookup: () => undefined, store: () => undefined };

/** Send a spec on disk through the whole pipeline. */
export function generateFolder(root: string, entry: string, config: Config): Promise<Outcome<Generated>> {
  const { overlays } = config;
  return generate({ entry, overlays, read: readerWithin(root), templates, config, formatCache: noCache });
}

/** Send specs in memory through the whole pipeline; the first file is the entry. */
export function generateTexts(
  texts: Readonly<Record<string, string>>,
  config: Partial<Config> = {},
): Promise<Outcome<Generated>> {
  const [entry = ""] = Object.keys(texts);
  const read = (file: string): string | undefined => (Object.hasOwn(texts, file) ? texts[file] : undefined);
  const full = { ...defaultConfig, ...config };
  const { overlays } = full;
  return generate({ entry, overlays, read, templates, config: full, formatCache: noCache });
}

/** The settings of a story: those of its specwright.config.json, if it has one. */
export function configOf(story: string): Config {
  const text = disk.readText(join(golden, story, "specwright.config.json"));
  return text === undefined
    ? defaultConfig
    : (parseConfig(text, "specwright.config.json").config ?? defaultConfig);
}

/** What the pipeline makes of a story. */
export function generateStory(story: string): Promise<Outcome<Generated>> {
  return generateFolder(join(golden, story), "spec/openapi.yaml", configOf(story));
}

/** What the pipeline makes of the spec in this repository, as its own settings want it. */
export function generateOwn(): Promise<Outcome<Generated>> {
  const { config } = parseConfig(
    readFileSync(join(repository, "package.json"), "utf8"),
    "package.json",
    "specwright",
  );
  if (config === undefined) throw new Error("package.json does not configure specwright.");
  return generateFolder(repository, config.spec, config);
}

/** The pages of all stories and of our own spec: every word that a template may be given. */
export async function pagesOfEveryStory(): Promise<readonly Page[]> {
  const all = await Promise.all([generateOwn(), ...stories.map(generateStory)]);
  return all.flatMap(({ value }) => value.pages ?? []);
}
