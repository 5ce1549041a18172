import type { Model } from "../model/api.ts";
import type { AllShape, Discriminator, Notes, ReferenceShape, Shape } from "../model/shape.ts";

/** A condition that is no mere bundle of others. */
export type Part = Exclude<Shape, AllShape | ReferenceShape>;

/** Everything that is said of one value: the conditions, and what was noted on the way to them. */
export interface Gathered {
  readonly parts: readonly Part[];
  /** From the outside to the inside. */
  readonly notes: readonly Notes[];
  /** The models that were entered for it. */
  readonly ids: readonly string[];
  readonly discriminators: readonly Discriminator[];
}

/** The models that stand around a value, and those already entered for the value itself. */
export interface Entered {
  readonly around: readonly string[];
  readonly here: readonly string[];
}

const deepest = 300;

/**
 * Open all bundles and references of a shape. A model that is entered twice for one value adds nothing the
 * second time. Undefined if the value would hold itself.
 */
export function gatherParts(
  models: ReadonlyMap<string, Model>,
  shape: Shape,
  { around, here }: Entered,
): Gathered | undefined {
  const parts: Part[] = [];
  const notes: Notes[] = [];
  const discriminators: Discriminator[] = [];
  const ids = new Set(here);

  function open(inner: Shape, depth: number): boolean {
    if (depth > deepest) return false;
    if (inner.notes !== undefined) notes.push(inner.notes);
    if ("discriminator" in inner && inner.discriminator !== undefined)
      discriminators.push(inner.discriminator);
    if (inner.kind === "all") return inner.parts.every((part) => open(part, depth + 1));
    if (inner.kind !== "reference") return parts.push(inner) > 0;
    if (around.includes(inner.id)) return false;
    const model = models.get(inner.id);
    if (model === undefined || ids.has(inner.id)) return true;
    ids.add(inner.id);
    return open(model.shape, depth + 1);
  }

  return open(shape, 0) ? { parts, notes, ids: [...ids], discriminators } : undefined;
}
