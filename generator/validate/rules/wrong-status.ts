import { diagnostic } from "../../diagnostic.ts";
import { members } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** Answers stand under a status, a range of statuses, or `default` (OpenAPI 3.1, 4.8.16). */
export const wrongStatus: Rule = function* ({ of }) {
  for (const responses of of("Responses")) {
    for (const [status, { place }] of members(responses)) {
      if (status === "default" || status.startsWith("x-") || /^[1-5](\d\d|XX)$/.test(status)) continue;
      yield diagnostic("wrong-status", place, { status, mend: mendStatus(status) }, { on: "key" });
    }
  }
};

function mendStatus(status: string): string {
  const upper = status.toUpperCase();
  if (/^[1-5]XX$/.test(upper)) return `Write it in upper case: ${upper}.`;
  if (upper === "DEFAULT") return "Write it in lower case: default.";
  return "Write a status such as 200, a range such as 4XX, or default.";
}
