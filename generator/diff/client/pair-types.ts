import { operationKey } from "../../names/names.ts";
import type { OperationNames } from "../../names/names.ts";
import type { ClientPairs } from "./client-pairs.ts";
import type { Surface } from "./surface.ts";

/** The new name of each old type that there still is in some way. */
export function pairTypes(
  before: Surface,
  after: Surface,
  { operations, schemas }: ClientPairs,
): ReadonlyMap<string, string> {
  const paired = new Map<string, string>();
  const pair = (old: string | undefined, now: string | undefined): void => {
    if (old !== undefined && now !== undefined && !paired.has(old) && after.types.has(now))
      paired.set(old, now);
  };
  const fresh = new Map([...after.models.values()].map((model) => [model.key, model.id]));
  for (const { id, key } of before.models.values()) {
    const other = key === undefined ? undefined : fresh.get(schemas.get(key) ?? key);
    const [old, now] = [before.names.models.get(id), after.names.models.get(other ?? "")];
    pair(old?.type, now?.type);
    pair(old?.input, now?.input);
  }
  for (const pairOf of operations) {
    const old = before.names.operations.get(operationKey(pairOf.before));
    const now = after.names.operations.get(operationKey(pairOf.after));
    if (old === undefined || now === undefined) continue;
    pair(old.params, now.params);
    pair(old.result, now.result);
    pair(old.response, now.response);
    for (const [one, other] of callbackPairs(old, now)) pair(one, other);
  }
  for (const [key, type] of before.names.webhooks.types) pair(type, after.names.webhooks.types.get(key));
  const taken = new Set(paired.values());
  for (const name of before.types.keys()) if (!taken.has(name)) pair(name, name);
  return paired;
}

function callbackPairs(old: OperationNames, now: OperationNames): readonly (readonly [string, string])[] {
  return [...old.callbacks].flatMap(([name, types]) =>
    [...types].flatMap(([key, type]) => {
      const other = now.callbacks.get(name)?.get(key);
      return other === undefined ? [] : [[type, other] as const];
    }),
  );
}
