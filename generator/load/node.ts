import { isList, isMap, type JsonMap } from "../json.ts";
import { childPointer, placeKey } from "../location.ts";
import type { SpecDocument, SpecNode } from "./document.ts";

// A spec may be wrong in any place, and the model is built all the same: whatever is not of the kind that
// was asked for is not there.

export function mapOf(node: SpecNode | undefined): JsonMap | undefined {
  return isMap(node?.value) ? node.value : undefined;
}

/** The member called `key`, if the node is an object that has it. */
export function member(node: SpecNode | undefined, key: string): SpecNode | undefined {
  const value = mapOf(node)?.get(key);
  if (node === undefined || value === undefined) return undefined;
  return { value, place: { file: node.place.file, pointer: childPointer(node.place.pointer, key) } };
}

/** The members of an object in the order of the spec; none for anything else. */
export function members(node: SpecNode | undefined): readonly (readonly [string, SpecNode])[] {
  if (node === undefined) return [];
  const { file, pointer } = node.place;
  return [...(mapOf(node) ?? [])].map(
    ([key, value]) => [key, { value, place: { file, pointer: childPointer(pointer, key) } }] as const,
  );
}

/** The items of a list; none for anything else. */
export function items(node: SpecNode | undefined): readonly SpecNode[] {
  if (node === undefined || !isList(node.value)) return [];
  const { file, pointer } = node.place;
  return node.value.map((value, index) => ({
    value,
    place: { file, pointer: childPointer(pointer, index) },
  }));
}

/** The member or the item that a key of a JSON pointer names (RFC 6901, section 4). */
export function childOf(node: SpecNode | undefined, key: string): SpecNode | undefined {
  if (node === undefined || !isList(node.value)) return member(node, key);
  const value = /^(?:0|[1-9]\d*)$/.test(key) ? node.value[Number(key)] : undefined;
  if (value === undefined) return undefined;
  return { value, place: { file: node.place.file, pointer: childPointer(node.place.pointer, key) } };
}

export function textOf(node: SpecNode | undefined, key: string): string | undefined {
  const value = mapOf(node)?.get(key);
  return typeof value === "string" ? value : undefined;
}

export function flagOf(node: SpecNode | undefined, key: string): boolean | undefined {
  const value = mapOf(node)?.get(key);
  return typeof value === "boolean" ? value : undefined;
}

export function numberOf(node: SpecNode | undefined, key: string): number | bigint | undefined {
  const value = mapOf(node)?.get(key);
  return typeof value === "number" || typeof value === "bigint" ? value : undefined;
}

/** The texts in a list called `key`, anything else in it left out. */
export function textsOf(node: SpecNode | undefined, key: string): readonly string[] {
  return items(member(node, key)).flatMap(({ value }) => (typeof value === "string" ? [value] : []));
}

/**
 * The node itself or, where it is a Reference Object, what its `$ref` leads to in the end. Undefined when the
 * trail goes cold or in circles.
 */
export function follow(document: SpecDocument, node: SpecNode | undefined): SpecNode | undefined {
  const seen = new Set<string>();
  let here = node;
  for (;;) {
    const reference = textOf(here, "$ref");
    if (here === undefined || reference === undefined) return here;
    const key = placeKey(here.place);
    if (seen.has(key)) return undefined;
    seen.add(key);
    here = document.resolve(reference, here.place);
  }
}
