import { expect, test } from "vitest";
import { exactJson as reader, exactJsonBody, jsonText } from "../../templates/runtime/int64.ts";
import { listOrders } from "./server.ts";

const exactJson = (text: string): unknown => reader(text, new Response(), listOrders);

test.each([
  "9007199254740993",
  "-9007199254740993",
  '{"id":9007199254740993}',
  '[1, {"a": [ 18446744073709551615 ]}]',
  '["\\"", 12345678901234567]',
])("refuses %s", (text) => {
  expect(() => exactJson(text)).toThrow(RangeError);
  expect(() => exactJson(text)).toThrow("beyond what a number holds");
});

test("refuses an integer beyond all numbers", () => {
  expect(() => exactJson(`1${"0".repeat(400)}`)).toThrow(RangeError);
});

test("says which integer", () => {
  expect(() => exactJson("[9007199254740993]")).toThrow("9007199254740993 is beyond");
});

test.each([
  "9007199254740992",
  "-9007199254740991",
  "1152921504606846976",
  "0.12345678901234567890",
  "12345678901234567.5",
  "1234567890123456789e3",
  "1e-9007199254740993",
  '"9007199254740993"',
  '{"9007199254740993":"\\\\"}',
  '"a\\"9007199254740993\\""',
  "null",
])("reads %s as JSON.parse does", (text) => {
  expect(exactJson(text)).toEqual(JSON.parse(text));
});

test("refuses what is not JSON", () => {
  expect(() => exactJson("{")).toThrow(SyntaxError);
});

test("reads long texts", () => {
  const text = `{"long":${JSON.stringify('x\\"'.repeat(3_000_000))},"end":12345678901234560,"fraction":0.${"1".repeat(3_000_000)}}`;
  expect(exactJson(text)).toMatchObject({ end: 12345678901234560 });
});

test("writes bigints as digits", () => {
  const body = { id: 2n ** 63n - 1n, list: [1n, "1"], nested: { small: -1n } };
  expect(exactJsonBody(body, "application/json", listOrders)).toEqual({
    body: '{"id":9223372036854775807,"list":[1,"1"],"nested":{"small":-1}}',
    contentType: "application/json",
  });
});

test.each([
  [null],
  ['a"\u2028'],
  [1.5],
  [Number.NaN],
  [[undefined, () => 1, null]],
  [Array(2)],
  [{ a: undefined, b: Symbol("c"), d: new Date(0), e: { toJSON: () => ({ f: 1 }) }, 'g"': {} }],
  [{ constructor: 1, ["__proto__"]: 2 }],
])("writes anything else as JSON.stringify does: %j", (value) => {
  expect(jsonText(value)).toBe(JSON.stringify(value));
});
