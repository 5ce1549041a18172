import { isList, isMap, type Json } from "../json.ts";
import type { SpecNode } from "../load/document.ts";
import type { FieldShape } from "../load/grammar/grammar.ts";
import { items, members } from "../load/node.ts";
import { describeShape } from "./words.ts";

/** A value that is not what its field holds. */
export type ShapeFault = {
  readonly node: SpecNode;
  /** The value as the start of a sentence: "`tags`", "An item of `tags`". */
  readonly what: string;
} & (
  | { readonly kind: "type"; readonly wanted: FieldShape }
  | { readonly kind: "word"; readonly word: string; readonly words: readonly string[] }
);

/**
 * Compare a value with what its field holds, lists and maps included, item by item. Of an object only that it
 * is one: its own fields are compared where it is met.
 */
export function* checkShape(shape: FieldShape, node: SpecNode, what: string): Iterable<ShapeFault> {
  const wanted = shape.holds === "either" ? (choose(shape.choices, node.value) ?? shape) : shape;
  if (!isOfKind(wanted, node.value)) yield { kind: "type", node, what, wanted };
  else if (wanted.holds === "word" && typeof node.value === "string") {
    const { words } = wanted;
    if (!words.includes(node.value)) yield { kind: "word", node, what, word: node.value, words };
  } else if (wanted.holds === "list") {
    for (const item of items(node))
      yield* checkShape(wanted.of, item, `An item of ${what.replace(/^An item/, "an item")}`);
  } else if (wanted.holds === "map") {
    for (const [key, value] of members(node)) yield* checkShape(wanted.of, value, `\`${key}\` in ${what}`);
  }
}

/** The choice that the author had in mind: the one whose kind of value it is. */
function choose(choices: readonly FieldShape[], value: Json): FieldShape | undefined {
  const open = choices.flatMap((choice) => (choice.holds === "either" ? choice.choices : [choice]));
  return open.find((choice) => isOfKind(choice, value));
}

function isOfKind(shape: FieldShape, value: Json): boolean {
  switch (shape.holds) {
    case "string":
    case "word":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "integer":
      return typeof value === "bigint" || (typeof value === "number" && Number.isInteger(value));
    case "list":
      return isList(value);
    case "object":
    case "map":
      return isMap(value);
    case "any":
      return true;
    case "either":
      return choose(shape.choices, value) !== undefined;
  }
}

/** What to do about a value of the wrong kind, as one sentence. */
export function mendType(wanted: FieldShape, value: Json): string {
  const { holds } = wanted;
  const wish = describeShape(wanted);
  if (value === null) return "Give it a value, or take the line out.";
  if (holds === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return "Put it in quotes.";
  }
  if (typeof value === "string" && isWritten(holds, value)) return "Take the quotes away.";
  if (wish === "a schema") return "Write a schema here, such as { type: string }.";
  if (holds === "list") return "Write a list: each item on a line of its own after a dash, or all in [ ].";
  if (wish === "an object") return "Write an object: `name: value` on each line, without a dash.";
  return `Write ${wish}.`;
}

/** Whether a text would be the value that is wanted if it had no quotes. */
function isWritten(holds: FieldShape["holds"], text: string): boolean {
  if (holds === "boolean") return text === "true" || text === "false";
  return (holds === "number" || holds === "integer") && /^-?\d+(\.\d+)?$/.test(text);
}
