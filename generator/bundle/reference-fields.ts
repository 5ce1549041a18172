import { placeKey } from "../location.ts";
import type { SpecDocument, SpecNode, SpecObject } from "../load/document.ts";
import { grammarOf, shapeOf } from "../load/grammar/grammar-of.ts";
import type { FieldShape } from "../load/grammar/grammar.ts";
import { mapOf, member, members } from "../load/node.ts";

/** Whether a field of an object holds a reference, or several by name: `$ref`, `mapping`, `operationRef`. */
export function holdsReferences(document: SpecDocument, { kind }: SpecObject, field: string): boolean {
  if (kind === "Reference") return field === "$ref";
  const shape = shapeOf(grammarOf(kind, document.version), field);
  return shape !== undefined && refers(shape);
}

function refers(shape: FieldShape): boolean {
  if (shape.holds === "map") return refers(shape.of);
  return shape.holds === "string" && shape.refersTo !== undefined;
}

/** The texts of an object that lead to something else. */
export function referencesOf(document: SpecDocument, object: SpecObject): readonly string[] {
  return members(object.node)
    .filter(([field]) => holdsReferences(document, object, field))
    .flatMap(([, node]) => (typeof node.value === "string" ? [node] : members(node).map(([, each]) => each)))
    .flatMap(({ value }) => (typeof value === "string" ? [value] : []));
}

/**
 * What a reference leads to: the node that says something, past bare references in other files, or the first one
 * in the entry file. Undefined if it leads nowhere.
 */
export function landingOf(document: SpecDocument, holder: SpecObject, text: string): SpecNode | undefined {
  const seen = new Set<string>();
  let here = namedSchema(document, holder, text) ?? document.resolve(text, holder.node.place);
  while (here !== undefined && here.place.file !== document.entry) {
    const reference = bareReference(here);
    if (reference === undefined) return here;
    if (seen.has(idOf(here))) return undefined;
    seen.add(idOf(here));
    here = document.resolve(reference, here.place);
  }
  return here;
}

/** The schema that a mapping calls by its name in place of a reference (OpenAPI 3.1, section 4.8.25). */
export function namedSchema(document: SpecDocument, holder: SpecObject, text: string): SpecNode | undefined {
  if (holder.kind !== "Discriminator") return undefined;
  return member(member(member(document.root, "components"), "schemas"), text);
}

/** The `$ref` of a node that holds nothing else. */
export function bareReference(node: SpecNode): string | undefined {
  const reference = mapOf(node)?.get("$ref");
  return mapOf(node)?.size === 1 && typeof reference === "string" ? reference : undefined;
}

/** Tells places apart, and finds the names of a model. */
export function idOf({ place }: SpecNode): string {
  return placeKey(place);
}
