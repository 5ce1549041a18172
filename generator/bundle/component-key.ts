import { sectionOf } from "../load/component-sections.ts";
import type { SpecVersion } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { type Place, pointerKeys } from "../location.ts";

/** The keys that lead to the components of a kind in a bundle (OpenAPI 3.2, section 4.7); none for some. */
export function sectionInBundle(
  kind: ObjectKind | undefined,
  version: SpecVersion,
): readonly string[] | undefined {
  if (kind === undefined) return undefined;
  const extension = extensions[kind];
  if (extension === undefined) return sectionOf(kind, version);
  return sectionOf(kind, version) ?? (version === "2.0" ? [extension] : ["components", extension]);
}

/** Before 3.1 there is no place for path items, and none for operations; an extension may hold what a pointer leads to. */
const extensions: Partial<Record<ObjectKind, string>> = {
  "Path Item": "x-path-items",
  Operation: "x-operations",
};

/**
 * A key for a component that had none: the name of its type, else the last key or the file that leads to it,
 * numbered where that is taken. Keys are of letters, digits and `.-_` (OpenAPI 3.1, section 4.8.7.1).
 *
 * @param otherwise the key if nothing gives a name
 */
export function componentKey(
  place: Place,
  otherwise: string,
  type: string | undefined,
  isFree: (key: string) => boolean,
): string {
  const wanted = (type ?? calledBy(place)).replaceAll(/[^A-Za-z0-9._-]+/g, "_");
  const key = /[A-Za-z0-9]/.test(wanted) ? wanted : otherwise;
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
