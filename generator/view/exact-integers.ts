import { everyShape } from "../model/every-shape.ts";
import { referredIds } from "../model/directions.ts";
import type { Shape } from "../model/shape.ts";
import type { ViewContext } from "./view-context.ts";

/** Whether a value of the shape may hold an integer that a number cannot: `int64`, here or in a model on the way. */
export function holdsLongIntegers(shape: Shape, { models }: ViewContext): boolean {
  const seen = new Set<string>();
  const pending = [shape];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const one of everyShape(next)) {
      if (one.kind === "number" && one.format === "int64") return true;
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
