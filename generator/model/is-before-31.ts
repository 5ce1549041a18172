import type { SpecDocument } from "../load/document.ts";

/** Whether schemas are not yet JSON Schema 2020-12, and a Reference Object is nothing but its `$ref`. */
export function isBefore31({ version }: Pick<SpecDocument, "version">): boolean {
  return version === "2.0" || version === "3.0";
}
