import { printJson } from "../../json.ts";
import type { OperationContext } from "./operation-context.ts";
import type { OperationPair } from "./pair-operations.ts";

/** What `x-pagination` says: no request tells it, and a client of ours follows it. */
export function comparePaging({ note }: OperationContext, { before, after }: OperationPair): void {
  const [old, now] = [before.pagination, after.pagination].map((value) =>
    value === undefined ? "" : printJson(value),
  );
  if (old === now) return;
  note({
    code: "pagination-changed",
    about: "pagination",
    subject: "the operation",
    before: before.place,
    after: after.place,
    operations: [after],
    direction: "none",
  });
}
