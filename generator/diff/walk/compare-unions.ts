import type { Shape, UnionShape } from "../../model/shape.ts";
import { openTerm, type Term } from "../../subtype/term.ts";
import { showValue } from "../../values/show-value.ts";
import { together } from "../../values/sampler.ts";
import { placeOf } from "./place-of.ts";
import { compareDiscriminators } from "./compare-discriminators.ts";
import { type Face, faceOf } from "./face.ts";
import { judgeFacet, judgeNamed } from "./judge-edit.ts";
import type { Walk } from "./walk.ts";
import type { WalkNode } from "./walk-node.ts";

/**
 * Compare alternatives. What is no union is one of a single alternative.
 *
 * @returns whether all that the faces say has been compared
 */
export function compareUnions(walk: Walk, node: WalkNode, one: Face, other: Face): boolean {
  const isWhole = (face: Face): boolean => face.unions.length === 1 && face.core.length === 1;
  const isPlain = (face: Face): boolean => face.unions.length === 0;
  if ((isWhole(one) || isPlain(one)) && (isWhole(other) || isPlain(other))) {
    compareBranches(walk, node, unionOf(one, node.before), unionOf(other, node.after));
    return true;
  }
  const [old, more] = one.unions;
  const [now, others] = other.unions;
  const places = { before: placeOf(node.before), after: placeOf(node.after) };
  if (more !== undefined || others !== undefined || old === undefined || now === undefined) {
    judgeFacet(node, "schema", { about: "alternatives", from: one.core, to: other.core, ...places });
    return true;
  }
  compareBranches(walk, node, old, now);
  return false;
}

function unionOf({ unions, core }: Face, term: Term): UnionShape {
  const [shape] = term;
  const [union] = unions;
  if (union !== undefined) return union;
  const place = shape?.place ?? { file: "", pointer: "" };
  return { kind: "union", mode: "any", place, branches: core.length === 0 ? [] : [together(term)] };
}

function compareBranches(walk: Walk, node: WalkNode, one: UnionShape, other: UnionShape): void {
  const { pairs, gone, added } = matchBranches(walk, node, one.branches, other.branches);
  const isPlain = one.branches.length < 2 && other.branches.length < 2;
  if (one.branches.length === 0 || other.branches.length === 0 || (isPlain && pairs.length === 0)) {
    const suspect = { about: "type", from: one.branches, to: other.branches };
    judgeFacet(node, "type", { ...suspect, before: one.place, after: other.place });
    return;
  }
  for (const [was, is] of pairs) walk.enter(node, { kind: "branch" }, [was], [is]);
  const without = (branch: Shape) => ({ ...one, branches: one.branches.filter((each) => each !== branch) });
  for (const branch of gone) {
    const suspect = { about: `alternative ${nameOf(walk, branch)}`, from: [one], to: [without(branch)] };
    judgeNamed(node, "alternative-removed", {
      ...suspect,
      before: branch.place,
      after: other.place,
      old: nameOf(walk, branch),
    });
  }
  const mode = other.branches.length > 1 ? other.mode : one.mode;
  for (const branch of added) {
    const to = [{ ...one, mode, branches: [...one.branches, branch] }];
    const suspect = { about: `alternative ${nameOf(walk, branch)}`, from: [one], to };
    judgeNamed(node, "alternative-added", {
      ...suspect,
      before: one.place,
      after: branch.place,
      new: nameOf(walk, branch),
    });
  }
  if (one.mode !== other.mode && one.branches.length > 1 && other.branches.length > 1)
    judgeFacet(node, "alternatives", {
      about: "mode",
      from: [one],
      to: [{ ...one, mode: other.mode }],
      before: one.place,
      after: other.place,
    });
  compareDiscriminators(node, [one], [other]);
}

interface Matched {
  readonly pairs: readonly (readonly [Shape, Shape])[];
  readonly gone: readonly Shape[];
  readonly added: readonly Shape[];
}

/** So many alternatives are compared by what they mean, each with each. */
const mostProved = 16;

/** The same ones first, however they are written, then those of the same name, then those that look alike. */
function matchBranches(
  walk: Walk,
  { engine }: WalkNode,
  before: readonly Shape[],
  after: readonly Shape[],
): Matched {
  const gone = new Set(before);
  const added = new Set(after);
  const pairs: (readonly [Shape, Shape])[] = [];
  const isSmall = before.length + after.length <= mostProved;
  const tests: readonly ((a: Shape, b: Shape) => boolean)[] = [
    walk.isSame,
    (a, b) => isSmall && engine.within([a], [b]) === undefined && engine.within([b], [a]) === undefined,
    (a, b) => nameOf(walk, a) !== "" && nameOf(walk, a) === nameOf(walk, b),
    (a, b) => isAlike(walk, a, b),
  ];
  for (const test of tests) {
    for (const one of gone) {
      const other = [...added].find((each) => test(one, each));
      if (other === undefined) continue;
      gone.delete(one);
      added.delete(other);
      pairs.push([one, other]);
    }
  }
  return { pairs, gone: [...gone], added: [...added] };
}

/** The component that an alternative is, else its title, its values or its type. */
function nameOf({ models }: Walk, branch: Shape): string {
  if (branch.kind === "reference") return models.get(branch.id)?.key ?? "";
  if (branch.notes?.title !== undefined) return branch.notes.title;
  const [only, ...others] = openTerm(models, [branch]).parts;
  if (only === undefined || others.length > 0 || only.kind === "object") return "";
  if (only.kind === "choice") return only.values.map(({ value }) => showValue(value)).join(" or ");
  return only.kind === "number" && only.integer ? "integer" : only.kind === "list" ? "array" : only.kind;
}

/** Of one type and, where it is made of properties, with half of them in common. */
function isAlike({ models }: Walk, a: Shape, b: Shape): boolean {
  const [one, other] = [faceOf(models, [a]), faceOf(models, [b])];
  const names = ({ objects }: Face): ReadonlySet<string> =>
    new Set(objects.flatMap(({ properties }) => properties.map(({ name }) => name)));
  if (one.objects.length > 0 && other.objects.length > 0) {
    const [mine, theirs] = [names(one), names(other)];
    const shared = [...mine].filter((name) => theirs.has(name)).length;
    return shared * 2 >= Math.max(mine.size, theirs.size, 1);
  }
  const kinds = ({ core }: Face): string =>
    core
      .map(({ kind }) => kind)
      .sort()
      .join(" ");
  return kinds(one) === kinds(other) && one.unions.length === 0;
}
