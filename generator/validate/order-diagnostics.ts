import type { Diagnostic } from "../diagnostic.ts";
import { isList, isMap, type Json } from "../json.ts";
import type { SpecDocument } from "../load/document.ts";
import { type Place, pointerKeys } from "../location.ts";

/** Complaints in the order in which a reader meets their places: the entry file first, each file from its top. */
export function orderDiagnostics(
  document: SpecDocument,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const files = [...document.files.keys()];
  const ranks = openRanks();
  const paths = new Map<Place, readonly number[]>();
  for (const { place } of diagnostics) {
    if (paths.has(place)) continue;
    const value = document.files.get(place.file)?.value ?? null;
    paths.set(place, [files.indexOf(place.file), ...ranks(value, pointerKeys(place.pointer))]);
  }
  const pathOf = ({ place }: Diagnostic): readonly number[] => paths.get(place) ?? [];
  return diagnostics.toSorted((a, b) => comparePaths(pathOf(a), pathOf(b)));
}

/** A function from keys to the rank of each among its neighbours. The members of an object are counted once. */
function openRanks(): (value: Json, keys: readonly string[]) => readonly number[] {
  const counted = new Map<Json, ReadonlyMap<string, number>>();
  return (value, keys) => {
    const path: number[] = [];
    let here: Json | undefined = value;
    for (const key of keys) {
      if (isList(here)) {
        path.push(Number(key));
        here = here[Number(key)];
      } else if (isMap(here)) {
        const ranks: ReadonlyMap<string, number> =
          counted.get(here) ?? new Map([...here.keys()].map((name, rank) => [name, rank]));
        counted.set(here, ranks);
        path.push(ranks.get(key) ?? 0);
        here = here.get(key);
      }
    }
    return path;
  };
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((rank, depth) => rank !== b[depth]);
  if (differing === -1) return a.length - b.length;
  return (a[differing] ?? 0) - (b[differing] ?? -1);
}
