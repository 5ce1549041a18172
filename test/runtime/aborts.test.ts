import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { expect, test, vi } from "vitest";
import { bearer, oneScheme } from "../../templates/runtime/auth.ts";
import { AbortError } from "../../templates/runtime/errors.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { inQuery } from "../../templates/runtime/places.ts";
import { call, openTransport } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import {
  cut,
  elsewhere,
  hurry,
  json,
  listOrders,
  nowhere,
  open,
  rejection,
  serve,
  silent,
  slow,
} from "./server.ts";

const token = { authorize: oneScheme("Token", bearer) };

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

test("aborted while the connection is made", async () => {
  const server = createServer();
  const connected = new Promise<void>((resolve) => server.on("connection", () => resolve()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const baseUrl = `https://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const controller = new AbortController();
  const transport = openTransport(nowhere, { baseUrl });
  const promise = rejection(call(transport, listOrders, {}, { signal: controller.signal }));
  // Nobody answers the handshake.
  await connected;
  controller.abort();
  expect(await promise).toBeInstanceOf(AbortError);
  server.close();
});

test("aborted while it waits to send again", async () => {
  const server = await serve(json(503, {}, { "retry-after": "40" }));
  const controller = new AbortController();
  const promise = rejection(call(open(server), listOrders, {}, { signal: controller.signal }));
  await vi.waitFor(() => expect(server.received).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  controller.abort();
  expect(await promise).toBeInstanceOf(AbortError);
  expect(server.received).toHaveLength(1);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});

test("aborted at any time, a call is not sent again", async () => {
  hurry();
  for (const answer of [silent, slow, cut, json(500, {})]) {
    const controller = new AbortController();
    const server = await serve((response, request) => {
      controller.abort();
      answer(response, request);
    });
    const error = await rejection(call(open(server), listOrders, {}, { signal: controller.signal }));
    expect(error).toBeInstanceOf(AbortError);
    expect(server.received).toHaveLength(1);
  }
});

function deferred(): { promise: Promise<string>; resolve: (value: string) => void } {
  let resolve: (value: string) => void = () => undefined;
  const promise = new Promise<string>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
