import type { Api } from "./api.ts";
import { innerShapes } from "./inner-shapes.ts";
import type { Operation } from "./operation.ts";
import type { Shape } from "./shape.ts";

/** A shape and all that stand inside it; references are not followed. */
export function everyShape(shape: Shape): readonly Shape[] {
  const found = [shape];
  for (let index = 0; index < found.length; index++) {
    const here = found[index];
    if (here !== undefined) for (const inner of innerShapes(here)) found.push(inner);
  }
  return found;
}

/** Every shape of an API, those of webhooks and callbacks included. */
export function everyShapeOf(api: Api): readonly Shape[] {
  const operations = [...api.operations, ...api.webhooks];
  const own = [...api.models.map(({ shape }) => shape), ...operations.flatMap(operationShapes)];
  return own.flatMap(everyShape);
}

function operationShapes(operation: Operation): readonly Shape[] {
  return [
    ...requestShapes(operation),
    ...responseShapes(operation),
    ...operation.callbacks.flatMap((callback) => callback.operations.flatMap(operationShapes)),
  ];
}

/** The shapes of what an operation is sent: parameters and body. */
export function requestShapes({ parameters, body }: Operation): readonly Shape[] {
  const media = body?.media ?? [];
  return [
    ...parameters.map(({ shape }) => shape),
    ...media.flatMap(({ shape, itemShape }) => [shape, itemShape].filter((one) => one !== undefined)),
  ];
}

/** The shapes of what an operation answers: bodies and headers, errors included. */
export function responseShapes({ responses }: Pick<Operation, "responses">): readonly Shape[] {
  return responses.flatMap(({ media, headers }) => [
    ...media.flatMap(({ shape, itemShape }) => [shape, itemShape].filter((one) => one !== undefined)),
    ...headers.map(({ shape }) => shape),
  ]);
}
