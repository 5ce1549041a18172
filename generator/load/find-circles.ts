import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { Place } from "../location.ts";
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
  const next = new Map(steps.map((step) => [keyOf(step.from), step]));
  const order = new Map([...next.keys()].map((key, index) => [key, index]));
  const done = new Set<string>();
  const found: Diagnostic[] = [];
  for (const start of next.values()) {
    const path: Step[] = [];
    const onPath = new Set<string>();
    let here: Step | undefined = start;
    while (here !== undefined && !done.has(keyOf(here.from))) {
      done.add(keyOf(here.from));
      onPath.add(keyOf(here.from));
      path.push(here);
      here = next.get(keyOf(here.to));
    }
    if (here === undefined || !onPath.has(keyOf(here.from))) continue;
    const entered = keyOf(here.from);
    const circle = path.slice(path.findIndex(({ from }) => keyOf(from) === entered));
    const indexOf = (step: Step): number => order.get(keyOf(step.from)) ?? 0;
    const first = circle.reduce((a, b) => (indexOf(b) < indexOf(a) ? b : a));
    const turned = [...circle.slice(circle.indexOf(first)), ...circle.slice(0, circle.indexOf(first))];
    found.push(diagnostic("endless-reference", first.reference, { circle: shown(turned) }));
  }
  return found;
}

function shown(circle: readonly Step[]): string {
  const names = circle.map(({ from }) => shownPlace(from, circle[0]?.from.file));
  const [first = ""] = names;
  const middle = names.length > mostShown ? [...names.slice(0, mostShown), "…"] : names;
  return [...middle, first].join(" -> ");
}

function keyOf({ file, pointer }: Place): string {
  return `${file}#${pointer}`;
}
