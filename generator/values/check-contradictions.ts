import { type Diagnostic, diagnostic, type Related } from "../diagnostic.ts";
import { placeKey } from "../location.ts";
import type { Api, Model } from "../model/api.ts";
import { everyShapeOf } from "../model/every-shape.ts";
import type { AllShape, ObjectShape, Property, Shape } from "../model/shape.ts";
import { contradictionIn, type Judged, kindsOf } from "./contradiction.ts";

/**
 * A warning for each `allOf` whose parts no value can satisfy at once: they ask for different types, list values of which
 * none is on every list, or do so for a property that has to be there. What cannot be decided that simply is not
 * complained about.
 */
export function checkContradictions(api: Api): readonly Diagnostic[] {
  const judged: Judged = { models: new Map(api.models.map((model) => [model.id, model])), kinds: new Map() };
  const told = new Set<string>();
  return everyShapeOf(api).flatMap((shape) => {
    if (shape.kind !== "all" || told.has(placeKey(shape.place))) return [];
    told.add(placeKey(shape.place));
    const why = contradictionIn(shape.parts, judged);
    if (why !== undefined) return [diagnostic("unsatisfiable-all-of", shape.place, { why })];
    const clash = clashIn(shape, judged);
    if (clash === undefined) return [];
    return [diagnostic("unsatisfiable-all-of", shape.place, { why: clash.why }, { related: clash.related })];
  });
}

interface Clash {
  readonly why: string;
  readonly related: readonly Related[];
}

/** The first property that an object has to have, and that no value satisfies all the parts of. */
function clashIn(shape: AllShape, judged: Judged): Clash | undefined {
  // What is no object may do without any property.
  if (kindsOf(shape, judged).join() !== "object") return undefined;
  const objects = objectsIn(shape, judged.models);
  const required = new Set(objects.flatMap(requiredIn));
  const byName = new Map<string, Property[]>();
  for (const property of objects.flatMap(({ properties }) => properties)) {
    const same = byName.get(property.name);
    if (same !== undefined) same.push(property);
    else if (required.has(property.name)) byName.set(property.name, [property]);
  }
  for (const [name, same] of byName) {
    const shapes = same.map((property) => property.shape);
    const why = shapes.length > 1 ? contradictionIn(shapes, judged) : undefined;
    if (why === undefined) continue;
    const related = shapes.map(({ place }) => ({ message: `"${name}" in one of the parts`, place }));
    return { why: `each needs "${name}", and for that ${why}`, related };
  }
  return undefined;
}

function requiredIn({ properties, alsoRequired = [] }: ObjectShape): readonly string[] {
  return [...properties.filter(({ required }) => required).map(({ name }) => name), ...alsoRequired];
}

/** The objects that a value of a shape is at once. */
function objectsIn(shape: Shape, models: ReadonlyMap<string, Model>): readonly ObjectShape[] {
  const seen = new Set<string>();
  const pending = [shape];
  const found: ObjectShape[] = [];
  for (const next of pending) {
    if (next.kind === "object") found.push(next);
    if (next.kind === "all") for (const part of next.parts) pending.push(part);
    if (next.kind !== "reference" || seen.has(next.id)) continue;
    seen.add(next.id);
    const model = models.get(next.id);
    if (model !== undefined) pending.push(model.shape);
  }
  return found;
}
