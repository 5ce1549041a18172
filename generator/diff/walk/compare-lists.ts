import type { ListShape, Shape } from "../../model/shape.ts";
import { mergeLists } from "./face.ts";
import { compareFacets, listFacets, withFacet } from "./facets.ts";
import { judgeFacet } from "./judge-edit.ts";
import type { Walk } from "./walk.ts";
import type { WalkNode } from "./walk-node.ts";

export function compareLists(
  walk: Walk,
  node: WalkNode,
  before: readonly ListShape[],
  after: readonly ListShape[],
): void {
  const one = mergeLists(before);
  const other = mergeLists(after);
  if (one === undefined || other === undefined) return;
  compareFacets(node, listFacets, one, other);
  if ((one.prefix?.length ?? 0) === (other.prefix?.length ?? 0)) {
    for (const [index, item] of (one.prefix ?? []).entries()) {
      const now = other.prefix?.[index];
      if (now !== undefined) walk.enter(node, { kind: "item", index }, [item], [now]);
    }
    compareRest(walk, node, one, other);
    return;
  }
  const fields = ["prefix", "items", "unevaluated"] as const;
  const suspect = { about: "prefix", from: [one], to: [withFacet(one, other, fields)] };
  judgeFacet(node, "prefix-items", { ...suspect, before: one.place, after: other.place });
}

function compareRest(walk: Walk, node: WalkNode, one: ListShape, other: ListShape): void {
  const old = one.items ?? one.unevaluated;
  const now = other.items ?? other.unevaluated;
  if (isOpen(old) && isOpen(now)) return;
  const index = one.prefix?.length ?? 0;
  if (
    old !== undefined &&
    now !== undefined &&
    !isOpen(old) &&
    !isOpen(now) &&
    old.kind !== "never" &&
    now.kind !== "never"
  ) {
    walk.enter(node, { kind: "item", index }, [old], [now]);
    return;
  }
  const suspect = { about: "items", from: [one], to: [withFacet(one, other, ["items", "unevaluated"])] };
  judgeFacet(node, "items", {
    ...suspect,
    before: old?.place ?? one.place,
    after: now?.place ?? other.place,
  });
}

export function isOpen(shape: Shape | undefined): boolean {
  return shape === undefined || shape.kind === "any";
}
