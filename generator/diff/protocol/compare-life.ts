import type { OperationContext } from "./operation-context.ts";
import { compareLifeOf } from "./life-of.ts";
import type { OperationPair } from "./pair-operations.ts";

export function compareLife(context: OperationContext, { before, after }: OperationPair): void {
  const { note } = context;
  const told = {
    subject: "the operation",
    before: before.place,
    after: after.place,
    operations: [after],
    direction: "none",
  } as const;
  compareLifeOf(context, { ...told, about: "operation", kind: "operation" }, before, after);
  const old = before.permissions;
  const now = after.permissions;
  // Nobody asks the API for permissions that it calls.
  if ((old === undefined && now === undefined) || context.sent === "response") return;
  if (isImplied(old, now) && isImplied(now, old)) return;
  const words = { old: wordsFor(old), new: wordsFor(now) };
  // Whoever was let in must still be.
  const code = isImplied(old, now) ? "permissions-loosened" : "permissions-tightened";
  note({ ...told, direction: context.sent, code, about: "permissions", ...words });
}

type Permissions = OperationPair["before"]["permissions"];

function wordsFor(permissions: Permissions): string | undefined {
  const names = [...new Set(permissions?.names)].map((name) => `\`${name}\``);
  if (names.length < 2) return names.length === 0 ? undefined : `the permission ${names.join("")}`;
  return `${permissions?.mode === "any" ? "any one" : "all"} of the permissions ${names.join(", ")}`;
}

/** Whether each set of rights that satisfies the one satisfies the other. */
function isImplied(one: Permissions, other: Permissions): boolean {
  if (other === undefined || other.names.length === 0) return true;
  if (one === undefined || one.names.length === 0) return false;
  if (one.mode === "all") {
    const some = one.names.some((name) => other.names.includes(name));
    return other.mode === "any" ? some : other.names.every((name) => one.names.includes(name));
  }
  if (other.mode === "any") return one.names.every((name) => other.names.includes(name));
  return one.names.every((name) => other.names.every((each) => each === name));
}
