import { type Diagnostic, diagnostic } from "../diagnostic.ts";
import { placeKey } from "../location.ts";
import type { Api, Model } from "../model/api.ts";
import { everyShapeOf } from "../model/every-shape.ts";
import type { Shape, UnionShape } from "../model/shape.ts";

/**
 * A warning for each branch of a union whose values need not have the property that the discriminator tells them by
 * (OpenAPI 3.1, section 4.8.25: the property is in the payload), since no schema of the branch knows of it.
 */
export function checkDiscriminators(api: Api): readonly Diagnostic[] {
  const models = new Map(api.models.map((model) => [model.id, model]));
  const told = new Set<string>();
  return everyShapeOf(api).flatMap((shape) => {
    if (shape.kind !== "union" || shape.discriminator === undefined) return [];
    const { property } = shape.discriminator;
    return lacking(shape, models).flatMap((branch) => {
      const place = placeKey(branch.place);
      if (told.has(place)) return [];
      told.add(place);
      const target = branch.kind === "reference" ? models.get(branch.id) : undefined;
      const related =
        target === undefined ? [] : [{ message: "the schema of the branch", place: target.place }];
      return [diagnostic("discriminator-property-missing", branch.place, { property }, { related })];
    });
  });
}

function lacking(
  { branches, discriminator }: UnionShape,
  models: ReadonlyMap<string, Model>,
): readonly Shape[] {
  const { property = "", fallback } = discriminator ?? {};
  // What is no object, such as null, is told by that. The branch for everything else need not have the property.
  return branches.filter((branch) => {
    if (branch.kind === "reference" && branch.id === fallback) return false;
    return isObject(branch, models, new Set()) && !knows(branch, property, models, new Set());
  });
}

/** Whether all values of a shape are objects, as far as that is said. */
function isObject(shape: Shape, models: ReadonlyMap<string, Model>, seen: Set<string>): boolean {
  if (shape.kind === "object") return true;
  if (shape.kind === "all") return shape.parts.some((part) => isObject(part, models, seen));
  if (shape.kind !== "reference" || seen.has(shape.id)) return false;
  seen.add(shape.id);
  const model = models.get(shape.id);
  return model !== undefined && isObject(model.shape, models, seen);
}

/** Whether some schema of a shape speaks of a property, or another shape may. */
function knows(
  shape: Shape,
  property: string,
  models: ReadonlyMap<string, Model>,
  seen: Set<string>,
): boolean {
  switch (shape.kind) {
    case "object": {
      const { properties, alsoRequired = [], patterns = [], dependentShapes = [] } = shape;
      return (
        properties.some(({ name }) => name === property) ||
        alsoRequired.includes(property) ||
        patterns.length + dependentShapes.length > 0
      );
    }
    case "all":
      return shape.parts.some((part) => knows(part, property, models, seen));
    case "union":
      return shape.branches.some((branch) => knows(branch, property, models, seen));
    case "reference": {
      if (seen.has(shape.id)) return false;
      seen.add(shape.id);
      const model = models.get(shape.id);
      return model === undefined || knows(model.shape, property, models, seen);
    }
    case "conditional":
      return true;
    default:
      return false;
  }
}
