import { expect, test } from "vitest";
import { apiKey, oneScheme } from "../../templates/runtime/auth.ts";
import { inQuery } from "../../templates/runtime/places.ts";
import { call } from "../../templates/runtime/transport.ts";
import { always, listOrders, open, rejection, serve } from "./server.ts";

test("a query of the call's own stands behind that of the spec", async () => {
  const server = await serve(always(204));
  const operation = { ...listOrders, parameters: [{ in: inQuery, name: "a" }] };
  await call(open(server), operation, { a: 1 }, { query: { "b c": "d&e", f: "" } });
  await call(open(server), operation, {}, { query: { b: "1" } });
  await call(open(server), operation, {}, { query: {} });
  const api = { authorize: oneScheme("Key", apiKey("query", "key")) };
  await call(open(server, { auth: "k" }, api), operation, { a: 1 }, { query: { b: "1" } });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/orders?a=1&b+c=d%26e&f=",
    "/orders?b=1",
    "/orders",
    "/orders?key=k&a=1&b=1",
  ]);
});

test("what fetch takes beside a request: the call's over the client's, and never the request itself", async () => {
  const seen: (RequestInit | undefined)[] = [];
  const server = await serve(always(204));
  const settings = {
    fetchOptions: {
      cache: "no-store",
      credentials: "include",
      method: "PUT",
      body: "x",
      headers: { a: "1" },
    },
    fetch: (url: string, init?: RequestInit): Promise<Response> => {
      seen.push(init);
      return fetch(url, init);
    },
  };
  const controller = new AbortController();
  const fetchOptions = { credentials: "omit", signal: controller.signal };
  await call(open(server, settings), listOrders, {}, { fetchOptions });
  expect(seen[0]).toMatchObject({ cache: "no-store", credentials: "omit", method: "GET", body: null });
  expect(seen[0]?.signal).not.toBe(controller.signal);
  expect(server.received[0]?.headers).not.toHaveProperty("a");
});

test("default headers are the client's headers, which win", async () => {
  const server = await serve(always(204));
  const settings = { defaultHeaders: { "x-a": "default", "x-b": "default" }, headers: { "X-A": "own" } };
  await call(open(server, settings), listOrders, {});
  await call(open(server, settings), listOrders, {}, { headers: { "x-b": null } });
  expect(server.received[0]?.headers).toMatchObject({ "x-a": "own", "x-b": "default" });
  expect(server.received[1]?.headers).not.toHaveProperty("x-b");
});

test("an app says who it is at the end of the user agent", async () => {
  const server = await serve(always(204));
  const api = { userAgent: "orders/1" };
  await call(open(server, { appInfo: "my-app/1.2" }, api), listOrders, {});
  await call(open(server, {}, api), listOrders, {});
  expect(server.received.map(({ headers }) => headers["user-agent"])).toEqual([
    "orders/1 my-app/1.2",
    "orders/1",
  ]);
});

test("an app whose name no header can carry is told so", async () => {
  const server = await serve(always(204));
  const error = await rejection(call(open(server, { appInfo: "a\nb" }), listOrders, {}));
  expect(error).toMatchObject({
    name: "SdkError",
    message: "Bad header user-agent (listOrders: GET /orders)",
  });
  expect(server.received).toHaveLength(0);
});
