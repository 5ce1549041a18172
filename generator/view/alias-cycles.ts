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
    if (model !== undefined) for (const part of partIds(model.shape, through)) pending.push(part);
  }
  return false;
}

/** Whether a model is nothing but another one, which in the end is the first again: that says nothing of any value. */
export function isMereCircle(id: string, models: Models): boolean {
  const seen = new Set<string>();
  let next: string | undefined = id;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const shape: Shape | undefined = models.get(next)?.shape;
    next = shape?.kind === "reference" ? shape.id : undefined;
  }
  return next !== undefined;
}

/** A branch of a union; one that is a union of the model in the making again is written out, without that model. */
export function branchesWithout(branch: Shape, id: string, models: Models): readonly Shape[] {
  const written = new Set<string>();
  const found: Shape[] = [];
  // The way round may be longer than the stack is high.
  const pending = [branch];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!consistsOf(next, id, models, "unions")) found.push(next);
    else if (next.kind === "union") for (const inner of next.branches.toReversed()) pending.push(inner);
    else {
      const target = writtenOut(next, id, models, written);
      if (target !== undefined) pending.push(target);
    }
  }
  return found;
}

/**
 * What a model adds to another one that is made of it and that it lists as a variant: all but the list. A value of
 * the variant is on the list by itself.
 */
export function withoutVariants(shape: Shape, variant: string, models: Models): Shape {
  const written = new Set<string>();
  const parts: Shape[] = [];
  const pending = [shape];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === "all") for (const part of next.parts.toReversed()) pending.push(part);
    else if (!consistsOf(next, variant, models)) parts.push(next);
    else {
      const target = writtenOut(next, variant, models, written);
      const isLoop = target === undefined || target.kind === "reference" || target.kind === "union";
      if (isLoop) parts.push({ kind: "any", place: next.place });
      else pending.push(target);
    }
  }
  if (shape.kind === "all") return { ...shape, parts };
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: "all", place: shape.place, parts };
}

/** The shape that a reference leads to; undefined for the model in the making, and where it was written out before. */
function writtenOut(shape: Shape, id: string, models: Models, written: Set<string>): Shape | undefined {
  if (shape.kind !== "reference" || shape.id === id || written.has(shape.id)) return undefined;
  written.add(shape.id);
  return models.get(shape.id)?.shape;
}
