import { diagnostic } from "../../diagnostic.ts";
import { mapOf, member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** An operation without an answer has no result that anyone could type (OpenAPI 3.0, 4.7.10). */
export const missingResponses: Rule = function* ({ of }) {
  for (const operation of of("Operation")) {
    // What would be a reference if its `$ref` were a text is told so.
    if (member(operation, "$ref") !== undefined) continue;
    const responses = member(operation, "responses");
    if (responses === undefined) yield diagnostic("missing-responses", operation.place, {}, { on: "key" });
    else if (mapOf(responses)?.size === 0) {
      yield diagnostic("missing-responses", responses.place, {}, { on: "key" });
    }
  }
};
