import type { Json } from "../../json.ts";
import { valueText } from "../facts.ts";
import { stringLiteral } from "../text.ts";

/** A value on one line, as code writes it; what nobody would see in it is escaped. */
export function valueWord(value: Json): string {
  return typeof value === "string" ? stringLiteral(value) : valueText(value);
}
