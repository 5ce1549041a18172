import type { NumberShape } from "../model/shape.ts";
import { showValue } from "./show-value.ts";
import { misfit, type Spot, type Verdict, wrongKind } from "./verdict.ts";

/** What the formats of integers hold (OpenAPI format registry). */
export const ranges: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["int32", [-(2n ** 31n), 2n ** 31n - 1n]],
  ["int64", [-(2n ** 63n), 2n ** 63n - 1n]],
]);

const boundless: ReadonlySet<string> = new Set(["float", "double", ...ranges.keys()]);

/** Bounds, `multipleOf`, `format` (JSON Schema 2020-12 validation, 6.2; OpenAPI format registry). */
export function* judgeNumber(shape: NumberShape, value: number | bigint, spot: Spot): Iterable<Verdict> {
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below, multipleOf, format } = shape;
  const shown = showValue(value);
  const refuse = (why: string): Verdict => misfit(shape, spot, `${shown} is ${why}`);
  const range = ranges.get(format ?? "");
  if ((shape.integer || range !== undefined) && !isInteger(value)) {
    yield wrongKind(shape, spot, value, ["integer"]);
  }
  if (minimum !== undefined && value < minimum) yield refuse(`less than ${minimum}`);
  if (maximum !== undefined && value > maximum) yield refuse(`more than ${maximum}`);
  if (above !== undefined && value <= above) yield refuse(`not more than ${above}`);
  if (below !== undefined && value >= below) yield refuse(`not less than ${below}`);
  if (multipleOf !== undefined && !isMultiple(value, multipleOf))
    yield refuse(`no multiple of ${multipleOf}`);
  if (range !== undefined && (value < range[0] || value > range[1]))
    yield refuse(`out of the range of ${format}`);
  if (format !== undefined && !boundless.has(format)) yield "unsure";
}

function isInteger(value: number | bigint): boolean {
  return typeof value === "bigint" || Number.isInteger(value);
}

/** Exact, on the decimal digits as they are written: 0.3 is a multiple of 0.1. */
export function isMultiple(value: number | bigint, divisor: number | bigint): boolean {
  if (divisor <= 0) return true;
  const one = decimal(value);
  const other = decimal(divisor);
  const places = Math.max(one.places, other.places);
  return scaled(one, places) % scaled(other, places) === 0n;
}

interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

function decimal(value: number | bigint): Decimal {
  const [mantissa = "0", exponent = "0"] = value.toString().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), places: fraction.length - Number(exponent) };
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}
