import { diagnostic, type Outcome } from "../diagnostic.ts";
import { pointerKeys } from "../location.ts";
import { checkEntry } from "./check-entry.ts";
import type { ReadText, SpecDocument, SpecNode } from "./document.ts";
import { followReferences } from "./follow-references.ts";
import { type Library, openLibrary } from "./library.ts";
import { nodeAt } from "./reference-bases.ts";
import { resolveReference } from "./resolve-reference.ts";
import { locateIn } from "./source-file.ts";
import type { Locate } from "./text-fault.ts";
import { normalPath } from "./uri.ts";

/**
 * Read a spec: the file asked for, and those that it refers to. Undefined if the first one is no OpenAPI
 * document; every other fault leaves a document without what is at fault, and a diagnostic.
 */
export function loadSpec(entry: string, read: ReadText): Outcome<SpecDocument | undefined> {
  const file = normalPath(entry);
  const library = openLibrary(read);
  const source = library.open(file);
  if (source === undefined) {
    const params = { reference: entry, file, like: undefined };
    const pointing = { position: { line: 1, column: 1 } };
    const missing = diagnostic("unreadable-reference", { file, pointer: "" }, params, pointing);
    return { value: undefined, diagnostics: [missing] };
  }
  if (source.isBroken) return { value: undefined, diagnostics: library.diagnostics };
  const { value: version, diagnostics: said } = checkEntry(source);
  if (version === undefined) return { value: undefined, diagnostics: [...library.diagnostics, ...said] };
  const root: SpecNode = { value: source.value, place: { file, pointer: "" } };
  const { objects, diagnostics } = followReferences(library, root, version);
  const document = { entry: file, version, root, objects, ...accessTo(library) };
  return { value: document, diagnostics: [...library.diagnostics, ...said, ...diagnostics] };
}

type Access = Pick<SpecDocument, "files" | "at" | "resolve" | "locate">;

/** The ways through the files that have been read. Nothing more is read from here on. */
function accessTo({ files, identified }: Library): Access {
  const shelf = { identified, open: (file: string) => files.get(file) };
  const locators = new Map<string, Locate>();
  const locatorOf = (file: string): Locate | undefined => {
    const source = files.get(file);
    const locator = locators.get(file) ?? (source && locateIn(source));
    if (locator !== undefined) locators.set(file, locator);
    return locator;
  };
  return {
    files,
    at: (place) => nodeAt(shelf, place),
    resolve(reference, from) {
      const resolution = resolveReference(shelf, reference, from);
      return "found" in resolution ? resolution.found : undefined;
    },
    locate(place, on = "value") {
      const position = locatorOf(place.file)?.(pointerKeys(place.pointer), on);
      return { ...place, ...(position ?? { line: 1, column: 1 }) };
    },
  };
}
