import { isMap, type Json, type JsonMap } from "../json.ts";
import type { SpecNode } from "../load/document.ts";
import { items, member, textOf } from "../load/node.ts";

/**
 * The discriminator of a schema, with a mapping for the branches that have none (OpenAPI 3.1, section 4.8.25): their
 * value is the end of their `$ref`, and is written down where the bundle spells the `$ref` another way.
 *
 * @param discriminator as it is in the bundle
 * @param spell gives the `$ref` of a branch as it is in the bundle
 */
export function withImpliedMapping(
  discriminator: JsonMap,
  schema: SpecNode,
  spell: (reference: string, branch: SpecNode) => string,
): JsonMap {
  const mapping = discriminator.get("mapping");
  const written: readonly (readonly [string, Json])[] = isMap(mapping) ? [...mapping] : [];
  const mapped = new Set(written.flatMap(([, text]) => [text, `#/components/schemas/${String(text)}`]));
  const branches = ["oneOf", "anyOf"].flatMap((keyword) => items(member(schema, keyword)));
  const implied = branches.flatMap((branch) => {
    const reference = textOf(branch, "$ref");
    if (reference === undefined) return [];
    const text = spell(reference, branch);
    return mapped.has(text) ? [] : [{ value: lastPart(reference), text }];
  });
  if (implied.every(({ value, text }) => value === lastPart(text))) return discriminator;
  const told = implied.map(({ value, text }) => [value, text] as const);
  // What the author says of a value holds.
  return new Map([...discriminator, ["mapping", new Map([...written, ...told, ...written])]]);
}

/** A component's key, else a file's name without its ending. */
function lastPart(reference: string): string {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  return last.replace(/#$/, "").replace(/\.(ya?ml|json)$/, "");
}
