import type { Operation } from "../../model/operation.ts";
import type { Level } from "../change.ts";
import { type Finding, request } from "./finding.ts";
import { dayOf, stabilityOf, sunsetOf } from "./life-of.ts";

/** An operation that is gone. */
export function removalOf(operation: Operation, today: string | undefined): Finding {
  return {
    code: "operation-removed",
    about: `${operation.method} ${operation.path}`,
    subject: "the operation",
    before: operation.place,
    after: null,
    operations: [operation],
    direction: "request",
    level: levelOfRemoval(operation, today),
    witness: request(operation, {}, true),
  };
}

/**
 * What was announced to go may go from that day on, and drafts may go at any time; without a day nobody knows.
 * Undefined: it is as bad as its rule says.
 */
export function levelOfRemoval(operation: Operation, today: string | undefined): Level | undefined {
  const sunset = sunsetOf(operation);
  const day = sunset === undefined ? undefined : dayOf(sunset);
  const isDue = operation.deprecated === true && day !== undefined && today !== undefined && day <= today;
  if (isDue || ["draft", "alpha"].includes(stabilityOf(operation))) return "info";
  return operation.deprecated === true && sunset === undefined ? "warning" : undefined;
}
