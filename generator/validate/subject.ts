import { componentKind } from "../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { type Place, placeKey } from "../location.ts";
import { startEffort } from "./effort.ts";
import { readPaths } from "./paths.ts";
import type { Subject } from "./rule.ts";

/** Sort the objects of a spec by what they are. */
export function openSubject(document: SpecDocument): Subject {
  const byKind = new Map<ObjectKind, SpecNode[]>();
  const kinds = new Map<string, ObjectKind>();
  // A reference may take a component for what it is not. That is told of the reference, not of the component.
  const objects = document.objects.filter(({ kind, node }) => {
    const known = componentKind(document, node.place);
    return kind === "Reference" || known === undefined || known === kind;
  });
  for (const { kind, node } of objects) {
    const alike = byKind.get(kind);
    if (alike === undefined) byKind.set(kind, [node]);
    else alike.push(node);
    kinds.set(keyOf(node), kind);
  }
  return {
    document,
    objects,
    of: (kind) => byKind.get(kind) ?? [],
    typed: kindsWithType(document).flatMap((kind) => byKind.get(kind) ?? []),
    kindOf: (node) => kinds.get(keyOf(node)),
    effort: startEffort(),
    paths: (byKind.get("Paths") ?? []).flatMap((node) => readPaths(document, node)),
  };
}

function kindsWithType({ version }: SpecDocument): readonly ObjectKind[] {
  return version === "2.0" ? ["Schema", "Parameter", "Header", "Items"] : ["Schema"];
}

/** One text for each place in a spec. */
export function keyOf({ place }: { readonly place: Place }): string {
  return placeKey(place);
}
