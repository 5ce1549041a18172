import type { SpecDocument } from "../load/document.ts";
import type { FieldShape, ObjectKind } from "../load/grammar/grammar.ts";
import { type Place, pointerKeys } from "../location.ts";
import { fieldOf } from "./grammar-words.ts";

/** The kind of object that a component is, by the section of the Components Object that holds it. */
export function componentKind({ entry, version }: SpecDocument, place: Place): ObjectKind | undefined {
  if (place.file !== entry || !place.pointer.startsWith("/components/")) return undefined;
  const [, section = "", , ...inside] = pointerKeys(place.pointer);
  return inside.length > 0 ? undefined : kindIn(fieldOf("Components", version, section)?.shape);
}

function kindIn(shape: FieldShape | undefined): ObjectKind | undefined {
  if (shape?.holds === "map") return kindIn(shape.of);
  if (shape?.holds === "either") return shape.choices.map(kindIn).find((kind) => kind !== undefined);
  return shape?.holds === "object" ? shape.kind : undefined;
}
