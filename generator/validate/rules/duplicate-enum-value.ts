import { diagnostic } from "../../diagnostic.ts";
import { printJson } from "../../json.ts";
import type { SpecNode } from "../../load/document.ts";
import { items, member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";
import { nameValue } from "../words.ts";

/** The values of an `enum` should be unique (JSON Schema validation, section 6.1.2). */
export const duplicateEnumValue: Rule = function* ({ typed }) {
  for (const schema of typed) {
    const firsts = new Map<string, SpecNode>();
    for (const item of items(member(schema, "enum"))) {
      const key = printJson(item.value);
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, item);
      else {
        const related = [{ message: "first listed", place: first.place }];
        yield diagnostic("duplicate-enum-value", item.place, { value: nameValue(item.value) }, { related });
      }
    }
  }
};
