import { diagnostic } from "../../diagnostic.ts";
import { member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** An `operationId` without a letter names nothing. */
export const emptyOperationId: Rule = function* ({ of }) {
  for (const operation of of("Operation")) {
    const id = member(operation, "operationId");
    if (typeof id?.value === "string" && id.value.trim() === "") {
      yield diagnostic("empty-operation-id", id.place, {});
    }
  }
};
