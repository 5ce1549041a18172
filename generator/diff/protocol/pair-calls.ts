import { groupBy } from "../group-by.ts";
import type { Operation } from "../../model/operation.ts";
import type { OperationPair } from "./pair-operations.ts";

export interface PairedCalls {
  readonly kept: readonly OperationPair[];
  /** The same request under another name or at another address. */
  readonly renamed: readonly OperationPair[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Find each request that the API makes on the other side. A webhook is known by its name, else by its operationId; the
 * requests of one callback by their expressions (OpenAPI 3.1, 4.8.18), else by being the only one of their method.
 */
export function pairCalls(
  kind: "webhook" | "callback",
  before: readonly Operation[],
  after: readonly Operation[],
): PairedCalls {
  const gone = new Set(before);
  const added = new Set(after);
  const match = (keyOf: (call: Operation) => string | undefined): readonly OperationPair[] => {
    const [old, fresh] = [groupBy(gone, keyOf), groupBy(added, keyOf)];
    return [...old].flatMap(([key, [was, ...more]]) => {
      const [is, ...others] = fresh.get(key) ?? [];
      if (was === undefined || is === undefined || more.length + others.length > 0) return [];
      gone.delete(was);
      added.delete(is);
      return [{ before: was, after: is }];
    });
  };
  const kept = match(({ method, path }) => `${method} ${path}`);
  const renamed = match(({ method, operationId }) => {
    if (kind === "callback") return method;
    return operationId === undefined ? undefined : `${method} ${operationId}`;
  });
  return { kept, renamed, removed: [...gone], added: [...added] };
}
