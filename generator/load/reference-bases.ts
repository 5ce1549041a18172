import { type Place, pointerKeys } from "../location.ts";
import type { SpecNode } from "./document.ts";
import { baseOf, identifierOf } from "./identifiers.ts";
import type { Library } from "./library.ts";
import { childOf } from "./node.ts";
import type { SourceFile } from "./source-file.ts";
import { decodePercent, isRemote, normalPath } from "./uri.ts";

/** What references may lead to. */
export type Shelf = Pick<Library, "open" | "identified"> & Partial<Pick<Library, "whyUnfetched">>;

/** A file, or a part of one that has an `$id`, under the URI that references in it are relative to. */
export interface Resource {
  readonly uri: string;
  readonly root: SpecNode;
}

/**
 * What a reference at a place may be relative to: the nearest `$id` around it, the `$self` of its file, and
 * the path of its file. Only the first counts by the standards (JSON Schema core, section 8.2.1), but authors
 * who copy an `$id` along go on to write paths and pointers of the file.
 */
export function basesOf(shelf: Shelf, from: Place): readonly Resource[] {
  const source = shelf.open(from.file);
  if (source === undefined) return [];
  const root = rootOf(source);
  const own = { uri: from.file, root };
  const self = { uri: baseOf(source), root };
  const bases = self.uri === own.uri ? [own] : [self, own];
  const inner = source.hasIdentifiers ? nearestIdentified(self, pointerKeys(from.pointer)) : self;
  return inner === self ? bases : [inner, ...bases];
}

/** The resource of a URI; undefined if there is neither such a file nor such an `$id`. */
export function resourceOf(shelf: Shelf, uri: string): Resource | undefined {
  const named = shelf.identified.get(uri);
  // What bears the name already need not be fetched from there.
  const source = isRemote(uri) && named !== undefined ? undefined : shelf.open(fileOf(uri));
  if (source !== undefined) return { uri: baseOf(source), root: rootOf(source) };
  const root = nodeAt(shelf, named);
  return root === undefined ? undefined : { uri, root };
}

/** The file that a URI without a scheme names; one that leads away from the spec is its own name. */
export function fileOf(uri: string): string {
  return isRemote(uri) ? uri : normalPath(decodePercent(uri));
}

/** The node at a place; undefined if there is none. */
export function nodeAt(shelf: Pick<Shelf, "open">, place: Place | undefined): SpecNode | undefined {
  const source = place === undefined ? undefined : shelf.open(place.file);
  if (place === undefined || source === undefined) return undefined;
  let here: SpecNode | undefined = rootOf(source);
  for (const key of pointerKeys(place.pointer)) here = childOf(here, key);
  return here;
}

function rootOf({ file, value }: SourceFile): SpecNode {
  return { value, place: { file, pointer: "" } };
}

function nearestIdentified(file: Resource, keys: readonly string[]): Resource {
  let nearest = file;
  let here: SpecNode | undefined = file.root;
  for (const key of [undefined, ...keys]) {
    if (key !== undefined) here = childOf(here, key);
    const uri = identifierOf(here?.value, nearest.uri);
    if (here !== undefined && uri !== undefined) nearest = { uri, root: here };
  }
  return nearest;
}
