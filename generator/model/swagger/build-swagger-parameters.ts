import type { SpecDocument, SpecNode } from "../../load/document.ts";
import { flagOf, follow, items, textOf } from "../../load/node.ts";
import { buildExtensions } from "../build-notes.ts";
import { reservedHeaders } from "../build-parameters.ts";
import type { ShapeContext } from "../build-shape.ts";
import type { Parameter } from "../operation.ts";
import { present, whenTrue } from "../present.ts";
import { buildInlineShape, listStyle, typeExtensions } from "./build-inline-shape.ts";

/**
 * The Parameter Objects of an operation, those that make the body included: one that stands in both lists is the
 * operation's, in the place of the path's (Swagger 2.0, Operation Object).
 *
 * @param lists the path's and the operation's, as far as they are there
 */
export function listSwaggerParameters(
  document: SpecDocument,
  lists: readonly (SpecNode | undefined)[],
): readonly SpecNode[] {
  const byKey = new Map<string, SpecNode>();
  for (const reference of lists.flatMap(items)) {
    const node = follow(document, reference);
    const name = textOf(node, "name");
    if (node !== undefined && name !== undefined) byKey.set(`${textOf(node, "in")} ${name}`, node);
  }
  return [...byKey.values()];
}

/** A parameter of a path, a query or a header (Swagger 2.0, Parameter Object); undefined for any other. */
export function buildSwaggerParameter(context: ShapeContext, node: SpecNode): Parameter | undefined {
  const place = textOf(node, "in");
  const name = textOf(node, "name") ?? "";
  if (place !== "path" && place !== "query" && place !== "header") return undefined;
  if (place === "header" && reservedHeaders.has(name.toLowerCase())) return undefined;
  const usual = place === "query" ? ({ style: "form", explode: true } as const) : simple;
  return present<Parameter>({
    place: node.place,
    name,
    field: textOf(node, "x-name"),
    in: place,
    required: place === "path" || flagOf(node, "required") === true,
    description: textOf(node, "description"),
    ...(listStyle(node) ?? usual),
    allowEmptyValue: whenTrue(flagOf(node, "allowEmptyValue")),
    shape: buildInlineShape(context, node),
    examples: [],
    extensions: buildExtensions(node, ["x-name", ...typeExtensions]),
  });
}

const simple = { style: "simple", explode: false } as const;
