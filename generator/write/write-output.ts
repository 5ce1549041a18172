import { dirname, join } from "node:path";
import { type Disk, Refusal, shownPath } from "../disk.ts";
import type { TextFile } from "../render/text-file.ts";
import { finishStaged, stage, stageFolder } from "./journal.ts";
import { acquireLock, awaitLock } from "./lock.ts";
import { isSafePath, manifestPath, printManifest } from "./manifest.ts";
import { planWrites, type Write } from "./plan-writes.ts";
import { type Output, readOutput } from "./read-output.ts";
import { refuseObstacles } from "./refuse-obstacles.ts";

/** Where a run writes and how long, in milliseconds, it waits for another one. */
export interface Target {
  readonly disk: Disk;
  /** Absolute; made if it is not there. */
  readonly folder: string;
  readonly patience: number;
}

/** What a run would do, and what it found. */
export interface Plan {
  readonly writes: readonly Write[];
  readonly output: Output;
}

const lockFile = ".specwright-lock";

/** Plan the writes that make an output folder hold these files. Nothing is written. */
export async function planOutput(target: Target, files: readonly TextFile[]): Promise<Plan> {
  await awaitLock(target.disk, join(target.folder, lockFile), target.patience);
  return planNow(target, files);
}

/**
 * Make the output folder hold these files, and finish first what an interrupted run began. Where nothing is to
 * be done, nothing is touched. Throws a `Refusal`, with the folder as it was, if the folder is somebody else's,
 * if a file is in the way, if another process writes, or if the disk does not let us.
 */
export async function writeOutput(target: Target, files: readonly TextFile[]): Promise<Plan> {
  const { disk, folder } = target;
  const plan = planNow(target, files);
  if (plan.writes.every(({ kind }) => kind === "unchanged") && !hasLeftovers(target)) return plan;
  refuseForeignFolder(target);
  const made = disk.makeFolder(folder);
  try {
    const lock = await acquireLock(disk, join(folder, lockFile), target.patience);
    try {
      finishStaged(disk, folder);
      return applyPlan(target, planNow(target, files));
    } finally {
      lock.release();
    }
  } catch (error) {
    if (made !== undefined) removeEmpty(disk, folder, made);
    throw error;
  }
}

function planNow({ disk, folder }: Target, files: readonly TextFile[]): Plan {
  const paths = files.map(({ path }) => path);
  const unsafe = paths.find((path) => !isSafePath(path));
  if (unsafe !== undefined) throw new Error(`${JSON.stringify(unsafe)} is no path for a file.`);
  if (new Set(paths).size < paths.length) throw new Error("A file is made twice.");
  const output = readOutput(disk, folder, paths);
  const manifest = { path: manifestPath, text: printManifest(paths) };
  return { output, writes: planWrites([...files, manifest], output.existing, output.owned) };
}

function applyPlan({ disk, folder }: Target, plan: Plan): Plan {
  const { writes, output } = plan;
  refuseObstacles(disk, folder, writes, output.owned);
  const deletes = writes.flatMap(({ kind, path }) => (kind === "delete" ? [path] : []));
  const texts = writes.flatMap((write) => ("text" in write ? [write] : []));
  if (texts.length === 0) return plan;
  const files = texts.filter(({ path }) => path !== manifestPath);
  // Until all is done the manifest names the old files and the new ones: whatever happens, each is known as ours.
  const paths = new Set([...output.owned, ...files.map(({ path }) => path)]);
  const between = { path: manifestPath, text: printManifest([...paths]) };
  const manifest = texts.filter(({ path }) => path === manifestPath);
  stage(disk, folder, deletes, [...(manifest.length > 0 ? [between] : []), ...files, ...manifest]);
  finishStaged(disk, folder);
  return plan;
}

function hasLeftovers({ disk, folder }: Target): boolean {
  return disk.list(folder).some((name) => name === stageFolder || name.startsWith(lockFile));
}

// What a folder may hold and still be as good as empty.
const harmless = new Set([".git", ".gitkeep", ".DS_Store"]);

function refuseForeignFolder({ disk, folder }: Target): void {
  const names = disk.list(folder);
  const foreign = names.filter((name) => !harmless.has(name) && !name.startsWith(manifestPath));
  if (foreign.length === 0 || names.includes(manifestPath)) return;
  const shown = shownPath(folder);
  throw new Refusal(
    `${shown} is not empty, and specwright did not make what is in it.`,
    `Name an empty folder with -o, or let specwright write beside these files: put an empty file ${shown}/${manifestPath} there.`,
  );
}

function removeEmpty(disk: Disk, folder: string, topmost: string): void {
  for (let here = folder; disk.removeIfEmpty(here) && here !== topmost; here = dirname(here));
}
