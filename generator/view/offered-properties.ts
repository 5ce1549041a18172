import type { ObjectShape, Property, Shape } from "../model/shape.ts";
import type { TypeContext } from "./type-context.ts";

type Models = TypeContext["views"]["models"];

/**
 * The properties that shapes describe for some objects only: `then`, `else` and `dependentSchemas` (JSON Schema core,
 * 10.2.2). Any object may have them, and what they hold where nobody describes them is unknown.
 *
 * @param conditions shapes that hold under a condition
 * @param known asks for names that need no more words
 */
export function offeredProperties(
  conditions: readonly Shape[],
  known: () => ReadonlySet<string>,
  models: Models,
): readonly Property[] {
  if (conditions.length === 0) return [];
  const others = known();
  const found = new Map<string, Property>();
  for (const { properties } of objectsWithin(conditions, models, true)) {
    for (const { name, shape } of properties) {
      const { place, notes } = shape;
      const any: Shape = notes === undefined ? { kind: "any", place } : { kind: "any", place, notes };
      if (!others.has(name) && !found.has(name)) found.set(name, { name, required: false, shape: any });
    }
  }
  return [...found.values()];
}

/** The names that shapes have a type for, in whichever branch. */
export function namesWithin(shapes: readonly Shape[], models: Models): ReadonlySet<string> {
  const objects = objectsWithin(shapes, models, false);
  return new Set(objects.flatMap(({ properties }) => properties.map(({ name }) => name)));
}

/** What a shape says of some objects only. */
export function dependentShapes(shape: Shape): readonly Shape[] {
  return shape.kind === "object" ? (shape.dependentShapes ?? []).map((each) => each.shape) : [];
}

/** The objects that a value of some of these shapes may be, past references, unions and, if wanted, conditions. */
function objectsWithin(
  shapes: readonly Shape[],
  models: Models,
  hasConditions: boolean,
): readonly ObjectShape[] {
  const seen = new Set<string>();
  const pending = [...shapes];
  const found: ObjectShape[] = [];
  for (const shape of pending) {
    if (hasConditions) for (const inner of sometimes(shape)) pending.push(inner);
    if (shape.kind === "object") found.push(shape);
    else if (shape.kind === "all") for (const part of shape.parts) pending.push(part);
    else if (shape.kind === "union") for (const branch of shape.branches) pending.push(branch);
    else if (shape.kind === "reference" && !seen.has(shape.id)) {
      seen.add(shape.id);
      const model = models.get(shape.id);
      if (model !== undefined) pending.push(model.shape);
    }
  }
  return found;
}

function sometimes(shape: Shape): readonly Shape[] {
  if (shape.kind !== "conditional") return dependentShapes(shape);
  return [shape.then, shape.otherwise].filter((inner) => inner !== undefined);
}
