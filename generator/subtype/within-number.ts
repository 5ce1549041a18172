import type { Json } from "../json.ts";
import type { NumberShape } from "../model/shape.ts";
import { isMultiple, ranges } from "../values/judge-number.ts";
import { type Gap, gap } from "./gap.ts";

/** An interval; where both ends of a side are given the stricter one holds. */
interface Interval {
  readonly low: Bound;
  readonly high: Bound;
  readonly integer: boolean;
}

interface Bound {
  readonly at: number | bigint;
  /** Whether the end itself is out. */
  readonly open: boolean;
}

/** Formats whose values another format holds as well. */
const wider: ReadonlyMap<string, readonly string[]> = new Map([
  ["int32", ["int64", "double", "float"]],
  ["float", ["double"]],
  ["int8", ["int16", "int32", "int64"]],
  ["int16", ["int32", "int64"]],
]);

/** Numbers that satisfy the shapes of `a`, seen from those of `b` (JSON Schema 2020-12 validation, 6.2). */
export function numberGap(a: readonly NumberShape[], b: readonly NumberShape[]): Gap | undefined {
  const one = intervalOf(a);
  const other = intervalOf(b);
  const why = misfitOf(a, b, one, other);
  return why === undefined ? undefined : gap(why, () => numbersAround(a, b, one, other));
}

/** Whether no number satisfies the shapes. */
export function isEmptyNumber(shapes: readonly NumberShape[]): boolean {
  const { low, high } = intervalOf(shapes);
  return low.at > high.at || (low.at === high.at && (low.open || high.open));
}

/** Whether no number is in both. */
export function areNumbersApart(a: readonly NumberShape[], b: readonly NumberShape[]): boolean {
  return isEmptyNumber([...a, ...b]);
}

function misfitOf(
  a: readonly NumberShape[],
  b: readonly NumberShape[],
  one: Interval,
  other: Interval,
): string | undefined {
  if (
    other.integer &&
    !one.integer &&
    !a.some(({ multipleOf }) => multipleOf !== undefined && isWhole(multipleOf))
  )
    return "a fraction is no integer";
  if (isBelow(one.low, other.low)) return "the lower bounds differ";
  if (isAbove(one.high, other.high)) return "the upper bounds differ";
  const divisors = a.flatMap(({ multipleOf }) => multipleOf ?? []);
  const divided = b.find(
    ({ multipleOf }) =>
      multipleOf !== undefined &&
      !divisors.some((divisor) => isMultiple(divisor, multipleOf)) &&
      !(one.integer && isMultiple(1, multipleOf)),
  );
  if (divided !== undefined) return "the divisors differ";
  const formats = a.flatMap(({ format }) => format ?? []);
  const alien = b.find(
    ({ format }) =>
      format !== undefined &&
      !ranges.has(format) &&
      !formats.some((own) => own === format || wider.get(own)?.includes(format)) &&
      !(one.integer && (format === "float" || format === "double")),
  );
  return alien === undefined ? undefined : `the format ${alien.format ?? ""} means more than we can judge`;
}

function intervalOf(shapes: readonly NumberShape[]): Interval {
  const integer = shapes.some((shape) => shape.integer || ranges.has(shape.format ?? ""));
  let low: Bound = { at: -Infinity, open: false };
  let high: Bound = { at: Infinity, open: false };
  for (const shape of shapes) {
    const range = ranges.get(shape.format ?? "");
    for (const bound of lowerBounds(shape, range))
      if (isBelow(low, tidy(bound, integer, 1))) low = tidy(bound, integer, 1);
    for (const bound of upperBounds(shape, range))
      if (isAbove(high, tidy(bound, integer, -1))) high = tidy(bound, integer, -1);
  }
  return { low, high, integer };
}

function lowerBounds(shape: NumberShape, range: readonly [bigint, bigint] | undefined): readonly Bound[] {
  return [
    ...(shape.minimum === undefined ? [] : [{ at: shape.minimum, open: false }]),
    ...(shape.exclusiveMinimum === undefined ? [] : [{ at: shape.exclusiveMinimum, open: true }]),
    ...(range === undefined ? [] : [{ at: range[0], open: false }]),
  ];
}

function upperBounds(shape: NumberShape, range: readonly [bigint, bigint] | undefined): readonly Bound[] {
  return [
    ...(shape.maximum === undefined ? [] : [{ at: shape.maximum, open: false }]),
    ...(shape.exclusiveMaximum === undefined ? [] : [{ at: shape.exclusiveMaximum, open: true }]),
    ...(range === undefined ? [] : [{ at: range[1], open: false }]),
  ];
}

/** Among integers each bound is an integer that is in. */
function tidy({ at, open }: Bound, integer: boolean, step: 1 | -1): Bound {
  if (!integer) return { at, open };
  if (typeof at === "number" && !Number.isInteger(at))
    return { at: step > 0 ? Math.ceil(at) : Math.floor(at), open: false };
  return { at: open ? plus(at, step) : at, open: false };
}

function isBelow(one: Bound, other: Bound): boolean {
  return one.at < other.at || (sameWorth(one.at, other.at) && other.open && !one.open);
}

function isAbove(one: Bound, other: Bound): boolean {
  return one.at > other.at || (sameWorth(one.at, other.at) && other.open && !one.open);
}

/** A number and a bigint are never `===`. */
function sameWorth(one: number | bigint, other: number | bigint): boolean {
  return !(one < other) && !(one > other);
}

function plus(at: number | bigint, step: number): number | bigint {
  if (typeof at === "bigint") return at + BigInt(step);
  if (!Number.isInteger(at)) return at + step;
  return Number.isSafeInteger(at) ? at + step : BigInt(at) + BigInt(step);
}

function isWhole(value: number | bigint): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

function* numbersAround(
  a: readonly NumberShape[],
  b: readonly NumberShape[],
  one: Interval,
  other: Interval,
): Iterable<Json> {
  const ends = [other.low.at, other.high.at, one.low.at, one.high.at].filter(
    (at) => typeof at === "bigint" || Number.isFinite(at),
  );
  // Numbers that a reader can take in come first.
  const isLarge = (at: number | bigint): boolean => at > mostReadable || at < -mostReadable;
  yield* endsAround(ends.filter((end) => !isLarge(end)));
  for (const { multipleOf } of a) {
    if (typeof multipleOf === "number") for (let times = -3; times <= 8; times += 1) yield multipleOf * times;
  }
  for (const { multipleOf } of b) {
    if (typeof multipleOf !== "number") continue;
    const start = typeof one.low.at === "number" && Number.isFinite(one.low.at) ? one.low.at : 0;
    yield* [start + 1, start + multipleOf + 1, start + multipleOf / 2];
  }
  yield* [0, 1, -1, 0.5, 1.5, -0.5, 2, 3, 7, 100];
  yield* endsAround(ends.filter(isLarge));
  yield* [2 ** 31, -(2 ** 31) - 1, 2n ** 63n, 1e300];
}

const mostReadable = 1_000_000;

function* endsAround(ends: readonly (number | bigint)[]): Iterable<Json> {
  for (const end of ends) {
    yield plain(end);
    yield plain(plus(end, -1));
    yield plain(plus(end, 1));
    if (typeof end === "number") yield* [end - 0.5, end + 0.5];
  }
}

function plain(at: number | bigint): number | bigint {
  return typeof at === "bigint" && at <= 2n ** 53n && at >= -(2n ** 53n) ? Number(at) : at;
}
