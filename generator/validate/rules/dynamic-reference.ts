import { diagnostic } from "../../diagnostic.ts";
import { member, textOf } from "../../load/node.ts";
import { anchorOf, sharedAnchors } from "../../load/shared-anchors.ts";
import type { Rule } from "../rule.ts";

/**
 * A `$dynamicRef` may lead to another schema for each one that it is met from (JSON Schema core, 8.2.3.2). It is read
 * as a `$ref` where only one schema answers to its name, and as anything where several do.
 */
export const dynamicReference: Rule = function* ({ document, of }) {
  const shared = sharedAnchors(document);
  for (const schema of of("Schema")) {
    const name = anchorOf(textOf(schema, "$dynamicRef") ?? "");
    const place = member(schema, "$dynamicRef")?.place;
    if (place !== undefined && shared.has(name)) yield diagnostic("dynamic-reference", place, { name });
  }
};
