import type { Model } from "../../model/api.ts";
import { everyShape, responseShapes } from "../../model/every-shape.ts";
import type { ChoiceShape, Shape } from "../../model/shape.ts";
import { hasValues } from "../model-page.ts";
import { isIdentifier } from "../text.ts";
import type { ViewContext } from "../view-context.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, wayToReadme } from "./docs-context.ts";
import { markdownTable } from "./markdown-table.ts";
import { cellText, linkTo } from "./markdown-text.ts";
import { quotedText } from "./value-layout.ts";
import { valueWord } from "./value-word.ts";

/** The list of values that a shape is one of; undefined for any other shape. */
export function choiceOf(shape: Shape): ChoiceShape | undefined {
  if (shape.kind === "choice") return shape;
  if (shape.kind === "all") return shape.parts.map(choiceOf).find((choice) => choice !== undefined);
  const telling = shape.kind === "union" ? shape.branches.filter(({ kind }) => kind !== "null") : [];
  const [only] = telling;
  return only !== undefined && telling.length === 1 ? choiceOf(only) : undefined;
}

/** The values with what they mean. */
export function valueTable({ values }: ChoiceShape): string {
  const rows = values.map(({ value, description }) => [
    codeSpan(valueWord(value), true),
    cellText(description),
  ]);
  return markdownTable(["Value", "Meaning"], rows);
}

/** Where code finds the values, and whether there may be others. */
export function valueSentences(model: Model, choice: ChoiceShape, type: string, docs: DocsContext): string {
  const member = memberText(model, choice, type);
  const way = wayToReadme("Unknown values", docs, "docs/models/");
  return [
    ...(member === undefined ? [] : [`Each is a constant too: ${codeSpan(member)}.`]),
    ...(isOpen(model, choice, docs.views)
      ? [`The API may come to answer with ${linkTo("other values", way)}.`]
      : []),
  ].join(" ");
}

/** Whether values may come that are not listed: where answers hold it, or the author says so. */
function isOpen({ id }: Model, { values, extensible }: ChoiceShape, { directions }: ViewContext): boolean {
  const { request = false, response = false } = directions.get(id) ?? {};
  return extensible === true || (values.length > 1 && (response || !request));
}

/** Whether the API may answer with values that the spec does not list. */
export function hasOpenValues(views: ViewContext): boolean {
  const inner = views.api.operations.flatMap(responseShapes).flatMap(everyShape);
  return (
    inner.some((shape) => shape.kind === "choice" && shape.values.length > 1) ||
    views.api.models.some((model) => {
      const choices = everyShape(model.shape).filter((shape) => shape.kind === "choice");
      return choices.some((choice) => isOpen(model, choice, views));
    })
  );
}

/** The first model whose values are constants of the package and may become more; undefined if there is none. */
export function openConstants(
  views: ViewContext,
): { readonly type: string; readonly member: string } | undefined {
  for (const model of views.api.models) {
    const { type = "" } = views.names.models.get(model.id) ?? {};
    const { shape } = model;
    if (shape.kind !== "choice" || !isOpen(model, shape, views)) continue;
    const member = memberText(model, shape, type);
    if (member !== undefined) return { type, member };
  }
  return undefined;
}

/** The first value as the member of the constant that is called like the type. */
function memberText(model: Model, { values }: ChoiceShape, type: string): string | undefined {
  if (!hasValues(model)) return undefined;
  const keys = values.flatMap(({ value, name }) => {
    const key = name !== undefined && isIdentifier(name) ? name : value;
    return typeof key === "string" && key !== "__proto__" ? [key] : [];
  });
  const [first] = keys;
  if (first === undefined) return undefined;
  return isIdentifier(first) ? `${type}.${first}` : `${type}[${quotedText(first)}]`;
}
