import type { Operation } from "../../model/operation.ts";
import type { OperationContext } from "./operation-context.ts";
import { type OperationPair, pathNames } from "./pair-operations.ts";

/** Names that no request tells, and that a client of ours is made of. */
export function compareNames(context: OperationContext, { before, after }: OperationPair): void {
  const { note } = context;
  const told = { before: before.place, after: after.place, operations: [after], direction: "none" } as const;
  const subject = "the operation";
  if (before.operationId !== after.operationId)
    note({
      code: "operation-id-changed",
      about: "operationId",
      subject,
      ...told,
      old: before.operationId,
      new: after.operationId,
    });
  if (before.name !== after.name) {
    const names = { old: before.name, new: after.name };
    note({ code: "fixed-name-changed", about: "name", subject, ...told, ...names });
  }
  const gone = before.tags.filter((tag) => !after.tags.includes(tag));
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  for (const tag of gone) note({ code: "tag-removed", about: `tag ${tag}`, subject, ...told, old: tag });
  for (const tag of added) note({ code: "tag-added", about: `tag ${tag}`, subject, ...told, new: tag });
  if (context.isCall !== true) comparePathNames(context, before, after);
}

/** Names that are found again elsewhere in the path have changed places; a pair of them is told once. */
function comparePathNames({ note }: OperationContext, before: Operation, after: Operation): void {
  const told = { before: before.place, after: after.place, operations: [after], direction: "none" } as const;
  const [one, other] = [pathNames(before.path), pathNames(after.path)];
  for (const [index, name] of one.entries()) {
    const now = other[index];
    if (now === undefined || now === name) continue;
    const isSwapped = other.includes(name);
    const first = one.indexOf(now);
    if (isSwapped && first >= 0 && first < index && other[first] === name) continue;
    note({
      code: isSwapped ? "path-parameters-swapped" : "path-parameter-renamed",
      about: `path ${index}`,
      subject: `the path parameter \`${name}\``,
      ...told,
      old: name,
      new: now,
    });
  }
}
