import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type Disk, type Holder, isAlive, Refusal, shownPath, thisProcess } from "../disk.ts";

/** Held while an output folder is written. */
export interface Lock {
  release(): void;
}

const pollInterval = 50;
// Writing takes seconds. A lock this old belongs to a process that another machine, or a process that was given
// the same number, hides from us.
const forgottenAfter = 10 * 60_000;
// A lock is made and filled in two steps; an empty one is in the making unless it stays empty.
const unfilledAfter = 2_000;

/**
 * Take the lock at a path, waiting for whoever holds it. A lock whose process is dead is taken over.
 *
 * @param patience milliseconds to wait before a `Refusal` that names the process
 */
export async function acquireLock(disk: Disk, path: string, patience: number): Promise<Lock> {
  const mine = JSON.stringify(thisProcess());
  for (let waited = 0; ; waited += pollInterval) {
    if (disk.createText(path, mine)) return { release: () => release(disk, path, mine) };
    const found = disk.readText(path) ?? "";
    if (isForgotten(found, disk.ageOf(path) ?? 0)) await breakLock(disk, path, found, patience);
    else if (waited >= patience) throw locked(path, found);
    else await pause(pollInterval);
  }
}

/** Wait, as long as `acquireLock` would, until nobody holds the lock; it is neither taken nor broken. */
export async function awaitLock(disk: Disk, path: string, patience: number): Promise<void> {
  for (let waited = 0; ; waited += pollInterval) {
    const found = disk.readText(path);
    if (found === undefined || isForgotten(found, disk.ageOf(path) ?? 0)) return;
    if (waited >= patience) throw locked(path, found);
    await pause(pollInterval);
  }
}

/**
 * Remove a dead process's lock. Two processes that do so at once must not remove each other's new locks, so the
 * right to remove this very lock is itself a lock, named after what it holds.
 */
async function breakLock(disk: Disk, path: string, found: string, patience: number): Promise<void> {
  const token = createHash("sha256").update(found).digest("hex").slice(0, 8);
  const right = await acquireLock(disk, `${path}.${token}`, patience);
  try {
    if ((disk.readText(path) ?? "") === found) disk.remove(path);
  } finally {
    right.release();
  }
}

function release(disk: Disk, path: string, mine: string): void {
  if (disk.readText(path) === mine) disk.remove(path);
}

function isForgotten(text: string, age: number): boolean {
  const holder = parseHolder(text);
  if (holder === undefined) return age > unfilledAfter;
  if (age > forgottenAfter) return true;
  const { pid, host, start } = thisProcess();
  if (holder.host !== host) return false;
  return holder.pid === pid ? holder.start !== start : !isAlive(holder.pid);
}

function locked(path: string, text: string): Refusal {
  const holder = parseHolder(text);
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host}`;
  return new Refusal(
    `${who.charAt(0).toUpperCase()}${who.slice(1)} is writing the same folder and has not finished.`,
    `Run again when it has; if there is no such process, delete ${shownPath(path)}.`,
  );
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    if (!("pid" in value && "host" in value && "start" in value)) return undefined;
    const { pid, host, start } = value;
    if (typeof pid !== "number" || typeof host !== "string" || typeof start !== "number") return undefined;
    return { pid, host, start };
  } catch {
    return undefined;
  }
}
