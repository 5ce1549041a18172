import { isList, isMap, type Json } from "../json.ts";

/** A value as JSON in one line, as people write it: `{"days": 5}`. */
export function oneLineJson(value: Json): string {
  if (isList(value)) return `[${value.map(oneLineJson).join(", ")}]`;
  if (isMap(value)) {
    return `{${[...value].map(([key, member]) => `${JSON.stringify(key)}: ${oneLineJson(member)}`).join(", ")}}`;
  }
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}
