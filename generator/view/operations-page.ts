import { callbackTypes } from "./called-view.ts";
import { headerLine } from "./header.ts";
import { openImports } from "./imports.ts";
import { type OperationView, operationView } from "./operation-view.ts";
import type { ImportView, Page } from "./page.ts";
import type { GroupedOperations, ViewContext } from "./view-context.ts";

export interface OperationsView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  readonly call: string;
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
      call: imports.value("call", "runtime/transport"),
      transportType: imports.type("Transport", "runtime/transport"),
      operationType: imports.type("Operation", "runtime/operation"),
      operations: drawn,
      imports: imports.list(),
    },
  };
}

function takenNames(
  operations: GroupedOperations["operations"],
  { names }: ViewContext,
): ReadonlySet<string> {
  const models = [...names.models.values()].flatMap(({ type, input }) => [type, input ?? type]);
  const own = operations.flatMap((one) => {
    const { function: name, params, result, response, callbacks } = one.names;
    return [name, params, result, response, ...callbackTypes(callbacks)];
  });
  return new Set([...models, ...own]);
}
