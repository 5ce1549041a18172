import { oneWay } from "../../model/directions.ts";
import type { ChoiceShape, Notes, Shape } from "../../model/shape.ts";
import { constraints } from "../facts.ts";
import type { ViewContext } from "../view-context.ts";
import { codeSpan } from "./code-text.ts";
import type { Field } from "./list-fields.ts";
import { markdownList } from "./markdown-list.ts";
import { markdownTable } from "./markdown-table.ts";
import { asSentence, cellText, firstSentence, lineText } from "./markdown-text.ts";
import { type TypePlace, typeWords } from "./type-words.ts";
import { valueWord } from "./value-word.ts";

/** Fields as a table: what each holds, whether it must be there, and what it means. */
export function fieldTable(fields: readonly Field[], place: TypePlace): string {
  const inCell = { ...place, isCell: true };
  return markdownTable(
    ["Field", "Type", "Required", "Default", "Description"],
    fields.map((field) => [
      codeSpan(field.path, true),
      field.shape === undefined ? codeSpan("unknown") : typeWords(field.shape, inCell),
      field.required ? "yes" : "no",
      defaultCode(field.shape, true),
      field.shape === undefined ? "" : meaningCell(field.shape, undefined, place.views),
    ]),
  );
}

/** A default is what the server assumes. */
export function defaultCode(shape: Shape | undefined, isCell: boolean): string {
  const value =
    shape === undefined ? undefined : notesOf(shape).find((notes) => notes.default !== undefined)?.default;
  return value === undefined ? "" : codeSpan(valueWord(value), isCell);
}

/**
 * What a value means: which way it travels and whether it is on its way out, the author's words or else the first
 * sentence about its model, the conditions that its type does not tell.
 */
export function meaningCell(shape: Shape, description: string | undefined, views: ViewContext): string {
  const told = description ?? notesOf(shape).find((note) => note.description !== undefined)?.description;
  const flags = flagWords(shape, views);
  const words = told === undefined ? cellText(modelSentence(shape, views)) : cellText(told);
  const facts = cellText(constraints(shape).map(asSentence).join(" "));
  const values = valueWords(shape, "cell");
  const isShort = !words.includes("<br>");
  const start = [...flags, isShort && facts !== "" ? asSentence(words) : words, isShort ? facts : ""];
  return [start.filter((text) => text !== "").join(" "), isShort ? "" : facts, values]
    .filter((text) => text !== "")
    .join("<br>");
}

/** Whether a value is on its way out, and which way it travels. */
export function flagWords(shape: Shape, views: ViewContext): readonly string[] {
  const isOld = notesOf(shape).some(({ deprecated }) => deprecated === true);
  return [...(isOld ? ["**Deprecated.**"] : []), ...wayWords(shape, views)];
}

/** What is said of a shape, and of those that it is put together from. */
export function notesOf(shape: Shape): readonly Notes[] {
  const own = shape.notes === undefined ? [] : [shape.notes];
  return shape.kind === "all" ? [...own, ...shape.parts.flatMap(notesOf)] : own;
}

function wayWords(shape: Shape, { models }: ViewContext): readonly string[] {
  const way = oneWay(models, shape);
  if (way === undefined) return [];
  return [way === "response" ? "**Read-only.**" : "**Write-only.**"];
}

/** The first sentence about the model that a shape refers to. */
export function modelSentence(shape: Shape, { models }: ViewContext): string {
  const model = shape.kind === "reference" ? models.get(shape.id) : undefined;
  return firstSentence(model?.shape.notes?.description);
}

/** The values of a list that has no page of its own, where the type does not show them all or they have meanings. */
export function valueWords(shape: Shape, inside: "cell" | "list"): string {
  const choice = choiceIn(shape);
  if (choice === undefined) return "";
  const isCell = inside === "cell";
  if (choice.values.some(({ description }) => description !== undefined)) {
    const lines = choice.values.map(({ value, description }) =>
      valueLine(valueWord(value), description, isCell),
    );
    return isCell ? lines.map((line) => `• ${line}`).join("<br>") : markdownList(lines);
  }
  if (choice.values.length <= 8) return "";
  return `One of ${choice.values.map(({ value }) => codeSpan(valueWord(value), isCell)).join(", ")}.`;
}

function choiceIn(shape: Shape | undefined): ChoiceShape | undefined {
  if (shape?.kind === "choice") return shape;
  if (shape?.kind === "list") return choiceIn(shape.items);
  if (shape?.kind !== "union" && shape?.kind !== "all") return undefined;
  const inner = shape.kind === "union" ? shape.branches : shape.parts;
  return inner.map(choiceIn).find((found) => found !== undefined);
}

function valueLine(value: string, description: string | undefined, isCell: boolean): string {
  const meaning = isCell ? cellText(description) : lineText(description);
  return `${codeSpan(value, isCell)}${meaning === "" ? "" : `: ${meaning}`}`;
}
