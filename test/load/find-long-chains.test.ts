import { expect, it } from "vitest";
import { loadSpec } from "../../generator/load/load-spec.ts";

/** The complaints about parameters of which each refers to the next, so many times, and these beside them. */
function complaintsOf(hops: number, ...others: readonly string[]): readonly string[] {
  const refers = (to: string | number): string => `{ $ref: "#/components/parameters/P${to}" }`;
  const lines = [
    "P0: { name: a, in: query, schema: {} }",
    ...Array.from({ length: hops }, (_, index) => `P${index + 1}: ${refers(index)}`),
    ...others,
  ];
  const body = lines.map((line) => `    ${line}\n`).join("");
  const text = `openapi: 3.1.0\ninfo: { title: A, version: "1" }\ncomponents:\n  parameters:\n${body}`;
  return loadSpec("openapi.yaml", () => text).diagnostics.map(
    ({ code, place, message }) => `${place.pointer} ${code}: ${message}`,
  );
}

it("takes a hundred references one after the other", () => {
  expect(complaintsOf(100)).toEqual([]);
});

it("complains once of more, at the first of the longest chain", () => {
  const said = "The $ref leads to a $ref, that to another, and so on 103 times; 100 is the most.";
  const other = 'Q: { $ref: "#/components/parameters/P101" }';
  expect(complaintsOf(103, other)).toEqual([`/components/parameters/P103/$ref too-many-references: ${said}`]);
});

it("leaves circles, and what leads into them, to others", () => {
  const circle = Array.from(
    { length: 200 },
    (_, index) => `C${index}: { $ref: "#/components/parameters/C${index === 0 ? 99 : index - 1}" }`,
  );
  expect(complaintsOf(1, ...circle).map((line) => line.split(" ")[1])).toEqual(["endless-reference:"]);
});
