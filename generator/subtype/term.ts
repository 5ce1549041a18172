import type { Model } from "../model/api.ts";
import type { AllShape, ReferenceShape, Shape } from "../model/shape.ts";

/** The models of both versions, under ids that no two of them share. */
export type Models = ReadonlyMap<string, Model>;

/** The values that all of these shapes hold; of none, every value. The shapes may be of both versions. */
export type Term = readonly Shape[];

/** A condition that is no mere bundle of others. */
export type Part = Exclude<Shape, AllShape | ReferenceShape>;

/** The ids of the models that were entered for one value. */
export type Entered = ReadonlySet<string>;

export const nowhere: Entered = new Set();

const deepest = 300;

/**
 * Open all bundles and references. A model that is entered a second time for one value adds nothing, and a reference
 * without a target says nothing.
 */
export function openTerm(
  models: Models,
  term: Term,
  before: Entered = nowhere,
): { readonly parts: readonly Part[]; readonly entered: Entered } {
  const parts: Part[] = [];
  const entered = new Set(before);

  function open(shape: Shape, depth: number): void {
    if (depth > deepest) return;
    if (shape.kind === "all") {
      for (const part of shape.parts) open(part, depth + 1);
    } else if (shape.kind === "reference") {
      const model = models.get(shape.id);
      if (model === undefined || entered.has(shape.id)) return;
      entered.add(shape.id);
      open(model.shape, depth + 1);
    } else parts.push(shape);
  }

  for (const shape of term) open(shape, 0);
  return { parts, entered };
}

/** A text that two terms share if they are made of the same shapes. */
export type KeyOf = (term: Term) => string;

/** Shapes are told apart by what they are, not by what they say, which takes no reading. */
export function openKeys(): KeyOf {
  const numbers = new WeakMap<Shape, number>();
  let last = 0;
  const numberOf = (shape: Shape): number => {
    const known = numbers.get(shape);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(shape, last);
    return last;
  };
  return (term) => {
    if (term.length === 1 && term[0] !== undefined) return String(numberOf(term[0]));
    return [...new Set(term.map(numberOf))].sort((a, b) => a - b).join("&");
  };
}
