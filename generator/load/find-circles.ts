import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import { type Place, placeKey } from "../location.ts";
import { shownPlace } from "./uri.ts";

/** An object that refers on. */
export interface Step {
  readonly from: Place;
  readonly to: Place;
  /** The `$ref` itself. */
  readonly reference: Place;
}

/** More of a circle than this is not shown. */
const mostShown = 8;

/**
 * The circles of references that never come to an object that is none, each once, at the first of its
 * references. An object that holds references deeper inside may well hold itself; that is no circle.
 */
export function findCircles(steps: readonly Step[]): readonly Diagnostic[] {
  const next = new Map(steps.map((step) => [placeKey(step.from), step]));
  const order = new Map([...next.keys()].map((key, index) => [key, index]));
  const done = new Set<string>();
  return [...next.values()].flatMap((start) => {
    const circle = circleFrom(start, next, done);
    const indices = circle.map(({ from }) => order.get(placeKey(from)) ?? 0);
    const first = indices.indexOf(indices.reduce((a, b) => Math.min(a, b), Infinity));
    const turned = [...circle.slice(first), ...circle.slice(0, first)];
    return turned.slice(0, 1).map(({ reference }) => {
      return diagnostic("endless-reference", reference, { circle: shown(turned) });
    });
  });
}

/**
 * The circle that the way from a step runs into; none if it ends, or if it leads where somebody was before.
 */
function circleFrom(start: Step, next: ReadonlyMap<string, Step>, done: Set<string>): readonly Step[] {
  const path = new Map<string, Step>();
  let key = placeKey(start.from);
  for (let here = next.get(key); here !== undefined && !done.has(key); here = next.get(key)) {
    done.add(key);
    path.set(key, here);
    key = placeKey(here.to);
  }
  const keys = [...path.keys()];
  return path.has(key) ? [...path.values()].slice(keys.indexOf(key)) : [];
}

function shown(circle: readonly Step[]): string {
  const names = circle.map(({ from }) => shownPlace(from, circle[0]?.from.file));
  const [first = ""] = names;
  const middle = names.length > mostShown ? [...names.slice(0, mostShown), "…"] : names;
  return [...middle, first].join(" -> ");
}
