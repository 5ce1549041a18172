import { type Draft, itemsOf, type Kind, kindOf, membersOf, withItems, withMembers } from "./draft.ts";

/** Something to merge that is of another kind than what it meets. */
export interface Clash {
  /** What was to be merged. */
  readonly put: Draft;
  readonly puts: Kind;
  readonly meets: Kind;
}

/**
 * Merge a value into what an action targets (Overlay 1.1, section 4.4.3.1): objects member by member, lists one behind
 * the other, and a primitive value takes the place of another one. What a targeted list gets that is no list becomes an
 * item of it. Version 1.0 leaves open what becomes of a list in a list; it is read as 1.1 says.
 *
 * @param clash told of what does not fit; the target stays as it is there
 */
export function mergeIntoTarget(target: Draft, put: Draft, clash: (clash: Clash) => void): Draft {
  if (kindOf(target.value) === "list" && kindOf(put.value) !== "list") {
    return withItems(target, [...itemsOf(target), put]);
  }
  return merge(target, put, clash);
}

function merge(target: Draft, put: Draft, clash: (clash: Clash) => void): Draft {
  const meets = kindOf(target.value);
  const puts = kindOf(put.value);
  if (puts !== meets) {
    clash({ put, puts, meets });
    return target;
  }
  if (puts === "primitive") return put;
  if (puts === "list") return withItems(target, [...itemsOf(target), ...itemsOf(put)]);
  const parts = new Map(membersOf(target));
  for (const [key, part] of membersOf(put)) {
    const there = parts.get(key);
    parts.set(key, there === undefined ? part : merge(there, part, clash));
  }
  return withMembers(target, parts);
}
