import { constraints } from "../facts.ts";
import { codeSpan } from "./code-text.ts";
import { defaultCode, flagWords, modelSentence, notesOf, valueWords } from "./field-table.ts";
import type { Field } from "./list-fields.ts";
import { markdownList } from "./markdown-list.ts";
import { asSentence, isParagraph, itemText } from "./markdown-text.ts";
import { type TypePlace, typeWords } from "./type-words.ts";

/**
 * Fields as a list: what each holds, whether it must be there, and what it means. In a table one long cell would
 * pad all others, and each field more would touch the lines of those that were there.
 */
export function fieldList(fields: readonly Field[], place: TypePlace): string {
  return markdownList(fields.map((field) => fieldItem(field, place)));
}

function fieldItem({ path, required, shape }: Field, place: TypePlace): string {
  const type = shape === undefined ? codeSpan("unknown") : typeWords(shape, place);
  const lead = `${codeSpan(path)}: ${type}${required ? ", required" : ""}.`;
  if (shape === undefined) return lead;
  const fallback = defaultCode(shape, false);
  const facts = [
    ...constraints(shape).map(asSentence),
    ...(fallback === "" ? [] : [`Default: ${fallback}.`]),
  ];
  const told = notesOf(shape).find((note) => note.description !== undefined)?.description;
  const words = told === undefined ? modelSentence(shape, place.views) : itemText(told);
  const values = valueWords(shape, "list");
  const isShort = words === "" || told === undefined || isParagraph(told);
  const line = [
    lead,
    ...flagWords(shape, place.views),
    ...(isShort && words !== "" ? [asSentence(words)] : []),
  ];
  const blocks = isShort
    ? [[...line, ...facts].join(" ")]
    : [
        line.join(" "),
        words,
        ...(facts.length > 0 ? [facts.join(" ")] : values === "" ? [] : ["Its values:"]),
      ];
  return [...blocks, ...(values === "" ? [] : [values])].join("\n\n");
}
