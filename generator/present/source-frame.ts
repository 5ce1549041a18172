import { harmlessText } from "./harmless-text.ts";

/** A line of a file as a terminal shows it, and how far to the right of its beginning the column stands. */
export interface SourceFrame {
  readonly text: string;
  readonly indent: number;
}

const longest = 96;
const before = 40;
const tab = "    ";

/**
 * What to show of a line so that a caret can stand under its column. A long line is cut on both sides.
 *
 * @param column counted from 1 in UTF-16 units; one behind the end of the line points behind it
 */
export function sourceFrame(line: string, column: number): SourceFrame {
  const at = wholeCharacter(line, Math.min(column - 1, line.length));
  const { start, end } = windowOf(line, at);
  const head = (start > 0 ? "…" : "") + shown(line.slice(start, at));
  const tail = shown(line.slice(at, end)) + (end < line.length ? "…" : "");
  return { text: (head + tail).trimEnd(), indent: widthOf(head) };
}

function windowOf(line: string, at: number): { start: number; end: number } {
  if (line.length <= longest) return { start: 0, end: line.length };
  const start = Math.max(0, Math.min(at - before, line.length - longest));
  return {
    start: wholeCharacter(line, start),
    end: wholeCharacter(line, Math.min(start + longest, line.length)),
  };
}

/** Half of a surrogate pair is nothing to begin or to end with. */
function wholeCharacter(line: string, at: number): number {
  return /^[\udc00-\udfff]/.test(line.charAt(at)) ? at - 1 : at;
}

function shown(text: string): string {
  return harmlessText(text.replaceAll("\t", tab));
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60]/u;
const narrow = /[\p{Mn}\p{Me}\u200c\u200d]/u;

/** How many cells of a terminal a text fills: most letters one, those of East Asia and emoji two, accents none. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => {
    if (narrow.test(character)) return width;
    return width + (wide.test(character) ? 2 : 1);
  }, 0);
}
