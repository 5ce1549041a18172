import * as fc from "fast-check";

/** Choices that fast-check makes one by one, so that a later one may depend on an earlier one. */
export interface Draw {
  /** Whether something happens that happens so often, from 0 to 1. */
  readonly chance: (often: number) => boolean;
  /** A whole number from 0 to `most`. */
  readonly upTo: (most: number) => number;
  readonly one: <T>(list: readonly T[]) => T;
  /** Some of a list, each so often, in their order. */
  readonly some: <T>(list: readonly T[], often?: number) => readonly T[];
  /** One value of any arbitrary. */
  readonly from: <T>(make: () => fc.Arbitrary<T>) => T;
}

/** What a function makes of choices, as an arbitrary. */
export function drawn<T>(make: (draw: Draw) => T): fc.Arbitrary<T> {
  return fc.gen().map((gen) => {
    const upTo = (most: number): number => gen(naturals, most);
    const chance = (often: number): boolean => upTo(99) >= 100 - often * 100;
    return make({
      upTo,
      chance,
      one: (list) => pick(list, upTo(list.length - 1)),
      some: (list, often = 0.5) => list.filter(() => chance(often)),
      from: (arbitrary) => gen(arbitrary),
    });
  });
}

function naturals(most: number): fc.Arbitrary<number> {
  return fc.nat(most);
}

function pick<T>(list: readonly T[], index: number): T {
  if (index >= list.length) throw new Error("There is nothing to choose from.");
  return list[index] as T;
}
