import { isList, isMap } from "../../json.ts";
import type { Model } from "../../model/api.ts";
import { oneWay } from "../../model/directions.ts";
import { sampleValue } from "../../values/sample-value.ts";
import { constraints } from "../facts.ts";
import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import { codeBlock, codeSpan } from "./code-text.ts";
import type { DocsContext } from "./docs-context.ts";
import { fieldList } from "./field-list.ts";
import { defaultCode } from "./field-table.ts";
import { htmlComment } from "./html-comment.ts";
import { type Field, listFields } from "./list-fields.ts";
import { asSentence, blockText } from "./markdown-text.ts";
import { modelUses } from "./model-uses.ts";
import { choiceOf, valueSentences, valueTable } from "./model-values.ts";
import { variantWords } from "./model-variants.ts";
import { docsLink } from "./operation-words.ts";
import { type TypePlace, typeWords } from "./type-words.ts";
import { jsonNotation, layOutOpen } from "./value-layout.ts";

/** The page of a model; each word is Markdown in final form, empty where there is nothing to say. */
export interface ModelDocsView {
  readonly header: string;
  readonly title: string;
  readonly life: string;
  readonly description: string;
  readonly reading: string;
  /** What it is, where that is not told by fields, values or variants; what else it must be like. */
  readonly facts: string;
  /** What a request may hold of it, where that is another type. */
  readonly input: string;
  readonly variantsIntro: string;
  readonly variants: string;
  readonly values: string;
  readonly valuesIntro: string;
  readonly bases: string;
  readonly fields: string;
  readonly hasFields: boolean;
  readonly example: string;
  readonly uses: string;
}

/** The page that documents one model. */
export function modelDocsPage(model: Model, docs: DocsContext): Page<ModelDocsView> {
  const { views } = docs;
  const { shape } = model;
  const { type } = views.names.models.get(model.id) ?? { type: model.id };
  const place = placeOf(model, docs);
  const choice = choiceOf(shape);
  const variants = variantWords(shape, place);
  const { fields, bases } = listFields(shape, views);
  const shown = fields.filter((field) => isMet(field, model, docs));
  const isTold = choice !== undefined || variants !== undefined || fields.length > 0;
  const parts = bases.map((id) => typeWords({ kind: "reference", id, place: shape.place }, place));
  return {
    path: `docs/models/${type}.md`,
    template: "docs/model.md.hbs",
    view: {
      header: htmlComment(headerLine(views)),
      title: type,
      life: shape.notes?.deprecated === true ? "**Deprecated.**" : "",
      description: blockText(shape.notes?.description ?? shape.notes?.title),
      reading: docsLink(shape.notes?.docs),
      facts: [...(isTold ? [] : [`Type: ${typeWords(shape, place)}.`]), ...factSentences(model)].join(" "),
      input: inputSentence(model, fields, docs),
      variantsIntro: variants?.intro ?? "",
      variants: variants?.list ?? "",
      values: choice === undefined ? "" : valueTable(choice),
      valuesIntro: choice === undefined ? "" : valueSentences(model, choice, type, docs),
      bases: parts.length === 0 ? "" : `Has all fields of ${parts.join(", ")}.`,
      fields: fieldList(shown, place),
      hasFields: shown.length > 0,
      example: exampleBlock(model, docs),
      uses: modelUses(model.id, docs),
    },
  };
}

function placeOf({ id }: Model, { views }: DocsContext): TypePlace {
  const direction = isRequestOnly(id, views) ? "request" : "response";
  return { views, direction, folder: "docs/models/", isCell: false, isBinary: false };
}

function isRequestOnly(id: string, { directions }: DocsContext["views"]): boolean {
  const { request = false, response = false } = directions.get(id) ?? {};
  return request && !response;
}

/** Whether a field is in a type of the model: one that goes the other way only is in none. */
function isMet({ shape }: Field, { id }: Model, { views }: DocsContext): boolean {
  const way = shape === undefined ? undefined : oneWay(views.models, shape);
  const { request = false, response = false } = views.directions.get(id) ?? {};
  if (way === undefined || request === response) return true;
  return request ? way === "request" : way === "response";
}

function factSentences({ shape }: Model): readonly string[] {
  const fallback = defaultCode(shape, false);
  return [...constraints(shape).map(asSentence), ...(fallback === "" ? [] : [`Default: ${fallback}.`])];
}

function inputSentence({ id }: Model, fields: readonly Field[], { views }: DocsContext): string {
  const input = views.names.models.get(id)?.input;
  if (input === undefined) return "";
  const lead = `A request takes the type ${codeSpan(input)}`;
  const hidden = fields.filter(
    ({ shape }) => shape !== undefined && oneWay(views.models, shape) === "response",
  );
  const names = hidden.map(({ path }) => codeSpan(path));
  return names.length === 0 ? `${lead}.` : `${lead}, which is without ${names.join(", ")}.`;
}

/** What the spec shows of it, else a value made by the schema; none for what its page tells in full. */
function exampleBlock({ id, shape }: Model, { views, examples }: DocsContext): string {
  if (choiceOf(shape) !== undefined) return "";
  const shown = examples.get(id);
  const direction = isRequestOnly(id, views) ? "request" : "response";
  const value = shown ?? sampleValue(views.models, shape, direction);
  const isTelling =
    shown !== undefined || (isMap(value) ? value.size > 0 : isList(value) && value.length > 0);
  return isTelling ? codeBlock(layOutOpen(value, jsonNotation), "json") : "";
}
