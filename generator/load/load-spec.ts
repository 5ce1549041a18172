import { diagnostic, type Outcome } from "../diagnostic.ts";
import { childPointer, pointerKeys } from "../location.ts";
import { checkEntry } from "./check-entry.ts";
import type { ReadRemote, ReadText, SpecDocument, SpecNode } from "./document.ts";
import { type Adopted, adoptExtensions, writtenKeys } from "./foreign-extensions.ts";
import { followReferences } from "./follow-references.ts";
import { type Library, openLibrary } from "./library.ts";
import { type LocateNode, openLocator } from "./open-locator.ts";
import type { Overlays } from "./overlays/open-overlays.ts";
import { nodeAt } from "./reference-bases.ts";
import { resolveReference } from "./resolve-reference.ts";
import { normalPath } from "./uri.ts";

/** What a spec may be made from beside its files. */
export interface Beside {
  /** Changes to the file asked for. */
  readonly overlays?: Overlays | undefined;
  /** What lies outside; nothing of it is followed without. */
  readonly readRemote?: ReadRemote | undefined;
}

/**
 * Read a spec: the file asked for, and those that it refers to. Undefined if the first one is no OpenAPI
 * document; every other fault leaves a document without what is at fault, and a diagnostic.
 *
 * @param extensions others' names of extensions to ours
 */
export function loadSpec(
  entry: string,
  read: ReadText,
  extensions: Readonly<Record<string, string>> = {},
  { overlays, readRemote }: Beside = {},
): Outcome<SpecDocument | undefined> {
  const file = normalPath(entry);
  const library = openLibrary(file, read, readRemote);
  const written = library.open(file);
  if (written === undefined) {
    const params = { reference: entry, file, like: undefined };
    const pointing = { position: { line: 1, column: 1 } };
    const missing = diagnostic("unreadable-reference", { file, pointer: "" }, params, pointing);
    return { value: undefined, diagnostics: [missing] };
  }
  const overlaid = written.isBroken ? undefined : overlays?.applyTo(written);
  const source = overlaid?.source ?? written;
  if (overlaid !== undefined) library.replace(source);
  const amiss = [...(overlays?.diagnostics ?? []), ...(overlaid?.diagnostics ?? [])];
  if (source.isBroken) return { value: undefined, diagnostics: [...library.diagnostics, ...amiss] };
  const locate = openLocator(library.files, overlaid);
  const { value: version, diagnostics: said } = checkEntry(source, locate);
  const told = [...amiss, ...said];
  if (version === undefined) return { value: undefined, diagnostics: [...library.diagnostics, ...told] };
  const root: SpecNode = { value: source.value, place: { file, pointer: "" } };
  const { objects, diagnostics } = followReferences(library, root, version);
  const adopted = adoptExtensions(objects, extensions);
  const document = { entry: file, version, root, objects, ...accessTo(library, locate, adopted) };
  return { value: document, diagnostics: [...library.diagnostics, ...told, ...diagnostics] };
}

type Access = Pick<SpecDocument, "files" | "at" | "resolve" | "locate">;

/** The ways through the files that have been read. Nothing more is read from here on. */
function accessTo({ files, identified }: Library, locate: LocateNode, adopted: Adopted): Access {
  const shelf = { identified, open: (file: string) => files.get(file) };
  return {
    files,
    at: (place) => nodeAt(shelf, place),
    resolve(reference, from) {
      const resolution = resolveReference(shelf, reference, from);
      return "found" in resolution ? resolution.found : undefined;
    },
    locate(place, on = "value") {
      const keys = writtenKeys(pointerKeys(place.pointer), files.get(place.file)?.value, adopted);
      return locate({ file: place.file, pointer: keys.reduce(childPointer, "") }, on);
    },
  };
}
