export type Severity = "error" | "warning";

/** What the catalogue holds of each complaint. */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly message: (params: never) => string;
  readonly help: (params: never) => string;
}
