import { type Json, type JsonMap, printJson } from "../../json.ts";
import { escapeUnseen } from "../../unseen.ts";
import { literalText, propertyKey, stringLiteral } from "../text.ts";
import { displayWidth } from "./display-width.ts";

/** An expression that is no JSON: `new Blob(["…"])`. */
export interface Expression {
  readonly expression: string;
}

/** A value that an example holds. */
export type ExampleValue = Json | Expression | readonly ExampleValue[] | ReadonlyMap<string, ExampleValue>;

/** How a language writes values. */
export interface Notation {
  readonly key: (name: string) => string;
  readonly scalar: (value: Json) => string;
  /** Whether the last member of a broken list or object has a comma as well. */
  readonly hasLastComma: boolean;
  /** Whether a text that is too long stands on a line of its own. */
  readonly movesLongText: boolean;
}

export const jsonNotation: Notation = {
  key: (name) => escapeUnseen(JSON.stringify(name)),
  scalar: (value) => escapeUnseen(printJson(value)),
  hasLastComma: false,
  movesLongText: false,
};

export const typescriptNotation: Notation = {
  key: (name) => {
    if (name === "__proto__") return '["__proto__"]';
    return propertyKey(name) === name ? name : quotedText(name);
  },
  scalar: (value) => (typeof value === "string" ? quotedText(value) : literalText(value)),
  hasLastComma: true,
  movesLongText: true,
};

/** A text in the quotes that leave less to escape, double ones if there is nothing to choose. */
export function quotedText(text: string): string {
  const literal = stringLiteral(text);
  if (text.split('"').length <= text.split("'").length) return literal;
  return `'${literal.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const pageWidth = 110;

/** Where a value stands: how far its lines are indented, and what stands before and after it on its line. */
export interface Spot {
  readonly indent: number;
  readonly before: number;
  readonly after: number;
}

/**
 * A value as the usual formatter lays it out: on one line where it fits, else each member on its own; numbers fill
 * their lines; a list of several objects, or of several lists, is always broken.
 */
export function layOut(value: ExampleValue, notation: Notation, spot: Spot = topLeft): string {
  return lay(value, notation, spot);
}

const topLeft: Spot = { indent: 0, before: 0, after: 0 };

/** The same, the outermost object broken even if it would fit. */
export function layOutOpen(value: ExampleValue, notation: Notation): string {
  return isObject(value) && value.size > 0 ? layObject(value, notation, 0) : layOut(value, notation);
}

function isObject(value: ExampleValue): value is ReadonlyMap<string, ExampleValue> {
  return value instanceof Map;
}

function isArray(value: ExampleValue): value is readonly ExampleValue[] {
  return Array.isArray(value);
}

function lay(value: ExampleValue, notation: Notation, spot: Spot): string {
  const line = mustBreak(value) ? undefined : lineOf(value, notation);
  const fits = line !== undefined && spot.before + displayWidth(line) + spot.after <= pageWidth;
  if (fits) return line;
  if (isObject(value)) return layObject(value, notation, spot.indent);
  if (isArray(value)) return layList(value, notation, spot.indent);
  return line ?? "";
}

function lineOf(value: ExampleValue, notation: Notation): string {
  if (isObject(value)) {
    const members = [...value].map(([key, member]) => `${notation.key(key)}: ${lineOf(member, notation)}`);
    return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
  }
  if (isArray(value)) return `[${value.map((item) => lineOf(item, notation)).join(", ")}]`;
  return scalarText(value, notation);
}

function scalarText(value: ExampleValue, notation: Notation): string {
  if (isExpression(value)) return value.expression;
  return isScalar(value) ? notation.scalar(value) : "";
}

function isExpression(value: ExampleValue): value is Expression {
  return typeof value === "object" && value !== null && "expression" in value;
}

function isScalar(value: ExampleValue): value is Exclude<Json, JsonMap | readonly Json[]> {
  return typeof value !== "object" || value === null;
}

function mustBreak(value: ExampleValue): boolean {
  if (isObject(value)) return [...value.values()].some(mustBreak);
  if (!isArray(value)) return false;
  const isTable =
    value.length > 1 &&
    (value.every((item) => isObject(item) && item.size > 1) ||
      value.every((item) => isArray(item) && item.length > 1));
  return isTable || value.some(mustBreak);
}

function layObject(value: ReadonlyMap<string, ExampleValue>, notation: Notation, indent: number): string {
  const margin = " ".repeat(indent + 2);
  const lines = [...value].map(([key, member], index) => {
    const lead = `${margin}${notation.key(key)}:`;
    const comma = index < value.size - 1 || notation.hasLastComma ? "," : "";
    const before = displayWidth(lead) + 1;
    const text = lay(member, notation, { indent: indent + 2, before, after: comma.length });
    const isLong = typeof member === "string" && before + displayWidth(text) + comma.length > pageWidth;
    // A short key leaves nothing to gain.
    const isMoved = notation.movesLongText && isLong && displayWidth(notation.key(key)) >= 5;
    return `${lead}${isMoved ? `\n${margin}  ` : " "}${text}${comma}`;
  });
  return `{\n${lines.join("\n")}\n${" ".repeat(indent)}}`;
}

function layList(value: readonly ExampleValue[], notation: Notation, indent: number): string {
  const margin = " ".repeat(indent + 2);
  const lastComma = notation.hasLastComma ? "," : "";
  if (value.length > 1 && value.every((item) => typeof item === "number")) {
    return `[\n${fill(
      value.map((item) => scalarText(item, notation)),
      margin,
    )}${lastComma}\n${" ".repeat(indent)}]`;
  }
  const lines = value.map((item, index) => {
    const comma = index < value.length - 1 ? "," : lastComma;
    return (
      margin + lay(item, notation, { indent: indent + 2, before: indent + 2, after: comma.length }) + comma
    );
  });
  return `[\n${lines.join("\n")}\n${" ".repeat(indent)}]`;
}

function fill(words: readonly string[], margin: string): string {
  const lines: string[] = [];
  let line = margin;
  for (const [index, word] of words.entries()) {
    const text = index < words.length - 1 ? `${word},` : word;
    if (line !== margin && line.length + 1 + text.length > pageWidth) {
      lines.push(line);
      line = margin;
    }
    line += line === margin ? text : ` ${text}`;
  }
  return [...lines, line].join("\n");
}
