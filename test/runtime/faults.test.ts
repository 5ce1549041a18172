import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { apiKey, bearer, oneScheme } from "../../templates/runtime/auth.ts";
import { AbortError, ConnectionError, TimeoutError } from "../../templates/runtime/errors.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { inQuery } from "../../templates/runtime/places.ts";
import { call, openTransport } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import { elsewhere, json, listOrders, nowhere, open, rejection, serve, unusedPort } from "./server.ts";

const token = { authorize: oneScheme("Token", bearer) };

const silent: Answer = () => undefined;
const slow: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write("[1,");
};
const cut: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write("[1,", () => response.destroy());
};

test("nobody listens", async () => {
  const baseUrl = `http://127.0.0.1:${await unusedPort()}`;
  const api = { ...nowhere, authorize: oneScheme("Key", apiKey("query", "key")) };
  const transport = openTransport(api, { baseUrl, auth: "secret", maxRetries: 0 });
  const error = await rejection(call(transport, listOrders, {}));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).not.toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({
    message: `No whole answer from ${baseUrl}: ECONNREFUSED (listOrders: GET /orders)`,
    operationId: "listOrders",
    cause: expect.any(TypeError),
  });
});

test.each<[string, Answer]>([
  ["before the headers", (response) => void response.destroy()],
  ["in the middle of the body", cut],
  [
    "in the middle of an error's body",
    (response) => {
      response.writeHead(500, { "content-length": "100" });
      response.write("a", () => response.destroy());
    },
  ],
])("the connection breaks %s", async (_case, answer) => {
  const error = await rejection(call(open(await serve(answer), { maxRetries: 0 }), listOrders, {}));
  expect(error).toMatchObject({ name: "ConnectionError", cause: expect.any(TypeError) });
});

test.each<[string, Answer]>([
  ["before the headers", silent],
  ["in the middle of the body", slow],
])("time is up %s", async (_case, answer) => {
  const server = await serve(answer);
  const told = "No whole answer within 60 ms (listOrders: GET /orders)";
  expect(await rejection(call(open(server, { timeout: 60, maxRetries: 0 }), listOrders, {}))).toMatchObject({
    name: "TimeoutError",
    message: told,
  });
  expect(
    await rejection(
      call(open(server, { timeout: 9000, maxRetries: 0 }), listOrders, {}, { timeout: 60, maxRetries: 0 }),
    ),
  ).toMatchObject({ message: told });
});

test("time is up while the token is awaited", async () => {
  const server = await serve(silent);
  const transport = open(
    server,
    { timeout: 20, maxRetries: 0, auth: () => new Promise(() => undefined) },
    token,
  );
  expect(await rejection(call(transport, listOrders, {}))).toBeInstanceOf(TimeoutError);
});

test("aborted before the call: nothing is asked and nothing sent", async () => {
  const server = await serve(silent);
  let asked = 0;
  const transport = open(server, { auth: () => `${++asked}` }, token);
  const error = await rejection(call(transport, listOrders, {}, { signal: AbortSignal.abort("why") }));
  expect(error).toMatchObject({
    name: "AbortError",
    message: "Aborted (listOrders: GET /orders)",
    cause: "why",
  });
  expect([asked, server.received.length]).toEqual([0, 0]);
});

test("aborted while the token is awaited: nothing is sent, even by a fetch that does not listen", async () => {
  let sent = 0;
  const controller = new AbortController();
  const given = deferred();
  const fetch = async (): Promise<Response> => {
    sent++;
    return Response.json(1);
  };
  const transport = openTransport({ ...elsewhere, ...token }, { fetch, auth: () => given.promise });
  const promise = rejection(call(transport, listOrders, {}, { signal: controller.signal }));
  controller.abort();
  expect(await promise).toBeInstanceOf(AbortError);
  given.resolve("late");
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(sent).toBe(0);
});

test.each<[string, Answer]>([
  ["before the headers", silent],
  ["in the middle of the body", slow],
])("aborted %s", async (_case, answer) => {
  const controller = new AbortController();
  const closed = deferred();
  const server = await serve((response, request) => {
    response.on("close", () => closed.resolve("closed"));
    answer(response, request);
    setTimeout(() => controller.abort(new Error("why")), 30);
  });
  const error = await rejection(call(open(server), listOrders, {}, { signal: controller.signal }));
  expect(error).toMatchObject({ name: "AbortError", cause: new Error("why") });
  expect(await closed.promise).toBe("closed");
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});

test("aborted while a fetch of the caller's does not listen", async () => {
  const controller = new AbortController();
  const fetch = (): Promise<Response> => new Promise(() => undefined);
  const transport = openTransport(elsewhere, { fetch });
  setTimeout(() => controller.abort(), 10);
  expect(await rejection(call(transport, listOrders, {}, { signal: controller.signal }))).toBeInstanceOf(
    AbortError,
  );
});

test("aborted after the end: nothing happens", async () => {
  const controller = new AbortController();
  const promise = call(open(await serve(json(200, 1))), listOrders, {}, { signal: controller.signal });
  expect(await promise).toBe(1);
  controller.abort();
  expect(await promise).toBe(1);
});

test("a signal that lives on collects no listeners", async () => {
  const { signal } = new AbortController();
  const server = await serve((response, request) =>
    json(request.url === "/orders?n=1" ? 500 : 200, 1)(response, request),
  );
  const operation: Operation = { ...listOrders, parameters: [{ in: inQuery, name: "n" }] };
  await Promise.allSettled(
    Array.from({ length: 9 }, (_, n) =>
      call(open(server, { maxRetries: n % 2 }), operation, { n: n % 3 }, { signal }),
    ),
  );
  await rejection(call(openTransport(nowhere), listOrders, {}, { signal }));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test.each([
  [
    "a code",
    new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code: "ENOTFOUND" }) }),
    "ENOTFOUND",
  ],
  ["a message", new TypeError("no body on GET"), "no body on GET"],
  [
    "a message with a URL",
    new TypeError("sending to (http://a.example/?key=secret): refused"),
    "sending to … refused",
  ],
  ["a DOMException, whose code is a number", new DOMException("gone", "AbortError"), "gone"],
])("what a failing fetch says: %s", async (_case, cause, said) => {
  const fetch = (): Promise<Response> => Promise.reject(cause);
  const transport = openTransport(
    { ...nowhere, servers: [{ url: "http://a.example/v1" }] },
    { fetch, maxRetries: 0 },
  );
  expect(await rejection(call(transport, listOrders, {}))).toMatchObject({
    name: "ConnectionError",
    message: `No whole answer from http://a.example/v1: ${said} (listOrders: GET /orders)`,
    cause,
  });
});

test("a fetch that throws at once is a failing fetch", async () => {
  const fetch = (): never => {
    throw new Error("at once");
  };
  const transport = openTransport(elsewhere, { fetch, maxRetries: 0 });
  expect(await rejection(call(transport, listOrders, {}))).toBeInstanceOf(ConnectionError);
});

function deferred(): { promise: Promise<string>; resolve: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
