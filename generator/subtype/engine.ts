import type { Json } from "../json.ts";
import type { Shape } from "../model/shape.ts";
import type { Direction } from "../values/verdict.ts";
import type { Gap } from "./gap.ts";
import type { KeyOf, Models, Term } from "./term.ts";

/** What the parts of the comparison of two sets of values ask of each other. */
export interface Engine {
  readonly models: Models;
  /** What does not travel this way is left out of the comparison. */
  readonly direction: Direction;
  /** Values travel as text, where `5` is a number and a string. */
  readonly spelled: boolean;
  readonly keyOf: KeyOf;
  /** Whether two shapes say the same, as far as can be told at a glance. */
  readonly isSame: (one: Shape, other: Shape) => boolean;
  /** The shape of all other values; the same one each time, so that what is known of it is found again. */
  readonly negated: (shape: Shape) => Shape;
  /** Why not every value of `a` was seen to be one of `b`; undefined: it is proved. */
  readonly within: (a: Term, b: Term) => Gap | undefined;
  /** Whether it is proved that no value is in both. */
  readonly isApart: (a: Term, b: Term) => boolean;
  /** Whether a value belongs to a term, wherever that can be told. */
  readonly fits: (term: Term, value: Json) => boolean;
  /** A value of the term; undefined where none was found. */
  readonly sample: (term: Term) => Json | undefined;
}
