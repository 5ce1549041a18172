import type { SpecNode } from "../load/document.ts";
import { flagOf, follow, items, textOf } from "../load/node.ts";
import { buildExamples, buildValue, styleOf } from "./build-media.ts";
import { buildExtensions, textBeside } from "./build-notes.ts";
import type { ShapeContext } from "./build-shape.ts";
import type { Parameter, ParameterPlace, ParameterStyle } from "./operation.ts";
import { present, whenTrue } from "./present.ts";

/**
 * The parameters of the path, then those of the operation. One that stands in both is the operation's, in the
 * place of the path's (OpenAPI 3.1, 4.8.10).
 *
 * @param lists the path's and the operation's, as far as they are there
 */
export function buildParameters(
  context: ShapeContext,
  lists: readonly (SpecNode | undefined)[],
): readonly Parameter[] {
  const byKey = new Map<string, Parameter>();
  for (const node of lists.flatMap(items)) {
    const parameter = buildParameter(context, node);
    if (parameter !== undefined) byKey.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...byKey.values()];
}

/**
 * Where one name of the template has no parameter and one parameter has no place in it, the two are taken for
 * one; the author has been told. The template has the last word on the name.
 */
export function pairWithTemplate(path: string, parameters: readonly Parameter[]): readonly Parameter[] {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name ?? "");
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  const [missing, ...others] = names.filter((name) => !inPath.some((parameter) => parameter.name === name));
  const [left, ...more] = inPath.filter(({ name }) => !names.includes(name));
  if (missing === undefined || left === undefined || others.length + more.length > 0) return parameters;
  return parameters.map((parameter) => (parameter === left ? { ...parameter, name: missing } : parameter));
}

/** Names that OpenAPI takes out of the author's hands: other fields of the spec speak of them. */
export const reservedHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

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
    description: textBeside(context.document, reference, node, "description"),
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
