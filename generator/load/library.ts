import type { Diagnostic } from "../diagnostic.ts";
import type { Place } from "../location.ts";
import type { ReadText } from "./document.ts";
import { identifiersIn } from "./identifiers.ts";
import { parseFile, type SourceFile } from "./source-file.ts";

/** The files of a spec, read when they are first asked for. */
export interface Library {
  /** Those read so far, in the order of being asked for. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What `$id`, `$self` and anchors of these files name. */
  readonly identified: ReadonlyMap<string, Place>;
  /** What is wrong with their texts. */
  readonly diagnostics: readonly Diagnostic[];
  /** A file by its path relative to the root; undefined if it is not there or lies outside. */
  open(file: string): SourceFile | undefined;
}

export function openLibrary(read: ReadText): Library {
  const files = new Map<string, SourceFile>();
  const missing = new Set<string>();
  const identified = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];

  function add(file: string): SourceFile | undefined {
    const text = file === "" || file.startsWith("../") ? undefined : read(file);
    if (text === undefined) {
      missing.add(file);
      return undefined;
    }
    const parsed = parseFile(file, text);
    files.set(file, parsed.source);
    diagnostics.push(...parsed.diagnostics);
    for (const [name, pointer] of identifiersIn(parsed.source)) {
      if (!identified.has(name)) identified.set(name, { file, pointer });
    }
    return parsed.source;
  }

  const open = (file: string): SourceFile | undefined =>
    files.get(file) ?? (missing.has(file) ? undefined : add(file));
  return { files, identified, diagnostics, open };
}
