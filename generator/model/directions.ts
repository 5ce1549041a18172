import type { Api, Model } from "./api.ts";
import { everyShape, requestShapes, responseShapes } from "./every-shape.ts";
import { innerShapes } from "./inner-shapes.ts";
import type { Operation } from "./operation.ts";
import type { Shape } from "./shape.ts";

/** Which way a value travels, seen from the client. */
export type Direction = "request" | "response";

/** How the client meets a model. */
export interface Directions {
  readonly request: boolean;
  readonly response: boolean;
  /** Whether it holds other values in a request than in a response: something in it is readOnly or writeOnly. */
  readonly differs: boolean;
}

/** How the client meets each model of an API, by the model's id; models that refer to each other count along. */
export function modelDirections(api: Api): ReadonlyMap<string, Directions> {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const request = reached(models, shapesOf(api, "request"));
  const response = reached(models, shapesOf(api, "response"));
  const differing = differingModels(models);
  return new Map(
    api.models.map(({ id }) => [
      id,
      { request: request.has(id), response: response.has(id), differs: differing.has(id) },
    ]),
  );
}

/** What the API calls on the client's side (webhooks, callbacks) travels the other way. */
function shapesOf(api: Api, direction: Direction): readonly Shape[] {
  const opposite = direction === "request" ? "response" : "request";
  const callbacks = api.operations.flatMap((operation) =>
    operation.callbacks.flatMap((callback) => callback.operations),
  );
  return [
    ...api.operations.flatMap((operation) => travelling(operation, direction)),
    ...[...api.webhooks, ...callbacks].flatMap((operation) => travelling(operation, opposite)),
  ];
}

function travelling(operation: Operation, direction: Direction): readonly Shape[] {
  return direction === "request" ? requestShapes(operation) : responseShapes(operation);
}

/** The ids of all models that these shapes lead to. */
function reached(models: ReadonlyMap<string, Model>, shapes: readonly Shape[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...shapes];
  for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
    pending.push(...innerShapes(shape));
    for (const id of referredIds(shape)) {
      if (found.has(id)) continue;
      found.add(id);
      const model = models.get(id);
      if (model !== undefined) pending.push(model.shape);
    }
  }
  return found;
}

/** The models that a shape itself names, without those that its inner shapes name. */
export function referredIds(shape: Shape): readonly string[] {
  if (shape.kind === "reference") return [shape.id];
  const discriminator = shape.kind === "union" || shape.kind === "all" ? shape.discriminator : undefined;
  return discriminator?.mapping.map(({ id }) => id) ?? [];
}

/** Models with a property of one direction only, and, in turn, all models that refer to one of them. */
function differingModels(models: ReadonlyMap<string, Model>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const differing = new Set<string>();
  for (const { id, shape } of models.values()) {
    const inner = everyShape(shape);
    if (inner.some((one) => hasOneWayProperty(models, one))) differing.add(id);
    for (const used of inner.flatMap(referredIds)) users.set(used, [...(users.get(used) ?? []), id]);
  }
  const pending = [...differing];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const user of users.get(id) ?? []) {
      if (differing.has(user)) continue;
      differing.add(user);
      pending.push(user);
    }
  }
  return differing;
}

function hasOneWayProperty(models: ReadonlyMap<string, Model>, shape: Shape): boolean {
  if (shape.kind !== "object") return false;
  return shape.properties.some((property) => oneWay(models, property.shape) !== undefined);
}

/** The only direction in which a property travels; undefined for both. */
export function oneWay(models: ReadonlyMap<string, Model>, shape: Shape): Direction | undefined {
  const target = shape.kind === "reference" ? models.get(shape.id)?.shape : undefined;
  const notes = [shape.notes, target?.notes];
  if (notes.some((note) => note?.readOnly)) return "response";
  return notes.some((note) => note?.writeOnly) ? "request" : undefined;
}
