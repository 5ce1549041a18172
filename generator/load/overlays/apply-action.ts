import { isList, isMap, type Json } from "../../json.ts";
import { deepestNesting } from "../text-fault.ts";
import type { Complain } from "./complain.ts";
import { changeAt, copiedTo, type Draft, kindOf } from "./draft.ts";
import { type FindNodes, QueryFault } from "./json-path.ts";
import { type Clash, mergeIntoTarget } from "./merge-drafts.ts";
import type { Action, TextNode } from "./overlay.ts";

/** What the actions of all overlays have in common while they are carried out. */
export interface Workshop {
  readonly find: FindNodes;
  /** How many values they have put in so far. */
  grown: number;
}

/** What an action needs to know of the overlay that it stands in. */
export interface Setting {
  readonly workshop: Workshop;
  readonly isFirst: boolean;
  readonly complain: Complain;
}

/** More values than overlays may put in: who copies copies of copies has a bomb. */
const mostGrowth = 1_000_000;

type Keys = readonly string[];

/** Carry out one action (Overlay 1.1, section 4.4.3). What cannot be done leaves the draft as it was. */
export function applyAction(draft: Draft, action: Action, setting: Setting): Draft {
  const { target, deed } = action;
  const places = findAt(draft, target, setting);
  if (places === undefined) return draft;
  if (places.length === 0) {
    setting.complain("overlay-matches-nothing", target.place, { query: target.value.slice(0, 80) });
    return draft;
  }
  if (setting.isFirst && places.some((keys) => kindAt(draft, keys) === "primitive")) {
    setting.complain("overlay-targets-a-primitive-value", target.place, { verb: deed.kind });
    return draft;
  }
  if (deed.kind === "remove") return remove(draft, places, target, setting);
  const put = deed.kind === "update" ? deed.value : copyOf(draft, deed.from, setting);
  if (put === undefined || !areOfOneKind(draft, places, target, setting)) return draft;
  return mayGrow(put, places, setting) ? update(draft, places, put, setting) : draft;
}

function findAt(draft: Draft, { value, place }: TextNode, { workshop, complain }: Setting) {
  try {
    return workshop.find(draft.value, value);
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    complain("overlay-query-is-wrong", place, { query: value.slice(0, 80), why: error.message });
    return undefined;
  }
}

function remove(draft: Draft, places: readonly Keys[], target: TextNode, { complain }: Setting): Draft {
  const rest = changeAt(draft, places, () => undefined);
  if (rest === undefined) complain("overlay-removes-everything", target.place, {});
  return rest ?? draft;
}

function update(draft: Draft, places: readonly Keys[], put: Draft, { complain }: Setting): Draft {
  const refuse = ({ put: { place }, puts, meets }: Clash): void =>
    complain("overlay-does-not-fit", place, { puts: kindNames[puts], meets: kindNames[meets] });
  return changeAt(draft, places, (here) => mergeIntoTarget(here, put, refuse)) ?? draft;
}

const kindNames = { object: "an object", list: "a list", primitive: "a single value" } as const;

/** The one node that `copy` selects, as what the action puts in. */
function copyOf(draft: Draft, from: TextNode, setting: Setting): Draft | undefined {
  const places = findAt(draft, from, setting);
  const [keys] = places ?? [];
  if (places === undefined) return undefined;
  const value = keys === undefined || places.length > 1 ? undefined : valueAt(draft.value, keys);
  if (value === undefined) {
    setting.complain("overlay-copies-one-value", from.place, { count: places.length });
    return undefined;
  }
  return copiedTo({ value, place: from.place }, from.place);
}

function areOfOneKind(
  draft: Draft,
  places: readonly Keys[],
  target: TextNode,
  { complain }: Setting,
): boolean {
  const [first, ...others] = new Set(places.map((keys) => kindAt(draft, keys)));
  const [other] = others;
  if (first === undefined || other === undefined) return true;
  complain("overlay-targets-are-mixed", target.place, { one: kindNames[first], other: kindNames[other] });
  return false;
}

/** Whether the result stays within the bounds that every later stage relies on. */
function mayGrow(put: Draft, places: readonly Keys[], { workshop, complain }: Setting): boolean {
  workshop.grown += places.length * sizeOf(put.value, mostGrowth - workshop.grown);
  if (workshop.grown > mostGrowth) {
    complain("overlay-grows-without-end", put.place, {});
    return false;
  }
  const deepest = places.reduce((depth, keys) => Math.max(depth, keys.length), 0) + heightOf(put.value);
  if (deepest >= deepestNesting) complain("too-deep", put.place, {});
  return deepest < deepestNesting;
}

/** How many values a value holds, itself included; more than `most` is not counted on. */
function sizeOf(value: Json, most: number): number {
  let size = 1;
  for (const part of partsIn(value)) {
    if (size > most) break;
    size += sizeOf(part, most - size);
  }
  return size;
}

function heightOf(value: Json): number {
  let height = 0;
  for (const part of partsIn(value)) height = Math.max(height, 1 + heightOf(part));
  return height;
}

function partsIn(value: Json): Iterable<Json> {
  if (isMap(value)) return value.values();
  return isList(value) ? value : [];
}

function kindAt(draft: Draft, keys: Keys): ReturnType<typeof kindOf> {
  return kindOf(valueAt(draft.value, keys) ?? null);
}

function valueAt(value: Json, keys: Keys): Json | undefined {
  let here: Json | undefined = value;
  for (const key of keys) {
    if (isMap(here)) here = here.get(key);
    else here = isList(here) ? here[Number(key)] : undefined;
  }
  return here;
}
