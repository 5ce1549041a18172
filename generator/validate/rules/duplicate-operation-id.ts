import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** No two operations share an `operationId` (OpenAPI 3.1, 4.8.10), those of webhooks and callbacks included. */
export const duplicateOperationId: Rule = function* ({ of }) {
  const firsts = new Map<string, SpecNode>();
  for (const operation of of("Operation")) {
    const id = member(operation, "operationId");
    if (typeof id?.value !== "string" || id.value === "") continue;
    const first = firsts.get(id.value);
    if (first === undefined) firsts.set(id.value, id);
    else {
      const related = [{ message: "first used", place: first.place }];
      yield diagnostic("duplicate-operation-id", id.place, { id: id.value }, { related });
    }
  }
};
