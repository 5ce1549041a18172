import { diagnostic } from "../../diagnostic.ts";
import { flagOf, member } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** A property must not be marked both ways (OpenAPI 3.0, 4.7.24.2). */
export const readOnlyAndWriteOnly: Rule = function* ({ typed }) {
  for (const schema of typed) {
    const node = member(schema, "writeOnly");
    if (node === undefined || flagOf(schema, "writeOnly") !== true || flagOf(schema, "readOnly") !== true)
      continue;
    yield diagnostic("read-only-and-write-only", node.place, {}, { on: "key" });
  }
};
