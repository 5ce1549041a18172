import type { Header, Operation, Response } from "../../model/operation.ts";
import { successes } from "../result-view.ts";
import { codeSpan } from "./code-text.ts";
import type { DocsContext } from "./docs-context.ts";
import { meaningCell } from "./field-table.ts";
import { markdownTable } from "./markdown-table.ts";
import type { Said } from "./shared-notes.ts";
import { typeWords } from "./type-words.ts";

/** The row of one header of an answer. */
export type HeaderRow = readonly string[];

/** What an operation says about the headers of its answers, each once, by their names. */
export function headerRows(operation: Operation, { views }: DocsContext): readonly Said<HeaderRow>[] {
  const place = { views, direction: "response", folder: "docs/", isCell: true, isBinary: false } as const;
  const rows = new Map<string, Said<HeaderRow>>();
  for (const header of headersOf(operation.responses)) {
    const key = header.name.toLowerCase();
    if (rows.has(key)) continue;
    const value = [codeSpan(header.name, true), typeWords(header.shape, place), meaning(header, views)];
    rows.set(key, { key, text: value.join(" | "), value });
  }
  return [...rows.values()];
}

function headersOf(responses: readonly Response[]): readonly Header[] {
  return responses.flatMap(({ headers }) => headers);
}

/** The names of the headers that a success may have, as code; each with the status, in brackets, of those that have it. */
export function successHeaders(operation: Operation): ReadonlyMap<string, string> {
  const good = successes(operation);
  const names = new Set(headersOf(good).map(({ name }) => name));
  return new Map(
    [...names].map((name) => {
      const having = good.filter(({ headers }) => headers.some((header) => header.name === name));
      const statuses = having.map(({ status }) => codeSpan(status)).join(", ");
      return [codeSpan(name, true), having.length < good.length ? ` (${statuses})` : ""];
    }),
  );
}

/** The names of the headers that an error has and no success does, as code. */
export function errorHeaders(error: Response, operation: Operation): readonly string[] {
  const known = new Set(headersOf(successes(operation)).map(({ name }) => name.toLowerCase()));
  return error.headers
    .filter(({ name }) => !known.has(name.toLowerCase()))
    .map(({ name }) => codeSpan(name, true));
}

function meaning({ shape, description, deprecated }: Header, views: DocsContext["views"]): string {
  const words = meaningCell(shape, description, views);
  return deprecated === true && shape.notes?.deprecated !== true ? `**Deprecated.** ${words}` : words;
}

export function headerTable(rows: readonly HeaderRow[]): string {
  return markdownTable(["Header", "Type", "Description"], rows);
}
