import type { Operation } from "../../model/operation.ts";
import { compareBodies } from "./compare-bodies.ts";
import { compareLife } from "./compare-life.ts";
import { compareNames } from "./compare-names.ts";
import { comparePaging } from "./compare-paging.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import { levelOfRemoval } from "./removal-of.ts";
import type { OperationContext } from "./operation-context.ts";
import { pairCalls } from "./pair-calls.ts";
import { type OperationPair, templateOf } from "./pair-operations.ts";

export function compareOperation(context: OperationContext, pair: OperationPair): void {
  compareLife(context, pair);
  const isAtServers = context.isCall !== true && templateOf(pair.before.path) === templateOf(pair.after.path);
  if (isAtServers) compareServers(context, pair);
  compareSecurity(context, pair);
  compareParameters(context, pair);
  compareBodies(context, pair);
  compareResponses(context, pair);
  compareCallbacks(context, pair);
  compareNames(context, pair);
  comparePaging(context, pair);
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
      const levels = new Set(callback.operations.map((one) => levelOfRemoval(one, context.today)));
      const [level] = levels.size === 1 ? levels : [];
      note({ code: "callback-removed", ...told, operations: [after], direction: "response", level });
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
  outer: OperationContext,
  before: readonly Operation[],
  after: readonly Operation[],
  kind: "webhook" | "callback",
): void {
  const context: OperationContext = { ...outer, isCall: true };
  const { kept, renamed, removed, added } = pairCalls(kind, before, after);
  for (const pair of kept) compareOperation(context, pair);
  for (const pair of renamed) {
    noteRenamed(context, pair, kind);
    compareOperation(context, pair);
  }
  for (const [operations, what] of [
    [removed, "removed"],
    [added, "added"],
  ] as const) {
    for (const operation of operations) {
      const subject = `the ${kind} \`${operation.path}\``;
      const isGone = what === "removed";
      context.note({
        code: `${kind}-${what}`,
        about: `${operation.method} ${operation.path}`,
        subject,
        before: isGone ? operation.place : null,
        after: isGone ? null : operation.place,
        operations: [operation],
        direction: "response",
        level: isGone ? levelOfRemoval(operation, context.today) : undefined,
      });
    }
  }
}

function noteRenamed(
  { note }: OperationContext,
  { before, after }: OperationPair,
  kind: "webhook" | "callback",
): void {
  note({
    code: kind === "webhook" ? "webhook-renamed" : "callback-address-changed",
    about: before.path,
    subject: `the ${kind} \`${before.path}\``,
    before: before.place,
    after: after.place,
    operations: [after],
    direction: "response",
    old: before.path,
    new: after.path,
  });
}
