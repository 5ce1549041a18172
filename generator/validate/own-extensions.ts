import type { FieldShape, ObjectKind } from "../load/grammar/grammar.ts";

/** What one of our extensions may hold, and where it is read. */
export interface ExtensionGrammar {
  readonly name: string;
  readonly on: readonly ObjectKind[];
  readonly shape: FieldShape;
  /** The fields that are read where it holds an object; more may stand beside them. */
  readonly fields?: Readonly<Record<string, { readonly shape: FieldShape; readonly required?: true }>>;
  /** Fit to be copied. */
  readonly example: string;
}

const text: FieldShape = { holds: "string" };
const texts: FieldShape = { holds: "list", of: text };
const values: FieldShape = { holds: "list", of: { holds: "any" } };
const object: FieldShape = { holds: "map", of: { holds: "any" } };

/** The extensions that specwright reads. */
export const ownExtensions: readonly ExtensionGrammar[] = [
  {
    name: "x-name",
    on: ["Operation", "Parameter", "Schema", "Tag"],
    shape: text,
    example: "x-name: listOrders",
  },
  {
    name: "x-permissions",
    on: ["Operation"],
    shape: object,
    fields: {
      type: { shape: { holds: "word", words: ["ANY", "ALL"] }, required: true },
      permissions: { shape: texts, required: true },
    },
    example: "x-permissions: { type: ANY, permissions: [orders:read] }",
  },
  {
    name: "x-pagination",
    on: ["Operation"],
    // `false` for an operation that only looks as if it paged.
    shape: { holds: "either", choices: [object, { holds: "boolean" }] },
    fields: {
      style: {
        shape: { holds: "word", words: ["nextUri", "page", "cursor", "offset", "link"] },
        required: true,
      },
      items: { shape: text },
      next: { shape: text },
      parameter: { shape: text },
    },
    example: "x-pagination: { style: cursor, items: orders, next: nextCursor, parameter: cursor }",
  },
  { name: "x-error-codes", on: ["Response"], shape: texts, example: "x-error-codes: [order.not.found]" },
  {
    name: "x-polling",
    on: ["Link"],
    shape: object,
    fields: {
      state: { shape: text, required: true },
      done: { shape: values, required: true },
      failed: { shape: values },
    },
    example: 'x-polling: { state: "#/status", done: [ready], failed: [broken] }',
  },
  {
    name: "x-correlation-id",
    on: ["Header"],
    shape: { holds: "boolean" },
    example: "x-correlation-id: true",
  },
  {
    name: "x-token-url",
    on: ["OAuth Flow"],
    shape: text,
    example: 'x-token-url: "https://login.{region}/token"',
  },
  {
    name: "x-authorization-url",
    on: ["OAuth Flow"],
    shape: text,
    example: 'x-authorization-url: "https://login.{region}/authorize"',
  },
  { name: "x-enum-varnames", on: ["Schema"], shape: texts, example: "x-enum-varnames: [Open, Shipped]" },
  {
    name: "x-enum-descriptions",
    on: ["Schema"],
    shape: { holds: "either", choices: [texts, { holds: "map", of: text }] },
    example: "x-enum-descriptions: { open: Waits to be packed., shipped: On its way. }",
  },
];

/** The line that shows how an extension is written. */
export function exampleOf(name: string): string {
  return ownExtensions.find((extension) => extension.name === name)?.example ?? name;
}
