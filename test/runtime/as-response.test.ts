import { expect, test } from "vitest";
import { ApiError, ConnectionError, TimeoutError } from "../../templates/runtime/errors.ts";
import { takeBytes } from "../../templates/runtime/media.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import { always, inTurn, json, listOrders, open, rejection, serve } from "./server.ts";

/** An answer whose body ends when the test says so. */
function endless(): { readonly answer: Answer; readonly end: () => void } {
  let end = (): void => undefined;
  const answer: Answer = (response) => {
    response.writeHead(200, { "content-type": "application/json", "x-a": "1" });
    response.write("[1,");
    end = () => void response.end("2]");
  };
  return { answer, end: () => end() };
}

test("the answer is there before its body", async () => {
  const { answer, end } = endless();
  const response = await call(open(await serve(answer)), listOrders, {}).asResponse();
  expect(response).toBeInstanceOf(Response);
  expect([response.status, response.headers.get("x-a"), response.bodyUsed]).toEqual([200, "1", false]);
  end();
  expect(await response.json()).toEqual([1, 2]);
});

test("the body may take longer than the answer", async () => {
  const { answer, end } = endless();
  const response = await call(open(await serve(answer)), listOrders, {}, { timeout: 80 }).asResponse();
  setTimeout(end, 200);
  expect(await response.json()).toEqual([1, 2]);
});

test("headers that do not come in time are a timeout", async () => {
  const transport = open(await serve(() => undefined), { timeout: 60, maxRetries: 0 });
  expect(await rejection(call(transport, listOrders, {}).asResponse())).toBeInstanceOf(TimeoutError);
});

test("what is no JSON is the caller's", async () => {
  const server = await serve(always(200, "<p>", { "content-type": "text/html" }));
  const response = await call(open(server), listOrders, {}).asResponse();
  expect(await response.text()).toBe("<p>");
});

test("bytes are the caller's too", async () => {
  const server = await serve(always(200, new Uint8Array([0, 255]), { "content-type": "image/png" }));
  const response = await call(open(server), { ...listOrders, take: takeBytes }, {}).asResponse();
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255]);
});

test("errors reject as ever, their body read", async () => {
  const server = await serve(json(404, { message: "No such order" }));
  const error = await rejection(call(open(server), listOrders, {}).asResponse());
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    name: "NotFoundError",
    message: "404 Not Found: No such order (listOrders: GET /orders)",
    body: { message: "No such order" },
  });
});

test("an error's body that breaks is a connection that breaks", async () => {
  const server = await serve((response) => {
    response.writeHead(404, { "content-length": "100" });
    response.write("a", () => response.destroy());
  });
  const promise = call(open(server, { maxRetries: 0 }), listOrders, {}).asResponse();
  expect(await rejection(promise)).toBeInstanceOf(ConnectionError);
});

test("what passes is sent again", async () => {
  const server = await serve(inTurn(json(503, {}, { "retry-after": "0" }), json(200, "done")));
  const response = await call(open(server), listOrders, {}).asResponse();
  expect(await response.json()).toBe("done");
  expect(server.received).toHaveLength(2);
});

test("asked for together with the data, the body is left to whoever holds the answer", async () => {
  const server = await serve(json(200, { a: 1 }));
  const promise = call(open(server), listOrders, {});
  const [response, data, whole] = await Promise.all([promise.asResponse(), promise, promise.withResponse()]);
  expect([data, whole.data, whole.response]).toEqual([undefined, undefined, response]);
  expect(await response.json()).toEqual({ a: 1 });
  expect(server.received).toHaveLength(1);
});

test("asked for together with the data, both reject with the same error", async () => {
  const promise = call(open(await serve(json(404, {}))), listOrders, {});
  const [raw, data] = await Promise.all([rejection(promise.asResponse()), rejection(promise)]);
  expect(raw).toBeInstanceOf(ApiError);
  expect(raw).toBe(data);
});

test("asked for late, the answer is there and its body is read", async () => {
  const promise = call(open(await serve(json(200, { a: 1 }))), listOrders, {});
  expect(await promise).toEqual({ a: 1 });
  const response = await promise.asResponse();
  expect([response.status, response.bodyUsed]).toEqual([200, true]);
});

test("one call's raw answer says nothing of the next", async () => {
  const transport = open(await serve(json(200, { a: 1 })));
  await call(transport, listOrders, {}).asResponse();
  expect(await call(transport, listOrders, {})).toEqual({ a: 1 });
});
