import type { SpecVersion } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { type Place, pointerKeys } from "../location.ts";

const sections: Partial<Record<ObjectKind, string>> = {
  Schema: "schemas",
  Response: "responses",
  Parameter: "parameters",
  Example: "examples",
  "Request Body": "requestBodies",
  Header: "headers",
  "Security Scheme": "securitySchemes",
  Link: "links",
  Callback: "callbacks",
  "Path Item": "pathItems",
  "Media Type": "mediaTypes",
};

/** The part of the Components Object that holds objects of a kind (OpenAPI 3.2, section 4.7); none for some. */
export function sectionOf(kind: ObjectKind | undefined, version: SpecVersion): string | undefined {
  // Before 3.1 there is no place for path items; an extension may hold what a pointer leads to.
  if (kind === "Path Item" && version === "3.0") return "x-path-items";
  return kind === undefined ? undefined : sections[kind];
}

/**
 * A key for a component that had none: the name of its type, else the last key or the file that leads to it,
 * numbered where that is taken. Keys are of letters, digits and `.-_` (OpenAPI 3.1, section 4.8.7.1).
 */
export function componentKey(
  place: Place,
  section: string,
  type: string | undefined,
  isFree: (key: string) => boolean,
): string {
  const wanted = (type ?? calledBy(place)).replaceAll(/[^A-Za-z0-9._-]+/g, "_");
  const key = /[A-Za-z0-9]/.test(wanted) ? wanted : section;
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? key : `${key}${number}`;
    if (isFree(numbered)) return numbered;
  }
}

function calledBy({ file, pointer }: Place): string {
  const keys = pointerKeys(pointer);
  const last = keys.at(-1);
  if (last === undefined) return (file.split("/").at(-1) ?? file).replace(/(?<=.)\.[^.]*$/, "");
  return /^\d+$/.test(last) ? keys.slice(-2).join("-") : last;
}
