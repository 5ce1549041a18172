import type { SpecNode } from "./document.ts";
import { member, textOf } from "./node.ts";

// A `$ref` has no meaning in these places. Who writes one there has a tool that joins files before anything else reads
// them, and means what that tool would put in its place.

/**
 * The `$ref` that stands among the properties of a schema as if it were the name of one. It is none, for a text is no
 * schema: the properties that are written elsewhere are meant.
 */
export function borrowedProperties(schema: SpecNode): SpecNode | undefined {
  const reference = member(member(schema, "properties"), "$ref");
  return typeof reference?.value === "string" ? reference : undefined;
}

/** Texts that are only for people: without them everything works as before. */
const proseFields: readonly string[] = ["description", "summary"];

/** Whether a field that holds a text for people has a `$ref` in the place of it. */
export function isReferredText(field: string, value: SpecNode): boolean {
  return proseFields.includes(field) && textOf(value, "$ref") !== undefined;
}
