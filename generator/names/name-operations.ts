import { childPointer } from "../location.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Api } from "../model/api.ts";
import type { Operation } from "../model/operation.ts";
import { assignNames, type Candidate } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import { clashDiagnostics, type Named, takenDiagnostic } from "./complain.ts";
import { nameFields } from "./name-fields.ts";
import type { Group, OperationNames } from "./names.ts";
import { operationKey } from "./names.ts";
import { isReservedFunction, isReservedType } from "./reserved.ts";
import { shortName } from "./short-name.ts";

/** What the API itself is called by. What it calls back is named when these are. */
export type CallNames = Omit<OperationNames, "callbacks">;

/**
 * Name the operations: a function for each, and the types that belong to it.
 *
 * @param models the names of the models, to which functions and the types of an operation yield
 */
export function nameOperations(
  api: Api,
  groups: readonly Group[],
  models: readonly string[],
): {
  readonly operations: ReadonlyMap<string, CallNames>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const { functions, diagnostics } = nameFunctions(api.operations, new Set(models));
  const types = nameTypes([...functions.values()], models);
  const propertyByTag = new Map(groups.map(({ tag, property }) => [tag, property]));
  const operations = new Map<string, CallNames>();
  for (const operation of api.operations) {
    const key = operationKey(operation);
    const name = functions.get(key) ?? key;
    const { fields, diagnostics: found } = nameFields(operation);
    for (const one of found) diagnostics.push(one);
    operations.set(key, {
      function: name,
      group: propertyByTag.get(operation.tags[0]) ?? "default",
      params: types.get(`${name} Params`) ?? "",
      result: types.get(`${name} Result`) ?? "",
      response: types.get(`${name} Response`) ?? "",
      fields,
    });
  }
  return { operations, diagnostics };
}

function nameFunctions(
  operations: readonly Operation[],
  models: ReadonlySet<string>,
): {
  readonly functions: ReadonlyMap<string, string>;
  readonly diagnostics: Diagnostic[];
} {
  const named = new Map<string, Named>();
  const diagnostics: Diagnostic[] = [];
  const spellings = spellOperations(operations);
  const candidates = operations.map((operation): Candidate => {
    const spelling = spellings.get(operationKey(operation)) ?? operationKey(operation);
    named.set(spelling, describe(operation));
    const explicit = camelCase(operation.name ?? operation.operationId ?? "");
    const wanted = explicit || derivedName(operation);
    const claim = { isFixed: operation.name !== undefined, isDerived: explicit === "" };
    if (!isReservedFunction(wanted) && !models.has(wanted)) return { spelling, target: wanted, ...claim };
    diagnostics.push(takenDiagnostic(named.get(spelling), wanted, `${wanted}_`));
    return { spelling, target: `${wanted}_`, ...claim };
  });
  const { names, clashes } = assignNames(candidates);
  for (const clash of clashDiagnostics(clashes, named)) diagnostics.push(clash);
  const functions = new Map(
    [...spellings].map(([key, spelling]) => [key, names.get(spelling) ?? spelling] as const),
  );
  return { functions, diagnostics };
}

/** An operationId that is used twice is an error, told elsewhere; each use still gets a spelling of its own. */
function spellOperations(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const operation of operations) {
    const id = operation.operationId ?? operationKey(operation);
    if (!first.has(id)) first.set(id, operationKey(operation));
  }
  return new Map(
    operations.map((operation) => {
      const key = operationKey(operation);
      const id = operation.operationId ?? key;
      return [key, first.get(id) === key ? id : `${id} ${key}`];
    }),
  );
}

function describe({ operationId, place, method, path }: Operation): Named {
  if (operationId === undefined) return { called: `${method} ${path}`, place, on: "key" };
  const pointer = childPointer(place.pointer, "operationId");
  return { called: `operationId "${operationId}"`, place: { file: place.file, pointer }, on: "value" };
}

/** `GET /orders/{orderId}/items` is `getOrdersByOrderIdItems`. */
function derivedName({ method, path }: Operation): string {
  const segments = path.split("/").map((segment) => {
    const words = segment.split(/[{}]/).map((word, index) => (index % 2 === 1 ? `By ${word}` : word));
    return pascalCase(words.join(" "));
  });
  return shortName(camelCase(method.toLowerCase()) + segments.join("")) || "operation";
}

/** The types of each function; they yield to the spec's own and to each other. */
function nameTypes(functions: readonly string[], models: readonly string[]): ReadonlyMap<string, string> {
  const derived = functions.flatMap((name) =>
    ["Params", "Result", "Response"].map((kind): Candidate => {
      const target = `${pascalCase(name)}${kind}`;
      const isDerived = true;
      return {
        spelling: `${name} ${kind}`,
        target: isReservedType(target) ? `${target}_` : target,
        isDerived,
      };
    }),
  );
  // In a script without capitals a function may be called like a type.
  const owned = [...models, ...functions].map((name) => ({ spelling: name, target: name }));
  return assignNames([...owned, ...derived]).names;
}
