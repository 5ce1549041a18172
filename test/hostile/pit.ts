// Where bombs go off: a thread with a bound of its own for time, memory and stack, so that none takes the tests along.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { Config } from "../../generator/config/config.ts";
import { repository } from "../stories.ts";

/** What became of a spec. */
export interface Blast {
  /** The codes of all complaints, each once; or why the thread was lost. */
  readonly codes: readonly string[];
  readonly paths: readonly string[];
  /** How much text there is in all files. */
  readonly length: number;
  readonly seconds: number;
}

/** What goes off. */
export interface Charge {
  readonly texts: Readonly<Record<string, string>>;
  readonly config: Partial<Config>;
}

export interface Pit {
  readonly run: (charge: Charge) => Promise<Blast>;
  readonly close: () => Promise<void>;
}

/** As much as a small machine has to spare, and the stack that Node gives to a program. */
const resourceLimits = { maxOldGenerationSizeMb: 700, stackSizeMb: 1 };

/** What one spec may take of a processor: many times what it does, for some machines are slow. A busy one costs nothing. */
const mostSeconds = 6;

/** Open a pit for one spec after the other. */
export async function openPit(): Promise<Pit> {
  const file = join(repository, `node_modules/.cache/bombs-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, "pit-floor.ts")],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  const open = (): Worker => new Worker(file, { resourceLimits, workerData: join(repository, "templates") });
  let worker = open();
  const run: Pit["run"] = async (charge) => {
    const blast = await runIn(worker, charge);
    if (blast.seconds < Infinity) return blast;
    await worker.terminate();
    worker = open();
    return blast;
  };
  const close: Pit["close"] = async () => {
    await worker.terminate();
    rmSync(file);
  };
  return { run, close };
}

function runIn(worker: Worker, charge: Charge): Promise<Blast> {
  return new Promise((resolve) => {
    const end = (blast: Blast): void => {
      clearInterval(timer);
      worker.off("message", end).off("error", crash);
      resolve(blast);
    };
    const lost = (why: string): void => end({ codes: [why], paths: [], length: 0, seconds: Infinity });
    const crash = (error: Error): void => lost(`a crash: ${error.message}`);
    const before = process.cpuUsage();
    const timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if (user + system > mostSeconds * 1_000_000) lost(`no end in ${mostSeconds} seconds`);
    }, 100);
    worker.on("message", end).on("error", crash);
    worker.postMessage(charge, []);
  });
}
