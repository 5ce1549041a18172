import { isList, isMap, type Json } from "../json.ts";
import type { Engine } from "./engine.ts";
import { first } from "./gap.ts";
import type { Term } from "./term.ts";

/** What is known of `a` beside `b`: inclusion is proved, a value refutes it, or neither could be done. */
export type Relation =
  | { readonly kind: "included" }
  | { readonly kind: "refuted"; readonly value: Json }
  | { readonly kind: "unknown"; readonly why: string };

const mostCandidates = 1500;

/** Decide whether every value of `a` is one of `b`. */
export function relate(engine: Engine, a: Term, b: Term): Relation {
  const gap = engine.within(a, b);
  if (gap === undefined) return { kind: "included" };
  for (const value of first(mostCandidates, gap.candidates())) {
    if (isWitness(engine, a, b, value)) {
      return { kind: "refuted", value: shrink(value, (smaller) => isWitness(engine, a, b, smaller)) };
    }
  }
  return { kind: "unknown", why: gap.why };
}

/** Whether a value is in `a` and not in `b`, whichever way it is read. */
export function isWitness(engine: Engine, a: Term, b: Term, value: Json): boolean {
  return engine.fits(a, value) && !engine.fits(b, value);
}

const mostShrinks = 300;

/** The smallest value that can be made of one by leaving things out, so that it still passes a test. */
export function shrink(value: Json, passes: (smaller: Json) => boolean): Json {
  let left = mostShrinks;
  let smallest = value;
  for (let isSmaller = true; isSmaller && left > 0;) {
    isSmaller = false;
    for (const candidate of smallerThan(smallest)) {
      left -= 1;
      if (left <= 0) break;
      if (!passes(candidate)) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

function* smallerThan(value: Json): Iterable<Json> {
  if (isMap(value)) {
    for (const name of value.keys()) yield new Map([...value].filter(([other]) => other !== name));
    for (const [name, member] of value) {
      for (const smaller of smallerThan(member)) yield new Map([...value, [name, smaller]]);
    }
  } else if (isList(value)) {
    for (let index = 0; index < value.length; index += 1) yield value.toSpliced(index, 1);
    for (const [index, item] of value.entries()) {
      for (const smaller of smallerThan(item)) yield value.with(index, smaller);
    }
  }
}
