import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { SpecNode } from "../load/document.ts";
import { follow, members } from "../load/node.ts";
import type { Subject } from "./rule.ts";

/**
 * What stands beside the `$ref` of a Reference Object: `summary` and `description` count since 3.1 (4.8.23),
 * anything else is passed over.
 */
export function* checkReference(subject: Subject, node: SpecNode): Iterable<Diagnostic> {
  const target = follow(subject.document, node);
  const isSchema = target !== undefined && subject.kindOf(target) === "Schema";
  for (const [name, { place }] of members(node)) {
    const counts = name === "$ref" || name.startsWith("x-");
    // Readers of 3.0 honour these two all the same, as ours does.
    if (counts || (!isSchema && (name === "summary" || name === "description"))) continue;
    yield diagnostic("ignored-beside-reference", place, { name, isSchema }, { on: "key" });
  }
}
