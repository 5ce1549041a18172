import type { Json } from "../json.ts";

/** Why one set of values was not seen to lie within another. */
export interface Gap {
  /** A clause for people, for where no value shows it. */
  readonly why: string;
  /** Values that may be in the one and not in the other, the likeliest first. */
  readonly candidates: () => Iterable<Json>;
}

export function gap(why: string, candidates: () => Iterable<Json>): Gap {
  return { why, candidates };
}

/** The first of some, made when it is asked for. */
export function* first<T>(most: number, values: Iterable<T>): Iterable<T> {
  let count = 0;
  for (const value of values) {
    if (count >= most) return;
    count += 1;
    yield value;
  }
}
