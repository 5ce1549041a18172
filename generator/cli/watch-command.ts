import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Refusal, stampOf } from "../disk.ts";
import { explainFailure } from "./explain-failure.ts";
import { generateCommand } from "./generate-command.ts";
import type { Flags } from "./project.ts";
import type { Shell } from "./shell.ts";

/** What the last run depended on, by path, each as it was before it was read. */
type Stamps = Map<string, string>;

const pollEvery = 150;
/** Editors write a file in several steps, and a change of branch many files. */
const quietFor = 100;

/**
 * Generate, and again whenever the spec, what it refers to, an overlay, a template or the configuration changes.
 * Ends with Ctrl-C and exit code 0. Where the first run has no answer, neither has this.
 */
export async function watchCommand(flags: Flags, shell: Shell): Promise<number> {
  if (flags.spec === "-") {
    throw new Refusal("Standard input cannot be watched.", "Name the file that your spec starts with.");
  }
  if (flags.json === true) throw new Refusal("--watch and --json do not go together.", "Leave one out.");
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once("SIGINT", end);
  try {
    let stamps = configStamps();
    await runOnce(flags, shell, stamps);
    shell.terminal.note("Watching for changes; Ctrl-C ends.\n");
    while (await isChanged(stamps, stop.signal)) stamps = await runAgain(flags, shell, [...stamps.keys()]);
    return 0;
  } finally {
    process.off("SIGINT", end);
  }
}

/** One run, told in one line with the time; what it reads is added to the stamps. */
async function runOnce(flags: Flags, shell: Shell, stamps: Stamps): Promise<void> {
  const { terminal } = shell;
  const say = (text: string): void => terminal.result(`${timeOfDay()} ${text.split("\n", 1).join("")}\n`);
  const exitCode = await generateCommand(flags, {
    ...shell,
    terminal: { ...terminal, result: say },
    onRead(path) {
      if (!stamps.has(path)) stamps.set(path, stampOf(path));
    },
  });
  if (exitCode !== 0) say("The spec has errors; nothing was written.");
}

/** A later run goes on watching whatever happens: a file may be missing for a moment, or half-written. */
async function runAgain(flags: Flags, shell: Shell, known: readonly string[]): Promise<Stamps> {
  const stamps = configStamps();
  const before = known.map((path) => [path, stampOf(path)] as const);
  try {
    await runOnce(flags, shell, stamps);
    return stamps;
  } catch (error) {
    explainFailure(error, shell, { json: false, debug: flags.debug === true });
    shell.terminal.result(`${timeOfDay()} Nothing was written.\n`);
    return new Map([...before, ...stamps]);
  }
}

/** The files that may configure us; one that is not there yet may come. */
function configStamps(): Stamps {
  const names = ["specwright.config.json", "package.json"];
  const paths = foldersAbove(process.cwd()).flatMap((folder) => names.map((name) => join(folder, name)));
  return new Map(paths.map((path) => [path, stampOf(path)]));
}

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}

/** Waits for a change and then for quiet; false once it is time to end. */
async function isChanged(stamps: Stamps, signal: AbortSignal): Promise<boolean> {
  const state = (): string => [...stamps.keys()].map(stampOf).join("\n");
  const before = [...stamps.values()].join("\n");
  try {
    while (state() === before) await setTimeout(pollEvery, undefined, { signal });
    for (let last = "", now = state(); last !== now; now = state()) {
      last = now;
      await setTimeout(quietFor, undefined, { signal });
    }
    return !signal.aborted;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8);
}
