import { headerLine } from "../header.ts";
import type { Page } from "../page.ts";
import type { GroupedOperations } from "../view-context.ts";
import { operationKey } from "../../names/names.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, type OperationEntry, wayToOperation } from "./docs-context.ts";
import { errorList, errorRows } from "./error-list.ts";
import { headerRows, headerTable } from "./header-table.ts";
import { htmlComment } from "./html-comment.ts";
import { markdownTable } from "./markdown-table.ts";
import { blockText, cellText, codeLink, firstSentence, headingAnchors } from "./markdown-text.ts";
import { type OperationEntryView, operationEntryView, type SharedRows } from "./operation-entry.ts";
import { docsLink } from "./operation-words.ts";
import { serverWords } from "./server-words.ts";
import { sharedNotes } from "./shared-notes.ts";

/** The page of a group; each word is Markdown in final form, empty where there is nothing to say. */
export interface GroupPageView {
  readonly header: string;
  readonly title: string;
  readonly description: string;
  readonly reading: string;
  /** How the operations are called. */
  readonly intro: string;
  readonly server: string;
  readonly methods: string;
  readonly operations: readonly OperationEntryView[];
  readonly headersTitle: string;
  readonly headers: string;
  readonly errorsTitle: string;
  readonly errors: string;
}

const headersTitle = "Response headers";
const errorsTitle = "Common errors";

/** The page that documents the operations of one tag. */
export function groupPage(grouped: GroupedOperations, docs: DocsContext): Page<GroupPageView> {
  const { group, description } = grouped;
  const { views } = docs;
  const entries = grouped.operations.flatMap(
    ({ operation }) => docs.entries.get(operationKey(operation)) ?? [],
  );
  const shared = shareRows(group.type, entries, docs);
  return {
    path: `docs/${group.type}.md`,
    template: "docs/group.md.hbs",
    view: {
      header: htmlComment(headerLine(views)),
      title: group.type,
      description: blockText(description),
      reading: docsLink(views.api.tags.find(({ name }) => name === group.tag)?.docs),
      intro: `The methods of ${codeSpan(`api.${group.property}`)}.`,
      server: serverWords(docs),
      methods: methodTable(entries),
      operations: entries.map((entry) => operationEntryView(entry, shared, docs)),
      headersTitle,
      headers: headerTable([...shared.headers.values()].map(({ value }) => value)),
      errorsTitle,
      errors: errorList([...shared.errors.values()].map(({ value }) => value).toSorted(byStatus)),
    },
  };
}

/** What several operations of the page say alike about headers and errors. */
function shareRows(title: string, entries: readonly OperationEntry[], docs: DocsContext): SharedRows {
  const functions = entries.map(({ names }) => names.function);
  const anchors = headingAnchors([title, ...functions, headersTitle, errorsTitle]);
  return {
    headers: sharedNotes(entries.map(({ operation }) => headerRows(operation, docs))),
    errors: sharedNotes(entries.map(({ operation }) => errorRows(operation, docs))),
    headersAnchor: anchors.at(-2) ?? "",
    errorsAnchor: anchors.at(-1) ?? "",
  };
}

function byStatus([a = ""]: readonly string[], [b = ""]: readonly string[]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function methodTable(entries: readonly OperationEntry[]): string {
  return markdownTable(
    ["Method", "HTTP request", "Description"],
    entries.map((entry) => {
      const { operation, names } = entry;
      const words = cellText(operation.summary ?? firstSentence(operation.description));
      const [, anchor = ""] = wayToOperation(entry, "docs/").split("#");
      return [
        codeLink(names.function, `#${anchor}`, true),
        codeSpan(`${operation.method} ${operation.path}`, true),
        operation.deprecated === true ? `**Deprecated.** ${words}` : words,
      ];
    }),
  );
}
