import { join } from "node:path";
import { expect, it } from "vitest";
import { openSurface } from "../../../generator/diff/client/open-surface.ts";
import { parseType } from "../../../generator/diff/client/parse-type.ts";
import { printType } from "../../../generator/diff/client/print-type.ts";
import { readerWithin } from "../../../generator/disk.ts";
import { loadSpec } from "../../../generator/load/load-spec.ts";
import { buildModel } from "../../../generator/model/build-model.ts";
import { buildNames } from "../../../generator/names/build-names.ts";
import { configOf, golden, stories } from "../../stories.ts";

it.each([
  ['"a" | "b" | (string & {}) | null', '"a" | "b" | string | null'],
  ["(number | bigint)[]", "(number | bigint)[]"],
  ["[string, (number | null)?, ...boolean[]]", "[string, number | null?, ...boolean[]]"],
  ['{\n/** Words; "more". */\nname?: string;\n"odd key": Order;\n}', "{ name?: string; odd key: Order }"],
  ["{ readonly readonly?: true; readonly auth?: string }", "{ readonly?: true; auth?: string }"],
  ["{ [name: string]: unknown }", "{ [name: string]: unknown }"],
  ["Record<string, never>", "{ [name: string]: never }"],
  ['Omit<Order, "a" | "b"> & { a: -1.5 }', 'Omit<Order, "a" | "b"> & { a: -1.5 }'],
  [
    "ApiResponse<200, Order> | ApiResponse<404, undefined>",
    "ApiResponse<200, Order> | ApiResponse<404, undefined>",
  ],
  ["`image/${string}`", "`image/${string}`"],
  ["1e21 | 5n | true", "1e+21 | 5n | true"],
])("reads %s", (text, told) => {
  expect(printType(parseType(text))).toBe(told);
});

it.each(["(a: string) => void", '"', "{ a", "[a", "a b", "", "typeof a"])("takes %s for a name", (text) => {
  expect(parseType(text)).toEqual({ kind: "name", name: text, args: [] });
});

it.each(stories)("reads everything that is printed for %s", (story) => {
  const { value } = loadSpec("spec/openapi.yaml", readerWithin(join(golden, story)));
  if (value === undefined) return;
  const api = buildModel(value);
  const surface = openSurface(api, buildNames(api).value, configOf(story));
  const types = [...surface.types.values(), ...surface.calls.map(({ promise }) => ({ type: promise }))];
  const whole = JSON.stringify(types.map(({ type }) => plain(type())));
  const named = [...whole.matchAll(/"kind":"name","name":"([^"]*)"/g)].map(([, name = ""]) => name);
  expect(named.filter((name) => !/^[\w$\p{L}]+$/u.test(name))).toEqual([]);
});

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, plain(member)]));
}
