import type { Operation, Response } from "../../model/operation.ts";
import { successes } from "../result-view.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, wayToReadme } from "./docs-context.ts";
import { errorHeaders } from "./header-table.ts";
import { markdownTable } from "./markdown-table.ts";
import { cellText, codeLink } from "./markdown-text.ts";
import type { Said } from "./shared-notes.ts";
import { unionWords } from "./type-words.ts";

// The classes of the runtime that belong to a status; any other status is an `ApiError`.
const classes: Readonly<Record<string, string>> = {
  "400": "BadRequestError",
  "401": "AuthenticationError",
  "403": "PermissionDeniedError",
  "404": "NotFoundError",
  "409": "ConflictError",
  "422": "UnprocessableEntityError",
  "429": "RateLimitError",
};

/** The class of error that a call rejects with for a status, a range of them or `default`. */
export function errorClassName(status: string): string {
  if (Object.hasOwn(classes, status)) return classes[status] ?? "ApiError";
  return /^[5-9]/.test(status) ? "ServerError" : "ApiError";
}

/** The answers of an operation that are errors. */
export function errorsOf(operation: Operation): readonly Response[] {
  const good = successes(operation);
  return operation.responses.filter((response) => !good.includes(response));
}

/** The row of one error. */
export type ErrorRow = readonly string[];

/** What an operation says about its errors, by their status. */
export function errorRows(operation: Operation, docs: DocsContext): readonly Said<ErrorRow>[] {
  return errorsOf(operation).map((response) => {
    const value = errorRow(response, operation, docs);
    return { key: response.status, text: value.join(" | "), value };
  });
}

function errorRow(response: Response, operation: Operation, docs: DocsContext): ErrorRow {
  const { status, description, summary, media, errorCodes = [] } = response;
  const place = {
    views: docs.views,
    direction: "response",
    folder: "docs/",
    isCell: true,
    isBinary: false,
  } as const;
  const shapes = media.flatMap(({ shape }) => (shape === undefined ? [] : [shape]));
  const headers = errorHeaders(response, operation);
  const meaning = [
    cellText(description ?? summary),
    headers.length === 0 ? "" : `Headers: ${headers.join(", ")}.`,
  ];
  return [
    statusCell(status),
    codeLink(errorClassName(status), wayToReadme("Errors", docs, "docs/"), true),
    shapes.length === 0 ? "" : unionWords(shapes, place),
    meaning.filter((text) => text !== "").join("<br>"),
    errorCodes.map((code) => codeSpan(code, true)).join(", "),
  ];
}

/** `4XX` is any status that starts so, `default` any that nothing is said about. */
export function statusCell(status: string): string {
  return status === "default" ? "any other" : status;
}

export function errorTable(rows: readonly ErrorRow[]): string {
  return markdownTable(["Status", "Error", "Body", "Meaning", "Codes"], rows);
}
