import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import type { SpecObject } from "./document.ts";
import { mapOf } from "./node.ts";

/** Of objects that hold an extension under a name of others: the name that we read it by, to the one written. */
export type Adopted = ReadonlyMap<JsonMap, ReadonlyMap<string, string>>;

/**
 * Let the objects of a spec that was just read hold what others' extensions say under our names as well. An extension
 * of ours that stands there itself counts; the bundle keeps both.
 *
 * @param extensions others' names to ours
 */
export function adoptExtensions(
  objects: readonly SpecObject[],
  extensions: Readonly<Record<string, string>>,
): Adopted {
  const adopted = new Map<JsonMap, Map<string, string>>();
  for (const [theirs, ours] of Object.entries(extensions)) {
    for (const { node } of objects) {
      const object = mapOf(node);
      const value = object?.get(theirs);
      if (value === undefined || !(object instanceof Map) || object.has(ours)) continue;
      // The readers make maps that are nobody's yet; what shares one through a YAML alias shares its name too.
      object.set(ours, value);
      adopted.set(object, (adopted.get(object) ?? new Map<string, string>()).set(ours, theirs));
    }
  }
  return adopted;
}

/** The way to a place by the names that stand in the text. */
export function writtenKeys(
  keys: readonly string[],
  value: Json | undefined,
  adopted: Adopted,
): readonly string[] {
  let here = value;
  return keys.map((key) => {
    const written = (isMap(here) ? adopted.get(here)?.get(key) : undefined) ?? key;
    here = isMap(here) ? here.get(key) : isList(here) ? here[Number(key)] : undefined;
    return written;
  });
}
