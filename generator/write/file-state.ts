import type { Write } from "./plan-writes.ts";

/** What became of a file (`generate`), or what is the matter with it (`check`). */
export type FileState =
  "created" | "updated" | "deleted" | "unchanged" | "stale" | "missing" | "extra" | "edited";

export interface FileReport {
  readonly path: string;
  readonly state: FileState;
}

const done = { create: "created", update: "updated", delete: "deleted", unchanged: "unchanged" } as const;

/** A plan that was carried out, in the words of `generate`. */
export function reportDone(writes: readonly Write[]): readonly FileReport[] {
  return writes.map(({ path, kind }) => ({ path, state: done[kind] }));
}

const due = { create: "missing", update: "stale", delete: "extra", unchanged: "unchanged" } as const;

/**
 * A plan that was not carried out, in the words of `check`.
 *
 * A file that differs from what we would make is `edited` if it differs as well from what this machine wrote
 * there last: a person changed it, or git checked out another revision, and generating throws that away. It is
 * `stale` if it is as we left it, or if nobody remembers: the memory lies in the cache, which git ignores.
 *
 * @param isAsWritten whether a file is as this machine wrote it; undefined where that is not known
 */
export function reportDue(
  writes: readonly Write[],
  isAsWritten: (path: string) => boolean | undefined,
): readonly FileReport[] {
  return writes.map(({ path, kind }) => {
    const edited = kind === "update" && isAsWritten(path) === false;
    return { path, state: edited ? "edited" : due[kind] };
  });
}
