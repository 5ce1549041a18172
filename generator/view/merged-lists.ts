import type { ListShape, Shape } from "../model/shape.ts";

/**
 * Parts that hold at once, with one list in the place of several: each of its items is what all of them want. The methods
 * of `A[] & B[]` know of `A` only.
 */
export function withMergedLists(parts: readonly Shape[]): readonly Shape[] {
  const lists = parts.filter(isPlainList);
  const [first, ...others] = lists;
  if (first === undefined || others.length === 0) return parts;
  const merged = others.reduce(bothLists, first);
  return parts.flatMap((part): readonly Shape[] =>
    part === first ? [merged] : isPlainList(part) ? [] : [part],
  );
}

/** Whether a shape is a list whose items are all alike. */
function isPlainList(part: Shape): part is ListShape {
  return part.kind === "list" && part.prefix === undefined;
}

function bothLists(one: ListShape, other: ListShape): ListShape {
  const items = [one.items, other.items].filter((each) => each !== undefined);
  const [only, ...others] = items;
  if (only === undefined) return one;
  const all: Shape = { kind: "all", place: only.place, parts: items };
  return { ...one, items: others.length === 0 ? only : all };
}
