import type { Json } from "../../json.ts";
import type { SpecNode } from "../../load/document.ts";
import { mapOf, textOf } from "../../load/node.ts";
import { buildShape, type ShapeContext } from "../build-shape.ts";
import type { ParameterStyle } from "../operation.ts";
import type { Shape } from "../shape.ts";
import { fileWords } from "./read-swagger-schema.ts";

/** What says which values there are (Swagger 2.0, Items Object), among the other fields of a parameter or header. */
const typeWords: ReadonlySet<string> = new Set([
  "type",
  "format",
  "items",
  "default",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "enum",
  "multipleOf",
  "x-nullable",
  "x-enum-varnames",
  "x-enum-descriptions",
  "x-extensible-enum",
]);

/** The extensions of a parameter or header that speak of its values. */
export const typeExtensions: readonly string[] = [...typeWords].filter((word) => word.startsWith("x-"));

/**
 * The shape of a parameter, a header or a field of a form, whose type stands among its own fields.
 *
 * @param isDescribed whether the shape has the description and the extensions too, because nothing else holds them
 */
export function buildInlineShape(context: ShapeContext, node: SpecNode, isDescribed = false): Shape {
  const words = [...(mapOf(node) ?? [])].flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key === "type" && value === "file") return fileWords;
    const isNote = key === "description" || (key.startsWith("x-") && key !== "x-name");
    return typeWords.has(key) || (isDescribed && isNote) ? [[key, value]] : [];
  });
  return buildShape(context, { value: new Map(words), place: node.place });
}

/** How a list travels. */
export interface ListStyle {
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/**
 * The style that writes a list as its `collectionFormat` says (Swagger 2.0, Parameter Object); undefined for what is no
 * list. The formats that no style is exactly like are told by a complaint.
 */
export function listStyle(node: SpecNode): ListStyle | undefined {
  if (textOf(node, "type") !== "array") return undefined;
  const place = textOf(node, "in");
  if (place === "path" || place === "header") return { style: "simple", explode: false };
  const format = textOf(node, "collectionFormat") ?? "csv";
  return (Object.hasOwn(stylesByFormat, format) ? stylesByFormat[format] : undefined) ?? joined;
}

const joined: ListStyle = { style: "form", explode: false };

const stylesByFormat: Readonly<Record<string, ListStyle>> = {
  csv: joined,
  ssv: { style: "spaceDelimited", explode: false },
  // A reader of tabs is more likely to take a space than a comma.
  tsv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
  multi: { style: "form", explode: true },
};
