import type { Json } from "../json.ts";
import { childPointer, type Place } from "../location.ts";
import type { Model } from "../model/api.ts";
import type { Shape } from "../model/shape.ts";
import type { ParsedPattern } from "./parse-pattern.ts";
import { showValue } from "./show-value.ts";

/** Where a value travels: what is read-only need not stand in a request, what is write-only not in a response. */
export type Direction = "request" | "response";

/** Why a value does not belong to a shape. */
export interface Misfit {
  /** JSON pointer (RFC 6901) inside the value. */
  readonly pointer: string;
  /** A clause for people: `"name" is missing`. */
  readonly why: string;
  /** Where the schema stands that refuses the value. */
  readonly place: Place;
  /** What kinds of value would have done here, where the value is of none of them or may be of another. */
  readonly wanted?: readonly string[];
}

/** Undefined: the value fits. `unsure`: nobody can tell, so nobody complains, not even under `not`. */
export type Verdict = Misfit | "unsure" | undefined;

/** The way that led to a value, and what else is said of that same value. */
export interface Spot {
  readonly pointer: string;
  readonly depth: number;
  /** The models entered since the value was reached: to meet one again is to go in circles. */
  readonly entered: readonly string[];
  /** Shapes that hold for the value beside the one at hand, in the same schema or around it. */
  readonly beside: readonly Shape[];
  /** The same, from the schemas that refer to this one. */
  readonly above: readonly Shape[];
}

/** One judgement: what it knows, and what it has spent. */
export interface Run {
  readonly models: ReadonlyMap<string, Model>;
  readonly direction: Direction;
  readonly judge: (run: Run, shape: Shape, value: Json, spot: Spot) => Verdict;
  readonly patterns: Map<string, ParsedPattern | undefined>;
  steps: number;
}

export const start: Spot = { pointer: "", depth: 0, entered: [], beside: [], above: [] };

/** More than any honest value needs, and less than anyone would wait for. */
export const mostSteps = 100_000;

/** Our own stack ends beyond this. */
const deepest = 1200;

/** Count one step. What goes on for too long, or too deep, is given up as a whole. */
export function isSpent(run: Run, spot: Spot): boolean {
  run.steps = spot.depth > deepest ? Infinity : run.steps + 1;
  return run.steps > mostSteps;
}

/** The way to a member or an item of the value. */
export function inside(spot: Spot, key: string | number): Spot {
  return { ...start, pointer: childPointer(spot.pointer, key), depth: spot.depth + 1 };
}

export function misfit(shape: Shape, spot: Spot, why: string): Misfit {
  return { pointer: spot.pointer, why, place: shape.place };
}

/** The value is of another kind than the schema asks for. */
export function wrongKind(shape: Shape, spot: Spot, value: Json, wanted: readonly string[]): Misfit {
  const kinds = [...new Set(wanted)];
  const last = kinds.at(-1) ?? "value";
  const list = kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} or ${last}` : last;
  return { ...misfit(shape, spot, `${showValue(value)} is no ${list}`), wanted: kinds };
}

/** The verdict on all conditions at once: the first misfit, else doubt, else none. Stops at the first misfit. */
export function conclude(verdicts: Iterable<Verdict>): Verdict {
  let verdict: Verdict;
  for (const next of verdicts) {
    if (next === "unsure") verdict = next;
    else if (next !== undefined) return next;
  }
  return verdict;
}
