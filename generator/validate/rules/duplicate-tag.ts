import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** Each tag is declared once (OpenAPI 3.1, 4.8.1). */
export const duplicateTag: Rule = function* ({ of }) {
  const firsts = new Map<string, SpecNode>();
  for (const tag of of("Tag")) {
    const name = member(tag, "name");
    if (typeof name?.value !== "string") continue;
    const first = firsts.get(name.value);
    if (first === undefined) firsts.set(name.value, name);
    else {
      const related = [{ message: "first declared", place: first.place }];
      yield diagnostic("duplicate-tag", name.place, { name: name.value }, { related });
    }
  }
};
