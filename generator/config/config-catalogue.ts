import type { CatalogueEntry } from "../catalogue/catalogue-entry.ts";

/** The complaints about a configuration. */
export const configCatalogue = {
  "config-not-json": {
    severity: "error",
    message: (p: { why: string }) => `The configuration is not valid JSON: ${p.why}.`,
    help: () => "Put it right; a comma too many or too few is the usual reason.",
  },
  "config-unknown-key": {
    severity: "error",
    message: (p: { key: string }) => `specwright has no setting "${p.key}".`,
    help: (p: { like: string | undefined; known: readonly string[] }) =>
      p.like === undefined ? `The settings here are ${p.known.join(", ")}.` : `Did you mean "${p.like}"?`,
  },
  "config-wrong-type": {
    severity: "error",
    message: (p: { key: string; wanted: string; found: string }) =>
      `"${p.key}" must be ${p.wanted}, but it is ${p.found}.`,
    help: (p: { meaning: string }) => p.meaning,
  },
  "config-wrong-value": {
    severity: "error",
    message: (p: { key: string; found: string }) => `"${p.key}" cannot be ${p.found}.`,
    help: (p: { meaning: string; like: string | undefined }) =>
      p.like === undefined ? p.meaning : `Did you mean "${p.like}"?`,
  },
} as const satisfies Record<string, CatalogueEntry>;
