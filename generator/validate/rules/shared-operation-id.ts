import { diagnostic } from "../../diagnostic.ts";
import { textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";
import { keyOf } from "../subject.ts";
import { cutText } from "../words.ts";

/** Two paths that lead to one Path Item have one `operationId` for two operations. */
export const sharedOperationId: Rule = function* ({ paths }) {
  const firsts = new Map<string, string>();
  for (const { template, node, operations } of paths) {
    for (const { method, node: operation } of operations) {
      const id = textOf(operation, "operationId");
      const first = firsts.get(keyOf(operation));
      if (first === undefined) firsts.set(keyOf(operation), template);
      else if (id !== undefined) {
        const params = { id: cutText(id), method, path: template, first: cutText(first) };
        const related = [{ message: "the operation is written", place: operation.place }];
        yield diagnostic("shared-operation-id", node.place, params, { on: "key", related });
      }
    }
  }
};
