import type { Operation } from "../../model/operation.ts";
import { compareBodies } from "./compare-bodies.ts";
import { compareLife } from "./compare-life.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import type { OperationContext } from "./operation-context.ts";
import { type OperationPair, pairOperations, pathNames, templateOf } from "./pair-operations.ts";

export function compareOperation(context: OperationContext, pair: OperationPair): void {
  compareLife(context, pair);
  if (templateOf(pair.before.path) === templateOf(pair.after.path)) compareServers(context, pair);
  compareSecurity(context, pair);
  compareParameters(context, pair);
  compareBodies(context, pair);
  compareResponses(context, pair);
  compareCallbacks(context, pair);
  compareNames(context, pair);
}

/** A callback goes the other way. */
function compareCallbacks(context: OperationContext, { before, after }: OperationPair): void {
  const { note } = context;
  const fresh = new Map(after.callbacks.map((callback) => [callback.name, callback]));
  const old = new Set(before.callbacks.map(({ name }) => name));
  for (const callback of before.callbacks) {
    const now = fresh.get(callback.name);
    const subject = `the callback \`${callback.name}\``;
    if (now === undefined) {
      const told = { about: callback.name, subject, before: callback.place, after: null };
      note({ code: "callback-removed", ...told, operations: [after], direction: "response" });
      continue;
    }
    compareCalls(
      { ...context, sent: context.answered, answered: context.sent },
      callback.operations,
      now.operations,
      "callback",
    );
  }
  for (const callback of after.callbacks) {
    if (old.has(callback.name)) continue;
    const told = {
      about: callback.name,
      subject: `the callback \`${callback.name}\``,
      before: null,
      after: callback.place,
    };
    note({ code: "callback-added", ...told, operations: [after], direction: "response" });
  }
}

/** Requests that the API makes: webhooks, and those of one callback. */
export function compareCalls(
  context: OperationContext,
  before: readonly Operation[],
  after: readonly Operation[],
  kind: "webhook" | "callback",
): void {
  const { kept, moved, removed, added } = pairOperations(before, after);
  for (const pair of [...kept, ...moved]) compareOperation(context, pair);
  for (const [operations, what] of [
    [removed, "removed"],
    [added, "added"],
  ] as const) {
    for (const operation of operations) {
      const subject = `the ${kind} \`${operation.path}\``;
      const places =
        what === "removed"
          ? { before: operation.place, after: null }
          : { before: null, after: operation.place };
      context.note({
        code: `${kind}-${what}`,
        about: `${operation.method} ${operation.path}`,
        subject,
        ...places,
        operations: [operation],
        direction: "response",
      });
    }
  }
}

/** Names that no request tells, and that a client of ours is made of. */
function compareNames({ note }: OperationContext, { before, after }: OperationPair): void {
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
  const gone = before.tags.filter((tag) => !after.tags.includes(tag));
  const added = after.tags.filter((tag) => !before.tags.includes(tag));
  for (const tag of gone) note({ code: "tag-removed", about: `tag ${tag}`, subject, ...told, old: tag });
  for (const tag of added) note({ code: "tag-added", about: `tag ${tag}`, subject, ...told, new: tag });
  const [one, other] = [pathNames(before.path), pathNames(after.path)];
  for (const [index, name] of one.entries()) {
    const now = other[index];
    if (now === undefined || now === name) continue;
    const code = other.includes(name) ? "path-parameters-swapped" : "path-parameter-renamed";
    note({
      code,
      about: `path ${index}`,
      subject: `the path parameter \`${name}\``,
      ...told,
      old: name,
      new: now,
    });
  }
}
