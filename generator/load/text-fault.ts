import type { Json } from "../json.ts";

/** A line and a column, both counted from 1; the column in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What a reader of JSON or YAML has to say against a text. It knows no file names. */
export type TextFault = { readonly position: Position } & (
  | {
      readonly kind: "syntax";
      readonly language: "JSON" | "YAML";
      readonly why: string;
      readonly hint: string;
    }
  /** `keys` lead to the twins; `firstLine` is where the first of them stands. */
  | { readonly kind: "duplicate-key"; readonly keys: readonly string[]; readonly firstLine: number }
  | { readonly kind: "too-deep" }
  | { readonly kind: "aliases"; readonly alias: string; readonly size: number }
);

/** What was read; undefined if nothing could be made of the text. The first of two equal keys counts. */
export interface Reading {
  readonly value: Json | undefined;
  readonly faults: readonly TextFault[];
}

/** Finds the node with these keys, or the nearest one above it that is there. */
export type Locate = (keys: readonly string[], on: "key" | "value") => Position;

/** How deep a text may be nested. Every later stage may recurse over a value because of this bound. */
export const deepestNesting = 256;

/** A number with more digits stays text: to count with it would take longer than to read all the rest. */
export const mostDigits = 10_000;

/** As many faults of one text are told: no person reads more. */
export const mostFaults = 1000;

/** A function from an offset in the text to its position; the lines are counted once. */
export function positionsIn(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
