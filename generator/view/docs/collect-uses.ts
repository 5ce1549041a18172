import type { Api } from "../../model/api.ts";
import { referredIds } from "../../model/directions.ts";
import { everyShape, requestShapes, responseShapes } from "../../model/every-shape.ts";
import type { Operation } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import { operationKey } from "../../names/names.ts";
import { successes } from "../result-view.ts";

/** Something that refers to a model, and what it is for it. */
export type Use =
  | { readonly by: "operation"; readonly key: string; readonly as: readonly OperationRole[] }
  | { readonly by: "webhook"; readonly key: string; readonly as: readonly WebhookRole[] }
  | { readonly by: "model"; readonly id: string };

export type OperationRole = "parameter" | "body" | "result" | "header" | "error" | "callback";

export type WebhookRole = "parameter" | "body" | "answer";

/** Who refers to each model, by its id: operations first, then webhooks and models, all in the order of the spec. */
export function collectUses(api: Api): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const add = (id: string, use: Use): void => {
    const known = uses.get(id);
    if (known === undefined) uses.set(id, [use]);
    else known.push(use);
  };
  for (const operation of api.operations) {
    for (const [id, as] of rolesIn(operation)) {
      add(id, { by: "operation", key: operationKey(operation), as: [...as] });
    }
  }
  for (const webhook of api.webhooks) {
    for (const [id, as] of rolesInWebhook(webhook)) {
      add(id, { by: "webhook", key: operationKey(webhook), as: [...as] });
    }
  }
  for (const { id, shape } of api.models) {
    const inner = new Set(everyShape(shape).flatMap(referredIds));
    for (const used of inner) if (used !== id) add(used, { by: "model", id });
  }
  return uses;
}

/** The roles that models have, as they are noted. */
function openRoles<Role>(): {
  readonly roles: ReadonlyMap<string, ReadonlySet<Role>>;
  readonly note: (role: Role, shapes: readonly (Shape | undefined)[]) => void;
} {
  const roles = new Map<string, Set<Role>>();
  const note = (role: Role, shapes: readonly (Shape | undefined)[]): void => {
    const all = shapes.flatMap((shape) => (shape === undefined ? [] : everyShape(shape)));
    for (const id of all.flatMap(referredIds)) roles.set(id, (roles.get(id) ?? new Set()).add(role));
  };
  return { roles, note };
}

function rolesInWebhook({
  parameters,
  body,
  responses,
}: Operation): ReadonlyMap<string, ReadonlySet<WebhookRole>> {
  const { roles, note } = openRoles<WebhookRole>();
  note(
    "parameter",
    parameters.map(({ shape }) => shape),
  );
  note(
    "body",
    (body?.media ?? []).map(({ shape }) => shape),
  );
  note("answer", responseShapes({ responses }));
  return roles;
}

function rolesIn(operation: Operation): ReadonlyMap<string, ReadonlySet<OperationRole>> {
  const { roles, note } = openRoles<OperationRole>();
  const good = successes(operation);
  const errors = operation.responses.filter((response) => !good.includes(response));
  note(
    "parameter",
    operation.parameters.map(({ shape }) => shape),
  );
  note(
    "body",
    (operation.body?.media ?? []).map(({ shape }) => shape),
  );
  note(
    "result",
    good.flatMap(({ media }) => media.map(({ shape }) => shape)),
  );
  note(
    "error",
    errors.flatMap(({ media }) => media.map(({ shape }) => shape)),
  );
  note(
    "header",
    operation.responses.flatMap(({ headers }) => headers.map(({ shape }) => shape)),
  );
  note(
    "callback",
    operation.callbacks.flatMap(({ operations }) =>
      operations.flatMap((called) => [...requestShapes(called), ...responseShapes(called)]),
    ),
  );
  return roles;
}
