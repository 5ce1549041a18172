import { expect, test } from "vitest";
import { SdkError } from "../../templates/runtime/errors.ts";
import type { Operation, ParameterWriter } from "../../templates/runtime/operation.ts";
import { pathSimple } from "../../templates/runtime/parameters.ts";
import { writeParameters } from "../../templates/runtime/request.ts";
import { pathLabel, pathMatrix, pathMatrixExploded, reserved } from "../../templates/runtime/styles.ts";
import { getOrder } from "./server.ts";

function expand(value: unknown, write?: ParameterWriter): string {
  const parameter = write
    ? { in: "path" as const, name: "orderId", write }
    : { in: "path" as const, name: "orderId" };
  return writeParameters({ ...getOrder, parameters: [parameter] }, new Map([["orderId", value]])).path;
}

test.each([
  ["a/b", "/orders/a%2Fb"],
  ["$&$1", "/orders/%24%26%241"],
  ["...", "/orders/..."],
  [" ", "/orders/%20"],
  [0, "/orders/0"],
  [false, "/orders/false"],
  [["a", "b"], "/orders/a,b"],
])("%j", (value, path) => {
  expect(expand(value)).toBe(path);
});

test.each([
  "",
  ".",
  "..",
  "%2e",
  "%2E%2e",
  ".%2E",
  "%2e.",
  undefined,
  null,
  [],
  {},
  [""],
  ["."],
  [".."],
  [null],
])("refuses %j", (value) => {
  expect(() => expand(value)).toThrow(SdkError);
  expect(() => expand(value)).toThrow(
    'orderId must not be missing, empty, "." or ".." (getOrder: GET /orders/{orderId})',
  );
});

test.each<[string, ParameterWriter, unknown]>([
  ["a label that makes ..", pathLabel, "."],
  ["an empty label", pathLabel, ""],
  ["an empty matrix", pathMatrix, ""],
  ["an encoded dot that passes", reserved(pathSimple), "%2e%2E"],
])("refuses %s", (_case, write, value) => {
  expect(() => expand(value, write)).toThrow(SdkError);
});

test.each([
  [undefined, "/orders/a%2Fb"],
  [null, "/orders/a%2Fb"],
  ["c", "/orders/c"],
])("takes the default of a path for %j", (value, path) => {
  const parameter = { in: "path" as const, name: "orderId", default: "a/b" };
  const written = writeParameters({ ...getOrder, parameters: [parameter] }, new Map([["orderId", value]]));
  expect(written.path).toBe(path);
});

test("reserved keeps the value inside its segment", () => {
  expect(expand("a:b/../c?d#e", reserved(pathSimple))).toBe("/orders/a:b%2F..%2Fc%3Fd%23e");
});

test("a parameter may stand twice, beside others and under another field", () => {
  const operation: Operation = {
    id: "compare",
    method: "GET",
    path: "/{a}/x{a}-{b}{c}",
    parameters: [
      { in: "path", name: "a" },
      { in: "query", name: "b" },
      { in: "path", name: "b", field: "pathB" },
      { in: "path", name: "c", write: pathMatrixExploded },
    ],
  };
  const fields = new Map<string, unknown>(Object.entries({ a: "{b}", b: "query", pathB: 2, c: ["d", "e"] }));
  expect(writeParameters(operation, fields)).toEqual({
    path: "/%7Bb%7D/x%7Bb%7D-2;c=d;c=e",
    pieces: [["query", "b", "b=query"]],
  });
});
