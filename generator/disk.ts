import {
  accessSync,
  constants,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { buffer } from "node:stream/consumers";
import type { ReadText } from "./load/document.ts";

/** Something outside of specwright stands in the way: a flag, a file, a disk. The command ends with exit code 2. */
export class Refusal extends Error {
  /** What the person can do about it, one sentence; empty where the message says it all. */
  readonly help: string;

  constructor(message: string, help = "") {
    super(message);
    this.name = "Refusal";
    this.help = help;
  }
}

export type EntryKind = "file" | "folder" | "link" | "other" | "nothing";

/** What the write room asks of a disk. Every path is absolute; what cannot be done throws a `Refusal`. */
export interface Disk {
  /** What stands at a path itself; a link is not followed. */
  kindOf(path: string): EntryKind;
  /** The text of a file with LF line ends; undefined where no file is. */
  readText(path: string): string | undefined;
  /** The names in a folder, sorted by code unit; none where no folder is. */
  list(path: string): readonly string[];
  isWritable(path: string): boolean;
  /** Make a folder and those above it. Gives the topmost one made, undefined if all were there. */
  makeFolder(path: string): string | undefined;
  writeText(path: string, text: string): void;
  /** Write a file that must not be there yet; false if it is. */
  createText(path: string, text: string): boolean;
  /** Replace what is at `to` in one step: a reader sees the old file or the new one, whole. */
  move(from: string, to: string): void;
  /** Remove a file or a link, if it is there. */
  remove(path: string): void;
  /** Remove a folder unless something is in it. */
  removeIfEmpty(path: string): boolean;
  removeTree(path: string): void;
  /** Milliseconds since a file was written; undefined if it is not there. */
  ageOf(path: string): number | undefined;
}

/** The disk of this machine. */
export const disk: Disk = {
  kindOf,
  readText,
  list: (path) => orAbsent("read", path, () => readdirSync(path).sort()) ?? [],
  isWritable: (path) => succeeds(() => accessSync(path, constants.W_OK)),
  makeFolder: (path) => attempt("make", path, () => mkdirSync(path, { recursive: true })),
  writeText: (path, text) => attempt("write", path, () => writeFileSync(path, text)),
  createText,
  move: (from, to) => attempt("write", to, () => renameSync(from, to)),
  remove: (path) => orAbsent("delete", path, () => unlinkSync(path)),
  removeIfEmpty: (path) => succeeds(() => rmdirSync(path)),
  removeTree: (path) => attempt("delete", path, () => rmSync(path, { recursive: true, force: true })),
  ageOf: (path) => orAbsent("read", path, () => Date.now() - lstatSync(path).mtimeMs),
};

/** The text of a file with LF line ends and its byte order mark, if any; undefined where no file is. */
export function readText(path: string): string | undefined {
  return orAbsent("read", path, () => readFileSync(path, "utf8").replaceAll("\r\n", "\n"));
}

/**
 * The texts of all files under a folder, by their path in it with forward slashes, sorted by code unit.
 * Hidden names, `node_modules` and links are passed over; no folder holds no files.
 */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const path of filesUnder(folder, "").sort()) texts.set(path, readText(join(folder, path)) ?? "");
  return texts;
}

/** What changes when a file under a folder does: names, sizes and times, none of the texts. */
export function fingerprint(folder: string): string {
  return filesUnder(folder, "")
    .sort()
    .map((path) => {
      const { size, mtimeMs } = statSync(join(folder, path));
      return `${path} ${size} ${mtimeMs}`;
    })
    .join("\n");
}

/** What changes when a file does, or any file under a folder; empty where there is nothing. */
export function stampOf(path: string): string {
  const found = orAbsent("read", path, () => statSync(path));
  if (found === undefined) return "";
  return found.isDirectory() ? fingerprint(path) : `${found.ino} ${found.size} ${found.mtimeMs}`;
}

function filesUnder(folder: string, prefix: string): string[] {
  const entries =
    orAbsent("read", folder, () => readdirSync(join(folder, prefix), { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    if (entry.name.startsWith(".") || entry.name === "node_modules") return [];
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) return filesUnder(folder, `${path}/`);
    return entry.isFile() ? [path] : [];
  });
}

/** The nearest folder, from `start` upwards, that holds one of the names. */
export function nearestFolderWith(start: string, names: readonly string[]): string | undefined {
  const here = resolve(start);
  if (names.some((name) => kindOf(join(here, name)) !== "nothing")) return here;
  const above = dirname(here);
  return above === here ? undefined : nearestFolderWith(above, names);
}

/**
 * A reader that never leaves the root, whatever a `$ref` says and wherever a link points. What lies outside, is
 * no file or may not be read is not there.
 */
export function readerWithin(root: string): ReadText {
  const realRoot = realPath(root) ?? root;
  return (file) => {
    const path = realPath(resolve(root, file));
    if (path === undefined || !isWithin(realRoot, path)) return undefined;
    try {
      return kindOf(path) === "file" ? readText(path) : undefined;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  };
}

/** The path with every link on the way followed; undefined if it leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A path relative to a folder, with forward slashes on every machine; `.` for the folder itself. */
export function pathFrom(folder: string, path: string): string {
  return relative(folder, path).replaceAll(sep, "/") || ".";
}

/** A path as a person in the working folder writes it: relative unless it lies far away. */
export function shownPath(path: string): string {
  const shown = pathFrom(process.cwd(), path);
  return shown.startsWith("../../../") ? path.replaceAll(sep, "/") : shown;
}

/** All of standard input, with LF line ends. */
export async function readStandardInput(): Promise<string> {
  return (await buffer(process.stdin)).toString("utf8").replaceAll("\r\n", "\n");
}

/** Who holds a lock. The start tells a process apart from an earlier one that had its number. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly start: number;
}

export function thisProcess(): Holder {
  return { pid: process.pid, host: hostname(), start: Math.round(performance.timeOrigin) };
}

/** Whether a process of this machine runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) !== "ESRCH";
  }
}

function kindOf(path: string): EntryKind {
  const found = orAbsent("read", path, () => lstatSync(path));
  if (found === undefined) return "nothing";
  if (found.isSymbolicLink()) return "link";
  if (found.isDirectory()) return "folder";
  return found.isFile() ? "file" : "other";
}

function createText(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    // A full disk leaves an empty file behind.
    rmSync(path, { force: true });
    throw refusal("write", path, error);
  }
}

type Deed = "read" | "write" | "make" | "delete";

function attempt<T>(deed: Deed, path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw refusal(deed, path, error);
  }
}

function orAbsent<T>(deed: Deed, path: string, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error))) return undefined;
    throw refusal(deed, path, error);
  }
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EISDIR: "it is a folder",
  ENOTDIR: "a file stands where a folder should be",
  EEXIST: "a file stands where a folder should be",
  ENAMETOOLONG: "the name is too long",
  EBUSY: "another program is using it",
  EMFILE: "too many files are open",
  EXDEV: "it lies on another disk than its folder",
};

function refusal(deed: Deed, path: string, error: unknown): unknown {
  const code = errorCode(error);
  // What carries no code is not the disk's fault but ours.
  if (code === "") return error;
  return new Refusal(`Cannot ${deed} ${shownPath(path)}: ${reasons[code] ?? code}.`);
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
