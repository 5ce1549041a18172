import type { Model } from "../model/api.ts";
import type { ObjectShape, Shape } from "../model/shape.ts";

/** The objects that a value of several shapes is at once: those written out, and those of models and intersections. */
export function objectsIn(
  shapes: readonly Shape[],
  models: ReadonlyMap<string, Model>,
): readonly ObjectShape[] {
  const seen = new Set<string>();
  const pending = [...shapes];
  const found: ObjectShape[] = [];
  for (const shape of pending) {
    if (shape.kind === "object") found.push(shape);
    if (shape.kind === "all") for (const part of shape.parts) pending.push(part);
    if (shape.kind !== "reference" || seen.has(shape.id)) continue;
    seen.add(shape.id);
    const model = models.get(shape.id);
    if (model !== undefined) pending.push(model.shape);
  }
  return found;
}

/** The names that these objects require. */
export function requiredNames(objects: readonly ObjectShape[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({ properties, alsoRequired = [] }) => [
      ...properties.filter(({ required }) => required).map(({ name }) => name),
      ...alsoRequired,
    ]),
  );
}
