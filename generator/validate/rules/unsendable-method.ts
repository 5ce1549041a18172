import { diagnostic } from "../../diagnostic.ts";
import { member, members } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** Methods that `fetch` refuses (Fetch, "forbidden method"). */
const forbidden: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Whoever lists such an operation learns it from us, and not from the first call. */
export const unsendableMethod: Rule = function* ({ document, of }) {
  if (document.version === "2.0") return;
  for (const item of of("Path Item")) {
    const fixed = members(item).filter(([key]) => key === "trace");
    for (const [method, operation] of [...fixed, ...members(member(item, "additionalOperations"))]) {
      if (!forbidden.has(method.toUpperCase())) continue;
      yield diagnostic("unsendable-method", operation.place, { method: method.toUpperCase() }, { on: "key" });
    }
  }
};
