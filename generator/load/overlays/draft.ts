import { isList, isMap, type Json } from "../../json.ts";
import { childPointer, type Place, pointerKeys } from "../../location.ts";
import type { SpecNode } from "../document.ts";
import { items, members } from "../node.ts";

/**
 * A value that is being changed, and knows where each part of it was written. `place` is where the value itself was
 * written, and all in it as well unless `parts` says otherwise.
 */
export interface Draft extends SpecNode {
  /** The members of an object, or the items of a list, as soon as one was written elsewhere or has moved. */
  readonly parts?: ReadonlyMap<string, Draft> | readonly Draft[];
  /** Whether everything in it came with the value at `place`, which itself only says where to take it from. */
  readonly isCopied?: boolean;
}

/** The members of an object; none for anything else. */
export function membersOf(draft: Draft): ReadonlyMap<string, Draft> {
  if (draft.parts !== undefined && "get" in draft.parts) return draft.parts;
  return new Map(members(draft).map(([key, part]) => [key, partOf(draft, part)]));
}

/** The items of a list; none for anything else. */
export function itemsOf(draft: Draft): readonly Draft[] {
  if (draft.parts !== undefined && !("get" in draft.parts)) return draft.parts;
  return items(draft).map((item) => partOf(draft, item));
}

function partOf({ place, isCopied }: Draft, part: SpecNode): Draft {
  return isCopied === true ? { value: part.value, place, isCopied } : part;
}

/** An object with other members. */
export function withMembers(draft: Draft, parts: ReadonlyMap<string, Draft>): Draft {
  return { ...draft, value: new Map([...parts].map(([key, part]) => [key, part.value])), parts };
}

/** A list with other items. */
export function withItems(draft: Draft, parts: readonly Draft[]): Draft {
  return { ...draft, value: parts.map(({ value }) => value), parts };
}

/** A draft as it stands that says of all in it that it was written at one place. */
export function copiedTo({ value }: Draft, place: Place): Draft {
  return { value, place, isCopied: true };
}

/** Where the node with a pointer was written, or the nearest one above it that is there. */
export function originOf(draft: Draft, pointer: string): Place {
  let here = draft;
  const keys = pointerKeys(pointer);
  for (const [index, key] of keys.entries()) {
    if (here.parts === undefined) {
      const rest = here.isCopied === true ? [] : keys.slice(index);
      return { file: here.place.file, pointer: rest.reduce(childPointer, here.place.pointer) };
    }
    const part = partAt(here.parts, key);
    if (part === undefined) break;
    here = part;
  }
  return here.place;
}

function partAt(parts: NonNullable<Draft["parts"]>, key: string): Draft | undefined {
  return "get" in parts ? parts.get(key) : parts[Number(key)];
}

/** The nodes that keys lead to, as one tree: each is gone to once, and those inside of it before it. */
interface Branch {
  isTarget: boolean;
  readonly below: Map<string, Branch>;
}

/**
 * Change the nodes at some places of a draft, each once and those inside of others before them.
 *
 * @param change gives what takes the place of a node; undefined for nothing
 */
export function changeAt(
  draft: Draft,
  places: readonly (readonly string[])[],
  change: (draft: Draft) => Draft | undefined,
): Draft | undefined {
  const root: Branch = { isTarget: false, below: new Map() };
  for (const keys of places) {
    let here = root;
    for (const key of keys) {
      const next = here.below.get(key) ?? { isTarget: false, below: new Map<string, Branch>() };
      here.below.set(key, next);
      here = next;
    }
    here.isTarget = true;
  }
  return changeBelow(draft, root, change);
}

function changeBelow(
  draft: Draft,
  { isTarget, below }: Branch,
  change: (draft: Draft) => Draft | undefined,
): Draft | undefined {
  if (below.size === 0) return isTarget ? change(draft) : draft;
  const changePart = (key: string, part: Draft): Draft | undefined => {
    const branch = below.get(key);
    return branch === undefined ? part : changeBelow(part, branch, change);
  };
  const here = isList(draft.value)
    ? withItems(
        draft,
        itemsOf(draft).flatMap((item, index) => changePart(String(index), item) ?? []),
      )
    : withMembers(draft, changeMembers(draft, below, changePart));
  return isTarget ? change(here) : here;
}

function changeMembers(
  draft: Draft,
  below: ReadonlyMap<string, Branch>,
  changePart: (key: string, part: Draft) => Draft | undefined,
): ReadonlyMap<string, Draft> {
  const parts = new Map(membersOf(draft));
  for (const key of below.keys()) {
    const part = parts.get(key);
    const changed = part === undefined ? undefined : changePart(key, part);
    if (changed === undefined) parts.delete(key);
    else parts.set(key, changed);
  }
  return parts;
}

export type Kind = "object" | "list" | "primitive";

/** What an update tells apart (Overlay 1.1, section 4.4.3); null is a primitive value. */
export function kindOf(value: Json): Kind {
  if (isMap(value)) return "object";
  return isList(value) ? "list" : "primitive";
}
