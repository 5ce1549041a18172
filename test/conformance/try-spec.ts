import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Fidelity, fidelityOf } from "./fidelity.ts";
import type { FoundSpec } from "./find-specs.ts";
import { type MeasuredRun, runMeasured } from "./run-measured.ts";
import { strictFaults } from "./strict-compile.ts";

/** What became of one spec. */
export interface Trial {
  readonly name: string;
  /** Empty where everything was made: else the codes of the errors, or how the process ended. */
  readonly failures: readonly string[];
  /** What the compiler says; undefined where there was nothing to compile. */
  readonly faults: readonly string[] | undefined;
  /** How the types of the models compare with the wire types; undefined where there are none. */
  readonly fidelity: Fidelity | undefined;
  readonly warnings: number;
  readonly operations: number;
  readonly models: number;
  readonly files: number;
  readonly run: MeasuredRun;
}

/** What `generate --json` prints, as far as it is read here. */
interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
  readonly operations: readonly unknown[];
  readonly files: readonly { readonly path: string }[];
}

const patience = 600_000;

/** Generate from a spec in a process of its own, into an empty folder, compile what came out, and compare its types. */
export async function trySpec(spec: FoundSpec, folder: string, repository: string): Promise<Trial> {
  const out = join(folder, spec.name);
  mkdirSync(out, { recursive: true });
  const program = join(repository, "dist/cli/main.js");
  const words = [program, "generate", spec.entry, "--out", out, "--root", spec.root, "--json"];
  const run = await runMeasured(words, folder, patience);
  const report = reportOf(run);
  const failures = failuresOf(run, report);
  const paths = failures.length === 0 ? (report?.files ?? []).map(({ path }) => path) : [];
  const isCompiled = readdirSync(out).includes("src");
  return {
    name: spec.name,
    failures,
    faults: isCompiled ? await strictFaults(out, "src", repository) : undefined,
    fidelity: isCompiled ? await fidelityOf(spec, out, repository) : undefined,
    warnings: report?.diagnostics.filter(({ severity }) => severity === "warning").length ?? 0,
    operations: report?.operations.length ?? 0,
    models: paths.filter((path) => path.startsWith("src/models/")).length,
    files: paths.length,
    run,
  };
}

function reportOf({ stdout }: MeasuredRun): Report | undefined {
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    return undefined;
  }
}

function failuresOf({ code, stderr }: MeasuredRun, report: Report | undefined): readonly string[] {
  if (code === 0) return [];
  const errors = report?.diagnostics.filter(({ severity }) => severity === "error") ?? [];
  const codes = [...new Set(errors.map((one) => one.code))];
  if (codes.length > 0) {
    return codes.map((name) => `${errors.filter((one) => one.code === name).length} ${name}`);
  }
  return [`exit code ${code ?? "none"}: ${stderr.trim().split("\n").at(-1) ?? ""}`];
}
