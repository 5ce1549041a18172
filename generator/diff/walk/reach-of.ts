import type { Operation } from "../../model/operation.ts";
import type { Walk } from "./walk.ts";
import type { WalkNode } from "./walk-node.ts";

/** The operations that lead to a pair of schemas. */
export interface Reach {
  readonly reached: ReadonlySet<Operation>;
  /** Those that lead there through pairs of which none is proved safe: an edit there can hurt them. */
  readonly hurt: ReadonlySet<Operation>;
}

export function reachOf(
  walk: Walk,
  roots: ReadonlyMap<WalkNode, ReadonlySet<Operation>>,
): (node: WalkNode) => Reach {
  const parents = new Map<WalkNode, WalkNode[]>();
  for (const node of walk.nodes.values()) {
    for (const child of node.children) parents.set(child, [...(parents.get(child) ?? []), node]);
  }
  const known = new Map<WalkNode, Reach>();
  return (node) => {
    const found = known.get(node) ?? {
      reached: follow(node, () => true),
      hurt: node.isSafe ? new Set<Operation>() : follow(node, ({ isSafe }) => !isSafe),
    };
    known.set(node, found);
    return found;
  };

  function follow(node: WalkNode, isWay: (node: WalkNode) => boolean): ReadonlySet<Operation> {
    const operations = new Set<Operation>();
    const seen = new Set([node]);
    for (const one of seen) {
      for (const operation of roots.get(one) ?? []) operations.add(operation);
      for (const parent of parents.get(one) ?? []) if (isWay(parent)) seen.add(parent);
    }
    return operations;
  }
}
