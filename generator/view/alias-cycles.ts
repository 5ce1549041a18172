import type { Model } from "../model/api.ts";
import type { Shape } from "../model/shape.ts";

type Models = ReadonlyMap<string, Model>;

// A type alias may meet itself again inside an object or a list, and nowhere else: `type A = B & C` needs to know
// what B is right away. Schemas refer to each other more freely: a base lists its variants, and each variant is
// made of the base.

/** The models that a shape consists of right away: through unions, and through intersections if these count. */
function partIds(shape: Shape, through: "unions" | "all"): readonly string[] {
  if (shape.kind === "reference") return [shape.id];
  if (shape.kind === "union") return shape.branches.flatMap((branch) => partIds(branch, through));
  return shape.kind === "all" && through === "all"
    ? shape.parts.flatMap((part) => partIds(part, through))
    : [];
}

/** Whether a shape comes to consist of a model in the end. */
export function consistsOf(
  shape: Shape,
  id: string,
  models: Models,
  through: "unions" | "all" = "all",
): boolean {
  const seen = new Set<string>();
  const pending = [...partIds(shape, through)];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    const model = models.get(next);
    if (model !== undefined) pending.push(...partIds(model.shape, through));
  }
  return false;
}

/** A branch of a union; one that is a union of the model in the making again is written out, without that model. */
export function branchesWithout(
  branch: Shape,
  id: string,
  models: Models,
  written = new Set<string>(),
): readonly Shape[] {
  if (!consistsOf(branch, id, models, "unions")) return [branch];
  if (branch.kind === "union") {
    return branch.branches.flatMap((inner) => branchesWithout(inner, id, models, written));
  }
  const target = writtenOut(branch, id, models, written);
  return target === undefined ? [] : branchesWithout(target, id, models, written);
}

/**
 * What a model adds to another one that is made of it and that it lists as a variant: all but the list. A value of
 * the variant is on the list by itself.
 */
export function withoutVariants(
  shape: Shape,
  variant: string,
  models: Models,
  written = new Set<string>(),
): Shape {
  if (shape.kind === "all") {
    const parts = shape.parts.map((part) => withoutVariants(part, variant, models, written));
    return { ...shape, parts };
  }
  if (!consistsOf(shape, variant, models)) return shape;
  const target = writtenOut(shape, variant, models, written);
  const isLoop = target === undefined || target.kind === "reference" || target.kind === "union";
  return isLoop ? { kind: "any", place: shape.place } : withoutVariants(target, variant, models, written);
}

/** The shape that a reference leads to; undefined for the model in the making, and where it was written out before. */
function writtenOut(shape: Shape, id: string, models: Models, written: Set<string>): Shape | undefined {
  if (shape.kind !== "reference" || shape.id === id || written.has(shape.id)) return undefined;
  written.add(shape.id);
  return models.get(shape.id)?.shape;
}
