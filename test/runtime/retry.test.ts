import { expect, test } from "vitest";
import { AbortError, ApiError, ConnectionError, TimeoutError } from "../../templates/runtime/errors.ts";
import { jsonBody } from "../../templates/runtime/json.ts";
import { optional } from "../../templates/runtime/media.ts";
import { multipartBody } from "../../templates/runtime/multipart.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { inHeader } from "../../templates/runtime/places.ts";
import { binaryBody } from "../../templates/runtime/raw.ts";
import { call, openTransport } from "../../templates/runtime/transport.ts";
import type { CallContext } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import {
  always,
  hurry,
  inTurn,
  json,
  listOrders,
  nowhere,
  open,
  rejection,
  serve,
  unusedPort,
} from "./server.ts";

const addOrder: Operation = { id: "addOrder", method: "POST", path: "/orders", body: optional(jsonBody) };
const good = json(200, "done");
const soon = { "retry-after": "0" };
const silent: Answer = () => undefined;
const reset: Answer = (response) => void response.destroy();
const afterHeaders: Answer = (response) => {
  response.writeHead(200, { "content-length": "100" }).flushHeaders();
  setTimeout(() => response.destroy(), 10);
};
const inBody: Answer = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write("[1,", () => response.destroy());
};

test.each([408, 409, 429, 500, 502, 503, 504])("GET is sent again on %i", async (status) => {
  const waits = hurry();
  const server = await serve(inTurn(json(status, {}), json(status, {}), good));
  expect(await call(open(server), listOrders, {})).toBe("done");
  expect(server.received).toHaveLength(3);
  expect(waits).toHaveLength(2);
});

test.each([400, 403, 404, 422, 501])("GET is sent once on %i", async (status) => {
  const server = await serve(json(status, {}, soon));
  expect(await rejection(call(open(server), listOrders, {}))).toMatchObject({ status });
  expect(server.received).toHaveLength(1);
});

test.each(["PUT", "DELETE", "HEAD", "OPTIONS"])("%s is sent again as GET is", async (method) => {
  const server = await serve(inTurn(always(500, "", soon), always(204)));
  await call(open(server), { ...listOrders, method }, {});
  expect(server.received.map((request) => request.method)).toEqual([method, method]);
});

test.each<[string, number, object]>([
  ["POST", 408, soon],
  ["POST", 409, soon],
  ["POST", 500, soon],
  ["POST", 502, soon],
  ["POST", 503, {}],
  ["POST", 504, soon],
  ["PATCH", 500, soon],
  ["PATCH", 503, {}],
])("%s is sent once on %i with %j", async (method, status, headers) => {
  const server = await serve(json(status, {}, { ...headers }));
  expect(await rejection(call(open(server), { ...addOrder, method }, {}))).toMatchObject({ status });
  expect(server.received).toHaveLength(1);
});

test.each<[string, number, object]>([
  ["POST", 429, {}],
  ["POST", 429, soon],
  ["POST", 503, soon],
  ["PATCH", 429, {}],
  ["PATCH", 503, soon],
])("%s is sent again on %i with %j", async (method, status, headers) => {
  hurry();
  const server = await serve(inTurn(json(status, {}, { ...headers }), good));
  expect(await call(open(server), { ...addOrder, method }, { body: { a: 1 } })).toBe("done");
  expect(server.received).toMatchObject([{ body: '{"a":1}' }, { body: '{"a":1}' }]);
});

test.each<[string, Parameters<typeof call>[2], Parameters<typeof call>[3], object]>([
  ["as a parameter", { key: "k1" }, {}, {}],
  ["as a header of the call", {}, { headers: { "Idempotency-Key": "k1" } }, {}],
  ["as a header of the client", {}, {}, { headers: { "IDEMPOTENCY-KEY": "k1" } }],
])(
  "POST with an Idempotency-Key %s is sent again, with the same key",
  async (_case, params, options, settings) => {
    hurry();
    const operation: Operation = {
      ...addOrder,
      parameters: [{ in: inHeader, name: "Idempotency-Key", field: "key" }],
    };
    const server = await serve(inTurn(json(500, {}), reset, good));
    expect(await call(open(server, settings), operation, params, options)).toBe("done");
    expect(server.received.map(({ headers }) => headers["idempotency-key"])).toEqual(["k1", "k1", "k1"]);
  },
);

test("where nobody listens, POST too is sent again", async () => {
  const waits = hurry();
  const baseUrl = `http://127.0.0.1:${await unusedPort()}`;
  const attempts: (number | undefined)[] = [];
  const counting = (url: string, init?: RequestInit, context?: CallContext): Promise<Response> => {
    attempts.push(context?.attempt);
    return fetch(url, init);
  };
  const error = await rejection(call(openTransport(nowhere, { baseUrl, fetch: counting }), addOrder, {}));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: expect.stringContaining("ECONNREFUSED") });
  expect([attempts, waits.length]).toEqual([[0, 1, 2], 2]);
});

test("POST reaches a server that starts late, once", async () => {
  const port = await unusedPort();
  const starting = new Promise<Awaited<ReturnType<typeof serve>>>((resolve) => {
    setTimeout(() => resolve(serve(good, port)), 50);
  });
  const transport = openTransport(nowhere, { baseUrl: `http://127.0.0.1:${port}` });
  expect(await call(transport, addOrder, { body: 1 })).toBe("done");
  expect((await starting).received).toMatchObject([{ body: "1" }]);
});

test.each([
  ["before the headers", reset],
  ["after the headers", afterHeaders],
  ["in the body", inBody],
])("a connection that breaks %s: GET is sent again, POST is not", async (_case, answer) => {
  const waits = hurry();
  const server = await serve(inTurn(answer, answer, good));
  expect(await call(open(server), listOrders, {})).toBe("done");
  expect([server.received.length, waits.length]).toEqual([3, 2]);
  const other = await serve(inTurn(answer, good));
  expect(await rejection(call(open(other), addOrder, {}))).toBeInstanceOf(ConnectionError);
  expect([other.received.length, waits.length]).toEqual([1, 2]);
});

test("an attempt that takes too long: GET is sent again, POST is not", async () => {
  hurry();
  const server = await serve(inTurn(silent, good));
  expect(await call(open(server, { timeout: 100 }), listOrders, {})).toBe("done");
  expect(server.received).toHaveLength(2);
  const other = await serve(inTurn(silent, good));
  const error = await rejection(call(open(other, { timeout: 100 }), addOrder, {}));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(other.received).toHaveLength(1);
});

test("what never gets better ends with the last error", async () => {
  hurry();
  const server = await serve(inTurn(reset, json(500, { message: "first" }), json(503, { message: "last" })));
  const error = await rejection(call(open(server), listOrders, {}));
  expect(error).toMatchObject({
    status: 503,
    message: "503 Service Unavailable: last (listOrders: GET /orders)",
  });
  expect(server.received).toHaveLength(3);
});

test("a stream is never sent twice", async () => {
  const upload: Operation = { ...addOrder, method: "PUT", body: binaryBody };
  const server = await serve(json(503, {}, soon));
  const body = new Blob(["hi"]).stream();
  expect(await rejection(call(open(server), upload, { body }))).toMatchObject({ status: 503 });
  expect(server.received).toMatchObject([{ body: "hi" }]);
});

test.each<[string, unknown]>([
  ["a text", "hi"],
  ["a blob", new Blob(["hi"])],
  ["bytes", new Uint8Array([104, 105])],
  ["a buffer", new Uint8Array([104, 105]).buffer],
])("%s is sent again whole", async (_case, body) => {
  const upload: Operation = { ...addOrder, method: "PUT", body: binaryBody };
  const server = await serve(inTurn(json(503, {}, soon), json(503, {}, soon), good));
  expect(await call(open(server), upload, { body })).toBe("done");
  expect(server.received.map((request) => request.body)).toEqual(["hi", "hi", "hi"]);
});

test("a form with a file is sent again whole", async () => {
  const upload: Operation = { ...addOrder, body: multipartBody() };
  const server = await serve(inTurn(json(429, {}, soon), good));
  const body = { name: "a", file: new File(["<svg/>"], "me.svg") };
  expect(await call(open(server), upload, { body })).toBe("done");
  expect(server.received).toHaveLength(2);
  for (const request of server.received) {
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(request.body, { headers }).formData();
    const file = form.get("file");
    expect([form.get("name"), file instanceof File && (await file.text())]).toEqual(["a", "<svg/>"]);
  }
});

test("a body is written once, whatever becomes of what it was made of", async () => {
  const body = { a: 1 };
  const server = await serve((response, request) => {
    body.a = 2;
    inTurnOnce(response, request);
  });
  const inTurnOnce = inTurn(json(429, {}, soon), good);
  await call(open(server), addOrder, { body });
  expect(server.received.map((request) => request.body)).toEqual(['{"a":1}', '{"a":1}']);
});

test.each([
  [undefined, undefined, 3],
  [0, undefined, 1],
  [1, undefined, 2],
  [undefined, 0, 1],
  [0, 4, 5],
  [4, 0, 1],
  [-1, undefined, 1],
  [Number.NaN, undefined, 1],
])("maxRetries %s of the client and %s of the call: sent %i times", async (own, calls, times) => {
  const server = await serve(json(503, {}, soon));
  const error = await rejection(
    call(open(server, { maxRetries: own }), listOrders, {}, { maxRetries: calls }),
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(server.received).toHaveLength(times);
});

test("the second wait is longer than the first", async () => {
  const waits = hurry();
  await rejection(call(open(await serve(json(500, {}))), listOrders, {}));
  expect(waits[0]).toBeGreaterThanOrEqual(375);
  expect(waits[0]).toBeLessThanOrEqual(500);
  expect(waits[1]).toBeGreaterThanOrEqual(750);
  expect(waits[1]).toBeLessThanOrEqual(1000);
});

test("Retry-After is obeyed", async () => {
  const times: number[] = [];
  const answers = inTurn(json(503, {}, { "retry-after": "1" }), good);
  const server = await serve((response, request) => {
    times.push(performance.now());
    answers(response, request);
  });
  expect(await call(open(server), addOrder, {})).toBe("done");
  const [first = 0, second = 0] = times;
  expect(second - first).toBeGreaterThan(990);
  expect(second - first).toBeLessThan(5000);
});

test.each(["59", "20"])("a wait of %s seconds is waited", async (seconds) => {
  const waits = hurry();
  const server = await serve(inTurn(json(429, {}, { "retry-after": seconds }), good));
  expect(await call(open(server), listOrders, {})).toBe("done");
  expect(waits).toEqual([Number(seconds) * 1000]);
});

test("a wait of more than a minute is the caller's, who is told", async () => {
  const server = await serve(json(429, {}, { "retry-after": "61" }));
  const error = await rejection(call(open(server), listOrders, {}));
  expect(error).toMatchObject({ name: "RateLimitError", retryAfter: 61_000 });
  expect(server.received).toHaveLength(1);
});

test("an error tells how long the server asks to wait, whatever its status", async () => {
  const server = await serve(json(404, {}, { "retry-after": "7" }));
  expect(await rejection(call(open(server), listOrders, {}))).toMatchObject({ retryAfter: 7000 });
  const other = await serve(json(404, {}));
  expect(await rejection(call(open(other), listOrders, {}))).toHaveProperty("retryAfter", undefined);
});

test("a wait ends when the caller's signal speaks", async () => {
  const server = await serve(json(503, {}, { "retry-after": "50" }));
  const controller = new AbortController();
  const began = performance.now();
  const promise = rejection(call(open(server), listOrders, {}, { signal: controller.signal }));
  setTimeout(() => controller.abort("enough"), 100);
  const error = await promise;
  expect(error).toBeInstanceOf(AbortError);
  expect(error).toMatchObject({ cause: "enough", message: "Aborted (listOrders: GET /orders)" });
  expect(performance.now() - began).toBeLessThan(5000);
  expect(server.received).toHaveLength(1);
});

test("a fetch of the caller's is told which attempt it sends", async () => {
  hurry();
  const server = await serve(inTurn(json(500, {}), reset, good));
  const contexts: unknown[] = [];
  const transport = open(server, {
    fetch: (url, init, context) => {
      contexts.push(context);
      return fetch(url, init);
    },
  });
  await call(transport, listOrders, {});
  expect(contexts).toEqual([0, 1, 2].map((attempt) => ({ operationId: "listOrders", attempt })));
});

test("each attempt has a signal and headers of its own", async () => {
  hurry();
  const seen: RequestInit[] = [];
  const transport = open(await serve(inTurn(silent, good)), {
    timeout: 100,
    fetch: (url, init = {}) => {
      seen.push({ ...init });
      new Headers(init.headers).set("x", "1");
      return fetch(url, init);
    },
  });
  expect(await call(transport, listOrders, {})).toBe("done");
  expect(seen.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
  expect(seen[0]?.headers).not.toBe(seen[1]?.headers);
});
