import type { Diagnostic } from "../diagnostic.ts";
import type { Place } from "../location.ts";
import type { ReadRemote, ReadText } from "./document.ts";
import { identifiersIn } from "./identifiers.ts";
import { parseFile, type SourceFile } from "./source-file.ts";
import { isRemote } from "./uri.ts";

/** The files of a spec, read when they are first asked for. */
export interface Library {
  /** Those read so far, in the order of being asked for. */
  readonly files: ReadonlyMap<string, SourceFile>;
  /** What `$id`, `$self` and anchors of these files name. */
  readonly identified: ReadonlyMap<string, Place>;
  /** What is wrong with their texts. */
  readonly diagnostics: readonly Diagnostic[];
  /** A file by its path relative to the root, or by its URI; undefined if it is not there or lies outside. */
  open(file: string): SourceFile | undefined;
  /** Why there is nothing at a URI that may be followed, as the end of a sentence; undefined if it may not be. */
  whyUnfetched(uri: string): string | undefined;
  /** Take another version of a file in its place, before anything refers to it. */
  replace(source: SourceFile): void;
}

/**
 * The library of a spec whose files `read` gives, and what may be followed beyond them `readRemote`. Its first file may
 * have a name that reads like an address.
 */
export function openLibrary(
  entry: string,
  read: ReadText,
  readRemote: ReadRemote = () => undefined,
): Library {
  const files = new Map<string, SourceFile>();
  const missing = new Set<string>();
  const identified = new Map<string, Place>();
  const diagnostics: Diagnostic[] = [];

  function textOf(file: string): string | undefined {
    if (file === entry || !isRemote(file))
      return file === "" || file.startsWith("../") ? undefined : read(file);
    const remote = readRemote(file);
    return remote !== undefined && "text" in remote ? remote.text : undefined;
  }

  function shelve(source: SourceFile): void {
    const { file } = source;
    files.set(file, source);
    for (const [name, pointer] of identifiersIn(source)) {
      if (!identified.has(name)) identified.set(name, { file, pointer });
    }
  }

  function add(file: string): SourceFile | undefined {
    const text = textOf(file);
    if (text === undefined) {
      missing.add(file);
      return undefined;
    }
    const parsed = parseFile(file, text);
    diagnostics.push(...parsed.diagnostics);
    shelve(parsed.source);
    return parsed.source;
  }

  const open = (file: string): SourceFile | undefined =>
    files.get(file) ?? (missing.has(file) ? undefined : add(file));
  return {
    files,
    identified,
    diagnostics,
    open,
    whyUnfetched(uri) {
      const remote = readRemote(uri);
      return remote !== undefined && "why" in remote ? remote.why : undefined;
    },
    replace(source) {
      for (const [name, { file }] of identified) if (file === source.file) identified.delete(name);
      shelve(source);
    },
  };
}
