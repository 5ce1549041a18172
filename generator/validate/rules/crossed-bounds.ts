import { diagnostic } from "../../diagnostic.ts";
import { member, numberOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

const pairs = [
  ["minimum", "maximum"],
  ["minLength", "maxLength"],
  ["minItems", "maxItems"],
  ["minProperties", "maxProperties"],
] as const;

/** The least that a schema allows is not more than the most (JSON Schema validation, section 6). */
export const crossedBounds: Rule = function* ({ typed }) {
  for (const schema of typed) {
    for (const [lower, upper] of pairs) {
      const least = numberOf(schema, lower);
      const most = numberOf(schema, upper);
      const node = member(schema, upper);
      if (least === undefined || most === undefined || node === undefined || least <= most) continue;
      const params = { least: `\`${lower}\` (${least})`, most: `\`${upper}\` (${most})` };
      yield diagnostic("crossed-bounds", node.place, params);
    }
  }
};
