import { expect, test } from "vitest";
import { bigintJson } from "../../templates/runtime/bigint-json.ts";
import { ApiError } from "../../templates/runtime/errors.ts";
import type { Int64s, Operation } from "../../templates/runtime/operation.ts";
import { call } from "../../templates/runtime/transport.ts";
import { json, listOrders, open, rejection, serve, always } from "./server.ts";

const long: Int64s = "int64";

function read(plan: Int64s, text: string): unknown {
  return bigintJson(text, new Response(), { ...listOrders, int64s: { 200: plan } });
}

const tree: Int64s = { fields: { id: long, next: () => tree } };
// Nothing of the kind comes from a spec that is right; one that is wrong must not hang.
const knot: Int64s = [() => knot, long];

test.each<[string, Int64s, string, unknown]>([
  ["an integer", long, "9007199254740993", 9007199254740993n],
  ["a short integer", long, "-7", -7n],
  ["an integer with an exponent", long, "1e3", 1000n],
  ["null", long, "null", null],
  ["a text", long, '"9007199254740993"', "9007199254740993"],
  ["a number with a fraction", long, "1.5", 1.5],
  ["items", { items: long }, "[1,[2],9007199254740993]", [1n, [2], 9007199254740993n]],
  ["a tuple", { prefix: [[], long], items: [] }, "[1,2,3]", [1, 2n, 3]],
  ["the rest of a tuple", { prefix: [[]], items: long }, "[1,2,3]", [1, 2n, 3n]],
  ["fields", { fields: { a: long } }, '{"a":1,"b":1}', { a: 1n, b: 1 }],
  ["other fields", { fields: { a: [] }, rest: long }, '{"a":1,"b":1}', { a: 1, b: 1n }],
  ["fields by pattern", { patterns: { "^i": long } }, '{"i1":1,"x":1}', { i1: 1n, x: 1 }],
  ["fields by pattern first", { patterns: { "^i": [] }, rest: long }, '{"i1":1,"x":1}', { i1: 1, x: 1n }],
  ["a model inside of itself", tree, '{"id":1,"next":{"id":2,"x":3}}', { id: 1n, next: { id: 2n, x: 3 } }],
  ["an alias of itself", knot, "1", 1n],
  ["several parts", [{ fields: { a: long } }, { fields: { b: long } }], '{"a":1,"b":2}', { a: 1n, b: 2n }],
  [
    "the branch that it is",
    { when: ["k", "x", "y"], then: { fields: { a: long } } },
    '{"k":"y","a":1}',
    { k: "y", a: 1n },
  ],
  [
    "another branch",
    { when: ["k", "x"], then: { fields: { a: long } } },
    '{"k":"z","a":1}',
    { k: "z", a: 1 },
  ],
  [
    "a branch told by a number",
    { when: ["k", "1"], then: { fields: { a: long } } },
    '{"k":1,"a":1}',
    { k: 1, a: 1n },
  ],
  [
    "texts with quotes and digits",
    { fields: { a: long } },
    String.raw`{"s\\":"\"12345678901234567\\","a":12345678901234567}`,
    { "s\\": '"12345678901234567\\', a: 12345678901234567n },
  ],
  [
    "names of prototypes",
    { fields: { ["__proto__"]: long, constructor: long } },
    '{"__proto__":1,"constructor":2,"toString":3}',
    Object.fromEntries([
      ["__proto__", 1n],
      ["constructor", 2n],
      ["toString", 3],
    ]),
  ],
])("reads %s", (_case, plan, text, value) => {
  expect(read(plan, text)).toStrictEqual(value);
});

test("leaves the prototype alone", () => {
  const value = Object(read({ rest: long }, '{"__proto__":{"a":1}}'));
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.hasOwn(value, "__proto__")).toBe(true);
});

test("refuses another integer that no number holds, and shows it", () => {
  const plan: Int64s = { fields: { a: long } };
  expect(() => read(plan, '{"a":1,"b":9007199254740993}')).toThrow("9007199254740993 is beyond");
  expect(() => read(plan, "{")).toThrow(SyntaxError);
});

test("reads long texts", () => {
  const text = `{"long":${JSON.stringify('x\\"'.repeat(3_000_000))},"end":12345678901234567}`;
  expect(read({ fields: { end: long } }, text)).toMatchObject({ end: 12345678901234567n });
});

test.each([
  [200, { 200: long }, 1n],
  [201, { "2XX": long }, 1n],
  [202, { default: long }, 1n],
  [202, { 200: long }, 1],
  [203, { 203: [], default: long }, 1],
])("%i is read as %j says", (status, int64s, value) => {
  expect(bigintJson("1", new Response(null, { status }), { ...listOrders, int64s })).toBe(value);
});

test("a call reads its answer and its errors", async () => {
  const operation: Operation = {
    ...listOrders,
    json: bigintJson,
    jsonError: bigintJson,
    int64s: { 200: { fields: { id: long } }, "4XX": { fields: { code: long } } },
  };
  const good = open(await serve(json(200, { id: 7, code: 7 })));
  expect(await call(good, operation, {})).toEqual({ id: 7n, code: 7 });
  const bad = open(await serve(json(404, { id: 7, code: 7 })));
  const error = await rejection(call(bad, operation, {}));
  if (!(error instanceof ApiError)) return expect.fail("It is no ApiError.");
  expect(error.body).toEqual({ id: 7, code: 7n });
  const page = open(await serve(always(404, "<p>Sorry", { "content-type": "text/html" })));
  expect(await rejection(call(page, operation, {}))).toMatchObject({ body: "<p>Sorry" });
});
