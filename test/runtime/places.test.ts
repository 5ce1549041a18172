import { expect, test } from "vitest";
import type { Draft } from "../../templates/runtime/draft.ts";
import { SdkError } from "../../templates/runtime/errors.ts";
import type { Parameter, ParameterWriter } from "../../templates/runtime/operation.ts";
import { pathSimple, queryForm } from "../../templates/runtime/parameters.ts";
import { inCookie, inHeader, inPath, inQuery } from "../../templates/runtime/places.ts";
import {
  pathLabel,
  pathMatrix,
  pathMatrixExploded,
  reserved,
  reservedInPath,
} from "../../templates/runtime/styles.ts";
import { call } from "../../templates/runtime/transport.ts";
import { always, getOrder, open, serve } from "./server.ts";

function draft(path = "/orders/{orderId}"): Draft {
  return { id: "getOrder", method: "GET", path, query: "", base: "", body: null, headers: new Headers() };
}

function expand(value: unknown, write?: ParameterWriter): string {
  const made = draft();
  inPath(made, { in: inPath, name: "orderId", ...(write && { write }) }, value);
  return made.path;
}

test.each([
  ["a/b", "/orders/a%2Fb"],
  ["$&$1", "/orders/%24%26%241"],
  ["...", "/orders/..."],
  [" ", "/orders/%20"],
  [0, "/orders/0"],
  [false, "/orders/false"],
  [new Date(0), "/orders/1970-01-01T00%3A00%3A00.000Z"],
])("a path takes %j", (value, path) => {
  expect(expand(value)).toBe(path);
});

test("a path takes a list that has a style", () => {
  expect(expand(["a", "b"], pathSimple)).toBe("/orders/a,b");
});

test.each(["", ".", "..", "%2e", "%2E%2e", ".%2E", "%2e.", undefined, null, [], [""], ["."], [".."]])(
  "a path refuses %j",
  (value) => {
    expect(() => expand(value)).toThrow(SdkError);
    expect(() => expand(value)).toThrow('Give orderId, not "." or ".." (getOrder: GET /orders/{orderId})');
  },
);

test.each<[string, ParameterWriter, unknown]>([
  ["an empty list", pathSimple, []],
  ["an empty object", pathSimple, {}],
  ["a list of nothing", pathSimple, [null]],
  ["a label that makes ..", pathLabel, "."],
  ["an empty label", pathLabel, ""],
  ["an empty matrix", pathMatrix, ""],
  ["an encoded dot that passes", reserved(pathSimple), "%2e%2E"],
  ["another that passes", reservedInPath(pathSimple), ".%2E"],
])("a path refuses %s", (_case, write, value) => {
  expect(() => expand(value, write)).toThrow(SdkError);
});

test.each([
  [undefined, "/orders/a%2Fb"],
  [null, "/orders/a%2Fb"],
  ["c", "/orders/c"],
])("takes the default of a path for %j", async (value, url) => {
  const server = await serve(always(204));
  const parameter: Parameter = { in: inPath, name: "orderId", default: "a/b" };
  await call(open(server), { ...getOrder, parameters: [parameter] }, { orderId: value });
  expect(server.received[0]?.url).toBe(url);
});

test("reserved keeps the value inside its segment", () => {
  expect(expand("a:b/../c?d#e", reservedInPath(pathSimple))).toBe("/orders/a:b%2F..%2Fc%3Fd%23e");
});

test("a parameter may stand twice, beside others and under another field", () => {
  const made = draft("/{a}/x{a}-{b}{c}");
  inPath(made, { in: inPath, name: "a" }, "{b}");
  inQuery(made, { in: inQuery, name: "b" }, "query");
  inPath(made, { in: inPath, name: "b", field: "pathB" }, 2);
  inPath(made, { in: inPath, name: "c", write: pathMatrixExploded }, ["d", "e"]);
  expect(made).toMatchObject({ path: "/%7Bb%7D/x%7Bb%7D-2;c=d;c=e", query: "?b=query" });
});

test("a dollar that passes means nothing of its own", () => {
  expect(expand("$$a$'b", reserved(pathSimple))).toBe("/orders/$$a$'b");
});

test("a refused path names the field of the caller", () => {
  expect(() => inPath(draft(), { in: inPath, name: "orderId", field: "id" }, "")).toThrow("Give id, not");
});

test("a query grows pair by pair, and nothing adds nothing", () => {
  const made = draft();
  const some: readonly (readonly [string, unknown])[] = [
    ["a", "x&y"],
    ["none", undefined],
    ["nothing", null],
    ["zero", 0],
    ["empty", ""],
    ["list", ["1", "2"]],
    ["emptyList", []],
  ];
  for (const [name, value] of some) {
    inQuery(made, { in: inQuery, name, ...(Array.isArray(value) && { write: queryForm }) }, value);
  }
  expect(made.query).toBe("?a=x%26y&zero=0&empty=&list=1&list=2");
});

test("headers and cookies: an empty text is sent, an empty list is not", () => {
  const made = draft();
  const list: ParameterWriter = (_name, value) => Object.values(Object(value)).join(",");
  inHeader(made, { in: inHeader, name: "x-text" }, "");
  inHeader(made, { in: inHeader, name: "x-zero" }, 0);
  inHeader(made, { in: inHeader, name: "x-list", write: list }, []);
  inHeader(made, { in: inHeader, name: "x-null", write: list }, null);
  inHeader(made, { in: inHeader, name: "x-none" }, undefined);
  inCookie(made, { in: inCookie, name: "a" }, "1;2");
  inCookie(made, { in: inCookie, name: "b" }, null);
  inCookie(made, { in: inCookie, name: "c" }, "");
  expect([...made.headers]).toEqual([
    ["cookie", "a=1%3B2; c="],
    ["x-text", ""],
    ["x-zero", "0"],
  ]);
});

test("a header that HTTP cannot carry is refused, its value untold", () => {
  const act = (): void => inHeader(draft(), { in: inHeader, name: "x-a" }, "secret\n");
  // The platform takes white space at the end away.
  expect(act).not.toThrow();
  expect(() => inHeader(draft(), { in: inHeader, name: "x-a" }, "a\nsecret")).toThrow(
    /^Bad header x-a \(getOrder: GET \/orders\/\{orderId\}\)$/,
  );
});
