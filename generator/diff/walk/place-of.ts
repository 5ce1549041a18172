import type { Place } from "../../location.ts";
import type { Term } from "../../subtype/term.ts";

/** Place of a term's first shape. */
export function placeOf([shape]: Term): Place | null {
  return shape?.place ?? null;
}
