import { present } from "./draft.js";
import type { BodyWriter, JsonReader, ParameterWriter } from "./operation.js";
import { isComposite } from "./parameters.js";

/** An integer, outside of strings, that may be beyond 2^53, which has sixteen digits. RFC 8259 section 6. */
const longIntegers = /(?<![\w.+-])-?\d{16,}(?![\w.])/g;

/**
 * Reads JSON and refuses an integer that a number cannot hold, rather than handing out its neighbour. Throws
 * what `JSON.parse` throws, and a `RangeError` that shows the integer.
 */
export const exactJson: JsonReader = (text) => {
  const value: unknown = JSON.parse(text);
  // Without escapes a JSON text has quotes only around its strings.
  const outside = text.replace(/\\./g, "").replace(/"[^"]*"/g, "");
  for (const literal of outside.match(longIntegers) ?? []) {
    // Of one beyond all numbers, BigInt says the same.
    if (BigInt(Number(literal)) !== BigInt(literal)) throw inexact(literal);
  }
  return value;
};

/** Says which integer a number would not be exact about. */
export function inexact(literal: string): RangeError {
  return new RangeError(`${literal.slice(0, 40)} is beyond what a number holds exactly`);
}

/** Writes a value as `JSON.stringify` does, and a bigint as its digits. */
export function jsonText(value: unknown): string {
  return written(value) ?? "null";
}

/** `undefined` for what JSON leaves out. */
function written(given: unknown): string | undefined {
  const value = hasToJson(given) ? given.toJSON() : given;
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, jsonText).join(",")}]`;
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const text = written(field);
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`];
  });
  return `{${fields.join(",")}}`;
}

function hasToJson(value: unknown): value is { toJSON(): unknown } {
  return (
    typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function"
  );
}

/** The style of what holds further lists or objects with bigints: each of these is a JSON text. */
export function exactMembers(write: ParameterWriter): ParameterWriter {
  const inner = (part: unknown): unknown => (isComposite(part) ? jsonText(part) : part);
  return (name, value) => {
    if (!isComposite(value)) return write(name, value);
    if (Array.isArray(value)) return write(name, value.map(inner));
    return write(name, Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inner(part)])));
  };
}

/** Writes a JSON body whose integers may be bigints. */
export const exactJsonBody: BodyWriter = (value, contentType = "application/json", site) => ({
  body: jsonText(present(value, site)),
  contentType,
});
