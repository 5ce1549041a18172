import type { Operation, Response } from "../../model/operation.ts";
import { successes } from "../result-view.ts";
import { streamOf } from "../stream-of.ts";
import { answerKind } from "../wire-text.ts";
import { answerShape, answerType } from "./answer-type.ts";
import { callbackLines } from "./callback-lines.ts";
import { codeBlock, codeSpan } from "./code-text.ts";
import { type DocsContext, type OperationEntry, wayToReadme } from "./docs-context.ts";
import { type ErrorRow, errorList, errorRows, errorsOf } from "./error-list.ts";
import { exampleProgram, givesNothing } from "./example-call.ts";
import { fieldTable } from "./field-table.ts";
import { followUpEntry } from "./follow-up-words.ts";
import { type HeaderRow, headerRows, headerTable, successHeaders } from "./header-table.ts";
import { ownFields } from "./list-fields.ts";
import { markdownList } from "./markdown-list.ts";
import { asSentence, blockText, itemTextAfter, lineText, linkTo } from "./markdown-text.ts";
import { nextSteps } from "./next-steps.ts";
import { argumentsText, docsLink, lifeWords, summarySentence } from "./operation-words.ts";
import { bodyType, innerTable, parameterTable } from "./parameter-table.ts";
import { accessSentences } from "./security-words.ts";
import { serverSentence } from "./server-words.ts";
import { apart, type Said } from "./shared-notes.ts";
import type { TypePlace } from "./type-words.ts";
import { jsonNotation, layOutOpen } from "./value-layout.ts";

/** Everything about one operation; each word is Markdown in final form, empty where there is nothing to say. */
export interface OperationEntryView {
  readonly name: string;
  readonly life: string;
  readonly summary: string;
  /** Method and path. */
  readonly request: string;
  readonly description: string;
  /** Where it lives, if not where the others do. */
  readonly server: string;
  /** Permissions, scopes and credentials. */
  readonly access: string;
  readonly reading: string;
  readonly example: string;
  /** The operation as a function, and its types. */
  readonly standalone: string;
  readonly parameters: string;
  readonly innerFields: string;
  readonly body: string;
  readonly results: string;
  readonly resultFields: string;
  readonly headerTable: string;
  readonly headers: string;
  /** Further pages, or the end of what the call begins. */
  readonly followUp: string;
  readonly steps: string;
  /** What it makes the API send. */
  readonly callbacks: string;
  readonly hasErrors: boolean;
  readonly errorTable: string;
  readonly errors: string;
  readonly answers: readonly AnswerView[];
}

/** An answer that the spec gives as an example. */
export interface AnswerView {
  readonly title: string;
  readonly code: string;
}

/** What the page says once for all of its operations. */
export interface SharedRows {
  readonly headers: ReadonlyMap<string, Said<HeaderRow>>;
  readonly errors: ReadonlyMap<string, Said<ErrorRow>>;
  /** The anchors of the two sections. */
  readonly headersAnchor: string;
  readonly errorsAnchor: string;
}

/** What the page of a group says about one operation. */
export function operationEntryView(
  entry: OperationEntry,
  shared: SharedRows,
  docs: DocsContext,
): OperationEntryView {
  const { operation, names } = entry;
  const { views } = docs;
  return {
    name: names.function,
    life: lifeWords(operation),
    summary: summarySentence(operation),
    description: blockText(operation.description),
    request: codeSpan(`${operation.method} ${operation.path}`),
    server: operation.servers === views.api.servers ? "" : serverSentence(operation.servers, "This path is"),
    access: accessSentences(operation, views).join(" "),
    reading: docsLink(operation.docs),
    example: exampleProgram(entry, docs),
    standalone: standaloneWords(entry, docs),
    parameters: parameterTable(operation, names, views) || "None.",
    innerFields: innerTable(operation, names, views),
    body: bodyWords(operation, docs),
    results: resultList(operation, docs),
    resultFields: resultTable(operation, docs),
    ...headerWords(operation, shared, docs),
    followUp: followUpEntry(entry, docs),
    steps: markdownList(nextSteps(entry, docs)),
    callbacks: markdownList(callbackLines(entry, docs)),
    hasErrors: errorsOf(operation).length > 0,
    ...errorWords(operation, shared, docs),
    answers: successes(operation).flatMap((response) => answersOf(response, operation)),
  };
}

function standaloneWords({ names, operation }: OperationEntry, docs: DocsContext): string {
  const call = `${names.function}${argumentsText({ names, operation }, "transport, ")}`;
  const way = wayToReadme("Calling operations as functions", docs, "docs/");
  const types = [names.params, names.result, names.response].map((type) => codeSpan(type)).join(", ");
  return `As a ${linkTo("function", way)}: ${codeSpan(call)}. Its types: ${types}.`;
}

function requestPlace(docs: DocsContext): TypePlace {
  return { views: docs.views, direction: "request", folder: "docs/", isCell: false, isBinary: false };
}

function responsePlace(docs: DocsContext): TypePlace {
  return { ...requestPlace(docs), direction: "response" };
}

/** The media types that the body may have, each with its type where there are several. */
function bodyWords({ body }: Operation, docs: DocsContext): string {
  const media = body?.media ?? [];
  const [only] = media;
  if (only === undefined) return "";
  if (media.length === 1) return `${codeSpan("body")} is sent as ${codeSpan(only.type)}.`;
  const lines = media.map((one) => `${codeSpan(one.type)}: ${bodyType(one, requestPlace(docs))}`);
  return `${codeSpan("body")} is sent as one of:\n\n${markdownList(lines)}`;
}

/** One line for each status of success, with what the call resolves with. */
function resultList(operation: Operation, docs: DocsContext): string {
  const nothing = givesNothing(operation) ? "void" : "undefined";
  const lines = successes(operation).map(({ status, media, description, summary }) => {
    const types = [...new Set(media.map((one) => answerType(one, responsePlace(docs))))];
    const type = types.length > 0 ? types.join(" | ") : codeSpan(nothing);
    const lead = `${codeSpan(status === "default" ? "any status" : status)} ${type}`;
    const told = itemTextAfter(`${lead}:`, description ?? summary);
    return told === `${lead}:` ? lead : told;
  });
  if (lines.length === 0) return "Nothing is known of what it answers.";
  return `${markdownList(lines)}${streamWords(operation, docs)}`;
}

/** How to read a stream, if it answers one. */
function streamWords(operation: Operation, { views }: DocsContext): string {
  const media = successes(operation).flatMap((response) => response.media);
  if (!media.some((one) => streamOf(one, views.models) !== undefined)) return "";
  return `\n\nA ${codeSpan("Stream")} is read once, with ${codeSpan("for await")}; leaving the loop ends the connection.`;
}

function resultTable(operation: Operation, docs: DocsContext): string {
  const media = successes(operation).flatMap((response) => response.media);
  const shapes = media.flatMap((one) => answerShape(one, docs.views));
  const lists = shapes.map(([root, shape]) => ownFields(root, shape, docs.views));
  return fieldTable(lists.find((fields) => fields.length > 0) ?? [], responsePlace(docs));
}

function headerWords(
  operation: Operation,
  { headers, headersAnchor }: SharedRows,
  docs: DocsContext,
): Pick<OperationEntryView, "headers" | "headerTable"> {
  const { own, others } = apart(headerRows(operation, docs), headers);
  const told = new Set(others.map(([name = ""]) => name));
  const statuses = successHeaders(operation);
  const names = [...statuses].filter(([name]) => told.has(name)).map((words) => words.join(""));
  const way = linkTo(codeSpan(".withResponse()"), wayToReadme("Whole answers", docs, "docs/"));
  return {
    headerTable: headerTable(
      own.map(([name = "", ...cells]) => [name + (statuses.get(name) ?? ""), ...cells]),
    ),
    headers:
      names.length === 0
        ? ""
        : `${linkTo("Headers", `#${headersAnchor}`)}, given by ${way}: ${names.join(", ")}.`,
  };
}

function errorWords(
  operation: Operation,
  { errors, errorsAnchor }: SharedRows,
  docs: DocsContext,
): Pick<OperationEntryView, "errors" | "errorTable"> {
  const { own, others } = apart(errorRows(operation, docs), errors);
  const lead = `${own.length === 0 ? "The" : "Also the"} ${linkTo("common errors", `#${errorsAnchor}`)}`;
  return {
    errorTable: errorList(own),
    errors: others.length === 0 ? "" : `${lead}: ${others.map(([status]) => status).join(", ")}.`,
  };
}

/** The examples of an answer that are JSON. */
function answersOf({ status, media }: Response, operation: Operation): readonly AnswerView[] {
  const isOnly = successes(operation).length === 1;
  return media
    .filter((one) => answerKind(one) === "json")
    .flatMap(({ examples }) => examples)
    .flatMap(({ value, summary, description }) => {
      if (value === undefined) return [];
      const words = lineText(summary ?? description);
      const title = `**Example answer**${isOnly ? "" : ` (${status})`}`;
      return [
        {
          title: words === "" ? `${title}:` : `${title}: ${asSentence(words)}`,
          code: codeBlock(layOutOpen(value, jsonNotation), "json"),
        },
      ];
    });
}
