import { expect, test, vi } from "vitest";
import { apiKey, bearer, oneScheme } from "../../templates/runtime/auth.ts";
import { SdkError } from "../../templates/runtime/errors.ts";
import { jsonBody } from "../../templates/runtime/json.ts";
import { optional } from "../../templates/runtime/media.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { cookieForm, headerSimple, queryForm } from "../../templates/runtime/parameters.ts";
import { inCookie, inHeader, inPath, inQuery } from "../../templates/runtime/places.ts";
import { pathMatrix, queryFormJoined, queryJson, querystringText } from "../../templates/runtime/styles.ts";
import { call, core, openTransport } from "../../templates/runtime/transport.ts";
import {
  always,
  describe,
  elsewhere,
  getOrder,
  json,
  listOrders,
  nowhere,
  open,
  rejection,
  serve,
} from "./server.ts";

const search: Operation = {
  id: "search",
  method: "POST",
  path: "/{shop}/orders",
  parameters: [
    { in: inPath, name: "shop", write: pathMatrix },
    { in: inQuery, name: "page_size", field: "pageSize" },
    { in: inQuery, name: "tag", write: queryForm },
    { in: inQuery, name: "sort", write: queryFormJoined },
    { in: inHeader, name: "X-Tenant", field: "xTenant", write: headerSimple },
    { in: inCookie, name: "session" },
    { in: inCookie, name: "flags", write: cookieForm },
  ],
  body: optional(jsonBody),
  accept: "application/json",
};

test("every part of a request is where it belongs", async () => {
  const server = await serve(json(200, { ok: true }));
  const data = await call(open(server), search, {
    shop: "a b",
    pageSize: 25,
    tag: ["x&y", "z"],
    sort: ["name", "date"],
    xTenant: ["t1", "t2"],
    session: "s 1",
    flags: { a: 1 },
    body: { text: "hi" },
    unknown: "left out",
  });
  expect(data).toEqual({ ok: true });
  expect(server.received).toMatchObject([
    {
      method: "POST",
      url: "/;shop=a%20b/orders?page_size=25&tag=x%26y&tag=z&sort=name,date",
      body: '{"text":"hi"}',
      headers: {
        accept: "application/json",
        "content-type": "application/json",
        "x-tenant": "t1,t2",
        cookie: "session=s%201; a=1",
      },
    },
  ]);
});

test("what is absent is left out", async () => {
  const server = await serve(always(204));
  await call(open(server), search, {
    shop: "a",
    pageSize: undefined,
    tag: null,
    sort: [],
    xTenant: undefined,
  });
  expect(server.received[0]).toMatchObject({ url: "/;shop=a/orders", body: "" });
  expect(Object.keys(server.received[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(["cookie"]));
  expect(server.received[0]?.headers).not.toHaveProperty("x-tenant");
  expect(server.received[0]?.headers).not.toHaveProperty("content-type");
});

test("null is left out whatever the style", async () => {
  const server = await serve(always(204));
  const operation: Operation = { ...listOrders, parameters: [{ in: inQuery, name: "q", write: queryJson }] };
  await call(open(server), operation, { q: null });
  await call(open(server), operation, { q: { a: null } });
  expect(server.received.map(({ url }) => url)).toEqual(["/orders", "/orders?q=%7B%22a%22%3Anull%7D"]);
});

test("zero, false and the empty text are values", async () => {
  const server = await serve(always(204));
  await call(open(server), search, { shop: 0, pageSize: 0, tag: false, sort: "" });
  expect(server.received[0]?.url).toBe("/;shop=0/orders?page_size=0&tag=false&sort=");
});

test("a whole query string", async () => {
  const server = await serve(always(204));
  const form: Operation = { ...listOrders, parameters: [{ in: inQuery, name: "q", write: queryForm }] };
  await call(open(server), form, { q: { a: 1, b: ["x", "y"] } });
  const text: Operation = {
    ...listOrders,
    parameters: [{ in: inQuery, name: "q", write: querystringText }],
  };
  await call(open(server), text, { q: "a=1&b" });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/orders?a=1&b=%5B%22x%22%2C%22y%22%5D",
    "/orders?a=1&b",
  ]);
});

test("prototype names are fields only where the caller's object has them", async () => {
  const server = await serve(always(204));
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const operation: Operation = { ...listOrders, parameters: names.map((name) => ({ in: inQuery, name })) };
  await call(open(server), operation, {});
  await call(open(server), operation, { ["__proto__"]: "a", constructor: "b" });
  expect(server.received.map(({ url }) => url)).toEqual(["/orders", "/orders?__proto__=a&constructor=b"]);
  const path: Operation = {
    ...getOrder,
    path: "/{constructor}",
    parameters: [{ in: inPath, name: "constructor" }],
  };
  expect(await rejection(call(open(server), path, {}))).toBeInstanceOf(SdkError);
});

test("headers: the call's over the parameters' over the client's over our own; null takes away", async () => {
  const server = await serve(always(204));
  const settings = {
    auth: "t",
    headers: {
      ACCEPT: "text/plain",
      "x-tenant": "client",
      "x-a": "client",
      "x-b": "client",
      "user-agent": null,
    },
  };
  const api = { authorize: oneScheme("Token", bearer), userAgent: "test/1" };
  const transport = open(server, settings, api);
  const operation = { ...search, security: [["Token"]] };
  await call(transport, operation, { shop: "a", xTenant: "parameter" });
  const headers = { "X-Tenant": "call", "x-a": null, "x-b": undefined, Authorization: "Own o" };
  await call(transport, operation, { shop: "a", xTenant: "parameter" }, { headers });
  const [first, second] = server.received.map((request) => request.headers);
  expect(first).toMatchObject({
    accept: "text/plain",
    "x-tenant": "parameter",
    "x-a": "client",
    authorization: "Bearer t",
  });
  expect(first?.["user-agent"]).not.toBe("test/1");
  expect(second).toMatchObject({ "x-tenant": "call", "x-b": "client", authorization: "Own o" });
  expect(second).not.toHaveProperty("x-a");
});

test("cookies of parameters, credentials and the client's headers travel together", async () => {
  const server = await serve(always(204));
  const api = { authorize: oneScheme("Key", apiKey("cookie", "key")) };
  const transport = open(server, { auth: "k", headers: { "x-a": "1" } }, api);
  await call(transport, { ...search, security: [["Key"]] }, { shop: "a", session: "s" });
  expect(server.received[0]?.headers.cookie).toBe("key=k; session=s");
});

test("accept can be chosen", async () => {
  const server = await serve(always(204));
  await call(open(server), { ...listOrders, accept: "application/json, text/csv" }, { accept: "text/csv" });
  await call(open(server), { ...listOrders, accept: "application/json, text/csv" }, {});
  expect(server.received.map(({ headers }) => headers.accept)).toEqual([
    "text/csv",
    "application/json, text/csv",
  ]);
});

test("the user agent is ours, but a browser keeps its own", async () => {
  const server = await serve(always(204));
  const transport = open(server, {}, { userAgent: "orders/1" });
  await call(transport, listOrders, {});
  vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" });
  await call(transport, listOrders, {});
  vi.stubGlobal("navigator", { userAgent: "Node.js/22" });
  await call(transport, listOrders, {});
  vi.unstubAllGlobals();
  expect(server.received.map(({ headers }) => headers["user-agent"] === "orders/1")).toEqual([
    true,
    false,
    true,
  ]);
});

test("a query stands in no message", async () => {
  const server = await serve(json(400, { message: "no" }));
  const api = { authorize: oneScheme("Key", apiKey("query", "key")) };
  const operation: Operation = {
    ...listOrders,
    security: [["Key"]],
    parameters: [{ in: inQuery, name: "q" }],
  };
  const error = await rejection(call(open(server, { auth: "secret" }, api), operation, { q: "private" }));
  expect(server.received[0]?.url).toBe("/orders?key=secret&q=private");
  expect(error).toMatchObject({ message: "400 Bad Request: no (listOrders: GET /orders)" });
});

test("redirects are followed as fetch does", async () => {
  const server = await serve((response, { url }) => {
    if (url === "/orders") response.writeHead(302, { location: "/elsewhere" }).end();
    else json(200, url)(response, server.received[0] ?? expect.fail());
  });
  expect(await call(open(server), listOrders, {})).toBe("/elsewhere");
});

test("a fetch of the caller's is called bare, with all that a request needs", async () => {
  const seen: unknown[] = [];
  const options = {
    headers: { "x-a": "1" },
    fetch: function (this: unknown, ...args: Parameters<typeof fetch>): Promise<Response> {
      seen.push(this, ...args);
      return Promise.resolve(Response.json({ from: "own" }));
    },
  };
  const transport = openTransport({ ...nowhere, servers: [{ url: "https://a.example/v1" }] }, options);
  expect(await call(transport, getOrder, { orderId: "1" })).toEqual({ from: "own" });
  expect(seen[0]).toBeUndefined();
  expect(seen[1]).toBe("https://a.example/v1/orders/1");
  expect(seen[2]).toMatchObject({ method: "GET", body: null, signal: expect.any(AbortSignal) });
});

test("the global fetch is looked up at each call", async () => {
  const transport = openTransport(elsewhere);
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json("stub")));
  expect(await call(transport, listOrders, undefined)).toBe("stub");
  vi.unstubAllGlobals();
});

test("options are taken as they are when the transport is opened", async () => {
  const server = await serve(always(204));
  const options = { baseUrl: server.url, headers: { "x-a": "1" } };
  const transport = openTransport(nowhere, options);
  options.baseUrl = "http://127.0.0.1:1";
  await call(transport, listOrders, {});
  expect(server.received).toHaveLength(1);
});

test("an object with the transport's core is a transport", async () => {
  const server = await serve(always(204));
  const client = { ...open(server), orders: {} };
  expect(Object.getOwnPropertySymbols(client)).toEqual([core]);
  await call(client, listOrders, {});
  expect(server.received).toHaveLength(1);
});

test.each<[string, () => Promise<unknown>]>([
  ["a getter that throws", () => call(openTransport(nowhere), listOrders, throwing("a"))],
  ["options whose getter throws", () => call(openTransport(elsewhere), listOrders, {}, throwing("signal"))],
  [
    "a writer that throws",
    () =>
      call(openTransport(elsewhere), search, {
        shop: 1,
        tag: Symbol("x"),
        pageSize: new Date(Number.NaN),
      }),
  ],
  [
    "a body that cannot be written",
    () =>
      call(openTransport(elsewhere), search, {
        shop: 1,
        body: 1n,
      }),
  ],
  ["no server", () => call(openTransport(nowhere), listOrders, {})],
  ["no transport", () => call(JSON.parse("null"), listOrders, {})],
  ["no operation", () => call(openTransport(nowhere), JSON.parse("null"), {})],
  ["text for params", () => call(openTransport(nowhere), getOrder, JSON.parse('"1"'))],
])("%s rejects and does not throw", async (_case, act) => {
  const promise = act();
  expect(promise).toBeInstanceOf(Promise);
  expect(await rejection(promise)).toBeInstanceOf(Error);
});

function throwing(field: string): object {
  return Object.defineProperty({}, field, {
    enumerable: true,
    get: () => {
      throw new Error("getter");
    },
  });
}

test("the call starts when it is made", async () => {
  const server = await serve(always(204));
  const promise = call(open(server), listOrders, {});
  await vi.waitFor(() => expect(server.received).toHaveLength(1));
  await promise;
});

test("a description is not changed by being used", async () => {
  const server = await serve(always(204));
  const api = Object.freeze(describe(server, { servers: Object.freeze([{ url: server.url }]) }));
  const operation = Object.freeze({ ...getOrder });
  await call(openTransport(api, Object.freeze({})), operation, Object.freeze({ orderId: "1" }));
  expect(operation).toEqual(getOrder);
});
