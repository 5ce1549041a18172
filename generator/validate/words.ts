import { isList, isMap, type Json } from "../json.ts";
import type { FieldShape, ObjectKind } from "../load/grammar/grammar.ts";

/** What a value is, to a person who reads that it is the wrong one: `the number 7`, `a list`, `empty`. */
export function describeValue(value: Json): string {
  if (value === null) return "empty";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "string") return value.length > 40 ? "a text" : `the text ${JSON.stringify(value)}`;
  if (isList(value)) return "a list";
  return isMap(value) ? "an object" : `the number ${value}`;
}

/** The same in a sentence of its own, where null is a value like any other. */
export function nameValue(value: Json): string {
  return value === null ? "null" : describeValue(value);
}

/** What a field wants, to the same person: `a list`, `true or false`. */
export function describeShape(shape: FieldShape): string {
  switch (shape.holds) {
    case "string":
    case "word":
      return "a text";
    case "boolean":
      return "true or false";
    case "number":
      return "a number";
    case "integer":
      return "a whole number";
    case "list":
      return "a list";
    case "object":
      return shape.kind === "Schema" ? "a schema" : "an object";
    case "map":
      return "an object";
    case "any":
      return "a value";
    case "either": {
      const wants = [...new Set(shape.choices.map(describeShape))];
      // Since 3.1 true and false are schemas.
      return (wants.includes("a schema") ? wants.filter((want) => want !== "true or false") : wants).join(
        " or ",
      );
    }
  }
}

/** `an Info Object`: the name under which the specification explains it. */
export function describeKind(kind: ObjectKind): string {
  return `${/^([AEIO]|XML)/.test(kind) ? "an" : "a"} ${kind} Object`;
}

/** `a, b or c`. */
export function listWords(words: readonly string[], joint = "or"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${joint} ${last}`;
}

/** The same words at the start of a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const longest = 200;

/** A text of the spec that many complaints repeat: all of it, unless that would fill the memory. */
export function cutText(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
