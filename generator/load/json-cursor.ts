import { badEscape, badText } from "./not-json.ts";

/** A place in a JSON text that moves on as it is read. */
export interface JsonCursor {
  readonly text: string;
  at: number;
}

const quote = 0x22;
const backslash = 0x5c;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/** Move to the next character that is no white space. */
export function skipBlanks(cursor: JsonCursor): void {
  const { text } = cursor;
  let { at } = cursor;
  for (let code = text.charCodeAt(at); isBlank(code); code = text.charCodeAt(at)) at += 1;
  cursor.at = at;
}

/** The offset behind the decimal digits that start at an offset. */
export function endOfDigits(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code >= 0x30 && code <= 0x39; code = text.charCodeAt(at)) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Read the text whose opening quote stands here, and move behind its closing quote. */
export function readJsonText(cursor: JsonCursor): string {
  const { text, at: start } = cursor;
  let result = "";
  for (let from = start + 1; ; from = cursor.at) {
    const end = endOfPlain(text, from);
    const code = text.charCodeAt(end);
    if (code === quote) {
      cursor.at = end + 1;
      return result === "" ? text.slice(from, end) : result + text.slice(from, end);
    }
    if (code !== backslash) throw badText(text, end, start);
    result += text.slice(from, end) + readEscape(cursor, end);
  }
}

/** The offset of the first quote, backslash or control character, or of the end. */
export function endOfPlain(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code !== quote && code !== backslash && code >= 0x20;) {
    at += 1;
    code = text.charCodeAt(at);
  }
  return at;
}

function readEscape(cursor: JsonCursor, at: number): string {
  const letter = cursor.text.charAt(at + 1);
  if (letter === "u") {
    const digits = cursor.text.slice(at + 2, at + 6);
    if (!/^[\da-fA-F]{4}$/.test(digits)) throw badEscape(at);
    cursor.at = at + 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  const meant = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
  if (meant === undefined) throw badEscape(at);
  cursor.at = at + 2;
  return meant;
}
