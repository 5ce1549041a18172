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
  /** What the last run made of what; empty if there is no memory of it. */
  readonly cacheText: string;
  /** What the last run depended on; empty if there is no memory of it. */
  readonly lastRun: string;
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
  const memory = (name: string): string =>
    disk.kindOf(join(folder, cacheFolder, name)) === "file"
      ? readOf(disk, folder, `${cacheFolder}/${name}`)
      : "";
  const interrupted = isInterrupted(disk, folder);
  return { owned, existing, interrupted, cacheText: memory("hashes"), lastRun: memory("inputs") };
}

/**
 * Remember a run. A memory that cannot be written is no memory, and the run is none the worse.
 *
 * @param hashes what `WriteCache.print` gives
 * @param inputs what `printLastRun` gives
 */
export function saveMemory(disk: Disk, folder: string, hashes: string, inputs: string): void {
  const place = join(folder, cacheFolder);
  if (!["nothing", "folder"].includes(disk.kindOf(place))) return;
  try {
    for (const [name, text] of [["hashes", hashes] as const, ["inputs", inputs] as const]) {
      if (disk.readText(join(place, name)) === text) continue;
      disk.makeFolder(place);
      disk.writeText(join(place, ".gitignore"), "*\n");
      disk.writeText(join(place, `${name}.new`), text);
      disk.move(join(place, `${name}.new`), join(place, name));
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function readOf(disk: Disk, folder: string, path: string): string {
  return disk.readText(join(folder, path)) ?? "";
}
