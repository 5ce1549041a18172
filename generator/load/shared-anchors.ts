import type { SpecDocument } from "./document.ts";
import { textOf } from "./node.ts";

/**
 * The names of `$dynamicAnchor` that several schemas have: which of them a `$dynamicRef` leads to depends on where it is met
 * from (JSON Schema core, 8.2.3.2).
 */
export function sharedAnchors({ objects }: SpecDocument): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { kind, node } of objects) {
    const name = kind === "Schema" ? textOf(node, "$dynamicAnchor") : undefined;
    if (name === undefined) continue;
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

/** The name of the anchor that a `$dynamicRef` asks for. */
export function anchorOf(reference: string): string {
  return reference.slice(reference.indexOf("#") + 1);
}
