import type { Model } from "../model/api.ts";
import type { Shape } from "../model/shape.ts";
import { isLongInteger } from "./exact-integers.ts";
import { isSameScalars, meetOf, type Scalars, scalarsOf } from "../values/scalars.ts";

/**
 * Parts that hold at once, with one in the place of all those that are scalars: what these have in common. To TypeScript
 * `("a" | (string & {})) & string` is any string, which keeps neither the list nor its common values.
 */
export function withSharedScalars(
  parts: readonly Shape[],
  models: ReadonlyMap<string, Model>,
): readonly Shape[] {
  const found = new Map(
    parts.flatMap((part) => {
      const scalars = scalarsOf(part, models);
      return scalars === undefined ? [] : [[part, scalars] as const];
    }),
  );
  const [first, ...others] = found.values();
  if (first === undefined || others.length === 0) return parts;
  const shared = others.reduce(meetOf, first);
  const asGood = [...found].filter(([, scalars]) => isSameScalars(scalars, shared)).map(([part]) => part);
  const place = parts.find((part) => found.has(part))?.place ?? { file: "", pointer: "" };
  const kept =
    asGood.find(({ kind }) => kind === "reference") ??
    asGood.find(isLongInteger) ??
    asGood[0] ??
    shapeOf(shared, place);
  const at = parts.findIndex((part) => found.has(part));
  return parts.flatMap((part, index) => (index === at ? [kept] : found.has(part) ? [] : [part]));
}

function shapeOf({ kinds, listed }: Scalars, place: Shape["place"]): Shape {
  const values = [...listed.values()];
  const whole = [...kinds].map((kind): Shape =>
    kind === "string" ? { kind, place } : { kind, place, integer: false },
  );
  const list: readonly Shape[] = values.length === 0 ? [] : [{ kind: "choice", place, values }];
  const [only, ...others] = [...list, ...whole];
  if (only === undefined) return { kind: "never", place };
  return others.length === 0 ? only : { kind: "union", place, mode: "any", branches: [only, ...others] };
}
