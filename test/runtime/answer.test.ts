import { expect, expectTypeOf, test } from "vitest";
import type { ApiPromise, ApiResponse } from "../../templates/runtime/api-promise.ts";
import { DecodeError } from "../../templates/runtime/errors.ts";
import { exactJson } from "../../templates/runtime/int64.ts";
import { readAs, readNothing, takeBytes } from "../../templates/runtime/media.ts";
import type { AnswerKind, Operation } from "../../templates/runtime/operation.ts";
import type { Transport } from "../../templates/runtime/transport.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import { always, getOrder, json, listOrders, open, rejection, serve } from "./server.ts";

async function data(answer: Answer, operation: Operation = listOrders): Promise<unknown> {
  return call(open(await serve(answer)), operation, {});
}

/** Whatever it says it is. */
const various: Operation = { ...listOrders, take: takeBytes, as: ["bytes", "json", "text"], read: readAs };

/** As the generator describes it: JSON needs no word, and bytes are read only where there may be some. */
function described(...as: readonly AnswerKind[]): Operation {
  const [kind, ...others] = as;
  if (kind === "json" && others.length === 0) return listOrders;
  const isBinary = as.some((one) => one === "bytes" || one === "any");
  return { ...listOrders, ...(isBinary ? { take: takeBytes } : {}), as, read: readAs };
}

const typed = (type: string, body: string, status = 200): Answer =>
  always(status, body, { "content-type": type });

test.each([
  ["application/json", '{"a":1}', { a: 1 }],
  ["application/json; charset=utf-8", "[1]", [1]],
  ["Application/JSON ;x=y", "null", null],
  ["text/json", "false", false],
  ["application/problem+json", '""', ""],
  ["text/plain", '{"a":1}', '{"a":1}'],
  ["text/html; charset=utf-8", "<p>ü", "<p>ü"],
  ["text/json-lines", "1\n2", "1\n2"],
  ["application/xml", "<a/>", "<a/>"],
  ["image/svg+xml", "<svg/>", "<svg/>"],
])("%s is read as it says", async (type, body, value) => {
  expect(await data(typed(type, body), various)).toEqual(value);
  const { take: _, ...textual } = various;
  expect(await data(typed(type, body), textual)).toEqual(value);
});

test.each<[readonly AnswerKind[], string, string, unknown]>([
  [["json"], "application/hal+json", '{"a":1}', { a: 1 }],
  [["json"], "", '{"a":1}', { a: 1 }],
  // A server that labels all it says in the same way is understood where only JSON is described.
  [["json"], "text/plain", '{"a":1}', { a: 1 }],
  [["text"], "text/plain", "a,b", "a,b"],
  [["bytes"], "application/octet-stream", "ab", expect.any(Blob)],
  [["text", "json"], "application/json", '"a"', "a"],
  [["text", "json"], "", "a", "a"],
  [["any"], "image/svg+xml", "<svg/>", expect.any(Blob)],
  [["any"], "application/json", "{}", expect.any(Blob)],
])("%j takes %s", async (as, type, body, value) => {
  expect(await data(typed(type, body), described(...as))).toEqual(value);
});

test.each<[readonly AnswerKind[], string]>([
  [["json", "text"], "application/octet-stream"],
  [["text"], "application/json"],
  [["bytes"], "text/html"],
  [["bytes", "json"], "text/plain"],
])("%j rejects a success that is %s", async (as, type) => {
  const operation = described(...as);
  const error = await rejection(data(typed(type, "<p>Sign in"), operation));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({
    status: 200,
    text: "<p>Sign in",
    message: `200 OK: unexpected body: the API describes no ${type} here (listOrders: GET /orders)`,
  });
  expect(await data(typed(type, ""), operation)).toBeUndefined();
});

test.each([
  "application/octet-stream",
  "image/png",
  "application/json-seq",
  "application/x-ndjson",
  "application/pdf",
])("%s is bytes", async (type) => {
  const blob = await data(typed(type, "ab"), described("json", "bytes"));
  if (!(blob instanceof Blob)) return expect.fail("It is no Blob.");
  expect([blob.type, await blob.text()]).toEqual([type, "ab"]);
});

test.each<[readonly AnswerKind[], unknown]>([
  [["json"], { a: 1 }],
  [["json", "text"], { a: 1 }],
  [["text", "json"], '{"a":1}'],
  [["bytes"], expect.any(Blob)],
  [["bytes", "json"], expect.any(Blob)],
])("without a media type, %j decides", async (as, value) => {
  expect(await data(always(200, '{"a":1}'), described(...as))).toEqual(value);
});

test("what is described as nothing is nothing, whatever comes", async () => {
  const operation: Operation = { ...listOrders, read: readNothing };
  expect(await data(json(200, { a: 1 }), operation)).toBeUndefined();
  expect(await data(typed("text/html", "<p>"), operation)).toBeUndefined();
  expect(await rejection(data(json(404, { message: "no" }), operation))).toMatchObject({
    body: { message: "no" },
  });
});

test.each([200, 201, 202, 203, 206, 226, 299])("%i is a success", async (status) => {
  const response = await call(open(await serve(json(status, { a: 1 }))), listOrders, {}).withResponse();
  expect(response).toMatchObject({ status, data: { a: 1 } });
});

test.each<[string, Answer, Operation]>([
  ["204", always(204), listOrders],
  ["204 where bytes are expected", always(204), described("bytes")],
  ["205", always(205), listOrders],
  ["200 without a body", always(200, "", { "content-length": "0" }), listOrders],
  ["empty JSON", typed("application/json", ""), listOrders],
  ["empty text", typed("text/plain", ""), described("text")],
  ["empty bytes", typed("image/png", ""), described("bytes")],
  ["empty bytes of any kind", typed("image/png", ""), described("any")],
  ["HEAD", typed("application/json", '{"a":1}'), { ...listOrders, method: "HEAD" }],
])("%s is undefined", async (_case, answer, operation) => {
  expect(await data(answer, operation)).toBeUndefined();
});

test("withResponse tells of the whole answer", async () => {
  const server = await serve(json(201, { a: 1 }, { "x-trace": "abc", "x-rate": "9" }));
  const promise = call(open(server, {}, { correlationHeaders: ["x-request", "x-trace"] }), listOrders, {});
  const { status, headers, response, correlationId, ...rest } = await promise.withResponse();
  expect([status, correlationId, rest]).toEqual([201, "abc", { data: { a: 1 } }]);
  expect(headers.get("x-rate")).toBe("9");
  expect(response).toBeInstanceOf(Response);
  expect(await promise).toEqual({ a: 1 });
  expect(server.received).toHaveLength(1);
});

test("without a correlation header there is no id", async () => {
  const server = await serve(json(200, 1));
  expect(await call(open(server), listOrders, {}).withResponse()).toHaveProperty("correlationId", undefined);
  const named = open(server, {}, { correlationHeaders: ["x-trace"] });
  expect(await call(named, listOrders, {}).withResponse()).toHaveProperty("correlationId", undefined);
});

test.each([
  ["text that is none", "<html>Sorry</html>"],
  ["JSON cut off", '{"a":'],
])("a success whose JSON is %s rejects with DecodeError", async (_case, body) => {
  const server = await serve(always(200, body, { "content-type": "application/json", "x-trace": "abc" }));
  const error = await rejection(call(open(server, {}, { correlationHeaders: ["x-trace"] }), listOrders, {}));
  if (!(error instanceof DecodeError)) return expect.fail("It is no DecodeError.");
  expect(error).toMatchObject({ status: 200, text: body, operationId: "listOrders", correlationId: "abc" });
  expect(error.headers.get("x-trace")).toBe("abc");
  expect(error.cause).toBeInstanceOf(SyntaxError);
  expect(error.message).toMatch(
    /^200 OK: unexpected body: .+ \(listOrders: GET \/orders; correlation id abc\)$/,
  );
});

test("a DecodeError keeps the text short", async () => {
  const error = await rejection(data(typed("application/json", "x".repeat(10_000))));
  expect(error).toHaveProperty("text", `${"x".repeat(299)}…`);
});

test("an operation's own reader stands in for JSON.parse", async () => {
  const operation = { ...listOrders, json: exactJson };
  expect(await data(json(200, { id: 1 }), operation)).toEqual({ id: 1 });
  const error = await rejection(data(typed("application/json", '{"id":9007199254740993}'), operation));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({
    cause: expect.any(RangeError),
    message: expect.stringContaining("9007199254740993"),
  });
  const either: Operation = { ...operation, as: ["json", "text"], read: readAs };
  const broken = await rejection(data(typed("application/json", "9007199254740993"), either));
  expect(broken).toBeInstanceOf(DecodeError);
  expect(await data(typed("text/plain", "9007199254740993"), either)).toBe("9007199254740993");
});

test("errors have a reader of their own, else JSON.parse", async () => {
  const bad = json(404, { id: 1 });
  const mark = (text: string) => (): unknown => text;
  const operation: Operation = { ...listOrders, json: mark("data") };
  expect(await data(json(200, 1), operation)).toBe("data");
  expect(await rejection(data(bad, operation))).toMatchObject({ body: { id: 1 } });
  expect(await rejection(data(bad, { ...operation, jsonError: mark("error") }))).toMatchObject({
    body: "error",
  });
});

test("types: the data, or the answer told apart by its status", () => {
  interface Order {
    readonly id: string;
  }
  type Responses = ApiResponse<200, Order> | ApiResponse<202, undefined>;
  const typedCall = (transport: Transport): ApiPromise<Order | undefined, Responses> =>
    call(transport, getOrder, { orderId: "1" });
  const narrowed = async (transport: Transport): Promise<void> => {
    const response = await typedCall(transport).withResponse();
    if (response.status === 200) expectTypeOf(response.data).toEqualTypeOf<Order>();
    else expectTypeOf(response.data).toEqualTypeOf<undefined>();
  };
  expectTypeOf(narrowed).returns.resolves.toBeVoid();
  expectTypeOf(typedCall).returns.resolves.toEqualTypeOf<Order | undefined>();
  expectTypeOf(call<Order>).returns.toEqualTypeOf<ApiPromise<Order>>();
});
