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
