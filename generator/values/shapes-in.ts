import type { ListShape, ObjectShape, Shape } from "../model/shape.ts";

/**
 * A shape and all shapes that are written inside of it and that a value may belong to, in the order of the
 * spec. References are not followed, and what only asks a question (`not`, `if`) is left out.
 */
export function* shapesIn(shape: Shape): Iterable<Shape> {
  yield shape;
  for (const child of childrenOf(shape)) yield* shapesIn(child);
}

function childrenOf(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case "string":
      return given(shape.content);
    case "list":
      return itemShapes(shape);
    case "object":
      return memberShapes(shape);
    case "choice":
      return given(shape.within);
    case "union":
      return shape.branches;
    case "all":
      return shape.parts;
    case "conditional":
      return given(shape.then, shape.otherwise);
    default:
      return [];
  }
}

function itemShapes({ prefix = [], items, contains, unevaluated }: ListShape): readonly Shape[] {
  return [...prefix, ...given(items, contains, unevaluated)];
}

function memberShapes(shape: ObjectShape): readonly Shape[] {
  const { properties, patterns = [], rest, dependentShapes = [], unevaluated } = shape;
  return [
    ...[...properties, ...patterns, ...dependentShapes].map((each) => each.shape),
    ...given(rest, unevaluated),
  ];
}

function given(...shapes: readonly (Shape | undefined)[]): readonly Shape[] {
  return shapes.filter((shape) => shape !== undefined);
}
