// A process of its own that writes an output folder, for the tests that kill it, lock it out or take its rights.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { disk, type Disk } from "../../generator/disk.ts";
import { acquireLock } from "../../generator/write/lock.ts";
import { writeOutput } from "../../generator/write/write-output.ts";

export interface Orders {
  readonly folder: string;
  readonly tree: Readonly<Record<string, string>>;
  /** Die by SIGKILL in the middle of the n-th change of the disk, counted from 1. */
  readonly killAt?: number;
  /** Instead of writing, hold the lock and say so, until killed. */
  readonly hold?: boolean;
}

/** A disk that kills its process in the middle of the n-th change. */
function deadly(killAt: number): Disk {
  let left = killAt;
  const count = (halfway: () => void): void => {
    left -= 1;
    if (left > 0) return;
    halfway();
    process.kill(process.pid, "SIGKILL");
  };
  const half = (path: string, text: string) => () => writeFileSync(path, text.slice(0, text.length / 2));
  const nothing = (): void => undefined;
  return {
    ...disk,
    makeFolder: (path) => (count(nothing), disk.makeFolder(path)),
    writeText: (path, text) => (count(half(path, text)), disk.writeText(path, text)),
    createText: (path, text) => (count(nothing), disk.createText(path, text)),
    move: (from, to) => (count(nothing), disk.move(from, to)),
    remove: (path) => (count(nothing), disk.remove(path)),
    removeIfEmpty: (path) => (count(nothing), disk.removeIfEmpty(path)),
    removeTree: (path) => (count(nothing), disk.removeTree(path)),
  };
}

const { folder, tree, killAt = Infinity, hold = false } = JSON.parse(process.argv[2] ?? "{}") as Orders;
try {
  if (hold) {
    await acquireLock(disk, join(folder, ".specwright-lock"), 0);
    console.log("held");
    setInterval(() => undefined, 1000);
  } else {
    const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
    await writeOutput({ disk: deadly(killAt), folder, patience: 5000 }, files);
    console.log("written");
  }
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
