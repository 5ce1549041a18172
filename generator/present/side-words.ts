import type { Presentation, SideName } from "./presentation.ts";

/** What a side without a revision is. */
export const workingTree = "the working tree";

/** What was compared with what: the file once if both sides call it the same, and their revisions. */
export function comparedSides({ base, revision }: Presentation): {
  readonly files: readonly string[];
  /** The names of the revisions; null for the working tree. Undefined where files were named. */
  readonly revisions: readonly [string | null, string | null] | undefined;
} {
  const files = [...new Set([base.file, revision.file])];
  const areNamed = base.revision === null && revision.revision === null;
  return { files, revisions: areNamed ? undefined : [revisionOf(base), revisionOf(revision)] };
}

/** A commit as people quote it, seven digits or more; other names as they are. */
function revisionOf({ revision }: SideName): string | null {
  if (revision === null) return null;
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 8) : revision;
}
