import type { Diagnostic } from "../../diagnostic.ts";
import { isMap } from "../../json.ts";
import { member } from "../node.ts";
import type { SpecNode } from "../document.ts";
import type { Place } from "../../location.ts";
import type { SourceFile } from "../source-file.ts";
import { decodePercent, isRemote, normalPath, resolveUri } from "../uri.ts";
import { applyAction, type Workshop } from "./apply-action.ts";
import { complainAbout } from "./complain.ts";
import { type Draft, originOf } from "./draft.ts";
import { openQueries } from "./json-path.ts";
import type { Overlay } from "./overlay.ts";
import { readOverlay } from "./read-overlay.ts";

/** Overlays that wait for a spec. */
export interface Overlays {
  /** What is wrong with them before any spec is looked at. */
  readonly diagnostics: readonly Diagnostic[];
  /** Carry all of their actions out, in order, on the file that a spec starts with. */
  applyTo(entry: SourceFile): Overlaid;
}

/** The first file of a spec after its overlays. */
export interface Overlaid {
  readonly source: SourceFile;
  /** The texts of the overlays. */
  readonly overlays: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where a node of it was written, by its pointer: in the file itself or in an overlay. */
  readonly originOf: (pointer: string) => Place;
}

/** Read overlays (Overlay Specification 1.0, 1.1, and the actions of 1.1 in 1.2), in the order of their use. */
export function openOverlays(texts: readonly { readonly file: string; readonly text: string }[]): Overlays {
  const diagnostics: Diagnostic[] = [];
  const read = texts.map(({ file, text }) => readOverlay(file, text, diagnostics));
  const overlays = read.flatMap(({ overlay }) => overlay ?? []);
  return { diagnostics, applyTo: (entry) => applyAll(overlays, entry) };
}

function applyAll(overlays: readonly Overlay[], entry: SourceFile): Overlaid {
  const diagnostics: Diagnostic[] = [];
  const workshop: Workshop = { find: openQueries(), grown: 0 };
  let draft: Draft = { value: entry.value, place: { file: entry.file, pointer: "" } };
  for (const { source, isFirst, extends: wanted, actions } of overlays) {
    const complain = complainAbout(source, diagnostics);
    if (wanted !== undefined && !isFor(source, wanted.value, draft)) {
      complain("overlay-for-another-spec", wanted.place, { wanted: wanted.value, entry: entry.file });
    }
    for (const action of actions) draft = applyAction(draft, action, { workshop, isFirst, complain });
  }
  const texts = overlays.map(({ source }) => source);
  const hasIdentifiers = [entry, ...texts].some((one) => one.hasIdentifiers);
  const source = { ...entry, value: draft.value, hasIdentifiers };
  return { source, overlays: texts, diagnostics, originOf: (pointer) => originOf(draft, pointer) };
}

/**
 * Whether an overlay is for a document (Overlay 1.2, section 4.3): `extends` is its file, or its own `$self`. Where a
 * document without `$self` was published nobody knows, so any address may be its.
 */
function isFor(overlay: SourceFile, wanted: string, { value, place }: SpecNode): boolean {
  const own = selfOf({ value: overlay.value, place: { file: overlay.file, pointer: "" } });
  const uri = resolveUri(wanted, own === undefined ? overlay.file : resolveUri(own, overlay.file));
  const self = selfOf({ value, place });
  if (isRemote(uri)) return self === undefined || !isRemote(self) || self === uri;
  const file = normalPath(decodePercent(uri));
  // What the folders above the root are called is not known here.
  const isAbove = file.startsWith("../") && file.endsWith(`/${place.file}`);
  return file === place.file || isAbove || uri === self;
}

function selfOf(root: SpecNode): string | undefined {
  const self = isMap(root.value) ? member(root, "$self")?.value : undefined;
  return typeof self === "string" ? self : undefined;
}
