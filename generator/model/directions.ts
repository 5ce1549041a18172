import type { Api, Model } from "./api.ts";
import { everyShape, requestShapes, responseShapes } from "./every-shape.ts";
import { innerShapes } from "./inner-shapes.ts";
import type { Operation } from "./operation.ts";
import type { Discriminator, Shape } from "./shape.ts";

/** Which way a value travels, seen from the client. */
export type Direction = "request" | "response";

/** How the client meets a model. */
export interface Directions {
  readonly request: boolean;
  readonly response: boolean;
  /** Whether it holds other values in a request than in a response: something in it is readOnly or writeOnly. */
  readonly differs: boolean;
  /** Whether it is sent as a form or a part of one, where `format: binary` means bytes. */
  readonly isForm: boolean;
}

/** How the client meets each model of an API, by the model's id; models that refer to each other count along. */
export function modelDirections(api: Api): ReadonlyMap<string, Directions> {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const request = reached(models, shapesOf(api, "request"), "request");
  const response = reached(models, shapesOf(api, "response"), "response");
  const forms = reached(models, formShapes(api), "request");
  const differing = differingModels(models);
  return new Map(
    api.models.map(({ id }) => [
      id,
      {
        request: request.has(id),
        response: response.has(id),
        differs: differing.has(id),
        isForm: forms.has(id),
      },
    ]),
  );
}

/** The ids of the models that the operations and webhooks of an API lead to. */
export function reachedModels(api: Api): ReadonlySet<string> {
  const models = new Map(api.models.map((model) => [model.id, model]));
  return reached(models, [...shapesOf(api, "request"), ...shapesOf(api, "response")]);
}

function shapesOf({ operations, webhooks }: Api, direction: Direction): readonly Shape[] {
  return [
    ...operations.flatMap((operation) => travelling(operation, direction)),
    ...webhooks.flatMap((webhook) => travelling(webhook, opposite(direction))),
  ];
}

/** What the API calls on the other side (callbacks, and webhooks on the client's) travels the other way. */
function travelling(operation: Operation, direction: Direction): readonly Shape[] {
  const calledBack = operation.callbacks.flatMap(({ operations }) => operations);
  return [
    ...(direction === "request" ? requestShapes(operation) : responseShapes(operation)),
    ...calledBack.flatMap((callback) => travelling(callback, opposite(direction))),
  ];
}

function formShapes({ operations }: Api): readonly Shape[] {
  return operations.flatMap(({ body }) =>
    (body?.media ?? []).flatMap(({ type, shape }) => {
      const isForm = /^(?:multipart\/|application\/x-www-form-urlencoded)/i.test(type.trim());
      return isForm && shape !== undefined ? [shape] : [];
    }),
  );
}

function opposite(direction: Direction): Direction {
  return direction === "request" ? "response" : "request";
}

/** The ids of all models that these shapes lead to; what travels the other way only is no way on. */
function reached(
  models: ReadonlyMap<string, Model>,
  shapes: readonly Shape[],
  direction?: Direction,
): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [...shapes];
  for (let shape = pending.pop(); shape !== undefined; shape = pending.pop()) {
    for (const inner of innerShapes(shape).filter(isMet(models, shape, direction))) pending.push(inner);
    for (const id of referredIds(shape)) {
      if (found.has(id)) continue;
      found.add(id);
      const model = models.get(id);
      if (model !== undefined) pending.push(model.shape);
    }
  }
  return found;
}

/** Tells the inner shapes that a value which travels this way may have from the properties that it has not. */
function isMet(
  models: ReadonlyMap<string, Model>,
  shape: Shape,
  direction: Direction | undefined,
): (inner: Shape) => boolean {
  if (shape.kind !== "object" || direction === undefined) return () => true;
  const hidden = new Set(
    shape.properties
      .filter((property) => oneWay(models, property.shape) === opposite(direction))
      .map((property) => property.shape),
  );
  return (inner) => !hidden.has(inner);
}

/** The models that a shape itself names, without those that its inner shapes name. */
export function referredIds(shape: Shape): readonly string[] {
  if (shape.kind === "reference") return [shape.id];
  return discriminatorOf(shape)?.mapping.map(({ id }) => id) ?? [];
}

/** How the models that a shape stands for are told apart; undefined if they are not. */
export function discriminatorOf(shape: Shape): Discriminator | undefined {
  return "discriminator" in shape ? shape.discriminator : undefined;
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

/** The only direction in which a property travels, whichever part of it says so; undefined for both. */
export function oneWay(models: ReadonlyMap<string, Model>, shape: Shape): Direction | undefined {
  const notes = [...bundled(models, shape)].map((part) => part.notes);
  if (notes.some((note) => note?.readOnly)) return "response";
  return notes.some((note) => note?.writeOnly) ? "request" : undefined;
}

/** A shape and all that holds at once with it, references followed. */
function bundled(models: ReadonlyMap<string, Model>, shape: Shape): ReadonlySet<Shape> {
  const found = new Set([shape]);
  // A set that grows while it is walked through is walked through to its end.
  for (const part of found) {
    const target = part.kind === "reference" ? models.get(part.id)?.shape : undefined;
    if (target !== undefined) found.add(target);
    if (part.kind === "all") for (const inner of part.parts) found.add(inner);
  }
  return found;
}
