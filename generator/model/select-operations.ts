import type { Api } from "./api.ts";
import { reachedModels } from "./directions.ts";
import type { Operation } from "./operation.ts";

/** Which operations and webhooks are wanted: all of `include`, or all there are if it is empty, without those of `exclude`. */
export interface Selection {
  /** `tag:orders`, `path:/orders/**` or `operation:getOrder` each; the path of a webhook is what it is called. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A selected API, and the selectors that no operation answers to. */
export interface Selected {
  readonly api: Api;
  readonly unmatched: readonly string[];
  /** Whether anything may have been left out. */
  readonly isPart: boolean;
}

/**
 * Leave out the operations and webhooks that are not wanted, the models that only they use, and the tags of nothing
 * else. A selection of everything changes nothing, unused models included.
 */
export function selectOperations(api: Api, { include, exclude }: Selection): Selected {
  if (include.length === 0 && exclude.length === 0) return { api, unmatched: [], isPart: false };
  const wanted = include.map(selectorOf);
  const unwanted = exclude.map(selectorOf);
  const isWanted: Selector = (operation) =>
    (wanted.length === 0 || wanted.some((matches) => matches(operation))) &&
    !unwanted.some((matches) => matches(operation));
  const all = [...api.operations, ...api.webhooks];
  const unmatched = [...include, ...exclude].filter((text) => !all.some(selectorOf(text)));
  const rest: Api = {
    ...api,
    operations: api.operations.filter(isWanted),
    webhooks: api.webhooks.filter(isWanted),
  };
  const reached = reachedModels(rest);
  return {
    api: { ...rest, models: api.models.filter(({ id }) => reached.has(id)) },
    unmatched,
    isPart: true,
  };
}

type Selector = (operation: Operation) => boolean;

function selectorOf(text: string): Selector {
  const [, by, wanted = ""] = /^(tag|path|operation):(.*)$/.exec(text) ?? [];
  if (by === "tag") return ({ tags }) => tags.includes(wanted);
  if (by === "operation") return ({ operationId }) => operationId === wanted;
  if (by !== "path") return () => false;
  const parts = wanted.split("/");
  return ({ path }) => matchesParts(parts, path.split("/"));
}

/** `*` stands for one segment of a path, `**` for any number of them, none included. */
function matchesParts(wanted: readonly string[], parts: readonly string[]): boolean {
  const [first, ...others] = wanted;
  if (first === undefined) return parts.length === 0;
  if (first === "**") {
    return others.length === 0 || parts.some((_, index) => matchesParts(others, parts.slice(index)));
  }
  return parts.length > 0 && (first === "*" || first === parts[0]) && matchesParts(others, parts.slice(1));
}
