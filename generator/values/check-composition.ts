import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { Api } from "../model/api.ts";
import { type Compositions, weighCompositions } from "../model/composition.ts";

// What a schema is made of is written out in its type, in examples and on pages. A few lines can ask for more of that than
// a machine has room for.

/** More than ten times what the largest APIs have. */
const mostParts = 1_000_000;

/** What any schema may hold by itself, some forty times what others are made of, and no more than the stack holds. */
const deepest = 300;

/** An error for the schema that is made of too much to be written out, if there is one. */
export function checkComposition(api: Api): readonly Diagnostic[] {
  const found = weighCompositions(api);
  return [...tooDeep(api, found), ...tooLarge(api, found)].slice(0, 1);
}

function tooDeep(api: Api, { models }: Compositions): readonly Diagnostic[] {
  return api.models.flatMap(({ id, place }) => {
    const { depth = 0 } = models.get(id) ?? {};
    return depth > deepest ? [diagnostic("schema-too-deep", place, { depth, most: deepest })] : [];
  });
}

function tooLarge(api: Api, { models, size }: Compositions): readonly Diagnostic[] {
  if (size <= mostParts) return [];
  const sizeOf = (id: string): number => models.get(id)?.size ?? 0;
  const [largest] = [...api.models].sort((a, b) => sizeOf(b.id) - sizeOf(a.id));
  if (largest === undefined) return [];
  const share = sizeOf(largest.id);
  return [diagnostic("schema-too-large", largest.place, { size, share, most: mostParts })];
}
