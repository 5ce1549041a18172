import type { Shape } from "../model/shape.ts";
import { isMereCircle } from "./alias-cycles.ts";
import type { TypeContext } from "./type-context.ts";

/**
 * Whether a shape reads `unknown`. Known before its parts are printed, so that a file does not import what it then has
 * no use for.
 */
export function isUnknown(shape: Shape, context: TypeContext): boolean {
  switch (shape.kind) {
    case "any":
    case "not":
    case "conditional":
      return true;
    case "reference":
      return !context.views.names.models.has(shape.id) || isMereCircle(shape.id, context.views.models);
    case "union":
      return shape.branches.some((branch) => isUnknown(branch, context));
    case "all":
      return shape.parts.every((part) => isMereCondition(part) || isUnknown(part, context));
    default:
      return false;
  }
}

/** A claim about values of some type that does not say which: it adds nothing to another type. */
export function isMereCondition(shape: Shape): boolean {
  switch (shape.kind) {
    case "any":
    case "not":
    case "conditional":
      return true;
    case "string":
    case "number":
      return shape.implied === true;
    case "list":
      return shape.implied === true && shape.items === undefined && shape.prefix === undefined;
    case "object":
      return shape.implied === true && isUntold(shape);
    default:
      return false;
  }
}

/** Whether a shape says of objects that they are objects, and no more. */
export function isUntold(shape: Shape): boolean {
  if (shape.kind !== "object") return false;
  const { properties, alsoRequired = [], patterns = [], rest } = shape;
  return properties.length + alsoRequired.length + patterns.length === 0 && rest === undefined;
}
