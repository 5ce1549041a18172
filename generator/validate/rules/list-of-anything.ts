import { diagnostic } from "../../diagnostic.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** `items` must be present where the type is `array` (OpenAPI 3.0, 4.7.24.1; later versions drop that). */
export const listOfAnything: Rule = function* ({ document, typed }) {
  if (document.version !== "3.0") return;
  for (const schema of typed) {
    const type = member(schema, "type");
    if (type === undefined || textOf(schema, "type") !== "array") continue;
    if (member(schema, "items") === undefined) yield diagnostic("list-of-anything", type.place, {});
  }
};
