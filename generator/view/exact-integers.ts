import { everyShape } from "../model/every-shape.ts";
import { referredIds } from "../model/directions.ts";
import type { Model } from "../model/api.ts";
import type { NumberShape, Shape } from "../model/shape.ts";
import { scalarsOf } from "../values/scalars.ts";

/** Whether a shape is an integer of 64 bits, which a number cannot always hold. */
export function isLongInteger(shape: Shape | undefined): shape is NumberShape {
  return shape?.kind === "number" && shape.integer && isLongFormat(shape.format);
}

/** Whether the listed values of a shape are integers of 64 bits. */
export function isLongChoice(shape: Shape): boolean {
  if (shape.kind !== "choice") return false;
  const within = shape.within === undefined ? [] : everyShape(shape.within);
  return within.some(isLongInteger);
}

function isLongFormat(format: string | undefined): boolean {
  return format === "int64" || format === "uint64";
}

/** Whether a value of the shape may hold an integer that a number cannot: `int64`, here or in a model on the way. */
export function holdsLongIntegers(
  shape: Shape,
  { models }: { readonly models: ReadonlyMap<string, Model> },
): boolean {
  const seen = new Set<string>();
  const pending = [shape];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const one of everyShape(next)) {
      if (one.kind === "number" && isLongFormat(one.format)) return true;
      for (const id of referredIds(one)) {
        const model = models.get(id);
        if (model === undefined || seen.has(id)) continue;
        seen.add(id);
        pending.push(model.shape);
      }
    }
  }
  return false;
}

/** Whether such an integer may stand in a list or an object that stands in another one. */
export function holdsLongIntegersInside(
  shape: Shape,
  views: { readonly models: ReadonlyMap<string, Model> },
): boolean {
  const seen = new Set<string>();
  const pending = [shape];
  for (const next of pending) {
    if (membersOf(next).some((member) => !isScalar(member, views) && holdsLongIntegers(member, views)))
      return true;
    if (next.kind === "union") for (const branch of next.branches) pending.push(branch);
    if (next.kind === "all") for (const part of next.parts) pending.push(part);
    if (next.kind !== "reference" || seen.has(next.id)) continue;
    seen.add(next.id);
    const model = views.models.get(next.id);
    if (model !== undefined) pending.push(model.shape);
  }
  return false;
}

function isScalar(shape: Shape, { models }: { readonly models: ReadonlyMap<string, Model> }): boolean {
  return scalarsOf(shape, models) !== undefined;
}

/** What a list or an object holds right away. */
function membersOf(shape: Shape): readonly Shape[] {
  if (shape.kind === "list")
    return [...(shape.prefix ?? []), ...(shape.items === undefined ? [] : [shape.items])];
  if (shape.kind !== "object") return [];
  const { properties, patterns = [], rest } = shape;
  return [...properties, ...patterns].map((each) => each.shape).concat(rest ?? []);
}

/** The models in which, or in a model on the way, integers of 64 bits stand. */
export function longModels(models: ReadonlyMap<string, Model>): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const long = new Set<string>();
  for (const { id, shape } of models.values()) {
    const inner = everyShape(shape);
    if (inner.some(isLongInteger)) long.add(id);
    for (const used of inner.flatMap(referredIds)) users.set(used, [...(users.get(used) ?? []), id]);
  }
  // A set that grows while it is walked through is walked through to its end.
  for (const id of long) for (const user of users.get(id) ?? []) long.add(user);
  return long;
}
