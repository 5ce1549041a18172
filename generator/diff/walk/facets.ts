import { judgeFacet } from "./judge-edit.ts";
import { childPointer, type Place } from "../../location.ts";
import type { WalkNode } from "./walk-node.ts";
import type { ListShape, NumberShape, ObjectShape, Shape, StringShape } from "../../model/shape.ts";

/** One thing that a schema may say of its values: a keyword, or keywords that mean one thing together. */
export interface Facet<S extends Shape> {
  /** Part of the code of each rule about it. */
  readonly name: string;
  readonly fields: readonly (keyof S)[];
}

export const numberFacets: readonly Facet<NumberShape>[] = [
  { name: "type", fields: ["integer"] },
  { name: "maximum", fields: ["maximum", "exclusiveMaximum"] },
  { name: "minimum", fields: ["minimum", "exclusiveMinimum"] },
  { name: "multiple-of", fields: ["multipleOf"] },
  { name: "format", fields: ["format"] },
];

export const stringFacets: readonly Facet<StringShape>[] = [
  { name: "max-length", fields: ["maxLength"] },
  { name: "min-length", fields: ["minLength"] },
  { name: "pattern", fields: ["pattern"] },
  { name: "format", fields: ["format"] },
  { name: "content", fields: ["encoding", "mediaType", "content"] },
];

export const listFacets: readonly Facet<ListShape>[] = [
  { name: "max-items", fields: ["maxItems"] },
  { name: "min-items", fields: ["minItems"] },
  { name: "unique-items", fields: ["unique"] },
  { name: "contains", fields: ["contains", "minContains", "maxContains"] },
];

export const objectFacets: readonly Facet<ObjectShape>[] = [
  { name: "max-properties", fields: ["maxProperties"] },
  { name: "min-properties", fields: ["minProperties"] },
  { name: "property-names", fields: ["names"] },
  { name: "dependent-required", fields: ["dependentRequired"] },
  { name: "dependent-schemas", fields: ["dependentShapes"] },
];

/** The shape with what another one says of a facet. */
export function withFacet<S extends Shape>(shape: S, other: S, fields: readonly (keyof S)[]): S {
  const changed = { ...shape };
  for (const field of fields) {
    if (other[field] === undefined) delete changed[field];
    else changed[field] = other[field];
  }
  return changed;
}

/** Judge each facet by itself: the old shape, and the old shape with what the new one says of the facet. */
export function compareFacets<S extends Shape>(
  node: WalkNode,
  facets: readonly Facet<S>[],
  one: S,
  other: S,
): void {
  for (const { name, fields } of facets) {
    if (fields.every((field) => isSameText(one[field], other[field]))) continue;
    const to = withFacet(one, other, fields);
    const places = { before: keywordPlace(one, fields), after: keywordPlace(other, fields) };
    const suspect = { about: name, from: [one], to: [to], ...places };
    judgeFacet(node, name, { ...suspect, old: textOf(one, fields), new: textOf(other, fields) });
  }
}

/** Plain values alone; whether two schemas say the same is judged by what they hold. */
function isSameText(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "number" && typeof one !== "bigint") return false;
  return (typeof other === "number" || typeof other === "bigint") && one.toString() === other.toString();
}

/** What a shape says of a facet, as a reader writes it. */
function textOf<S extends Shape>(shape: S, fields: readonly (keyof S)[]): string | undefined {
  const said = fields.flatMap((field) => {
    const value = shape[field];
    if (field === "integer") return [value === true ? "integer" : "number"];
    if (value === undefined) return [];
    return [typeof value === "object" ? "another schema" : String(value)];
  });
  return said.length === 0 ? undefined : said.join(", ");
}

/** Keywords that our shapes have other words for. */
const keywords: Readonly<Record<string, string>> = {
  integer: "type",
  encoding: "contentEncoding",
  mediaType: "contentMediaType",
  content: "contentSchema",
  unique: "uniqueItems",
  names: "propertyNames",
  rest: "additionalProperties",
  patterns: "patternProperties",
  dependentShapes: "dependentSchemas",
};

/** The keyword itself, where the schema has it. */
export function keywordPlace<S extends Shape>(shape: S, fields: readonly (keyof S)[]): Place {
  const field = fields.find((each) => shape[each] !== undefined);
  if (field === undefined) return shape.place;
  const { file, pointer } = shape.place;
  return { file, pointer: childPointer(pointer, keywords[String(field)] ?? String(field)) };
}
