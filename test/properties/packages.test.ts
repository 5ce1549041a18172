// Whatever a spec says and however its things are called: if it is valid, what is made of it compiles.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { generateTexts } from "../stories.ts";
import { anyIn, errorsIn, faultsOfPackages, type Faults, yamlOf } from "./packages.ts";
import { specs } from "./random-spec.ts";
import { isSearch, patience, runs } from "./runs.ts";
import { smallest } from "./shrink.ts";

const inOneProgram = 25;

/** What is wrong with each of many specs, or with what is made of it. */
async function faultsOf(all: readonly unknown[]): Promise<readonly Faults[]> {
  const outcomes = [];
  for (const spec of all) {
    outcomes.push(
      await generateTexts({ "openapi.json": JSON.stringify(spec) }).catch((crash: unknown) => ({
        crash: crash instanceof Error ? (crash.stack ?? "").split("\n").slice(0, 4).join(" ") : "crash",
        value: { files: [] },
        diagnostics: [],
      })),
    );
  }
  const said = await faultsOfPackages(outcomes.map(({ value }) => value.files));
  return outcomes.map((outcome, index) => [
    ...("crash" in outcome ? [outcome.crash] : []),
    ...errorsIn(outcome.diagnostics),
    ...(said[index] ?? []),
    ...anyIn(outcome.value.files),
  ]);
}

/** The kind of a fault: its code. */
function kindOf(faults: Faults): string {
  return /TS\d+|any$| [a-z-]+: |\w*Error/.exec(faults[0] ?? "")?.[0] ?? faults[0] ?? "";
}

it(
  "makes of every valid spec what compiles under every strict flag, without any `any`",
  async () => {
    const { numRuns, seed } = runs(inOneProgram);
    const all = fc.sample(specs, { numRuns, seed });
    for (let start = 0; start < all.length; start += inOneProgram) {
      const some = all.slice(start, start + inOneProgram);
      const faults = await faultsOf(some);
      const index = faults.findIndex((one) => one.length > 0);
      if (index < 0) continue;
      const kind = kindOf(faults[index] ?? []);
      const areWrong = async (candidates: readonly unknown[]): Promise<readonly boolean[]> =>
        (await faultsOf(candidates)).map((one) => one.length > 0 && kindOf(one) === kind);
      const spec = await smallest(some[index], areWrong, isSearch ? 100 : 20);
      const [why = []] = await faultsOf([spec]);
      expect.fail(`${why.join("\n")}\n\n${yamlOf(spec)}`);
    }
  },
  patience,
);
