import { diagnostic } from "../../diagnostic.ts";
import { member, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A link names its operation by an `operationId` of this spec or by an `operationRef` (OpenAPI 3.1, 4.8.20). */
export const links: Rule = function* ({ document, effort, of }) {
  const ids = of("Operation").flatMap((operation) => textOf(operation, "operationId") ?? []);
  const known = new Set(ids);
  for (const link of of("Link")) {
    const id = member(link, "operationId");
    const reference = member(link, "operationRef");
    if (id === undefined && reference === undefined) {
      yield diagnostic("link-without-operation", link.place, {}, { on: "key" });
    }
    if (id !== undefined && reference !== undefined) {
      yield diagnostic("link-with-two-operations", reference.place, {}, { on: "key" });
    }
    if (typeof id?.value === "string" && !known.has(id.value)) {
      const params = { target: `operationId "${id.value}"`, like: effort.likelyWord(id.value, ids) };
      yield diagnostic("unknown-link-operation", id.place, params);
    }
    // An operation of another API may well stand where we cannot look.
    const isOurs = typeof reference?.value === "string" && !/^[a-z][a-z0-9+.-]*:/i.test(reference.value);
    if (isOurs && document.resolve(reference.value, link.place) === undefined) {
      const params = { target: `"${reference.value}"`, like: undefined };
      yield diagnostic("unknown-link-operation", reference.place, params);
    }
  }
};
