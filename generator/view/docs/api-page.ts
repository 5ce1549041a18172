import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import { successes } from "../result-view.ts";
import { mediaKind } from "../wire-text.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, type OperationEntry, wayToModel, wayToOperation } from "./docs-context.ts";
import { htmlComment } from "./html-comment.ts";
import { markdownList } from "./markdown-list.ts";
import { codeLink, firstSentence } from "./markdown-text.ts";
import { argumentsText } from "./operation-words.ts";
import { optionLines } from "./option-words.ts";
import { bodyType } from "./parameter-table.ts";
import { callOptions, errorClasses } from "./runtime-words.ts";

/** The map of the package; each word is Markdown in final form. A new operation or model adds a line and changes none. */
export interface ApiPageView {
  readonly header: string;
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly operations: string }[];
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
      models: markdownList(views.api.models.map((model) => modelLine(model.id, docs))),
      options: markdownList(optionLines(views)),
      callOptions: markdownList(callOptions.map(({ name, meaning }) => `${codeSpan(name)}: ${meaning}`)),
      errors: markdownList(errorClasses.map(({ name, meaning }) => `${codeSpan(name)}: ${meaning}`)),
    },
  };
}

function operationLine(entry: OperationEntry, docs: DocsContext): string {
  const { operation, call } = entry;
  const link = codeLink(call + argumentsText(entry), wayToOperation(entry, "docs/"));
  const life = operation.deprecated === true ? "**Deprecated.** " : "";
  return `${life}${link}: ${resultWords(entry, docs)}, ${codeSpan(`${operation.method} ${operation.path}`)}`;
}

/** The types that a call may resolve with. */
function resultWords({ operation }: OperationEntry, { views }: DocsContext): string {
  const place = { views, direction: "response", folder: "docs/", isCell: false, isBinary: false } as const;
  const types = successes(operation).flatMap(({ media }) => {
    if (media.length === 0) return [codeSpan("void")];
    return media.map((one) =>
      ["json", "text"].includes(mediaKind(one.type)) ? bodyType(one, place) : codeSpan("Blob"),
    );
  });
  return types.length === 0 ? codeSpan("unknown") : [...new Set(types)].join(" or ");
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
