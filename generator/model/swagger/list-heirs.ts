import { componentsOf } from "../../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../../load/document.ts";
import { follow, items, member, textOf } from "../../load/node.ts";
import { idOf } from "../references.ts";

/** The names of the definitions that the discriminator of a schema can tell apart. */
export type Heirs = (schema: SpecNode) => readonly string[];

/** A hostile spec may make each schema of all before it; so many names are told, and then none. */
const mostHeirs = 100_000;

/**
 * Who is told apart by the text of a `discriminator` (Swagger 2.0, Schema Object): the definition itself and each one
 * that is made of it by `allOf`, however far. Where an enum says which values there are, these. A schema that nothing
 * is made of tells nothing apart.
 */
export function listHeirs(document: SpecDocument): Heirs {
  const definitions = componentsOf(document, "Schema").flatMap(([name, node]) => {
    const schema = follow(document, node);
    return schema === undefined ? [] : [{ name, schema, id: idOf(schema) }];
  });
  const names = new Map(definitions.map(({ name, id }) => [id, name]));
  const children = new Map<string, string[]>();
  for (const { schema, id } of definitions) {
    for (const part of items(member(schema, "allOf"))) {
      const parent = textOf(part, "$ref") === undefined ? undefined : follow(document, part);
      if (parent === undefined) continue;
      const known = children.get(idOf(parent));
      if (known === undefined) children.set(idOf(parent), [id]);
      else known.push(id);
    }
  }

  const ranks = new Map([...names.keys()].map((id, rank) => [id, rank]));
  const rankOf = (id: string): number => ranks.get(id) ?? 0;
  let left = mostHeirs;
  const told = new Map<string, readonly string[]>();
  for (const { schema, id } of definitions) {
    if (told.has(id) || textOf(schema, "discriminator") === undefined) continue;
    const ids = descendants(id, children, left);
    left -= ids.length;
    const values = valuesOf(schema);
    const all = ids.length < 2 ? [] : ids.toSorted((a, b) => rankOf(a) - rankOf(b));
    const heirs = all.flatMap((one) => names.get(one) ?? []);
    told.set(id, values === undefined ? heirs : heirs.filter((name) => values.has(name)));
  }
  return (schema) => told.get(idOf(schema)) ?? [];
}

/** A definition and those below it; none where there are more than may be. */
function descendants(
  id: string,
  children: ReadonlyMap<string, readonly string[]>,
  most: number,
): readonly string[] {
  const found = new Set([id]);
  // A set that grows while it is walked through is walked through to its end.
  for (const one of found) {
    for (const child of children.get(one) ?? []) found.add(child);
    if (found.size > most) return [];
  }
  return [...found];
}

/** The values that the property of a discriminator may have, where its own schema lists them. */
function valuesOf(schema: SpecNode): ReadonlySet<unknown> | undefined {
  const property = member(member(schema, "properties"), textOf(schema, "discriminator") ?? "");
  const values = member(property, "enum");
  return values === undefined ? undefined : new Set(items(values).map(({ value }) => value));
}
