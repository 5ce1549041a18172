import type { SpecVersion } from "../load/document.ts";
import type { Field, FieldShape, ObjectKind } from "../load/grammar/grammar.ts";
import { grammarIfKnown, grammarOf, rootKind } from "../load/grammar/grammar-of.ts";

/** Old to new, as a person would look for the one that knows a word. */
export const versions: readonly SpecVersion[] = ["3.0", "3.1", "3.2"];

/** A field of an object, if the version knows it. */
export function fieldOf(kind: ObjectKind, version: SpecVersion, name: string): Field | undefined {
  const { fields = {} } = grammarIfKnown(kind, version) ?? {};
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A kind of object that knows a field, and the fields that lead to it; none where it lies elsewhere. */
export interface Home {
  readonly kind: ObjectKind;
  readonly way: readonly string[];
}

/** The object that knows a field: one not far below a given one, else the nearest to the root of a spec. */
export function findHome(kind: ObjectKind, version: SpecVersion, name: string): Home | undefined {
  // Below the root lies everything; what is two steps away is as likely to be meant elsewhere.
  const root = rootKind(version);
  const near = findBelow(kind, version, name, kind === root ? 1 : 2);
  const far = near === undefined ? findBelow(root, version, name, 8) : undefined;
  return near ?? (far && { kind: far.kind, way: [] });
}

/**
 * The nearest object at or below one of a given kind that knows a field. Components come last, as they have
 * words of others for what they hold; so do headers, as whoever forgets where a word goes means a body.
 */
function findBelow(from: ObjectKind, version: SpecVersion, name: string, farthest: number): Home | undefined {
  const seen = new Set<ObjectKind>([from]);
  let nearby: readonly Home[] = [{ kind: from, way: [] }];
  let last: Home | undefined;
  const isLikely = ({ kind }: Home): boolean => kind !== "Components" && kind !== "Header";
  for (let steps = 0; steps <= farthest; steps++) {
    const homes = nearby.filter(({ kind }) => fieldOf(kind, version, name) !== undefined);
    const home = homes.find(isLikely);
    if (home !== undefined) return home;
    last ??= homes[0];
    nearby = nearby.flatMap((here) => homesBelow(here, version).filter(({ kind }) => !seen.has(kind)));
    for (const { kind } of nearby) seen.add(kind);
  }
  return last;
}

function homesBelow({ kind, way }: Home, version: SpecVersion): readonly Home[] {
  const { fields, others } = grammarOf(kind, version);
  const named = Object.entries(fields).flatMap(([field, { shape }]) =>
    kindsIn(shape).map((inner) => ({ kind: inner, way: [...way, field] })),
  );
  return [...named, ...kindsIn(others).map((inner) => ({ kind: inner, way }))];
}

function kindsIn(shape: FieldShape | undefined): readonly ObjectKind[] {
  if (shape?.holds === "object") return [shape.kind];
  if (shape?.holds === "list" || shape?.holds === "map") return kindsIn(shape.of);
  return shape?.holds === "either" ? shape.choices.flatMap(kindsIn) : [];
}
