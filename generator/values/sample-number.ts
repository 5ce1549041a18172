import type { NumberShape } from "../model/shape.ts";

type Numeric = number | bigint;

/** Numbers that may fit these shapes all at once, the likeliest first. */
export function* sampleNumber(shapes: readonly NumberShape[], nth: number): Iterable<Numeric> {
  const low = furthest(
    shapes.flatMap(({ minimum, exclusiveMinimum }) => [minimum, exclusiveMinimum]),
    (one, other) => one > other,
  );
  const high = furthest(
    shapes.flatMap(({ maximum, exclusiveMaximum }) => [maximum, exclusiveMaximum]),
    (one, other) => one < other,
  );
  for (const { multipleOf: step } of shapes) if (step !== undefined) yield* multiples(step, low, nth);
  yield nth + 1;
  if (nth === 0) yield 0;
  if (low !== undefined) yield* [plus(low, nth), plus(low, nth + 1)];
  if (high !== undefined) yield* [plus(high, -nth), plus(high, -nth - 1)];
  const width = Number(high ?? 0) - Number(low ?? 0);
  yield Number(low ?? 0) + width / (nth + 2);
}

/** The tightest of the bounds that are there. */
function furthest(
  bounds: readonly (Numeric | undefined)[],
  isTighter: (one: Numeric, other: Numeric) => boolean,
): Numeric | undefined {
  return bounds.reduce((best, bound) => {
    if (bound === undefined || best === undefined) return bound ?? best;
    return isTighter(bound, best) ? bound : best;
  }, undefined);
}

function plus(number: Numeric, more: number): Numeric {
  return typeof number === "bigint" ? number + BigInt(more) : number + more;
}

/** Multiples from 1 or from the lower bound on, without the noise of binary fractions. */
function multiples(step: Numeric, low: Numeric | undefined, nth: number): readonly Numeric[] {
  if (typeof step === "bigint") return [step * BigInt(nth + 1)];
  const first = Math.max(Math.ceil(Number(low ?? 0) / step), 1);
  const times = [1 + nth, first + nth, first + nth + 1];
  return times.map((time) => Number((time * step).toPrecision(15))).filter(Number.isFinite);
}
