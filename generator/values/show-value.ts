import { isList, isMap, type Json, printJson } from "../json.ts";

const longest = 40;

/** A value in a sentence: scalars as JSON writes them, cut when long; anything larger by its kind. */
export function showValue(value: Json): string {
  if (isMap(value)) return "an object";
  if (isList(value)) return "an array";
  if (typeof value === "bigint") return cut(value.toString());
  return typeof value === "string" && value.length > longest
    ? `${JSON.stringify(Array.from(value.slice(0, longest)).slice(0, -1).join(""))}…`
    : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** `3 items`, `1 item`. */
export function count(number: number, noun: string): string {
  if (number === 1) return `1 ${noun}`;
  return `${number} ${noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

const mostShown = 8;

/** `"a", "b" or "c"`, the rest of a long list as a number. */
export function showChoices(values: readonly Json[]): string {
  const shown = values.slice(0, mostShown).map(showLiteral);
  const left = values.length - shown.length;
  const last = left > 0 ? `${left} more` : shown.pop();
  return shown.length === 0 ? (last ?? "nothing") : `${shown.join(", ")} or ${last}`;
}

/** A value as it would be written, cut when long. */
function showLiteral(value: Json): string {
  return isMap(value) || isList(value) ? cut(printJson(value, "").replaceAll("\n", " ")) : showValue(value);
}
