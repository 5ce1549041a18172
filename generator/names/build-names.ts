import type { Outcome } from "../diagnostic.ts";
import type { Api } from "../model/api.ts";
import { assignNames } from "./assign-names.ts";
import { camelCase, pascalCase } from "./case.ts";
import { nameGroups } from "./name-groups.ts";
import { nameModels } from "./name-models.ts";
import { nameOperations } from "./name-operations.ts";
import type { Names } from "./names.ts";
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
  const groups = nameGroups(api, types);
  const own = groups.map(({ type }) => type);
  const { operations, diagnostics: found } = nameOperations(api, groups, [...new Set([...types, ...own])]);
  return {
    value: { models, groups, operations, variables: nameVariables(api) },
    diagnostics: [...diagnostics, ...found],
  };
}

/**
 * A variable of a server that is called, the first of each list, is an option of the client under its own name,
 * unless the client has that already.
 */
function nameVariables(api: Api): ReadonlyMap<string, string> {
  const lists = [api.servers, ...api.operations.map((operation) => operation.servers)];
  const servers = lists.flatMap((list) => list.slice(0, 1));
  const variables = [...new Set(servers.flatMap((server) => server.variables.map(({ name }) => name)))];
  const candidates = variables.map((spelling) => {
    const wanted = camelCase(spelling) || "variable";
    const target = isReservedOption(wanted) ? `server${pascalCase(wanted)}` : wanted;
    return { spelling, target };
  });
  return assignNames(candidates).names;
}
