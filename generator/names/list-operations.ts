import type { Api } from "../model/api.ts";
import { type Names, operationKey, parameterKey } from "./names.ts";

/** How an operation is called in the generated package, for programs that drive it. */
export interface OperationSummary {
  readonly operationId: string | undefined;
  readonly function: string;
  /** The property of the client that has the operation as a method. */
  readonly group: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly { readonly in: string; readonly name: string; readonly field: string }[];
}

/** Every operation in the order of the spec. */
export function listOperations(api: Api, names: Names): readonly OperationSummary[] {
  return api.operations.flatMap((operation) => {
    const named = names.operations.get(operationKey(operation));
    if (named === undefined) return [];
    const { operationId, method, path } = operation;
    const parameters = operation.parameters.map((parameter) => ({
      in: parameter.in,
      name: parameter.name,
      field: named.fields.get(parameterKey(parameter)) ?? parameter.name,
    }));
    return [{ operationId, function: named.function, group: named.group, method, path, parameters }];
  });
}
