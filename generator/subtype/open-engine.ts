import type { Json } from "../json.ts";
import type { Shape } from "../model/shape.ts";
import { openJudge } from "../values/find-misfit.ts";
import { sampleValue } from "../values/sample-value.ts";
import { together } from "../values/sampler.ts";
import type { Direction } from "../values/verdict.ts";
import { areBoxesApart, boxGap, isEmptyBox, termOfBox } from "./box-gap.ts";
import { type Box, boxesOf, TooManyBoxes } from "./boxes.ts";
import type { Engine } from "./engine.ts";
import { type Gap, gap } from "./gap.ts";
import { readingsOf } from "./readings.ts";
import { splitBox } from "./split-box.ts";
import type { KeyOf, Models, Term } from "./term.ts";

export interface EngineOptions {
  readonly direction: Direction;
  readonly spelled: boolean;
  readonly keyOf: KeyOf;
  /** Whether two shapes say the same, as far as can be told at a glance. */
  readonly isSame: (one: Shape, other: Shape) => boolean;
}

/** More pairs of terms than any honest question takes, and less than anyone would wait for; and so for all questions. */
const mostSteps = 20_000;
const mostStepsInAll = 400_000;
const judgingBudget = 20_000_000;
const deepest = 200;

/**
 * Compare sets of values. What is found out is kept, for as long as the engine is; a pair that is met again while it is
 * being compared is taken to hold, as is right for values that end (coinduction), and forgotten if it does not.
 */
export function openEngine(models: Models, { direction, spelled, keyOf, isSame }: EngineOptions): Engine {
  const judge = openJudge(models, direction, judgingBudget);
  const known = new Map<string, Gap | undefined>();
  /** How deep the assumption lies that a proof rests on. */
  const resting = new Map<string, number>();
  const open = new Map<string, number>();
  const samples = new Map<string, Json | undefined>();
  const boxes = new Map<string, readonly Box[]>();
  const negations = new Map<Shape, Shape>();
  let lowest = Infinity;
  let steps = 0;
  let stepsInAll = 0;

  const engine: Engine = {
    models,
    direction,
    spelled,
    keyOf,
    isSame,
    negated,
    within,
    isApart,
    fits: (term, value) =>
      readingsOf(engine, value).some((reading) => term.every((shape) => judge(shape, reading) === undefined)),
    sample(term) {
      const key = keyOf(term);
      if (!samples.has(key)) samples.set(key, sampleOf(term));
      return samples.get(key);
    },
  };
  return engine;

  function sampleOf(term: Term): Json | undefined {
    const value = sampleValue(models, together(term), direction);
    return engine.fits(term, value) ? value : undefined;
  }

  function within(a: Term, b: Term): Gap | undefined {
    const one = keyOf(a);
    const other = keyOf(b);
    if (b.length === 0 || one === other) return undefined;
    const key = `${one}<${other}`;
    const since = open.get(key);
    if (since !== undefined) {
      lowest = Math.min(lowest, since);
      return undefined;
    }
    if (known.has(key)) {
      lowest = Math.min(lowest, resting.get(key) ?? Infinity);
      return known.get(key);
    }
    return decide(a, b, key);
  }

  function decide(a: Term, b: Term, key: string): Gap | undefined {
    steps += 1;
    if (steps > mostSteps || open.size > deepest)
      return gap("the schemas are too large to compare", () => []);
    const before = lowest;
    const depth = open.size;
    lowest = Infinity;
    open.set(key, depth);
    const found = isAlike(a, b) ? undefined : attempt(a, b);
    open.delete(key);
    if (found !== undefined) {
      // Whatever was taken to hold because of this does not.
      for (const [other, at] of resting) {
        if (at < depth) continue;
        resting.delete(other);
        known.delete(other);
      }
      known.set(key, found);
      lowest = before;
      return found;
    }
    known.set(key, undefined);
    if (lowest < depth) resting.set(key, lowest);
    for (const [other, at] of resting) {
      if (at < depth) continue;
      if (lowest < depth) resting.set(other, lowest);
      else resting.delete(other);
    }
    lowest = Math.min(before, lowest < depth ? lowest : Infinity);
    return undefined;
  }

  function isAlike(a: Term, b: Term): boolean {
    return a.length === b.length && a.every((shape, index) => isSame(shape, b[index] ?? shape));
  }

  function negated(shape: Shape): Shape {
    const made = negations.get(shape) ?? { kind: "not", place: shape.place, shape };
    negations.set(shape, made);
    return made;
  }

  /** Each question has its own allowance. */
  function isSpent(): boolean {
    if (open.size === 0) steps = 0;
    steps += 1;
    stepsInAll += 1;
    return steps > mostSteps || stepsInAll > mostStepsInAll || open.size > deepest;
  }

  function attempt(a: Term, b: Term): Gap | undefined {
    try {
      return gapBetween(boxesIn(a), boxesIn(b), a, b);
    } catch (error) {
      if (error instanceof TooManyBoxes) return gap(error.message, () => []);
      throw error;
    }
  }

  function boxesIn(term: Term): readonly Box[] {
    const key = keyOf(term);
    const made = boxes.get(key) ?? boxesOf(models, term);
    boxes.set(key, made);
    return made;
  }

  function gapBetween(as: readonly Box[], bs: readonly Box[], a: Term, b: Term): Gap | undefined {
    const gaps: Gap[] = [];
    for (const box of as) {
      const found = gapOf(box, bs, b, 0);
      if (found !== undefined) gaps.push(found);
    }
    const [only] = gaps;
    if (only === undefined) return undefined;
    return gap(only.why, function* () {
      for (const each of gaps) yield* each.candidates();
      const sample = engine.sample(a);
      if (sample !== undefined) yield sample;
    });
  }

  /** One box of values, seen from all boxes of the other side; apart, it may fit in several of them. */
  function gapOf(box: Box, bs: readonly Box[], b: Term, splits: number): Gap | undefined {
    if (isEmptyBox(engine, box)) return undefined;
    if (box.listed !== undefined) return listGap(box, box.listed, b);
    const gaps: Gap[] = [];
    for (const other of bs) {
      const found = boxGap(engine, box, other);
      if (found === undefined) return undefined;
      gaps.push(found);
    }
    const pieces = splits < 2 && bs.length > 1 ? splitBox(engine, box) : undefined;
    if (pieces !== undefined) {
      const left = pieces.flatMap((piece) => gapOf(piece, bs, b, splits + 1) ?? []);
      if (left.length === 0) return undefined;
      gaps.unshift(...left);
    }
    // What fits is tried by the candidates of the nearest of its kind first.
    const why = gaps.find((each) => each.why !== "another type")?.why ?? "another type";
    return gap(why, function* () {
      for (const each of gaps) yield* each.candidates();
    });
  }

  function listGap(box: Box, values: readonly Json[], b: Term): Gap | undefined {
    const term = termOfBox(engine, box);
    const own = values.filter((value) => engine.fits(term, value));
    const odd = own.filter((value) => !engine.fits(b, value));
    return odd.length === 0 ? undefined : gap("a listed value is none", () => odd);
  }

  function isApart(a: Term, b: Term): boolean {
    if (a.length === 0 || b.length === 0) return false;
    const key = `${keyOf(a)}#${keyOf(b)}`;
    if (open.has(key) || open.size > deepest) return false;
    if (isSpent()) return false;
    if (known.has(key)) return known.get(key) === undefined;
    open.set(key, -1);
    let apart = false;
    try {
      const as = boxesIn(a);
      const bs = boxesIn(b);
      apart =
        as.length * bs.length <= 400 &&
        as.every((one) => bs.every((other) => areBoxesApart(engine, one, other)));
    } catch (error) {
      if (!(error instanceof TooManyBoxes)) throw error;
    }
    open.delete(key);
    known.set(key, apart ? undefined : gap("they overlap", () => []));
    return apart;
  }
}
