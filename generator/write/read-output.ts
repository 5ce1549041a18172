import { join } from "node:path";
import { type Disk, Refusal, shownPath } from "../disk.ts";
import { cacheFolder } from "./format-cache.ts";
import { isInterrupted } from "./journal.ts";
import { manifestPath, parseManifest } from "./manifest.ts";
import { standsAt } from "./refuse-obstacles.ts";

/** What an earlier run left in the output folder. */
export interface Output {
  /** The paths that the manifest names. */
  readonly owned: ReadonlySet<string>;
  /** The texts of the files asked for, of those in the manifest and of the manifest, as far as they are there. */
  readonly existing: ReadonlyMap<string, string>;
  /** Whether a run was cut off while it moved its files in. */
  readonly interrupted: boolean;
  /** The memory of the last run; empty if there is none. */
  readonly cacheText: string;
}

/**
 * Read what we need of an output folder. Line ends are read as LF: a checkout that turned them into CRLF counts
 * as the same text, so neither `check` nor `generate` quarrels with git about them. Throws a `Refusal` if the
 * manifest names a path outside the folder.
 *
 * @param folder absolute; need not exist
 * @param paths of the files to be made
 */
export function readOutput(disk: Disk, folder: string, paths: readonly string[] = []): Output {
  const manifest =
    disk.kindOf(join(folder, manifestPath)) === "file" ? readOf(disk, folder, manifestPath) : "";
  const owned = parseManifest(manifest, shownPath(join(folder, manifestPath)));
  const unowned = paths.filter((path) => !owned.has(path) && standsAt(disk, join(folder, path)));
  const existing = new Map<string, string>();
  for (const path of [manifestPath, ...owned, ...unowned]) {
    if (disk.kindOf(join(folder, path)) === "file") existing.set(path, readOf(disk, folder, path));
  }
  const cacheText = disk.kindOf(cachePath(folder)) === "file" ? readOf(disk, folder, cacheFile) : "";
  return { owned, existing, interrupted: isInterrupted(disk, folder), cacheText };
}

/**
 * Remember a run. A memory that cannot be written is no memory, and the run is none the worse.
 *
 * @param text what `WriteCache.print` gives
 */
export function saveCache(disk: Disk, folder: string, text: string): void {
  const place = join(folder, cacheFolder);
  if (!["nothing", "folder"].includes(disk.kindOf(place)) || disk.readText(cachePath(folder)) === text)
    return;
  try {
    disk.makeFolder(place);
    disk.writeText(join(place, ".gitignore"), "*\n");
    disk.writeText(join(place, "hashes.new"), text);
    disk.move(join(place, "hashes.new"), cachePath(folder));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const cacheFile = `${cacheFolder}/hashes`;

function cachePath(folder: string): string {
  return join(folder, cacheFile);
}

function readOf(disk: Disk, folder: string, path: string): string {
  return disk.readText(join(folder, path)) ?? "";
}
