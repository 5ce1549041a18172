import { isMap, type Json } from "../../json.ts";
import { discriminatorOf } from "../../model/directions.ts";
import type { Media, Operation, Parameter } from "../../model/operation.ts";
import type { Shape } from "../../model/shape.ts";
import { operationKey } from "../../names/names.ts";
import { sampleValue } from "../../values/sample-value.ts";
import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import type { ViewContext } from "../view-context.ts";
import { mediaKind } from "../wire-text.ts";
import { answerLines, receivedPlace, receivedType, sentWords } from "./called-words.ts";
import { codeBlock, codeSpan } from "./code-text.ts";
import { exampleValues } from "./collect-examples.ts";
import { type DocsContext, type WebhookEntry, webhooksTitle } from "./docs-context.ts";
import { fieldTable, meaningCell } from "./field-table.ts";
import { htmlComment } from "./html-comment.ts";
import { ownFields } from "./list-fields.ts";
import { markdownList } from "./markdown-list.ts";
import { markdownTable } from "./markdown-table.ts";
import { blockText, cellText, codeLink, firstSentence } from "./markdown-text.ts";
import { variantWords } from "./model-variants.ts";
import { docsLink, lifeWords, summarySentence } from "./operation-words.ts";
import { typeWords } from "./type-words.ts";
import { jsonNotation, layOutOpen } from "./value-layout.ts";
import { webhookHandler } from "./webhook-handler.ts";

/** The page of the webhooks; each word is Markdown in final form, empty where there is nothing to say. */
export interface WebhooksDocsView {
  readonly header: string;
  readonly title: string;
  readonly intro: string;
  readonly list: string;
  readonly webhooks: readonly WebhookDocsView[];
}

export interface WebhookDocsView {
  readonly name: string;
  readonly life: string;
  readonly summary: string;
  /** Method and name. */
  readonly request: string;
  readonly description: string;
  readonly reading: string;
  /** A function that takes the body and gives an answer. */
  readonly handler: string;
  readonly parameters: string;
  readonly body: string;
  readonly bodyDescription: string;
  /** What it may be one of, where that has no page of its own. */
  readonly bodyVariants: string;
  readonly bodyFields: string;
  readonly answers: string;
  readonly exampleBody: string;
}

/** The page that documents what the API sends by itself; none where it sends nothing. */
export function webhooksDocsPages(docs: DocsContext): readonly Page<WebhooksDocsView>[] {
  const { views } = docs;
  const entries = [...docs.webhooks.values()];
  if (entries.length === 0) return [];
  const { list, body } = views.names.webhooks;
  const page: Page<WebhooksDocsView> = {
    path: "docs/webhooks.md",
    template: "docs/webhooks.md.hbs",
    view: {
      header: htmlComment(headerLine(views)),
      title: webhooksTitle,
      intro: `The requests that the API sends by itself. Each has a type; ${codeSpan(list)} has them all by their names, and ${codeSpan(body)} is the body of any of them.`,
      list: webhookTable(entries),
      webhooks: entries.map((entry) => webhookView(entry, docs)),
    },
  };
  return [page];
}

function webhookTable(entries: readonly WebhookEntry[]): string {
  const rows = entries.map(({ called, type, anchor }) => {
    const words = cellText(called.summary ?? firstSentence(called.description));
    return [
      codeLink(type, `#${encodeURIComponent(anchor)}`, true),
      codeSpan(operationKey(called), true),
      called.deprecated === true ? `**Deprecated.** ${words}` : words,
    ];
  });
  return markdownTable(["Type", "Webhook", "Description"], rows);
}

function webhookView(entry: WebhookEntry, docs: DocsContext): WebhookDocsView {
  const { called, type } = entry;
  return {
    name: type,
    life: lifeWords(called),
    summary: summarySentence(called),
    request: codeSpan(operationKey(called)),
    description: blockText(called.description),
    reading: docsLink(called.docs),
    handler: webhookHandler(entry, docs),
    parameters: markdownTable(
      ["Parameter", "Type", "In", "Required", "Description"],
      called.parameters.map((parameter) => parameterRow(parameter, docs)),
    ),
    body: bodyWords(called, docs),
    bodyDescription: blockText(called.body?.description),
    bodyVariants: bodyVariants(called, docs),
    bodyFields: bodyFields(called, docs),
    answers: markdownList(answerLines(called.responses, docs.views, "docs/")) || "Any.",
    exampleBody: exampleBody(called.body?.media ?? [], docs),
  };
}

function parameterRow(parameter: Parameter, { views }: DocsContext): readonly string[] {
  const { name, in: place, required, shape, description, deprecated } = parameter;
  const words = meaningCell(shape, description, views);
  const isFlagged = deprecated === true && shape.notes?.deprecated !== true;
  return [
    codeSpan(name, true),
    typeWords(shape, receivedPlace(views, "docs/", true)),
    place,
    required ? "yes" : "no",
    isFlagged ? `**Deprecated.** ${words}` : words,
  ];
}

/** The media types that the body may have, each with its type. */
function bodyWords(called: Operation, { views }: DocsContext): string {
  const media = called.body?.media ?? [];
  const [only] = media;
  if (only === undefined) return "None.";
  if (media.length === 1) return `${sentWords(called, views, "docs/").join("")} as ${codeSpan(only.type)}.`;
  const place = receivedPlace(views, "docs/");
  return markdownList(media.map((one) => `${codeSpan(one.type)}: ${receivedType(one, place)}`));
}

function bodyVariants({ body }: Operation, { views }: DocsContext): string {
  const [shape] = (body?.media ?? []).flatMap((media) => media.shape ?? []);
  const words = shape && variantWords(shape, receivedPlace(views, "docs/"));
  return words === undefined ? "" : `${words.intro}\n\n${words.list}`;
}

/** The fields of a body that has no page of its own. */
function bodyFields({ body }: Operation, { views }: DocsContext): string {
  const lists = (body?.media ?? []).map(({ type, shape }) => ({
    isBinary: ["form", "multipart"].includes(mediaKind(type)),
    fields: shape === undefined ? [] : ownFields("body", shape, views),
  }));
  const { isBinary = false, fields = [] } = lists.find((one) => one.fields.length > 0) ?? {};
  return fieldTable(fields, { ...receivedPlace(views, "docs/", true), isBinary });
}

/** The first example of the author's, else one made by the schema, where it is JSON. */
function exampleBody(media: readonly Media[], { views }: DocsContext): string {
  const json = media.find(({ type, shape }) => mediaKind(type) === "json" && shape !== undefined);
  if (json?.shape === undefined) return "";
  const [given] = exampleValues(json.examples);
  return codeBlock(layOutOpen(given ?? sampleOf(json.shape, views), jsonNotation), "json");
}

/** A value made by the schema, of the first kind where a discriminator knows several. */
function sampleOf(shape: Shape, { models }: ViewContext): Json {
  const base = shape.kind === "reference" ? models.get(shape.id)?.shape : undefined;
  const discriminator = base === undefined || base.kind === "union" ? undefined : discriminatorOf(base);
  const [kind] = discriminator?.mapping ?? [];
  if (discriminator === undefined || kind === undefined) return sampleValue(models, shape, "response");
  const value = sampleValue(models, { kind: "reference", id: kind.id, place: shape.place }, "response");
  return isMap(value) ? new Map(value).set(discriminator.property, kind.value) : value;
}
