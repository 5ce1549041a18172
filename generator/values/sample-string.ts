import type { StringShape } from "../model/shape.ts";
import { parsePattern } from "./parse-pattern.ts";
import { samplePattern } from "./sample-pattern.ts";

const twoDigits = (nth: number): string => String((nth % 28) + 1).padStart(2, "0");

/** A text of each format that a reader recognises; the nth differs from those before it. */
const samples: ReadonlyMap<string, (nth: number) => string> = new Map([
  ["date-time", (nth) => `2024-01-${twoDigits(nth)}T00:00:00Z`],
  ["date", (nth) => `2024-01-${twoDigits(nth)}`],
  ["time", (nth) => `00:00:${twoDigits(nth)}Z`],
  ["duration", (nth) => `PT${nth + 1}H`],
  ["uuid", (nth) => `123e4567-e89b-12d3-a456-${String(426614174000 + nth)}`],
  ["uri", (nth) => `https://example.com${path(nth)}`],
  ["url", (nth) => `https://example.com${path(nth)}`],
  ["uri-reference", (nth) => `/path${path(nth)}`],
  ["email", (nth) => `user${numbered(nth)}@example.com`],
  ["hostname", (nth) => `${nth === 0 ? "" : `host${nth + 1}.`}example.com`],
  ["ipv4", (nth) => `192.0.2.${(nth % 254) + 1}`],
  ["ipv6", (nth) => `2001:db8::${(nth + 1).toString(16)}`],
  ["byte", (nth) => ["c3RyaW5n", "dGV4dA==", "d29yZA=="][nth % 3] ?? ""],
  ["regex", (nth) => `^[a-z]{${nth + 1}}$`],
  ["json-pointer", (nth) => `/path${path(nth)}`],
]);

function numbered(nth: number): string {
  return nth === 0 ? "" : String(nth + 1);
}

function path(nth: number): string {
  return nth === 0 ? "" : `/${nth + 1}`;
}

const longest = 1000;

/** Texts that may fit these shapes all at once, the likeliest first. */
export function* sampleString(shapes: readonly StringShape[], nth: number): Iterable<string> {
  const min = Math.max(0, ...shapes.map(({ minLength }) => minLength ?? 0));
  const max = Math.min(longest, ...shapes.map(({ maxLength }) => maxLength ?? longest));
  for (const { format } of shapes) {
    const sample = samples.get(format ?? "");
    if (sample !== undefined) yield sample(nth);
  }
  const patterns = shapes
    .flatMap(({ pattern }) => (pattern === undefined ? [] : [parsePattern(pattern) ?? []]))
    .flat();
  const fromPatterns = patterns.flatMap((pattern) => [...samplePattern(pattern, nth)]);
  yield* fromPatterns.filter((text) => text !== "" && text.length >= min && text.length <= max);
  yield* fromPatterns;
  // Cut short, the words would all be the same.
  const word = `string${numbered(nth)}`;
  if (nth === 0 || word.length <= max) yield stretch(word, min, max);
  yield stretch(String(nth + 1), min, max);
}

/** The text so long as it must be and no longer than it may be. */
function stretch(text: string, min: number, max: number): string {
  const least = Math.min(min, longest);
  return text
    .repeat(Math.max(1, Math.ceil(least / text.length)))
    .slice(0, Math.max(least, Math.min(text.length, max)));
}
