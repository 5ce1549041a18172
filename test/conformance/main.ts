// What specwright makes of a folder of real specs: `npm run conformance -- DIR`. Not a test; dist/ is built first, and
// each spec has a process of its own, so that what it costs is its own.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findSpecs } from "./find-specs.ts";
import { printTable } from "./print-table.ts";
import { type Trial, trySpec } from "./try-spec.ts";

// npm runs a script in the folder of the package, wherever it was started.
const repository = process.cwd();
const [wanted] = process.argv.slice(2);
const specs =
  wanted === undefined
    ? resolve(repository, "../shared/specs")
    : resolve(process.env["INIT_CWD"] ?? repository, wanted);

if (existsSync(specs)) {
  const out = mkdtempSync(join(tmpdir(), "specwright-conformance-"));
  const trials: Trial[] = [];
  try {
    for (const spec of findSpecs(specs)) {
      const trial = await trySpec(spec, out, repository);
      trials.push(trial);
      console.error([trial.name, ...trial.failures, ...(trial.faults ?? []).slice(0, 5)].join("\n  "));
      rmSync(join(out, spec.name), { recursive: true, force: true });
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
  console.log(printTable(trials));
  if (trials.some(({ fidelity }) => (fidelity?.unexplained.length ?? 0) > 0)) process.exitCode = 1;
} else {
  console.error(`${specs} is not there. Name a folder of specs: npm run conformance -- DIR`);
  process.exitCode = 2;
}
