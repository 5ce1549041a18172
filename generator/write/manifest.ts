import { Refusal } from "../disk.ts";

/** The file in the output folder that lists, for whoever clones it, what specwright made. */
export const manifestPath = ".specwright";

const heading =
  "# The files here that specwright made and may delete again. Commit this file; do not edit it.";

/** One path per line, sorted by code unit, so that two branches that add files merge line by line. */
export function printManifest(paths: readonly string[]): string {
  return [heading, ...[...paths].sort(), ""].join("\n");
}

// What git writes where two branches changed the same lines.
const conflictMarker = /^(<{7}|\|{7}|={7}|>{7})( |$)/;

/**
 * The paths that a manifest names. Throws a `Refusal` at a path outside the folder: files are deleted by this
 * list, and it may come from a stranger's branch.
 *
 * Conflict markers are passed over, which keeps the lines of both sides: after a merge the files of both
 * branches are there, specwright made them all, and the next run deletes those that it no longer makes.
 *
 * @param shown the manifest's path as the person knows it
 */
export function parseManifest(text: string, shown: string): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#") || conflictMarker.test(line)) continue;
    if (!isSafePath(line)) {
      throw new Refusal(
        `${shown}:${index + 1} names ${JSON.stringify(line)}, which is no file that specwright makes.`,
        "Delete that line and ask how it came there: specwright deletes files by this list.",
      );
    }
    paths.add(line);
  }
  return paths;
}

const ownFolder = /^\.specwright/i;
const foreignFolder = /^(\.git|node_modules)$/i;

/**
 * Whether a path may be written and deleted: relative, with forward slashes, staying in its folder on every
 * system (no drive, no stream, no name that Windows trims to `..`), and neither ours nor git's nor npm's.
 */
export function isSafePath(path: string): boolean {
  if (path === "" || /[\\:\u0000-\u001f\u007f]/.test(path)) return false;
  const names = path.split("/");
  if (ownFolder.test(names[0] ?? "")) return false;
  return names.every((name) => name !== "" && !/[. ]$/.test(name) && !foreignFolder.test(name));
}
