import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { bundleSpec } from "../../generator/bundle/bundle-spec.ts";
import { readerWithin } from "../../generator/disk.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { type Pair, pairsOf, proofOf, type Way } from "../schema/claims.ts";
import { type Kind, kinds } from "../schema/kinds.ts";
import type { FoundSpec } from "./find-specs.ts";
import { compile } from "./strict-compile.ts";

/** How our types of a spec's models compare with those of openapi-typescript. */
export interface Fidelity {
  /** The models whose types were compared. */
  readonly compared: number;
  /** Those that fit both ways. */
  readonly held: number;
  /** Models by the kind of their differences, as far as these are known; with several kinds, by all of them. */
  readonly listed: ReadonlyMap<string, number>;
  /** What does not hold, and nobody knows why. */
  readonly unexplained: readonly string[];
  readonly claims: number;
  readonly seconds: number;
}

interface Attempt {
  readonly pair: Pair;
  readonly way: Way;
  /** The kinds without which the types are compared; none in the first attempt. */
  readonly without: readonly Kind[];
  readonly proof: string;
}

type ModelsByKind = ReadonlyMap<Kind, ReadonlySet<string>>;

/**
 * Prove of each model that the wire type is assignable to our type, and ours, with its enums closed, to the wire type.
 * Undefined where no wire types were made.
 *
 * @param folder the generated package
 */
export async function fidelityOf(
  { entry, root }: FoundSpec,
  folder: string,
  repository: string,
): Promise<Fidelity | undefined> {
  if (!existsSync(join(folder, "src/schema.ts"))) return undefined;
  const { value: document } = loadSpec(relative(root, entry).split(sep).join("/"), readerWithin(root));
  if (document === undefined) return undefined;
  const start = performance.now();
  const api = buildModel(document);
  const names = buildNames(api).value;
  const pairs = pairsOf(api, names, bundleSpec(document, names));
  const models = new Map(kinds.map((kind) => [kind, kind.models(api)]));
  const attempts = attemptsOf(models, pairs);
  const { failed, faults } = await prove(attempts, folder, repository);
  const seconds = (performance.now() - start) / 1000;
  return { ...verdictOf(models, pairs, attempts, failed, faults), claims: attempts.length, seconds };
}

/** Each claim as it is, then without each kind of difference that the model may have, then without all of them. */
function attemptsOf(models: ModelsByKind, pairs: readonly Pair[]): readonly Attempt[] {
  const attempt = (pair: Pair, way: Way, without: readonly Kind[]): Attempt => {
    const loosened = without.reduce((type, kind) => `${kind.loosened}<${type}>`, "Close<T>");
    return { pair, way, without, proof: proofOf(pair, way, ".", loosened) };
  };
  return pairs.flatMap((pair) => {
    const may = kinds.filter((kind) => kind.loosened !== undefined && models.get(kind)?.has(pair.model.id));
    const sets = [[], ...may.map((kind) => [kind]), ...(may.length > 1 ? [may] : [])];
    return [
      attempt(pair, "the schema fits", []),
      ...sets.map((without) => attempt(pair, "fits the schema", without)),
    ];
  });
}

/** Ask the compiler about all attempts at once. */
async function prove(
  attempts: readonly Attempt[],
  folder: string,
  repository: string,
): Promise<{ readonly failed: ReadonlySet<Attempt>; readonly faults: readonly string[] }> {
  const loosenings = new Set(kinds.flatMap(({ loosened }) => loosened ?? []));
  const heading = `import type { ${["Close", ...loosenings].join(", ")} } from "./close.js";`;
  const lines = attempts.map(({ proof }) => `(${proof});`);
  writeFileSync(join(folder, "proof.ts"), [heading, ...lines].join("\n"));
  writeFileSync(join(folder, "close.ts"), readFileSync(join(repository, "test/schema/close.ts"), "utf8"));
  const said = await compile(folder, ["proof.ts"], repository, {
    noUnusedLocals: false,
    declaration: false,
    isolatedDeclarations: false,
  });
  const failed = new Set<Attempt>();
  const faults: string[] = [];
  for (const line of said.filter((each) => !each.startsWith(" "))) {
    const [, number] = /^proof\.ts\((\d+),/.exec(line) ?? [];
    const attempt = attempts[Number(number) - 2];
    // What is wrong with the runtime is told where the whole package is compiled.
    if (attempt === undefined && !line.startsWith("src/runtime/")) faults.push(line);
    if (attempt !== undefined) failed.add(attempt);
  }
  return { failed, faults };
}

function verdictOf(
  models: ModelsByKind,
  pairs: readonly Pair[],
  attempts: readonly Attempt[],
  failed: ReadonlySet<Attempt>,
  faults: readonly string[],
): Pick<Fidelity, "compared" | "held" | "listed" | "unexplained"> {
  const proven = attempts.filter((attempt) => !failed.has(attempt));
  const found = new Map<string, Set<string>>();
  const unexplained = [...faults];
  for (const { pair, way } of [...failed].filter(({ without }) => without.length === 0)) {
    const enough = proven.find((one) => one.pair === pair && one.way === way);
    const untold = kinds.find(
      (kind) => kind.loosened === undefined && kind.way === way && models.get(kind)?.has(pair.model.id),
    );
    const known = enough?.without ?? (untold === undefined ? undefined : [untold]);
    if (known === undefined) unexplained.push(sentence(pair, way));
    const before = found.get(pair.model.id) ?? new Set<string>();
    found.set(pair.model.id, new Set([...before, ...(known ?? []).map(({ name }) => name)]));
  }
  const listed = new Map<string, number>();
  for (const names of found.values()) {
    const key = [...names].join(" + ");
    if (key !== "") listed.set(key, (listed.get(key) ?? 0) + 1);
  }
  const compared = new Set(pairs.map(({ model }) => model)).size;
  return { compared, held: compared - found.size, listed, unexplained };
}

function sentence({ name }: Pair, way: Way): string {
  return way === "the schema fits" ? `the schema does not fit ${name}` : `${name} does not fit the schema`;
}
