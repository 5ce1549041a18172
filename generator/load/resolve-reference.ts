import { type Place, pointerKeys } from "../location.ts";
import type { SpecNode } from "./document.ts";
import { childOf, textOf } from "./node.ts";
import { basesOf, fileOf, nodeAt, type Resource, resourceOf, type Shelf } from "./reference-bases.ts";
import { decodePercent, isRemote, resolveUri, splitReference } from "./uri.ts";

/** Where a reference leads, or why it leads nowhere. */
export type Resolution = { readonly found: SpecNode } | { readonly failure: Failure };

export type Failure =
  | { readonly kind: "endless" }
  | { readonly kind: "remote"; readonly uri: string }
  | { readonly kind: "unfetched"; readonly uri: string; readonly why: string }
  | { readonly kind: "unreadable" | "broken"; readonly file: string }
  | NoWay;

/** The fragment names nothing: `last` is the last node on its way, `missing` what that does not have. */
export interface NoWay {
  readonly kind: "nowhere";
  readonly last: SpecNode;
  readonly missing: string;
  /** The steps behind the missing one. */
  readonly rest: readonly string[];
}

/** So many references may lie on the way of one pointer; a longer way is taken for a circle. */
const mostHops = 32;

interface Trip {
  readonly shelf: Shelf;
  hops: number;
}

/**
 * Find what a reference at a place names (RFC 3986 section 5, RFC 6901 section 6): one step, the target may
 * refer on. Where a pointer leads through a Reference Object, it is followed on the way.
 */
export function resolveReference(shelf: Shelf, reference: string, from: Place): Resolution {
  return resolve({ shelf, hops: 0 }, reference, from);
}

function resolve(trip: Trip, reference: string, from: Place): Resolution {
  trip.hops += 1;
  let resolution: Resolution = { failure: { kind: "endless" } };
  if (trip.hops > mostHops) return resolution;
  const { uri, fragment = "" } = splitReference(reference);
  for (const base of basesOf(trip.shelf, from)) {
    const resource = uri === "" ? base : resourceOf(trip.shelf, resolveUri(uri, base.uri));
    resolution =
      resource === undefined
        ? { failure: absence(trip.shelf, resolveUri(uri, base.uri)) }
        : lookUp(trip, resource, decodePercent(fragment));
    if ("found" in resolution) break;
  }
  return resolution;
}

function absence(shelf: Shelf, uri: string): Failure {
  if (!isRemote(uri)) return { kind: "unreadable", file: fileOf(uri) };
  const why = shelf.whyUnfetched?.(uri);
  return why === undefined ? { kind: "remote", uri } : { kind: "unfetched", uri, why };
}

function lookUp(trip: Trip, { root, uri }: Resource, fragment: string): Resolution {
  const { shelf } = trip;
  const { file } = root.place;
  if (shelf.open(file)?.isBroken === true) return { failure: { kind: "broken", file } };
  if (fragment === "") return { found: root };
  if (fragment.startsWith("/")) return walk(trip, root, pointerKeys(fragment));
  const anchored = nodeAt(shelf, shelf.identified.get(`${uri}#${fragment}`));
  return anchored === undefined
    ? { failure: { kind: "nowhere", last: root, missing: fragment, rest: [] } }
    : { found: anchored };
}

function walk(trip: Trip, root: SpecNode, keys: readonly string[]): Resolution {
  let here = root;
  for (const [index, key] of keys.entries()) {
    let next = childOf(here, key);
    while (next === undefined) {
      const reference = textOf(here, "$ref");
      const rest = keys.slice(index + 1);
      if (reference === undefined) return { failure: { kind: "nowhere", last: here, missing: key, rest } };
      const hop = resolve(trip, reference, here.place);
      if ("failure" in hop) return hop;
      here = hop.found;
      next = childOf(here, key);
    }
    here = next;
  }
  return { found: here };
}
