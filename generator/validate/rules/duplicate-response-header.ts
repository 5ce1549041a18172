import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { member, members } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** The names of headers are the same whatever their case (RFC 9110, section 5.1), so a client reads one of the two. */
export const duplicateResponseHeader: Rule = function* ({ of }) {
  for (const response of of("Response")) {
    const firsts = new Map<string, { readonly name: string; readonly node: SpecNode }>();
    for (const [name, node] of members(member(response, "headers"))) {
      const first = firsts.get(name.toLowerCase());
      if (first === undefined) {
        firsts.set(name.toLowerCase(), { name, node });
        continue;
      }
      const related = [{ message: "first declared", place: first.node.place }];
      yield diagnostic("duplicate-header", node.place, { name, first: first.name }, { on: "key", related });
    }
  }
};
