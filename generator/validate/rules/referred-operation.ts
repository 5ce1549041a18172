import { diagnostic } from "../../diagnostic.ts";
import { member, members, textOf } from "../../load/node.ts";
import { listOperations } from "../paths.ts";
import type { Rule } from "../rule.ts";

/** A Path Item may be a reference, an Operation Object may not (OpenAPI 3.1, 4.8.9 and 4.8.10). */
export const referredOperation: Rule = function* ({ of }) {
  for (const item of of("Path Item")) {
    for (const { node } of listOperations(members(item))) {
      const reference = member(node, "$ref");
      if (reference === undefined || textOf(node, "$ref") === undefined) continue;
      yield diagnostic("referred-operation", reference.place, {}, { on: "key" });
    }
  }
};
