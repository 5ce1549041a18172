import type { CatalogueEntry } from "./diagnostic.ts";

/** Every complaint we can make, sorted by code. A retired code is never reused. */
export const catalogue = {
  "duplicate-operation-id": {
    severity: "error",
    message: (p: { id: string }) => `operationId "${p.id}" is used twice.`,
    help: () => "Give each operation an operationId of its own; it becomes the name of the client's method.",
  },
} as const satisfies Record<string, CatalogueEntry>;
