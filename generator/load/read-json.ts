import type { Json } from "../json.ts";
import { endOfDigits, type JsonCursor, readJsonText, skipBlanks } from "./json-cursor.ts";
import { locateJson } from "./locate-json.ts";
import { badNumber, noColon, noComma, noKey, NotJson, noValue, trailing, trailingComma } from "./not-json.ts";
import {
  deepestNesting,
  mostDigits,
  mostFaults,
  positionsIn,
  type Reading,
  type TextFault,
} from "./text-fault.ts";

interface Reader extends JsonCursor {
  /** The way to the value that is being read. */
  readonly keys: (string | number)[];
  /** The ways to what came up twice. */
  readonly twins: { readonly keys: readonly string[]; readonly offset: number }[];
}

class TooDeep extends Error {}

/**
 * Read a JSON text (RFC 8259). An integer beyond 2^53 becomes a bigint, and what is too large for a number
 * its source text; a byte order mark is passed over. Of two equal keys the first counts.
 */
export function readJson(text: string): Reading {
  const reader: Reader = {
    text,
    at: text.startsWith("\uFEFF") ? 1 : 0,
    keys: [],
    twins: [],
  };
  try {
    const value = readValue(reader);
    skipBlanks(reader);
    if (reader.at < text.length) throw trailing(text, reader.at);
    return { value, faults: twinFaults(reader) };
  } catch (error) {
    return { value: undefined, faults: [faultOf(error, reader)] };
  }
}

function faultOf(error: unknown, { text, at }: Reader): TextFault {
  const position = positionsIn(text);
  if (error instanceof TooDeep) return { kind: "too-deep", position: position(at) };
  if (!(error instanceof NotJson)) throw error;
  const { message: why, hint, offset } = error;
  return { kind: "syntax", language: "JSON", position: position(offset), why, hint };
}

function twinFaults({ text, twins }: Reader): readonly TextFault[] {
  if (twins.length === 0) return [];
  const position = positionsIn(text);
  const locate = locateJson(text);
  return twins.map(({ keys, offset }) => {
    const firstLine = locate(keys, "key").line;
    return { kind: "duplicate-key", position: position(offset), keys, firstLine };
  });
}

function readValue(reader: Reader): Json {
  skipBlanks(reader);
  const { text, at } = reader;
  switch (text.charAt(at)) {
    case '"':
      return readJsonText(reader);
    case "{":
      return readObject(reader);
    case "[":
      return readList(reader);
    case "t":
      return readWord(reader, "true", true);
    case "f":
      return readWord(reader, "false", false);
    case "n":
      return readWord(reader, "null", null);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader): Json {
  const { text, at: start } = reader;
  const result = new Map<string, Json>();
  for (let more = enter(reader, "}"); more; more = goOn(reader, "}", start)) {
    const offset = reader.at;
    if (text.charAt(offset) !== '"') throw noKey(text, offset, start);
    const key = readJsonText(reader);
    skipBlanks(reader);
    if (text.charAt(reader.at) !== ":") throw noColon(text, reader.at);
    reader.at += 1;
    reader.keys.push(key);
    const value = readValue(reader);
    if (!result.has(key)) result.set(key, value);
    else if (reader.twins.length < mostFaults) reader.twins.push({ keys: reader.keys.map(String), offset });
    reader.keys.pop();
  }
  return result;
}

function readList(reader: Reader): Json {
  const start = reader.at;
  const result: Json[] = [];
  for (let more = enter(reader, "]"); more; more = goOn(reader, "]", start)) {
    reader.keys.push(result.length);
    result.push(readValue(reader));
    reader.keys.pop();
  }
  return result;
}

/** Step over an opening bracket to the first member or item; false if it is closed at once. */
function enter(reader: Reader, close: string): boolean {
  if (reader.keys.length >= deepestNesting) throw new TooDeep();
  reader.at += 1;
  skipBlanks(reader);
  if (reader.text.charAt(reader.at) !== close) return true;
  reader.at += 1;
  return false;
}

/** Step from behind a member or an item to the next; false if the closing bracket follows. */
function goOn(reader: Reader, close: string, start: number): boolean {
  skipBlanks(reader);
  const { text, at } = reader;
  const next = text.charAt(at);
  if (next !== close && next !== ",") throw noComma(text, at, start);
  reader.at += 1;
  if (next === close) return false;
  skipBlanks(reader);
  if (text.charAt(reader.at) === close) throw trailingComma(text, at);
  return true;
}

function readWord(reader: Reader, word: string, value: boolean | null): boolean | null {
  const { text, at } = reader;
  if (!text.startsWith(word, at) || /[\w$]/.test(text.charAt(at + word.length))) throw noValue(text, at);
  reader.at += word.length;
  return value;
}

function readNumber(reader: Reader): Json {
  const { text, at } = reader;
  const whole = text.charAt(at) === "-" ? at + 1 : at;
  const point = endOfDigits(text, whole);
  if (point === at) throw noValue(text, at);
  const power = text.charAt(point) === "." ? endOfDigits(text, point + 1) : point;
  const end = /[eE]/.test(text.charAt(power)) ? endOfPower(text, power + 1) : power;
  const digits = text.slice(at, end);
  const isFalse = point === whole || power === point + 1 || /\D$/.test(digits.slice(-1));
  const hasLeadingZero = text.charAt(whole) === "0" && point > whole + 1;
  if (isFalse || hasLeadingZero || /[\w.+-]/.test(text.charAt(end))) throw badNumber(text, at);
  reader.at = end;
  const value = Number(digits);
  if (end === point && !Number.isSafeInteger(value)) {
    return digits.length > mostDigits ? digits : BigInt(digits);
  }
  return Number.isFinite(value) ? value : digits;
}

function endOfPower(text: string, from: number): number {
  return endOfDigits(text, /[+-]/.test(text.charAt(from)) ? from + 1 : from);
}
