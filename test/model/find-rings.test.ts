import { expect, it } from "vitest";
import { findRings } from "../../generator/model/find-rings.ts";

/** The links of a graph, written as `a: b c`. */
function graph(...lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    lines.map((line) => {
      const [id = "", ...others] = line.split(/[: ]+/);
      return [id, others.filter((other) => other !== "")];
    }),
  );
}

/** The rings, each as its ids in order. */
function ringsOf(...lines: readonly string[]): readonly string[] {
  return findRings(graph(...lines)).map((ring) => ring.toSorted().join(" "));
}

it.each([
  ["nothing", [], []],
  ["one that stands alone", ["a:"], ["a"]],
  ["one that leads to itself", ["a: a"], ["a"]],
  ["a chain, its end first", ["a: b", "b: c", "c:"], ["c", "b", "a"]],
  ["two ways to one end, which comes first and once", ["a: b c", "b: d", "c: d", "d:"], ["d", "b", "c", "a"]],
  ["a ring, whole", ["a: b", "b: c", "c: a"], ["a b c"]],
  ["two rings that share a node", ["a: b c", "b: a", "c: a"], ["a b c"]],
  ["two rings on one way", ["a: b", "b: a c", "c: d", "d: c"], ["c d", "a b"]],
  ["a ring that is met after what it leads to", ["x:", "a: b x", "b: a"], ["x", "a b"]],
  ["a way back that is not to the start", ["a: b", "b: c", "c: b d", "d:"], ["d", "b c", "a"]],
  ["a link that leads out of the graph", ["a: b z", "b:"], ["b", "a"]],
])("finds %s", (_, lines, expected) => {
  expect(ringsOf(...lines)).toEqual(expected);
});

it("takes a way that is longer than the stack is high", () => {
  const chain = Array.from({ length: 50_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]] as const);
  expect(findRings(new Map(chain))).toHaveLength(50_000);
  const ring = new Map<string, readonly string[]>([...chain, ["n50000", ["n0"]]]);
  expect(findRings(ring).map(({ length }) => length)).toEqual([50_001]);
});
