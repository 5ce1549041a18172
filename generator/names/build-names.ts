import type { Diagnostic, Outcome } from "../diagnostic.ts";
import type { Api } from "../model/api.ts";
import { assignNames } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import { clashDiagnostics, type Named } from "./complain.ts";
import { nameGroups } from "./name-groups.ts";
import { nameModels } from "./name-models.ts";
import { nameOperations } from "./name-operations.ts";
import type { Names } from "./names.ts";
import { nameCalled } from "./name-called.ts";
import { isReservedOption } from "./reserved.ts";

/**
 * Give a name to everything of an API that needs one. A name depends on the set of the author's spellings and
 * never on their order, and what clashes with nothing is called as its author calls it. Each clash is a warning.
 */
export function buildNames(api: Api): Outcome<Names> {
  const { models, diagnostics } = nameModels(api);
  const types = [...models.values()].flatMap(({ type, input }) =>
    input === undefined ? [type] : [type, input],
  );
  const { groups, diagnostics: alike } = nameGroups(api, types);
  const { names: variables, diagnostics: mixed } = nameVariables(api);
  const own = groups.map(({ type }) => type);
  const { operations, diagnostics: found } = nameOperations(api, groups, [...new Set([...types, ...own])]);
  const named = [...operations.values()].flatMap((each) => [
    each.function,
    each.params,
    each.result,
    each.response,
  ]);
  const taken = new Set([...types, ...own, ...named]);
  const { webhooks, callbacks, diagnostics: yielding } = nameCalled(api, operations, taken);
  return {
    value: {
      models,
      groups,
      operations: new Map(
        [...operations].map(([key, each]) => [key, { ...each, callbacks: callbacks.get(key) ?? new Map() }]),
      ),
      webhooks,
      variables,
    },
    diagnostics: [...diagnostics, ...alike, ...found, ...yielding, ...mixed],
  };
}

/**
 * A variable of a server that may be called is an option of the client under its own name, unless the client has that
 * already. Of the API's servers any may be called, of an operation's own the first.
 */
function nameVariables(api: Api): {
  readonly names: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const own = api.operations.flatMap((operation) => operation.servers.slice(0, 1));
  const named = new Map<string, Named>();
  for (const { name, place } of [...api.servers, ...own].flatMap((server) => server.variables)) {
    if (!named.has(name)) named.set(name, { called: `variable ${JSON.stringify(name)}`, place, on: "key" });
  }
  const candidates = [...named.keys()].map((spelling) => {
    const wanted = camelCase(spelling) || "variable";
    const isTaken = isReservedOption(wanted) || (wanted === "server" && api.servers.length > 1);
    const target = isTaken ? `server${pascalCase(wanted)}` : wanted;
    return { spelling, target };
  });
  const { names, clashes } = assignNames(candidates);
  return { names, diagnostics: clashDiagnostics(clashes, named) };
}
