import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import { operationKey } from "../../names/names.ts";
import { calledBack } from "../called-view.ts";
import { successes } from "../result-view.ts";
import { answerType } from "./answer-type.ts";
import { codeSpan } from "./code-text.ts";
import {
  type DocsContext,
  type OperationEntry,
  wayToModel,
  wayToOperation,
  wayToWebhook,
} from "./docs-context.ts";
import { htmlComment } from "./html-comment.ts";
import { markdownList } from "./markdown-list.ts";
import { codeLink, firstSentence } from "./markdown-text.ts";
import { argumentsText } from "./operation-words.ts";
import { optionLines } from "./option-words.ts";
import { sentWords } from "./called-words.ts";
import { callOptions, errorWords } from "./runtime-words.ts";

/** The map of the package; each word is Markdown in final form. A new operation or model adds a line and changes none. */
export interface ApiPageView {
  readonly header: string;
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly operations: string }[];
  readonly webhooks: string;
  readonly models: string;
  readonly options: string;
  readonly callOptions: string;
  readonly errors: string;
}

/** The page that shows the whole surface at a glance, which a reviewer reads first. */
export function apiPage(docs: DocsContext): Page<ApiPageView> {
  const { views, packageName, entries } = docs;
  return {
    path: "docs/api.md",
    template: "docs/api.md.hbs",
    view: {
      header: htmlComment(headerLine(views)),
      title: codeSpan(packageName),
      groups: views.groups.map(({ group }) => ({
        title: group.type,
        operations: markdownList(
          [...entries.values()]
            .filter((entry) => entry.group === group)
            .map((entry) => operationLine(entry, docs)),
        ),
      })),
      webhooks: markdownList(webhookLines(docs)),
      models: markdownList(views.api.models.map((model) => modelLine(model.id, docs))),
      options: markdownList(optionLines(views)),
      callOptions: markdownList(callOptions.map(({ name, meaning }) => `${codeSpan(name)}: ${meaning}`)),
      errors: markdownList(errorWords(views).map(({ name, meaning }) => `${codeSpan(name)}: ${meaning}`)),
    },
  };
}

function operationLine(entry: OperationEntry, docs: DocsContext): string {
  const { operation, call } = entry;
  const link = codeLink(call + argumentsText(entry), wayToOperation(entry, "docs/"));
  const life = operation.deprecated === true ? "**Deprecated.** " : "";
  const types = calledBack(operation, entry.names).map(({ type }) => codeSpan(type));
  const back = types.length === 0 ? "" : `, calls back with ${types.join(", ")}`;
  return `${life}${link}: ${resultWords(entry, docs)}, ${codeSpan(operationKey(operation))}${back}`;
}

/** The types that a call may resolve with. */
function resultWords({ operation }: OperationEntry, { views }: DocsContext): string {
  const place = { views, direction: "response", folder: "docs/", isCell: false, isBinary: false } as const;
  const types = successes(operation).flatMap(({ media }) => {
    if (media.length === 0) return [codeSpan("void")];
    return media.map((one) => answerType(one, place));
  });
  return types.length === 0 ? codeSpan("unknown") : [...new Set(types)].join(" or ");
}

/** Each webhook with its type, then the types that hold them all. */
function webhookLines({ webhooks, views }: DocsContext): readonly string[] {
  const lines = [...webhooks.values()].map((webhook) => {
    const { called, type } = webhook;
    const life = called.deprecated === true ? "**Deprecated.** " : "";
    const link = codeLink(type, wayToWebhook(webhook, "docs/"));
    const body = sentWords(called, views, "docs/");
    return `${life}${link}: ${[...body, codeSpan(operationKey(called))].join(", ")}`;
  });
  const { list, body } = views.names.webhooks;
  if (lines.length === 0) return [];
  return [
    ...lines,
    `${codeSpan(list)}: all of them, by their names`,
    `${codeSpan(body)}: the body of any of them`,
  ];
}

function modelLine(id: string, { views }: DocsContext): string {
  const { type = id, input } = views.names.models.get(id) ?? {};
  const notes = views.models.get(id)?.shape.notes;
  const link = codeLink(type, wayToModel(type, "docs/"));
  const both = input === undefined ? link : `${link}, ${codeSpan(input)} in requests`;
  const life = notes?.deprecated === true ? "**Deprecated.** " : "";
  const words = firstSentence(notes?.description ?? notes?.title);
  return `${life}${both}${words === "" ? "" : `: ${words}`}`;
}
