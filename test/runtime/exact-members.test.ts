import { expect, it } from "vitest";
import { exactMembers } from "../../templates/runtime/int64.ts";
import type { ParameterWriter } from "../../templates/runtime/operation.ts";
import { pathSimple, queryForm } from "../../templates/runtime/parameters.ts";
import { pathLabelExploded, queryFormJoined } from "../../templates/runtime/styles.ts";
import { formBody } from "../../templates/runtime/urlencoded.ts";

const long = 9_007_199_254_740_993n;

it.each<[ParameterWriter, unknown, string]>([
  [pathSimple, [[long], { a: long }, 1, "b"], "%5B9007199254740993%5D,%7B%22a%22%3A9007199254740993%7D,1,b"],
  [queryForm, { a: [long, 1], b: long }, "a=%5B9007199254740993%2C1%5D&b=9007199254740993"],
  [queryFormJoined, [{ a: long }], "n=%7B%22a%22%3A9007199254740993%7D"],
  [pathLabelExploded, { a: { b: [long] } }, ".a=%7B%22b%22%3A%5B9007199254740993%5D%7D"],
  [queryForm, long, "n=9007199254740993"],
  [queryForm, [null, new Date(0)], "n=1970-01-01T00%3A00%3A00.000Z"],
])("writes bigints inside of members as JSON would: %s of %o", (write, value, text) => {
  expect(exactMembers(write)("n", value)).toBe(text);
});

it("writes the same as the style where nothing lies deeper", () => {
  for (const value of [undefined, null, "a", [1, "b"], { a: 1, b: [2] }]) {
    expect(exactMembers(queryForm)("n", value)).toBe(queryForm("n", value));
  }
});

it("writes them in the lists of a form", () => {
  const { body } = formBody()({ a: [{ b: long }] }, undefined, undefined as never);
  expect(body).toBe("a=%7B%22b%22%3A9007199254740993%7D");
});
