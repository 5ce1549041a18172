import { discriminatorOf } from "../../model/directions.ts";
import type { Discriminator, Shape, UnionShape } from "../../model/shape.ts";
import { codeSpan } from "./code-text.ts";
import { listFields } from "./list-fields.ts";
import { markdownList } from "./markdown-list.ts";
import { type TypePlace, typeWords } from "./type-words.ts";

/** What a value may be one of, as a list with its heading line. */
export interface VariantWords {
  readonly intro: string;
  readonly list: string;
}

/** The variants of a shape that is a union, has one in it, or knows its kinds by a discriminator. */
export function variantWords(shape: Shape, place: TypePlace): VariantWords | undefined {
  if (shape.kind === "union") return unionWords(shape, place);
  const discriminator = discriminatorOf(shape);
  const own = discriminator === undefined ? undefined : kindWords(discriminator, shape, place);
  const parts = shape.kind === "all" ? shape.parts : [];
  return own ?? parts.map((part) => variantWords(part, place)).find((words) => words !== undefined);
}

function unionWords(
  { branches, mode, discriminator }: UnionShape,
  place: TypePlace,
): VariantWords | undefined {
  if (branches.filter(({ kind }) => kind !== "null").length < 2) return undefined;
  const count = mode === "one" ? "One" : "At least one";
  const told = discriminator === undefined ? "" : `, told apart by ${codeSpan(discriminator.property)}`;
  const lines = branches.map((branch) => {
    const values = branch.kind === "reference" ? valuesFor(branch.id, discriminator) : "";
    return typeWords(branch, place) + fieldNames(branch, place) + values;
  });
  return { intro: `${count} of these${told}:`, list: markdownList([...new Set(lines)]) };
}

/** An object without a page of its own is known by its fields. */
function fieldNames(branch: Shape, { views }: TypePlace): string {
  if (branch.kind !== "object" || branch.properties.length === 0) return "";
  const { fields } = listFields(branch, views);
  const names = fields.map(({ path, required }) => codeSpan(required ? path : `${path}?`));
  return ` with ${names.join(", ")}`;
}

function valuesFor(id: string, discriminator: Discriminator | undefined): string {
  const values = (discriminator?.mapping ?? [])
    .filter((one) => one.id === id)
    .map(({ value }) => codeSpan(JSON.stringify(value)));
  if (discriminator === undefined || values.length === 0) return "";
  return `, where ${codeSpan(discriminator.property)} is ${values.join(" or ")}`;
}

function kindWords(
  discriminator: Discriminator,
  { place: written }: Shape,
  place: TypePlace,
): VariantWords | undefined {
  const ids = [...new Set(discriminator.mapping.map(({ id }) => id))];
  if (ids.length === 0) return undefined;
  const lines = ids.map(
    (id) => typeWords({ kind: "reference", id, place: written }, place) + valuesFor(id, discriminator),
  );
  return {
    intro: `Its kinds, told apart by ${codeSpan(discriminator.property)}:`,
    list: markdownList(lines),
  };
}
