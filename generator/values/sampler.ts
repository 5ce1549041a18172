import type { Json } from "../json.ts";
import type { Model } from "../model/api.ts";
import type { Shape } from "../model/shape.ts";
import type { Entered } from "./gather-parts.ts";
import type { Direction } from "./verdict.ts";

/** The making of one sample: what it knows, and what it has spent. */
export interface Sampler {
  readonly models: ReadonlyMap<string, Model>;
  readonly direction: Direction;
  readonly fits: (shape: Shape, value: Json) => boolean;
  /** Undefined where there is no value, or none that ends. */
  readonly sample: (sampler: Sampler, shape: Shape, way: Way) => Json | undefined;
  steps: number;
}

/** The way to the value that is made, and how many others before it must differ from it. */
export interface Way extends Entered {
  readonly depth: number;
  readonly nth: number;
}

const mostSteps = 1000;

/** Count one step. Nobody reads a sample that takes more of them. */
export function isTired(sampler: Sampler): boolean {
  sampler.steps += 1;
  return sampler.steps > mostSteps;
}

/** The way from a value, for which these models were entered, to a member or an item. */
export function into(way: Way, ids: readonly string[], nth = way.nth): Way {
  return { around: [...way.around, ...ids], here: [], depth: way.depth + 1, nth };
}

/** These shapes at once; of none, every value. */
export function together(shapes: readonly Shape[]): Shape {
  const [first] = shapes;
  if (first === undefined) return { kind: "any", place: { file: "", pointer: "" } };
  return shapes.length === 1 ? first : { kind: "all", place: first.place, parts: shapes };
}
