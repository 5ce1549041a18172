import type { Config } from "../../config/config.ts";
import type { Api } from "../../model/api.ts";
import { buildNames } from "../../names/build-names.ts";
import { operationEntries, type OperationEntry } from "../../view/docs/docs-context.ts";
import { exampleCall } from "../../view/docs/example-call.ts";
import { callStatement } from "../../view/docs/sample-code.ts";
import { openViews, type ViewContext } from "../../view/view-context.ts";
import type { Change } from "../change.ts";
import { templateOf } from "../protocol/pair-operations.ts";

/** How a call of the generated client reads before and after a change; undefined where it reads the same, or is none. */
export type CallsOf = (change: Change) => { readonly before: string; readonly after: string } | undefined;

/** What calls look like in the packages of two versions. Nothing is printed before somebody asks. */
export function openCalls(before: Api, after: Api, config: Config): CallsOf {
  const old = openSide(before, config);
  const now = openSide(after, config);
  return ({ operations, client }) => {
    const [operation, ...others] = operations;
    const isOne = others.every(({ method, path }) => method === operation?.method && path === operation.path);
    if (operation === undefined || !isOne || client.length === 0) return undefined;
    const calls = { before: old(operation), after: now(operation) };
    if (calls.before === undefined || calls.after === undefined || calls.before === calls.after)
      return undefined;
    return { before: calls.before, after: calls.after };
  };
}

type Called = Change["operations"][number];

function openSide(api: Api, config: Config): (operation: Called) => string | undefined {
  let opened: { readonly views: ViewContext; readonly entries: readonly OperationEntry[] } | undefined;
  return (operation) => {
    if (opened === undefined) {
      const views = openViews(api, buildNames(api).value, config);
      opened = { views, entries: [...operationEntries(views).values()] };
    }
    const { views, entries } = opened;
    const entry =
      entries.find((each) => isAt(each, operation)) ??
      entries.find((each) => each.operation.operationId === operation.operation);
    return entry && callStatement(exampleCall(entry, views));
  };
}

function isAt({ operation }: OperationEntry, { method, path }: Called): boolean {
  return operation.method === method && templateOf(operation.path) === templateOf(path);
}
