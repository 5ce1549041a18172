import type { Change, Comparison, ReachedOperation } from "../diff/change.ts";
import { compareWeights } from "./change-weight.ts";
import { distinctOperations } from "./reached-words.ts";

/** Changes that a reader looks at together. */
export interface ChangeGroup {
  readonly about: GroupSubject;
  readonly changes: readonly Change[];
}

export type GroupSubject =
  | { readonly kind: "schema"; readonly name: string }
  | { readonly kind: "operation"; readonly operation: ReachedOperation }
  | { readonly kind: "several" }
  | { readonly kind: "api" };

/**
 * Changes by what they are about: the schema that was edited, else the one operation that it reaches, else several
 * of them or the API as a whole. The heaviest group first, and in each the heaviest change.
 */
export function groupChanges({ changes }: Comparison): readonly ChangeGroup[] {
  const groups = new Map<string, { about: GroupSubject; changes: Change[] }>();
  for (const change of changes.toSorted(compareWeights)) {
    const about = subjectOf(change);
    const key = keyOf(about);
    const group = groups.get(key) ?? { about, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function subjectOf(change: Change): GroupSubject {
  const { schema } = change;
  const operations = distinctOperations(change);
  if (schema !== null) return { kind: "schema", name: schema };
  const [operation] = operations;
  if (operation === undefined) return { kind: "api" };
  return operations.length === 1 ? { kind: "operation", operation } : { kind: "several" };
}

function keyOf(about: GroupSubject): string {
  if (about.kind === "schema") return `schema ${about.name}`;
  if (about.kind === "operation") return `operation ${about.operation.method} ${about.operation.path}`;
  return about.kind;
}
