import { diagnostic } from "../../diagnostic.ts";
import { isList, isMap } from "../../json.ts";
import type { SpecNode } from "../../load/document.ts";
import { follow, items, member, members, textOf } from "../../load/node.ts";
import type { Rule, Subject } from "../rule.ts";
import { keyOf } from "../subject.ts";

/** Six times what the largest APIs have; more takes minutes, and then all memory. */
const most = 1_000_000;

/** More references on one way lead in a circle, such as that of a callback which calls back again. */
const mostHops = 16;

/**
 * Parameters, responses and the like are part of each operation that refers to them. A spec of a few pages can refer to
 * so much so often that there is no room for it.
 */
export const unfoldedSize: Rule = function* (subject) {
  const { root } = subject.document;
  const paths = member(root, "paths") ?? root;
  const sizes: Sizes = { subject, known: new Map() };
  const size = ["paths", "webhooks"].reduce((sum, field) => {
    const node = member(root, field);
    return sum + (node === undefined ? 0 : sizeOf(sizes, node, 0));
  }, sharedSize(sizes));
  if (size > most) yield diagnostic("spec-too-large", paths.place, { size, most }, { on: "key" });
};

/** What the spec says once for all operations that do not say it themselves. */
function sharedSize(sizes: Sizes): number {
  const { document, of } = sizes.subject;
  return ["security", "servers"].reduce((sum, field) => {
    const shared = member(document.root, field);
    const heirs = of("Operation").filter((node) => member(node, field) === undefined).length;
    return sum + (shared === undefined ? 0 : heirs * sizeOf(sizes, shared, 0));
  }, 0);
}

interface Sizes {
  readonly subject: Subject;
  /** By place; what is being counted is 1. */
  readonly known: Map<string, number>;
}

/** How many values a node holds. What a reference leads to stands in its place, unless that is a schema. */
function sizeOf(sizes: Sizes, node: SpecNode, hops: number): number {
  if (isList(node.value)) return items(node).reduce((sum, item) => sum + sizeOf(sizes, item, hops), 1);
  if (!isMap(node.value)) return 1;
  const { document, kindOf } = sizes.subject;
  const refers =
    textOf(node, "$ref") !== undefined && ["Reference", "Path Item"].includes(kindOf(node) ?? "");
  const target = refers ? follow(document, node) : undefined;
  const beside = members(node).reduce((sum, [, child]) => sum + sizeOf(sizes, child, hops), 1);
  return target === undefined ? beside : beside + targetSize(sizes, target, hops + 1);
}

function targetSize(sizes: Sizes, target: SpecNode, hops: number): number {
  const { subject, known } = sizes;
  const before = known.get(keyOf(target));
  if (before !== undefined) return before;
  if (hops > mostHops || subject.kindOf(target) === "Schema") return 1;
  known.set(keyOf(target), 1);
  const size = sizeOf(sizes, target, hops);
  known.set(keyOf(target), size);
  return size;
}
