import type { Model } from "../model/api.ts";
import type { ObjectShape, Property, Shape } from "../model/shape.ts";
import { travels, type TypeContext } from "./type-context.ts";

/** What a model says by the names of its properties, where it says nothing else. */
export interface NamedProperties {
  /** The model, and those that it is made of. */
  readonly ids: readonly string[];
  readonly properties: ReadonlyMap<string, Property>;
}

/**
 * The properties of a shape that leads to objects with named properties and no others; undefined for any other shape, of
 * which TypeScript could not leave one out.
 */
export function namedProperties(
  shape: Shape,
  models: ReadonlyMap<string, Model>,
): NamedProperties | undefined {
  const ids = new Set<string>();
  const found: Property[] = [];
  const pending = [shape];
  for (const next of pending) {
    if (next.kind === "object" && hasNamesOnly(next)) {
      const { place, properties, alsoRequired = [] } = next;
      for (const property of properties) found.push(property);
      for (const name of alsoRequired) found.push({ name, required: true, shape: { kind: "any", place } });
    } else if (next.kind === "all") for (const part of next.parts) pending.push(part);
    else if (next.kind === "reference") {
      const model = models.get(next.id);
      if (model === undefined) return undefined;
      if (!ids.has(next.id)) pending.push(model.shape);
      ids.add(next.id);
    } else return undefined;
  }
  return { ids: [...ids], properties: byName(found) };
}

/** Whether the type of an object has no index signature. */
function hasNamesOnly({ rest, patterns = [], unevaluated }: ObjectShape): boolean {
  const isOpen = unevaluated !== undefined && unevaluated.kind !== "never";
  return rest === undefined && patterns.length === 0 && !isOpen;
}

/** Whether a model or an object has properties and none of them travels this way: it says nothing then. */
export function isSilent(shape: Shape, context: TypeContext): boolean {
  if (shape.kind !== "reference" && shape.kind !== "object") return false;
  const named = [...(namedProperties(shape, context.views.models)?.properties.values() ?? [])];
  return named.length > 0 && named.every((property) => !travels(property.shape, context));
}

/** Properties by name; one that is there twice is all that was said of it. */
export function byName(properties: readonly Property[]): ReadonlyMap<string, Property> {
  const found = new Map<string, Property>();
  for (const property of properties) {
    const before = found.get(property.name);
    found.set(property.name, before === undefined ? property : bothProperties(before, property));
  }
  return found;
}

/** One property for two of the same name. */
export function bothProperties(one: Property, other: Property): Property {
  const required = one.required || other.required;
  if (modelOrSelf(one.shape) === modelOrSelf(other.shape)) return { ...other, required };
  const notes = { ...one.shape.notes, ...other.shape.notes };
  const { place } = other.shape;
  return { ...other, required, shape: { kind: "all", place, parts: [one.shape, other.shape], notes } };
}

/** What tells two shapes apart: the model that a shape names, else the shape itself. */
export function modelOrSelf(shape: Shape): unknown {
  return shape.kind === "reference" ? shape.id : shape;
}
