import { inexact } from "./int64.js";
import type { Int64s, JsonReader } from "./operation.js";

/**
 * Reads JSON and makes a bigint of each integer that the operation describes as one of 64 bits. Throws what
 * `JSON.parse` throws, and a `RangeError` that shows an integer which is none of these and no number holds.
 */
export const bigintJson: JsonReader = (text, { status }, { int64s = {} }) => {
  const value: unknown = JSON.parse(text);
  const plan = int64s[status] ?? int64s[`${Math.floor(status / 100)}XX`] ?? int64s["default"];
  if (plan === undefined) return value;
  return withBigints([plan], value, doubtful.test(text) ? JSON.parse(quoteInexact(text)) : value);
};

/** A number with its fraction and exponent. RFC 8259 section 6. */
const numbers = /-?\d+(\.\d+)?([eE][+-]?\d+)?/g;

/** Integers of fewer digits are always exact: 2^53 has sixteen. */
const doubtful = /\d{16}/;

/** The same JSON with a string in the place of each integer that a number cannot hold. */
function quoteInexact(text: string): string {
  let isInside = false;
  const pieces = text.split('"').map((piece) => {
    if (isInside) {
      // A quote behind an odd number of backslashes is part of its string.
      isInside = /(^|[^\\])(\\\\)*\\$/.test(piece);
      return piece;
    }
    isInside = true;
    return piece.replace(numbers, (literal, fraction?: string, exponent?: string) =>
      fraction === undefined && exponent === undefined && !isExact(literal) ? `"${literal}"` : literal,
    );
  });
  return pieces.join('"');
}

/** `written` is the value once more, with a string where the value has an integer that is not exact. */
function withBigints(plans: readonly Int64s[], value: unknown, written: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value !== "number") return value;
    const isLong = plans.some((plan) => parts(plan, value).includes("int64"));
    if (typeof written !== "string") return isLong && Number.isInteger(value) ? BigInt(value) : value;
    if (!isLong) throw inexact(written);
    return BigInt(written);
  }
  const found = plans.flatMap((plan) => parts(plan, value));
  const members = Object.entries(value).map(([key, member]): [string, unknown] => {
    const inner = found.flatMap((part) => innerPlans(part, key, Array.isArray(value)));
    // Both are of one build, so what is an object here is one there.
    return [key, withBigints(inner, member, Reflect.get(Object(written), key))];
  });
  return Array.isArray(value) ? members.map(([, member]) => member) : Object.fromEntries(members);
}

type Part = Exclude<Int64s, readonly unknown[] | (() => unknown) | { readonly when: unknown }>;

/** What a plan says of a value, models looked up; a model that is part of itself adds nothing. */
function parts(plan: Int64s, value: unknown, entered: readonly Int64s[] = []): readonly Part[] {
  if (plan === "int64") return [plan];
  if (typeof plan === "function") {
    return entered.includes(plan) ? [] : parts(plan(), value, [...entered, plan]);
  }
  if ("when" in plan) {
    const [property, ...values] = plan.when;
    return values.includes(String(Reflect.get(Object(value), property)))
      ? parts(plan.then, value, entered)
      : [];
  }
  return isList(plan) ? plan.flatMap((one) => parts(one, value, entered)) : [plan];
}

function isList(plan: Int64s): plan is readonly Int64s[] {
  return Array.isArray(plan);
}

function innerPlans(part: Part, key: string, isItem: boolean): readonly Int64s[] {
  if (part === "int64") return [];
  if (isItem) return [part.prefix?.[Number(key)] ?? part.items ?? []];
  const named = Object.entries(part.fields ?? {}).filter(([name]) => name === key);
  const alike = Object.entries(part.patterns ?? {}).filter(([pattern]) => new RegExp(pattern, "u").test(key));
  const own = [...named, ...alike].map(([, plan]) => plan);
  return own.length > 0 ? own : [part.rest ?? []];
}

/** Whether a number holds an integer, given by its digits. */
function isExact(integer: string): boolean {
  const number = Number(integer);
  return Number.isFinite(number) && BigInt(number) === BigInt(integer);
}
