import { diagnostic } from "../../diagnostic.ts";
import { member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A body has no meaning on GET and HEAD (RFC 9110, section 9.3), and `fetch` sends none. */
export const bodyOnGet: Rule = function* ({ of }) {
  for (const item of of("Path Item")) {
    for (const method of ["get", "head"]) {
      const body = member(member(item, method), "requestBody");
      if (body === undefined) continue;
      yield diagnostic("body-on-get", body.place, { method: method.toUpperCase() }, { on: "key" });
    }
  }
};
