import { operationKey } from "../../names/names.ts";
import { type CalledBack, calledBack } from "../called-view.ts";
import { sentFieldWords } from "./called-words.ts";
import { codeSpan } from "./code-text.ts";
import type { DocsContext, OperationEntry } from "./docs-context.ts";
import { asSentence, lineText } from "./markdown-text.ts";
import { lifeWords } from "./operation-words.ts";

/** What an operation makes the API send to its user, a line of Markdown for each request. */
export function callbackLines({ operation, names }: OperationEntry, docs: DocsContext): readonly string[] {
  return calledBack(operation, names).map((one) => callbackLine(one, docs));
}

/** The expression says where to (OpenAPI, "Runtime Expressions"). */
function callbackLine({ callback, called, type }: CalledBack, { views }: DocsContext): string {
  const bodies = sentFieldWords(called, views, "docs/");
  const sent = bodies.length === 0 ? "" : ` with ${bodies.join(" or ")}`;
  const statuses = called.responses.map(({ status }) =>
    status === "default" ? "any status" : codeSpan(status),
  );
  return [
    `${codeSpan(callback)}: ${codeSpan(operationKey(called))}${sent}.`,
    lifeWords(called),
    asSentence(lineText(called.summary ?? called.description)),
    ...(statuses.length === 0 ? [] : [`It expects ${statuses.join(" or ")}.`]),
    `Its type: ${codeSpan(type)}.`,
  ]
    .filter((text) => text !== "")
    .join(" ");
}
