import { groupBy } from "../group-by.ts";
import type { Operation } from "../../model/operation.ts";

/** An operation on both sides. */
export interface OperationPair {
  readonly before: Operation;
  readonly after: Operation;
}

export interface PairedOperations {
  /** The same method and the same path, whatever its parameters are called. */
  readonly kept: readonly OperationPair[];
  /** Found again under another path or method. */
  readonly moved: readonly OperationPair[];
  readonly removed: readonly Operation[];
  readonly added: readonly Operation[];
}

/**
 * Find each operation of the one side on the other. Servers count: a prefix that moves from a server into the paths
 * moves no operation.
 */
export function pairOperations(before: readonly Operation[], after: readonly Operation[]): PairedOperations {
  const kept: OperationPair[] = [];
  const gone = new Set(before);
  const added = new Set(after);
  const match = (test: (one: Operation) => readonly Operation[], into: OperationPair[]): void => {
    for (const one of gone) {
      const other = test(one).find((candidate) => added.has(candidate));
      if (other === undefined) continue;
      gone.delete(one);
      added.delete(other);
      into.push({ before: one, after: other });
    }
  };
  const by = (key: (operation: Operation) => string): ((one: Operation) => readonly Operation[]) => {
    const known = groupBy(after, key);
    return (one) => known.get(key(one)) ?? [];
  };
  match(
    by(({ method, path }) => `${method} ${path}`),
    kept,
  );
  match(
    by(({ method, path }) => `${method} ${templateOf(path)}`),
    kept,
  );
  match(
    by((operation) => `${operation.method} ${templateOf(addressOf(operation))}`),
    kept,
  );
  const moved: OperationPair[] = [];
  const byId = groupBy(added, ({ operationId }) => operationId);
  match(({ operationId }) => (operationId === undefined ? [] : (byId.get(operationId) ?? [])), moved);
  return { kept, moved, removed: [...gone], added: [...added] };
}

/** A path without the names of its parameters. */
export function templateOf(path: string): string {
  return path.replaceAll(/\{[^}]*\}/g, "{}").replace(/\/$/, "");
}

/** The path behind the host: that of the server, then that of the operation. */
function addressOf({ servers, path }: Operation): string {
  const url = servers[0]?.url ?? "";
  return `${url.replace(/^(?:[a-z][a-z\d+.-]*:)?\/\/[^/]*/i, "").replace(/\/$/, "")}${path}`;
}

/** The names of the parameters of a path, in their order. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
}
