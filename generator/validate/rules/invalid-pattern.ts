import { diagnostic } from "../../diagnostic.ts";
import { member, members, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A pattern is a regular expression of ECMA-262 (JSON Schema core, section 6.4). */
export const invalidPattern: Rule = function* ({ typed }) {
  for (const schema of typed) {
    const pattern = member(schema, "pattern");
    const text = textOf(schema, "pattern");
    if (pattern !== undefined && text !== undefined && !compiles(text)) {
      yield diagnostic("invalid-pattern", pattern.place, { pattern: text });
    }
    for (const [key, { place }] of members(member(schema, "patternProperties"))) {
      if (!compiles(key)) yield diagnostic("invalid-pattern", place, { pattern: key }, { on: "key" });
    }
  }
};

/** Without the `u` flag more escapes are allowed, and readers use it that way too. */
function compiles(pattern: string): boolean {
  return ["u", ""].some((flags) => {
    try {
      return new RegExp(pattern, flags) instanceof RegExp;
    } catch {
      return false;
    }
  });
}
