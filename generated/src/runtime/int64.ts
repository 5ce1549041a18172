// Part of the runtime that specwright ships with each client. Do not edit.
import type { BodyWriter, Reader } from "./operation.js";

/** A number with its fraction and exponent. RFC 8259 section 6. */
const numbers = /-?\d+(\.\d+)?([eE][+-]?\d+)?/g;

/** Integers of fewer digits are always exact: 2^53 has sixteen. */
const doubtful = /\d{16}/;

/**
 * Reads JSON and refuses an integer that a number cannot hold, rather than handing out its neighbour. Throws
 * what `JSON.parse` throws, and a `RangeError` that shows the integer.
 */
export const exactJson: Reader = (text) => {
  const value: unknown = JSON.parse(text);
  if (!doubtful.test(text)) return value;
  // Without escapes a JSON text has quotes only around its strings, so every second part stands outside of them.
  const parts = text.replace(/\\./g, "").split('"');
  for (const outside of parts.filter((_part, index) => index % 2 === 0)) {
    for (const [literal, fraction, exponent] of outside.matchAll(numbers)) {
      if (fraction === undefined && exponent === undefined && !isExact(literal)) {
        throw new RangeError(`The integer ${literal.slice(0, 40)} is beyond what a number holds exactly.`);
      }
    }
  }
  return value;
};

function isExact(integer: string): boolean {
  const number = Number(integer);
  return Number.isSafeInteger(number) || (Number.isFinite(number) && BigInt(number) === BigInt(integer));
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

/** Writes a JSON body whose integers may be bigints. */
export const exactJsonBody: BodyWriter = (value, contentType) => ({ body: jsonText(value), contentType });
