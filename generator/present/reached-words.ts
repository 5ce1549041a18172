import type { Change } from "../diff/change.ts";
import { counted } from "./headline.ts";

/** Operations that are named; how many more there are is counted. */
export interface Named {
  readonly names: readonly string[];
  readonly more: number;
}

/** The first few operations that a change reaches. */
export function namedOperations(change: Change, most = 3): Named {
  const operations = distinctOperations(change);
  // A list that ends in "and 1 more" has place for that one too.
  const shown = operations.length === most + 1 ? operations : operations.slice(0, most);
  return { names: shown.map(({ operation }) => operation), more: operations.length - shown.length };
}

/** An operation that is reached both ways counts once. */
export function distinctOperations({ operations }: Pick<Change, "operations">): Change["operations"] {
  const seen = new Set<string>();
  return operations.filter(({ method, path }) => {
    const key = `${method} ${path}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** `a`, `a and b`, `a, b and 10 more`. */
export function listed({ names, more }: Named): string {
  const all = more > 0 ? [...names, `${more} more`] : names;
  const last = all.at(-1) ?? "";
  return all.length < 2 ? last : `${all.slice(0, -1).join(", ")} and ${last}`;
}

/** `reaches 12 operations`, for what stands before their names. */
export function reachCount(change: Change): string {
  const operations = distinctOperations(change);
  return operations.length === 0
    ? "reaches no operation"
    : `reaches ${counted(operations.length, "operation")}`;
}
