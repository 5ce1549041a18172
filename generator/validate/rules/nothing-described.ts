import { diagnostic } from "../../diagnostic.ts";
import { mapOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** Since 3.1 a document may do without `paths`, but not without all three (OpenAPI 3.1, 4.8.1). */
export const nothingDescribed: Rule = function* ({ document }) {
  const { root, version } = document;
  const fields = mapOf(root);
  if (version === "3.0" || version === "2.0" || fields === undefined) return;
  if (["paths", "webhooks", "components"].some((field) => fields.has(field))) return;
  yield diagnostic("nothing-described", root.place, {}, { on: "key" });
};
