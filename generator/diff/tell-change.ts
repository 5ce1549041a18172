import type { Operation } from "../model/operation.ts";
import type { ChangeDirection, Level, ReachedOperation } from "./change.ts";

/** The worst first. */
export const levelRanks: Readonly<Record<Level, number>> = { breaking: 0, warning: 1, info: 2 };

/** The reason of a level that is not the one of the rule. */
export function whyElse(level: Level): string {
  if (level === "info") return "It keeps no client from going on.";
  return level === "warning"
    ? "Nobody can tell from the spec whether a client notices."
    : "A client of the old API no longer gets along.";
}

export function reachedOperation(
  { operationId, method, path }: Operation,
  direction: ChangeDirection,
): ReachedOperation {
  return { operation: operationId ?? `${method} ${path}`, method, path, direction };
}

export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
