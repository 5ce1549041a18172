import type { Plain, PlainObject } from "./plain.ts";

// openapi-typescript decodes every name that it comes by, as if each were part of a reference: one percent sign that
// begins no code would cost all types.

/** Stands for a percent sign; no text has it (Unicode 23.7, noncharacters). */
const mark = "\ufdd0";

/** A spec in which no name and no text has a percent sign. */
export function hidePercentSigns(spec: PlainObject): PlainObject {
  return hiddenMembers(spec);
}

/** The text of the types with its percent signs. */
export function showPercentSigns(text: string): string {
  return text.replaceAll(mark, "%");
}

function hidden(value: Plain): Plain {
  if (typeof value === "string") return value.replaceAll("%", mark);
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(hidden) : hiddenMembers(value);
}

function hiddenMembers(object: PlainObject): PlainObject {
  const members = Object.entries(object).map(([key, value]) => {
    // In a reference, what is no percent sign keeps its code.
    const isReference = key === "$ref" && typeof value === "string";
    return [key.replaceAll("%", mark), isReference ? value.replaceAll("%25", mark) : hidden(value)] as const;
  });
  return Object.fromEntries(members);
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
