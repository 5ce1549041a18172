import type { Json } from "../json.ts";
import type { StringShape } from "../model/shape.ts";
import { parsePattern } from "../values/parse-pattern.ts";
import { samplePattern } from "../values/sample-pattern.ts";
import { sampleString } from "../values/sample-string.ts";
import type { Engine } from "./engine.ts";
import { type Gap, gap } from "./gap.ts";

/** Formats whose texts are texts of another format as well. */
const wider: ReadonlyMap<string, readonly string[]> = new Map([
  ["uuid", []],
  ["uri", ["uri-reference", "iri", "iri-reference"]],
  ["url", ["uri", "uri-reference"]],
  ["uri-reference", ["iri-reference"]],
  ["iri", ["iri-reference"]],
  ["email", ["idn-email"]],
  ["hostname", ["idn-hostname"]],
  ["ipv4", ["hostname"]],
]);

/** Formats that say how a text is handled, and keep no text out. */
const idle: ReadonlySet<string> = new Set(["password", "binary", "string", "html", "markdown"]);

/** Texts of the shapes of `a`, seen from those of `b` (JSON Schema 2020-12 validation, 6.3, 7 and 8). */
export function stringGap(
  { isSame }: Pick<Engine, "isSame">,
  a: readonly StringShape[],
  b: readonly StringShape[],
): Gap | undefined {
  const why = misfitOf(a, b, isSame);
  return why === undefined ? undefined : gap(why, () => textsAround(a, b));
}

export function isEmptyString(shapes: readonly StringShape[]): boolean {
  return leastLength(shapes) > mostLength(shapes);
}

function misfitOf(
  a: readonly StringShape[],
  b: readonly StringShape[],
  isSame: Engine["isSame"],
): string | undefined {
  if (leastLength(a) < leastLength(b)) return "shorter texts were let through";
  if (mostLength(a) > mostLength(b)) return "longer texts were let through";
  for (const shape of b) {
    const { pattern, format, encoding, mediaType, content } = shape;
    if (pattern !== undefined && !matchesAll(pattern) && !a.some((own) => own.pattern === pattern))
      return "whether one regular expression matches all that another one does is not decided";
    if (format !== undefined && !idle.has(format) && !a.some((own) => isOfFormat(own, format)))
      return `the format ${format} is not one that can be compared`;
    if (encoding !== undefined && !a.some((own) => own.encoding === encoding)) return "the encodings differ";
    if (mediaType !== undefined && !a.some((own) => own.mediaType === mediaType))
      return "the media types of the content differ";
    if (content !== undefined && !a.some((own) => own.content !== undefined && isSame(own.content, content)))
      return "the contents differ";
  }
  return undefined;
}

function isOfFormat({ format: own }: StringShape, format: string): boolean {
  return own === format || (own !== undefined && wider.get(own)?.includes(format) === true);
}

/** Patterns that keep nothing out, in the ways that people write them. */
function matchesAll(pattern: string): boolean {
  return ["", "^", "$", ".*", "^.*", ".*$", "^.*$", "^(.*)$", "^[\\s\\S]*$"].includes(pattern);
}

function leastLength(shapes: readonly StringShape[]): number {
  return shapes.reduce((least, { minLength = 0 }) => Math.max(least, minLength), 0);
}

function mostLength(shapes: readonly StringShape[]): number {
  return shapes.reduce((most, { maxLength = Infinity }) => Math.min(most, maxLength), Infinity);
}

const longest = 10_000;

/** Of other formats, and of none. */
const oddTexts = [
  "text",
  "",
  "a",
  "A",
  "0",
  "1",
  "-",
  " ",
  "é",
  "ab",
  "a1",
  "abc",
  "a b",
  "A-1",
  "2024-01-31",
  "2024-01-31T12:00:00Z",
  "https://example.com",
  "user@example.com",
  "192.0.2.1",
  "123e4567-e89b-12d3-a456-426614174000",
  "*",
  "\n",
  "true",
  "1.5",
];

function* textsAround(a: readonly StringShape[], b: readonly StringShape[]): Iterable<Json> {
  const lengths = new Set([leastLength(b) - 1, mostLength(b) + 1, leastLength(a), mostLength(a)]);
  const fitting = [...new Set([0, 1, 2, 3, 5, 8].flatMap((nth) => [...sampleString(a, nth)].slice(0, 6)))];
  yield* fitting.slice(0, 4);
  yield* oddTexts;
  yield* fitting;
  for (const length of lengths) {
    if (length < 0 || length > longest) continue;
    yield "a".repeat(length);
    yield "1".repeat(length);
    yield "A".repeat(length);
    // What a pattern asks for, drawn out to the length.
    for (const text of fitting) {
      const letter = text.at(-1) ?? "a";
      yield text.length >= length ? text.slice(0, length) : text + letter.repeat(length - text.length);
    }
  }
  for (const { pattern } of a) {
    const parsed = pattern === undefined ? undefined : parsePattern(pattern);
    if (parsed === undefined) continue;
    for (let nth = 0; nth < 60; nth += 1) yield* samplePattern(parsed, nth);
  }
}
