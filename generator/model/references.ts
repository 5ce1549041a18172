import { placeKey } from "../location.ts";
import { componentKind, componentsOf } from "../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import { mapOf, textOf } from "../load/node.ts";
import { isBefore31 } from "./is-before-31.ts";

/** A schema that something refers to, before it is built. */
export interface Target {
  readonly id: string;
  readonly node: SpecNode;
  readonly key?: string;
}

/** The schemas that need a name. Grows while shapes are built, for that is when references are met. */
export interface References {
  /** The id of the model that a `$ref` leads to; undefined if it leads nowhere. */
  refer(reference: string, from: SpecNode): string | undefined;
  /** The id of the model with this components key. */
  named(key: string): string | undefined;
  /** Every target, in the order in which they were found; more may follow as these are built. */
  targets(): IterableIterator<Target>;
}

/**
 * Open the book of references with the components of the entry file, in their order. A component that only
 * points at a file lends its key to what stands there; one that points at another component is an alias.
 *
 * @param mark what every id begins with
 */
export function openReferences(document: SpecDocument, mark = ""): References {
  const found = new Map<string, Target>();
  const idByKey = new Map<string, string>();

  function add(node: SpecNode, key?: string): string {
    const id = mark + idOf(node);
    if (!found.has(id)) found.set(id, key === undefined ? { id, node } : { id, node, key });
    return id;
  }

  for (const [key, node] of componentsOf(document, "Schema")) {
    const landed = land(document, node);
    const lent = landed !== undefined && !isComponent(document, landed) && !found.has(mark + idOf(landed));
    idByKey.set(key, add(lent ? landed : node, key));
  }

  return {
    refer(reference, from) {
      const target = document.resolve(reference, from.place);
      const landed = target === undefined ? undefined : land(document, target);
      return landed === undefined ? undefined : add(landed);
    },
    named: (key) => idByKey.get(key),
    targets: () => found.values(),
  };
}

/** Follow a chain of bare references up to the first node that says more, or that is a component of its own. */
function land(document: SpecDocument, node: SpecNode): SpecNode | undefined {
  const seen = new Set<string>();
  let here = node;
  for (;;) {
    const reference = bareReference(document, here);
    if (reference === undefined) return here;
    if (seen.has(idOf(here))) return undefined;
    seen.add(idOf(here));
    const next = document.resolve(reference, here.place);
    if (next === undefined) return undefined;
    if (isComponent(document, here) && isComponent(document, next)) return here;
    here = next;
  }
}

/** The `$ref` of a node that says nothing else; before 3.1 what stands beside it is not said. */
function bareReference(document: SpecDocument, node: SpecNode): string | undefined {
  return mapOf(node)?.size === 1 || isBefore31(document) ? textOf(node, "$ref") : undefined;
}

function isComponent(document: SpecDocument, { place }: SpecNode): boolean {
  return componentKind(document, place) === "Schema";
}

export function idOf({ place }: SpecNode): string {
  return placeKey(place);
}
