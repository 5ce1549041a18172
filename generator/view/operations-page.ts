import { callbackTypes } from "./called-view.ts";
import { headerLine } from "./header.ts";
import { openImports } from "./imports.ts";
import { followUpOf } from "./follow-up-view.ts";
import { type OperationView, operationView } from "./operation-view.ts";
import type { ImportView, Page } from "./page.ts";
import type { GroupedOperations, ViewContext } from "./view-context.ts";

export interface OperationsView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly transportType: string;
  readonly operationType: string;
  readonly operations: readonly OperationView[];
}

/** The file that holds the operations of one group as functions. */
export function operationsPage(
  { group, operations }: GroupedOperations,
  views: ViewContext,
): Page<OperationsView> {
  const imports = openImports("operations", takenNames(operations, views));
  const drawn = operations.map((operation) => operationView(operation, views, imports));
  return {
    path: `src/operations/${group.property}.ts`,
    template: "client/operations.ts.hbs",
    view: {
      header: headerLine(views),
      transportType: imports.type("Transport", "runtime/transport"),
      operationType: imports.type("Operation", "runtime/operation"),
      operations: drawn,
      imports: imports.list(),
    },
  };
}

function takenNames(operations: GroupedOperations["operations"], views: ViewContext): ReadonlySet<string> {
  const { names } = views;
  const models = [...names.models.values()].flatMap(({ type, input }) => [type, input ?? type]);
  // What tells of the end of something may stand in another file.
  const targets = operations.flatMap(({ operation }) => {
    const followUp = followUpOf(operation, views);
    return followUp?.kind === "end" ? [followUp.target] : [];
  });
  const own = [...operations, ...targets].flatMap((one) => {
    const { function: name, params, result, response, callbacks } = one.names;
    return [name, params, result, response, ...callbackTypes(callbacks)];
  });
  return new Set([...models, ...own]);
}
