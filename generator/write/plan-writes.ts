import type { TextFile } from "../render/text-file.ts";

/** What a run does to one file of the output folder. `text` is what will stand there. */
export type Write =
  | { readonly kind: "create" | "update"; readonly path: string; readonly text: string }
  | { readonly kind: "delete" | "unchanged"; readonly path: string };

/**
 * Compare what we made with what is there. A file we no longer make is deleted, so that a renamed tag leaves no
 * orphan, but only where the manifest says that we made it. An unchanged file keeps its timestamp.
 *
 * @param existing the texts on disk, by path, of at least the files made and those in the manifest
 * @param owned the paths that the manifest names
 * @returns one entry per file, sorted by path
 */
export function planWrites(
  files: readonly TextFile[],
  existing: ReadonlyMap<string, string>,
  owned: ReadonlySet<string>,
): readonly Write[] {
  const made = new Set(files.map(({ path }) => path));
  const orphans = [...owned].filter((path) => !made.has(path) && existing.has(path));
  const writes = [
    ...files.map((file): Write => planFile(file, existing.get(file.path))),
    ...orphans.map((path): Write => ({ kind: "delete", path })),
  ];
  return writes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function planFile({ path, text }: TextFile, before: string | undefined): Write {
  if (before === text) return { kind: "unchanged", path };
  return { kind: before === undefined ? "create" : "update", path, text };
}
