import { expect, it } from "vitest";
import { checkComposition } from "../../generator/values/check-composition.ts";
import { apiOf, type Schema } from "./spec.ts";

const ref = (name: string | number): Schema => ({ $ref: `#/components/schemas/${name}` });

/** Schemas S0, S1 and so on, each made of the one before it. */
function chain(length: number, make: (before: Schema, index: number) => Schema): Record<string, Schema> {
  const steps = Array.from(
    { length },
    (_, index) => [`S${index + 1}`, make(ref(`S${index}`), index)] as const,
  );
  return { S0: { type: "string" }, ...Object.fromEntries(steps) };
}

/** Schemas that are each made of all of them. */
function tangle(length: number, keyword: string): Record<string, Schema> {
  const all = Array.from({ length }, (_, index) => ref(`T${index}`));
  return Object.fromEntries(all.map((_, index) => [`T${index}`, { [keyword]: all }]));
}

function complaintsOf(schemas: Record<string, Schema>): readonly string[] {
  return checkComposition(apiOf({ components: { schemas } })).map(
    ({ code, place, message }) => `${place.pointer} ${code}: ${message}`,
  );
}

it.each([
  ["a long chain", chain(120, (before) => ({ allOf: [before, { type: "string" }] }))],
  ["a chain of members", chain(2000, (before) => ({ properties: { a: before, b: before } }))],
  ["a chain of items", chain(2000, (before) => ({ type: "array", items: before }))],
  ["a small tangle", tangle(20, "oneOf")],
  ["a wide union", { A: { oneOf: Array.from({ length: 50_000 }, () => ({ type: "string" })) } }],
])("takes %s", (_, schemas) => {
  expect(complaintsOf(schemas)).toEqual([]);
});

const levels = (depth: number): string =>
  `schema-too-deep: This schema is made of another, that of another, and so on for ${depth} levels; 300 is the most.`;
const parts = (size: string, share: string): string =>
  `schema-too-large: With every allOf, oneOf and anyOf written out, the schemas have ${size} parts, this one ${share} of them; 1000000 is the most.`;

it("points at the first schema that is too deep", () => {
  const [first, ...others] = complaintsOf(chain(5000, (before) => ({ allOf: [before, { minLength: 1 }] })));
  expect(first).toBe(`/components/schemas/S150 ${levels(301)}`);
  expect(others).toEqual([]);
});

it("counts the levels inside of each schema, too", () => {
  const nested = (before: Schema): Schema => ({ not: { not: { not: { not: before } } } });
  expect(complaintsOf(chain(100, nested))[0]).toMatch(/^\/components\/schemas\/S60 schema-too-deep/);
});

it("points at the schema that has the most parts", () => {
  const double = chain(60, (before) => ({ oneOf: [before, before] }));
  const [first, ...others] = complaintsOf(double);
  expect(first).toBe(`/components/schemas/S60 ${parts("countless", "countless")}`);
  expect(others).toEqual([]);
  const [smaller] = complaintsOf(chain(18, (before) => ({ oneOf: [before, before] })));
  expect(smaller).toBe(`/components/schemas/S18 ${parts("2097091", "1048573")}`);
});

it.each(["allOf", "oneOf", "anyOf"])("takes no tangle of %s", (keyword) => {
  expect(complaintsOf(tangle(150, keyword))[0]).toMatch(/ schema-too-(?:large|deep): /);
});
