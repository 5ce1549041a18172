import { describe } from "vitest";
import { itSays, type Row } from "./complaints-of.ts";

/** A row about the fields of one link, which begins in line 8, column 15. */
function row(title: string, link: string, expected: readonly string[]): Row {
  const body = `
paths:
  /a:
    put: { operationId: a, responses: { "200": { $ref: "#/components/responses/A" } } }
components:
  links: { A: ${link} }
  responses: { A: { description: All., links: { B: { $ref: "#/components/links/A" } } } }`;
  return [title, body, expected];
}

describe("a link", () => {
  itSays([
    row("leads to an operation by its operationId", "{ operationId: a }", []),
    row("leads to an operation that is there", "{ operationId: b }", ["8:30 unknown-link-operation"]),
    row("leads to an operation by its place", "{ operationRef: '#/paths/~1a/put' }", []),
    row("leads to a place where there is one", "{ operationRef: '#/paths/~1a/get' }", [
      "8:31 unknown-link-operation",
    ]),
    row("may lead to another API", "{ operationRef: 'https://example.com/a.yaml#/paths/~1a/get' }", []),
    row("leads somewhere", "{ description: Nowhere. }", ["8:12 link-without-operation"]),
    row("leads to one operation", "{ operationId: a, operationRef: '#/paths/~1a/put' }", [
      "8:33 link-with-two-operations",
    ]),
  ]);
});
