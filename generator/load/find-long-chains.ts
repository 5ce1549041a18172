import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { Step } from "./find-circles.ts";
import { placeKey } from "../location.ts";

/** Nobody needs more, and to follow each reference of a chain of thousands to its end has none. */
const mostHops = 100;

/** A complaint about the longest chain of references to references, if it is too long. */
export function findLongChains(steps: readonly Step[]): readonly Diagnostic[] {
  const next = new Map(steps.map((step) => [placeKey(step.from), step]));
  const hops = new Map<string, number>();
  for (const { from } of next.values()) {
    const way = new Set<string>();
    let key = placeKey(from);
    for (
      let here = next.get(key);
      here !== undefined && !hops.has(key) && !way.has(key);
      here = next.get(key)
    ) {
      way.add(key);
      key = placeKey(here.to);
    }
    // A circle has no end to count from; it has a complaint of its own.
    const known = way.has(key) ? -Infinity : (hops.get(key) ?? 0);
    for (const [index, each] of [...way].toReversed().entries()) hops.set(each, known + index + 1);
  }
  const longest = [...hops.values()].reduce((most, each) => Math.max(most, each), 0);
  if (longest <= mostHops) return [];
  return [...next]
    .filter(([key]) => hops.get(key) === longest)
    .slice(0, 1)
    .map(([, { reference }]) =>
      diagnostic("too-many-references", reference, { hops: longest, most: mostHops }),
    );
}
