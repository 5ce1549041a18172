import type { SchemaObject } from "./json-schema.js";

/** What a text has to be and is not, for each keyword that says so. JSON Schema validation, 6.3 and 7. */
export const textRules: Readonly<Record<string, (text: string, schema: SchemaObject) => string | false>> = {
  minLength: (text, { minLength = 0 }) =>
    lengthOf(text) < minLength && `must have at least ${minLength} characters`,
  maxLength: (text, { maxLength = Infinity }) =>
    lengthOf(text) > maxLength && `must have at most ${maxLength} characters`,
  pattern: (text, { pattern = "" }) => !matches(pattern, text) && `must match ${pattern}`,
  format: (text, { format = "" }) => formats.get(format)?.(text) === false && `must be a ${format}`,
};

/** The same for numbers. JSON Schema validation, 6.2. */
export const numberRules: Readonly<
  Record<string, (value: number | bigint, schema: SchemaObject) => string | false>
> = {
  minimum: (value, { minimum = -Infinity }) => value < minimum && `must be at least ${minimum}`,
  maximum: (value, { maximum = Infinity }) => value > maximum && `must be at most ${maximum}`,
  exclusiveMinimum: (value, { exclusiveMinimum: bound = -Infinity }) =>
    value <= bound && `must be more than ${bound}`,
  exclusiveMaximum: (value, { exclusiveMaximum: bound = Infinity }) =>
    value >= bound && `must be less than ${bound}`,
  multipleOf: (value, { multipleOf = 1 }) =>
    !isMultiple(value, multipleOf) && `must be a multiple of ${multipleOf}`,
};

/** Whether a regular expression of ECMA-262, which nothing anchors, finds something in a text. */
export function matches(pattern: string, text: string): boolean {
  return new RegExp(pattern, "u").test(text);
}

/** Unicode code points. */
function lengthOf(text: string): number {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length;
}

/** Exact, by the decimal digits: 0.3 is a multiple of 0.1. */
function isMultiple(value: number | bigint, divisor: number): boolean {
  const [digits, places] = decimalOf(value);
  const [others, otherPlaces] = decimalOf(divisor);
  const most = Math.max(places, otherPlaces);
  const scaled = others * 10n ** BigInt(most - otherPlaces);
  return scaled <= 0n || (digits * 10n ** BigInt(most - places)) % scaled === 0n;
}

function decimalOf(value: number | bigint): readonly [digits: bigint, places: number] {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), fraction.length - Number(exponent)];
}

/** Any other format is a comment: what it allows is no matter of a few lines. */
const formats: ReadonlyMap<string, (text: string) => boolean> = /* @__PURE__ */ new Map([
  ["date", isDate],
  ["date-time", isDateTime],
  ["uuid", (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)],
]);

/** RFC 3339 section 5.6. */
function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  // The day before the first of the next month; a year below 100 would mean one of the last century.
  return day > 0 && month > 0 && month < 13 && day <= new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}

/** RFC 3339 section 5.6, a leap second wherever the minute may have one. */
function isDateTime(text: string): boolean {
  const [, date = "", time = ""] = /^(.{10})[tT ](.*)$/s.exec(text) ?? [];
  const clock = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([zZ]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
  return isDate(date) && clock.test(time);
}
