import { expect, it } from "vitest";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { validateSpec } from "../../generator/validate/validate-spec.ts";

function diagnosticsOf(spec: unknown): readonly Diagnostic[] {
  const { value: document } = loadSpec("openapi.json", () => JSON.stringify(spec));
  return document === undefined ? [] : validateSpec(document);
}

const frame = { openapi: "3.1.0", info: { title: "Orders", version: "1" } };
const responses = { "204": { description: "Nothing." } };
const shared = { "200": { $ref: "#/components/responses/Big" } };
const again = { $ref: "#/components/callbacks/Again" };

function range<T>(length: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length }, (_, index) => make(index));
}

it("gives no more hints to whoever slips fifty thousand times", () => {
  const slips = Array.from({ length: 50_000 }, (_, index) => [`server${index}`, []] as const);
  const diagnostics = diagnosticsOf({ ...frame, paths: {}, serverz: [], ...Object.fromEntries(slips) });
  expect(diagnostics).toHaveLength(50_001);
  expect(diagnostics.at(0)?.help).toBe('Did you mean "servers"?');
  expect(diagnostics.at(-1)?.help).toMatch(/^The fields here are /);
});

it("does not repeat an endless path with each of its parameters", () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `{a${index}}`);
  const diagnostics = diagnosticsOf({ ...frame, paths: { [`/${names.join("")}`]: { get: { responses } } } });
  expect(diagnostics).toHaveLength(20_000);
  expect(Math.max(...diagnostics.map(({ message }) => message.length))).toBeLessThan(300);
});

it("counts the operations of a path once, not once for each of them", () => {
  const operations = Array.from({ length: 20_000 }, (_, index) => [`M${index}`, { responses }] as const);
  const paths = { "/{a}": { additionalOperations: Object.fromEntries(operations) } };
  expect(diagnosticsOf({ ...frame, openapi: "3.2.0", paths }).map(({ code }) => code)).toEqual([
    "undeclared-path-parameter",
  ]);
});

it("counts what stands behind a reference in each place that refers to it", () => {
  const properties = Object.fromEntries(range(1000, (index) => [`p${index}`, { type: "string" }] as const));
  const big = { description: "Big.", content: { "application/json": { schema: { properties } } } };
  const specOf = (count: number): object => ({
    ...frame,
    paths: Object.fromEntries(
      range(count, (index) => [`/a${index}`, { get: { responses: shared } }] as const),
    ),
    components: { responses: { Big: big } },
  });
  expect(diagnosticsOf(specOf(400))).toEqual([]);
  const [only, ...others] = diagnosticsOf(specOf(600));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ code: "spec-too-large", place: { pointer: "/paths" }, on: "key" });
  expect(only?.message).toMatch(/^With every reference followed, the paths hold 12\d{5} values; 1000000 is/);
});

it("counts a schema as little as often, however many refer to it", () => {
  const properties = Object.fromEntries(range(1000, (index) => [`p${index}`, { type: "string" }] as const));
  const schema = { $ref: "#/components/schemas/Big" };
  const operation = {
    responses: { "200": { description: "Big.", content: { "application/json": { schema } } } },
  };
  const paths = Object.fromEntries(range(2000, (index) => [`/a${index}`, { get: operation }] as const));
  const spec = { ...frame, paths, components: { schemas: { Big: { type: "object", properties } } } };
  expect(diagnosticsOf(spec)).toEqual([]);
});

it("finds an end where what is called back calls back again", () => {
  const callback = { "{$request.body#/url}": { post: { responses, callbacks: { a: again, b: again } } } };
  const paths = { "/a": { post: { responses, callbacks: { a: again } } } };
  expect(diagnosticsOf({ ...frame, paths, components: { callbacks: { Again: callback } } })).toEqual([]);
});
