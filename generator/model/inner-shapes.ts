import type { Shape } from "./shape.ts";

/** The shapes that stand directly inside a shape, in the order in which the model lists them. */
export function innerShapes(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case "any":
    case "never":
    case "null":
    case "boolean":
    case "number":
    case "reference":
      return [];
    case "string":
      return some(shape.content);
    case "list":
      return [...(shape.prefix ?? []), ...some(shape.items, shape.contains, shape.unevaluated)];
    case "object":
      return [
        ...shape.properties.map((property) => property.shape),
        ...(shape.patterns ?? []).map((pattern) => pattern.shape),
        ...some(shape.rest, shape.names, shape.unevaluated),
        ...(shape.dependentShapes ?? []).map((dependent) => dependent.shape),
      ];
    case "choice":
      return some(shape.within);
    case "union":
      return shape.branches;
    case "all":
      return shape.parts;
    case "not":
      return [shape.shape];
    case "conditional":
      return some(shape.condition, shape.then, shape.otherwise);
  }
}

function some(...shapes: readonly (Shape | undefined)[]): readonly Shape[] {
  return shapes.filter((shape) => shape !== undefined);
}
