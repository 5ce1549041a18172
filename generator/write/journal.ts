import { dirname, join } from "node:path";
import { type Disk, Refusal, shownPath } from "../disk.ts";
import type { TextFile } from "../render/text-file.ts";
import { isSafePath, manifestPath } from "./manifest.ts";

// The stage lies in the output folder itself: only there is it surely on the same disk, even where the output
// folder is a mount of its own, and only there may we surely write.
export const stageFolder = ".specwright-stage";

/** What a run has set out to do: everything it needs for that lies staged, `moves[i]` under the name `i`. */
interface Journal {
  readonly deletes: readonly string[];
  readonly moves: readonly string[];
}

/**
 * Stage the texts and then, in one step, the journal. Before that step nothing has happened; after it everything
 * will, whoever finishes it. If it throws, nothing is left behind.
 *
 * @param moves the first is moved only when all deletions are done, so there must be one if there are any
 */
export function stage(
  disk: Disk,
  folder: string,
  deletes: readonly string[],
  moves: readonly TextFile[],
): void {
  const staged = join(folder, stageFolder);
  const journal: Journal = { deletes, moves: moves.map(({ path }) => path) };
  try {
    disk.makeFolder(staged);
    disk.writeText(join(staged, ".gitignore"), "*\n");
    for (const [index, { text }] of moves.entries()) disk.writeText(join(staged, String(index)), text);
    disk.writeText(join(staged, "journal.new"), JSON.stringify(journal));
    disk.move(join(staged, "journal.new"), journalPath(folder));
  } catch (error) {
    disk.removeTree(staged);
    throw error;
  }
}

/** Whether a run was cut off between its journal and its end. */
export function isInterrupted(disk: Disk, folder: string): boolean {
  return disk.kindOf(journalPath(folder)) === "file";
}

/** Do what the journal says and was not done yet, then clear the stage. A stage without a journal never happened. */
export function finishStaged(disk: Disk, folder: string): void {
  const staged = join(folder, stageFolder);
  if (disk.kindOf(staged) === "nothing") return;
  if (disk.kindOf(staged) !== "folder") return disk.remove(staged);
  const journal = parseJournal(disk.readText(journalPath(folder)) ?? "");
  if (journal !== undefined) {
    refuseForeignPaths(folder, journal);
    // The first move marks the end of the deletions. Done again after it, they would delete, on a disk that
    // ignores case, the new `Order.ts` for the old `order.ts`.
    if (disk.kindOf(join(staged, "0")) === "file") deleteFiles(disk, folder, journal.deletes);
    moveFiles(disk, folder, journal.moves);
    disk.remove(journalPath(folder));
  }
  disk.removeTree(staged);
}

function moveFiles(disk: Disk, folder: string, moves: readonly string[]): void {
  for (const [index, path] of moves.entries()) {
    const source = join(folder, stageFolder, String(index));
    if (disk.kindOf(source) !== "file") continue;
    refuseLinkedWay(disk, folder, path);
    disk.makeFolder(dirname(join(folder, path)));
    disk.move(source, join(folder, path));
  }
}

/** Delete files and the folders that they leave empty. */
function deleteFiles(disk: Disk, folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    refuseLinkedWay(disk, folder, path);
    disk.remove(join(folder, path));
    foldersAbove(path)
      .toReversed()
      .every((above) => disk.removeIfEmpty(join(folder, above)));
  }
}

/** The folders that a path leads through, the topmost first. */
export function foldersAbove(path: string): readonly string[] {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
}

/** A link on the way would lead out of the output folder, or to files of somebody else. */
export function refuseLinkedWay(disk: Disk, folder: string, path: string): void {
  for (const above of foldersAbove(path)) {
    const place = join(folder, above);
    if (disk.kindOf(place) !== "link") continue;
    throw new Refusal(
      `${shownPath(place)} is a link, and specwright writes and deletes nothing through links.`,
      "Put a folder in its place, or delete the link, and run again.",
    );
  }
}

function journalPath(folder: string): string {
  return join(folder, stageFolder, "journal");
}

function refuseForeignPaths(folder: string, { deletes, moves }: Journal): void {
  const foreign = [...deletes, ...moves].find((path) => !isSafePath(path) && path !== manifestPath);
  if (foreign === undefined) return;
  throw new Refusal(
    `${shownPath(journalPath(folder))} names ${JSON.stringify(foreign)}, which is no file that specwright makes.`,
    `Delete ${shownPath(join(folder, stageFolder))} and ask how it came there.`,
  );
}

function parseJournal(text: string): Journal | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("deletes" in value && "moves" in value))
      return undefined;
    const { deletes, moves } = value;
    return isTexts(deletes) && isTexts(moves) ? { deletes, moves } : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
