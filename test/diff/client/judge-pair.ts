import { compareSpecs } from "../../../generator/compare.ts";
import { defaultConfig } from "../../../generator/config/config.ts";
import type { ClientChange } from "../../../generator/diff/change.ts";
import { modelDirections } from "../../../generator/model/directions.ts";
import { type Generated, generate } from "../../../generator/generate.ts";
import { readTree } from "../../../generator/disk.ts";
import { join } from "node:path";
import { repository } from "../../stories.ts";
import type { PackagePair } from "./compile-uses.ts";

/** A spec before and after an edit. */
export interface SpecPair {
  readonly before: string;
  readonly after: string;
}

/** What we say of a pair, and the packages that the compiler says it of. */
export interface JudgedPair {
  readonly pair: SpecPair;
  readonly client: readonly ClientChange[];
  readonly packages: PackagePair;
}

const templates = readTree(join(repository, "templates"));
const noCache = { lookup: () => undefined, store: () => undefined };
const config = { ...defaultConfig, formatter: "none", outputs: ["client", "models"] } as const;

/** Undefined where no package is generated for one of the sides. */
export async function judgePair(pair: SpecPair): Promise<JudgedPair | undefined> {
  const [before, after] = [await packageOf(pair.before), await packageOf(pair.after)];
  if (before === undefined || after === undefined) return undefined;
  const options = { today: "2026-01-01", levels: {}, accepted: [], config };
  const { comparison } = await compareSpecs(sourcesOf(pair.before), sourcesOf(pair.after), options);
  if (comparison === undefined) return undefined;
  const client = comparison.changes.flatMap((change) => change.client);
  return {
    pair,
    client,
    packages: { before: before.files, after: after.files, uses: usesOf(before) },
  };
}

function sourcesOf(text: string) {
  return { entry: "spec.json", read: (file: string) => (file === "spec.json" ? text : undefined) };
}

async function packageOf(text: string): Promise<Generated | undefined> {
  const { value } = await generate({ ...sourcesOf(text), templates, config, formatCache: noCache });
  return value.files.length === 0 ? undefined : value;
}

function usesOf({ api, names }: Generated): PackagePair["uses"] {
  if (api === undefined || names === undefined) return new Map();
  const directions = modelDirections(api);
  return new Map(
    api.models.flatMap(({ id }) => {
      const { type, input } = names.models.get(id) ?? { type: id };
      const { request = false, response = false } = directions.get(id) ?? {};
      if (input === undefined) return [[type, { made: request, read: response || !request }] as const];
      return [[type, { made: false, read: true }] as const, [input, { made: true, read: false }] as const];
    }),
  );
}
