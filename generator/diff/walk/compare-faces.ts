import type { Shape } from "../../model/shape.ts";
import { placeOf } from "./place-of.ts";
import { compareChoices } from "./compare-choices.ts";
import { compareDiscriminators } from "./compare-discriminators.ts";
import { compareLists } from "./compare-lists.ts";
import { compareObjects } from "./compare-objects.ts";
import { compareUnions } from "./compare-unions.ts";
import { type Face, faceOf, mergeNumbers, mergeStrings } from "./face.ts";
import { compareFacets, numberFacets, stringFacets } from "./facets.ts";
import { judgeFacet, record } from "./judge-edit.ts";
import type { Walk } from "./walk.ts";
import type { WalkNode } from "./walk-node.ts";

/** Say what was edited in a pair of schemas, and go on to those inside. */
export function compareFaces(walk: Walk, node: WalkNode): void {
  const one = faceOf(walk.models, node.before);
  const other = faceOf(walk.models, node.after);
  const count = node.edits.length;
  compareCores(walk, node, one, other);
  const isTyped = node.edits.slice(count).some(({ rule }) => rule.startsWith("type-"));
  if (!isTyped && !node.isBranch) compareNull(node, one, other);
}

function compareCores(walk: Walk, node: WalkNode, one: Face, other: Face): void {
  const suspect = {
    from: one.core,
    to: other.core,
    before: placeOf(node.before),
    after: placeOf(node.after),
  };
  if (one.choices.length > 0 || other.choices.length > 0) return compareChoices(node, one, other);
  if (one.unions.length + other.unions.length > 0) {
    if (compareUnions(walk, node, one, other)) return;
  } else if (typesOf(one) !== typesOf(other)) {
    const isNull = [typesOf(one), typesOf(other)].includes("null");
    const terms = isNull ? { from: node.before, to: node.after } : {};
    judgeFacet(node, "type", { ...suspect, ...terms, about: "type", old: typesOf(one), new: typesOf(other) });
    return;
  }
  compareDiscriminators(node, [...node.before, ...one.objects], [...node.after, ...other.objects]);
  compareObjects(walk, node, one.objects, other.objects);
  compareLists(walk, node, one.lists, other.lists);
  compareScalars(node, one, other);
  compareOthers(walk, node, one, other);
}

/** The types of a face in words, `any` for those that every value has. */
export function typesOf({ strings, numbers, lists, objects, others, unions }: Face): string {
  const isAsked = (shapes: readonly Shape[]): boolean => shapes.some((shape) => !("implied" in shape));
  const types = [
    ...(isAsked(strings) ? ["string"] : []),
    ...(isAsked(numbers) ? [numbers.some(({ integer }) => integer) ? "integer" : "number"] : []),
    ...(isAsked(lists) ? ["array"] : []),
    ...(isAsked(objects) ? ["object"] : []),
    ...others.flatMap(({ kind }) =>
      kind === "boolean" || kind === "null" || kind === "never" ? [kind] : [],
    ),
    ...unions.map(() => "alternatives"),
  ];
  return types.length === 0 ? "any" : types.join(" and ");
}

function compareScalars(node: WalkNode, one: Face, other: Face): void {
  const strings = [mergeStrings(one.strings), mergeStrings(other.strings)] as const;
  if (strings[0] !== undefined && strings[1] !== undefined)
    compareFacets(node, stringFacets, strings[0], strings[1]);
  const numbers = [mergeNumbers(one.numbers), mergeNumbers(other.numbers)] as const;
  if (numbers[0] !== undefined && numbers[1] !== undefined)
    compareFacets(node, numberFacets, numbers[0], numbers[1]);
}

/** A list that is known to grow holds null as well as anything. */
function isOpen({ choices }: Face): boolean {
  return choices.some(({ extensible }) => extensible === true);
}

function compareNull(node: WalkNode, one: Face, other: Face): void {
  if (one.core.length === 0 || other.core.length === 0 || isOpen(one) || isOpen(other)) return;
  const was = node.engine.fits(node.before, null);
  const is = node.engine.fits(node.after, null);
  if (was === is) return;
  const isHarmful = node.direction === "request" ? was : is;
  const suspect = {
    about: "null",
    from: [],
    to: [],
    before: placeOf(node.before),
    after: placeOf(node.after),
  };
  record(
    node,
    is ? "null-added" : "null-removed",
    suspect,
    isHarmful ? { kind: "refuted", value: null } : { kind: "included" },
  );
}

const names: Readonly<Record<string, string>> = { not: "negation", conditional: "condition" };

/** `not` and `if`: what stands on both sides is no change; each other one is an edit. */
function compareOthers(walk: Walk, node: WalkNode, one: Face, other: Face): void {
  for (const kind of ["not", "conditional"]) {
    const mine = one.others.filter((part) => part.kind === kind);
    const theirs = other.others.filter((part) => part.kind === kind);
    const gone = mine.filter((part) => !theirs.some((each) => walk.isSame(part, each)));
    const added = theirs.filter((part) => !mine.some((each) => walk.isSame(each, part)));
    if (gone.length + added.length === 0) continue;
    const from = one.core;
    const to = [...one.core.filter((part) => !gone.some((each) => each === part)), ...added];
    const before = gone[0]?.place ?? placeOf(node.before);
    const after = added[0]?.place ?? placeOf(node.after);
    judgeFacet(node, names[kind] ?? kind, { about: kind, from, to, before, after });
  }
}
