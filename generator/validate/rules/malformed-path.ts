import { diagnostic } from "../../diagnostic.ts";
import type { Rule } from "../rule.ts";
import { isWellFormed } from "../template.ts";

/** Each parameter of a path template is a name between two braces (OpenAPI 3.1, 4.8.2). */
export const malformedPath: Rule = function* ({ paths }) {
  for (const { template, node } of paths) {
    if (isWellFormed(template)) continue;
    yield diagnostic("malformed-path", node.place, { path: template }, { on: "key" });
  }
};
