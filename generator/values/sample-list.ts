import type { Json } from "../json.ts";
import type { ListShape, Shape } from "../model/shape.ts";
import { into, type Sampler, together, type Way } from "./sampler.ts";

const mostItems = 20;

/**
 * A list of as many items as it must have, at least one where it says what its items are: an empty list tells a
 * reader nothing. Undefined if an item that it must have has no value.
 */
export function sampleList(
  sampler: Sampler,
  shapes: readonly ListShape[],
  way: Way,
  ids: readonly string[],
): readonly Json[] | undefined {
  const most = Math.min(mostItems, ...shapes.map(({ maxItems }) => maxItems ?? mostItems));
  const least = Math.max(0, ...shapes.map((shape) => leastOf(shape)));
  const wanted = Math.max(least, ...shapes.map(({ items, prefix = [] }) => (items ? 1 : 0) + prefix.length));
  const isUnique = shapes.some(({ unique }) => unique);
  const list: Json[] = [];
  while (list.length < Math.min(wanted, most)) {
    const index = list.length;
    const inner = into(way, ids, isUnique ? index : way.nth);
    const item = sampler.sample(sampler, together(shapesAt(shapes, index)), inner);
    if (item === undefined) return index < least ? undefined : list;
    list.push(item);
  }
  return list;
}

function leastOf({ contains, minContains = 1, minItems = 0 }: ListShape): number {
  return Math.max(minItems, contains === undefined ? 0 : minContains);
}

/** What is said of the item with this number; those that a list must contain come first. */
function shapesAt(shapes: readonly ListShape[], index: number): readonly Shape[] {
  return shapes.flatMap(({ prefix = [], items, contains, minContains = 1 }) => {
    const own = prefix[index] ?? items;
    return [...(own ? [own] : []), ...(contains && index < minContains ? [contains] : [])];
  });
}
