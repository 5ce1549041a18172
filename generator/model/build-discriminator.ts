import type { SpecNode } from "../load/document.ts";
import { member, members, textOf } from "../load/node.ts";
import { present } from "./present.ts";
import type { References } from "./references.ts";
import type { Discriminator } from "./shape.ts";

/**
 * Discriminator Object (OpenAPI 3.1, 4.8.25). A value of `mapping` is a component's key or a reference; a
 * branch that the mapping forgets goes by the last part of its `$ref`, and an heir by its name.
 *
 * @param heirs the names of the components that are made of the schema
 */
export function buildDiscriminator(
  references: References,
  node: SpecNode,
  branches: readonly SpecNode[],
  heirs: readonly string[] = [],
): Discriminator | undefined {
  const discriminator = member(node, "discriminator");
  const property = textOf(discriminator, "propertyName");
  if (discriminator === undefined || property === undefined) return undefined;
  const idOfTarget = (text: string): string | undefined =>
    references.named(text) ?? references.refer(text, discriminator);
  const explicit = members(member(discriminator, "mapping")).flatMap(([value, target]) => {
    const id = typeof target.value === "string" ? idOfTarget(target.value) : undefined;
    return id === undefined ? [] : [{ value, id }];
  });
  const mapped = new Set(explicit.map(({ id }) => id));
  const implicit = branches.flatMap((branch) => {
    const reference = textOf(branch, "$ref");
    const id = reference === undefined ? undefined : references.refer(reference, branch);
    if (reference === undefined || id === undefined || mapped.has(id)) return [];
    return [{ value: lastPart(reference), id }];
  });
  const inherited = heirs.flatMap((value) => {
    const id = references.named(value);
    return id === undefined || mapped.has(id) ? [] : [{ value, id }];
  });
  const fallback = textOf(discriminator, "defaultMapping");
  return present<Discriminator>({
    property,
    mapping: [...explicit, ...implicit, ...inherited],
    fallback: fallback === undefined ? undefined : idOfTarget(fallback),
  });
}

/** The name that a reference ends in: a component's key, else a file's name without its ending. */
function lastPart(reference: string): string {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  return last.replace(/#$/, "").replace(/\.(ya?ml|json)$/, "");
}
