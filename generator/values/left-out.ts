import type { ObjectShape, Shape } from "../model/shape.ts";
import { type Direction, mostSteps, type Run } from "./verdict.ts";

/**
 * Does the direction spare the property of this name, although it is required? A read-only one need not be
 * sent in a request, a write-only one is in no response (OpenAPI 3.0, 4.7.24; 3.1 leaves it to us).
 * `shapes` is all that is said of the object.
 */
export function mayBeLeftOut(run: Run, shapes: readonly Shape[], name: string): boolean {
  const known = new Set<Shape>();
  const isSpared = (shape: Shape): boolean => {
    if (known.has(shape) || known.size > mostShapes) return false;
    known.add(shape);
    run.steps += shape.kind === "object" ? shape.properties.length : 1;
    switch (shape.kind) {
      case "object":
        return shape.properties.some((property) => property.name === name && isOneWay(run, property.shape));
      case "reference": {
        const model = run.models.get(shape.id);
        return model !== undefined && isSpared(model.shape);
      }
      case "all":
        return shape.parts.some(isSpared);
      case "union":
        return shape.branches.some(isSpared);
      case "choice":
        return shape.within !== undefined && isSpared(shape.within);
      default:
        return false;
    }
  };
  return run.steps > mostSteps || shapes.some(isSpared);
}

/** A list of shapes is looked through no further: hostile ones have no end, and lead deeper than our stack. */
const mostShapes = 1000;

/** Is a value of this shape read-only in a request, or write-only in a response? Its notes may stand in any part. */
export function isOneWay({ models, direction }: Pick<Run, "models" | "direction">, shape: Shape): boolean {
  const known = new Set<Shape>();
  const says = (part: Shape): boolean => {
    if (known.has(part) || known.size > mostShapes) return false;
    known.add(part);
    if (saysSo(part, direction)) return true;
    if (part.kind === "all") return part.parts.some(says);
    const model = part.kind === "reference" ? models.get(part.id) : undefined;
    return model !== undefined && says(model.shape);
  };
  return says(shape);
}

function saysSo({ notes }: Shape, direction: Direction): boolean {
  return (direction === "request" ? notes?.readOnly : notes?.writeOnly) === true;
}

/** The names that an object must have in this direction, in the order of the spec. */
export function requiredNames(run: Pick<Run, "models" | "direction">, shape: ObjectShape): readonly string[] {
  const required = shape.properties.filter((property) => property.required && !isOneWay(run, property.shape));
  return [...required.map(({ name }) => name), ...(shape.alsoRequired ?? [])];
}
