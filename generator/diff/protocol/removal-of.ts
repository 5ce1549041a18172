import type { Operation } from "../../model/operation.ts";
import { type Finding, request } from "./finding.ts";
import { dayOf, stabilityOf, sunsetOf } from "./life-of.ts";

/** An operation that is gone. What was announced to go may go from that day on; drafts may go at any time. */
export function removalOf(operation: Operation, today: string | undefined): Finding {
  const sunset = sunsetOf(operation);
  const day = sunset === undefined ? undefined : dayOf(sunset);
  const isDue = operation.deprecated === true && day !== undefined && today !== undefined && day <= today;
  const isUnpromised = ["draft", "alpha"].includes(stabilityOf(operation));
  const isAnnounced = operation.deprecated === true && sunset === undefined;
  return {
    code: "operation-removed",
    about: `${operation.method} ${operation.path}`,
    subject: "the operation",
    before: operation.place,
    after: null,
    operations: [operation],
    direction: "request",
    level: isDue || isUnpromised ? "info" : isAnnounced ? "warning" : undefined,
    witness: request(operation, {}, true),
  };
}
