import type { StringShape } from "../model/shape.ts";
import { fitsFormat } from "./formats.ts";
import { matchPattern } from "./match-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";
import { count, showValue } from "./show-value.ts";
import { misfit, mostSteps, type Run, type Spot, type Verdict } from "./verdict.ts";

/** Lengths in code points, `pattern`, `format` (JSON Schema 2020-12 validation, 6.3 and 7). */
export function* judgeString(run: Run, shape: StringShape, text: string, spot: Spot): Iterable<Verdict> {
  const { minLength, maxLength, pattern, format } = shape;
  if (minLength !== undefined && lengthOf(text) < minLength) {
    yield misfit(shape, spot, `it is shorter than ${count(minLength, "character")}`);
  }
  if (maxLength !== undefined && lengthOf(text) > maxLength) {
    yield misfit(shape, spot, `it is longer than ${count(maxLength, "character")}`);
  }
  if (pattern !== undefined) {
    const isMatch = matches(run, pattern, text);
    if (isMatch === false)
      yield misfit(shape, spot, `${showValue(text)} does not match the pattern ${pattern}`);
    if (isMatch === undefined) yield "unsure";
  }
  if (format !== undefined) {
    const isOfFormat = fitsFormat(format, text);
    if (isOfFormat === false) yield misfit(shape, spot, `${showValue(text)} is no ${format}`);
    if (isOfFormat === undefined) yield "unsure";
  }
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Undefined where the pattern is no pattern, or where to match it takes too long. */
export function matches(run: Run, source: string, text: string): boolean | undefined {
  if (run.steps > mostSteps) return undefined;
  if (!run.patterns.has(source)) run.patterns.set(source, parsePattern(source));
  const pattern = run.patterns.get(source);
  return pattern && matchPattern(pattern, text, run);
}
