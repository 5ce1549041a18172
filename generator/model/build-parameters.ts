import type { SpecNode } from "../load/document.ts";
import { flagOf, follow, items, member, textOf } from "../load/node.ts";
import { buildExamples, buildValue, styleOf } from "./build-media.ts";
import { buildExtensions } from "./build-notes.ts";
import type { ShapeContext } from "./build-shape.ts";
import type { Parameter, ParameterPlace, ParameterStyle } from "./operation.ts";
import { present, whenTrue } from "./present.ts";

/**
 * The parameters of the path, then those of the operation. One that stands in both is the operation's, in the
 * place of the path's (OpenAPI 3.1, 4.8.10).
 */
export function buildParameters(
  context: ShapeContext,
  pathItem: SpecNode,
  operation: SpecNode,
): readonly Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const owner of [pathItem, operation]) {
    for (const node of items(member(owner, "parameters"))) {
      const parameter = buildParameter(context, node);
      if (parameter !== undefined) byKey.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...byKey.values()];
}

/** Names that OpenAPI takes out of the author's hands: other fields of the spec speak of them. */
const reservedHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

function buildParameter(context: ShapeContext, reference: SpecNode): Parameter | undefined {
  const node = follow(context.document, reference);
  const name = textOf(node, "name");
  const place = placeOf(textOf(node, "in"));
  if (node === undefined || name === undefined || place === undefined) return undefined;
  if (place === "header" && reservedHeaders.has(name.toLowerCase())) return undefined;
  const style = styleOf(node) ?? defaultStyle(place);
  return present<Parameter>({
    place: node.place,
    name,
    field: textOf(node, "x-name"),
    in: place,
    // The path cannot do without: OpenAPI demands it, and a spec that forgets has been told so.
    required: place === "path" || flagOf(node, "required") === true,
    description: textOf(reference, "description") ?? textOf(node, "description"),
    deprecated: whenTrue(flagOf(node, "deprecated")),
    style,
    explode: flagOf(node, "explode") ?? (style === "form" || style === "cookie"),
    allowReserved: whenTrue(flagOf(node, "allowReserved")),
    allowEmptyValue: whenTrue(flagOf(node, "allowEmptyValue")),
    ...buildValue(context, node),
    examples: buildExamples(context, node),
    extensions: buildExtensions(node, ["x-name"]),
  });
}

function placeOf(text: string | undefined): ParameterPlace | undefined {
  switch (text) {
    case "path":
    case "query":
    case "header":
    case "cookie":
    case "querystring":
      return text;
    default:
      return undefined;
  }
}

function defaultStyle(place: ParameterPlace): ParameterStyle {
  return place === "path" || place === "header" ? "simple" : "form";
}
