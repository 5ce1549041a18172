import { expect, test } from "vitest";
import { apiKey, bearer, oneScheme } from "../../templates/runtime/auth.ts";
import { ConnectionError, TimeoutError } from "../../templates/runtime/errors.ts";
import { call, openTransport } from "../../templates/runtime/transport.ts";
import type { Answer } from "./server.ts";
import {
  always,
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
  unusedPort,
} from "./server.ts";

const token = { authorize: oneScheme("Token", bearer) };

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

interface Fault {
  readonly answer: Answer;
  /** The error's, or `undefined` where the call resolves with `data`. */
  readonly name?: string;
  readonly told?: string;
  readonly data?: unknown;
  /** How often GET and POST arrive. */
  readonly sent: readonly [number, number];
}

const faults: Readonly<Record<string, Fault>> = {
  "a connection reset before the headers": {
    answer: (response) => void response.socket?.resetAndDestroy(),
    name: "ConnectionError",
    sent: [3, 1],
  },
  "a connection reset after the headers": {
    answer: (response) => {
      response.writeHead(200, { "content-length": "9" }).flushHeaders();
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    },
    name: "ConnectionError",
    sent: [3, 1],
  },
  "a body cut off": { answer: cut, name: "ConnectionError", told: "No whole answer from", sent: [3, 1] },
  "no answer": { answer: silent, name: "TimeoutError", sent: [3, 1] },
  "a body that stands still": { answer: slow, name: "TimeoutError", told: "within 90 ms", sent: [3, 1] },
  "a body shorter than it says": {
    answer: (response) => {
      response.strictContentLength = false;
      response.writeHead(200, { "content-length": "8", connection: "close" }).end("[1]");
    },
    name: "ConnectionError",
    sent: [3, 1],
  },
  "a body longer than it says": {
    answer: always(200, "[1,2,3]", { "content-length": "3", connection: "close" }),
    name: "DecodeError",
    sent: [1, 1],
  },
  "chunks without an end": {
    answer: (response) => {
      response.writeHead(200, { "transfer-encoding": "chunked" });
      response.write("[1]", () => response.destroy());
    },
    name: "ConnectionError",
    sent: [3, 1],
  },
  "JSON cut off": { answer: always(200, '[{"a":1},'), name: "DecodeError", sent: [1, 1] },
  "what is no JSON": { answer: always(200, "pong"), name: "DecodeError", sent: [1, 1] },
  "markup for JSON": {
    answer: always(200, "<html>Sign in</html>", { "content-type": "text/html" }),
    name: "DecodeError",
    told: "200 OK: unexpected body",
    sent: [1, 1],
  },
  "a page that tells of an error": {
    answer: always(502, "<html>Bad gateway</html>", { "content-type": "text/html" }),
    name: "ServerError",
    told: "502 Bad Gateway (list",
    sent: [3, 1],
  },
  "a success without a body": { answer: always(200), data: undefined, sent: [1, 1] },
  "an error without a body": { answer: always(500), name: "ServerError", sent: [3, 1] },
  "JSON under a wrong name": {
    answer: always(200, "[1]", { "content-type": "image/png" }),
    data: [1],
    sent: [1, 1],
  },
  "a body in a coding that it is not in": {
    answer: always(200, "[1]", { "content-encoding": "gzip" }),
    name: "ConnectionError",
    sent: [3, 1],
  },
  "hints before the answer": {
    answer: (response, request) => {
      response.writeEarlyHints({ link: "</a>; rel=preload" });
      json(200, [1])(response, request);
    },
    data: [1],
    sent: [1, 1],
  },
  "an answer that is none": {
    answer: (response) => void response.socket?.end("HELLO\r\n\r\n"),
    name: "ConnectionError",
    sent: [3, 1],
  },
  "a redirect to nowhere": { answer: always(302), name: "ApiError", told: "302 Found", sent: [1, 1] },
  "a date to wait for that is long gone": {
    answer: json(503, {}, { "retry-after": new Date(0).toUTCString() }),
    name: "ServerError",
    sent: [3, 1],
  },
  "a date to wait for of a clock an hour ahead": {
    answer: json(503, {}, { "retry-after": new Date(Date.now() + 3_600_000).toUTCString() }),
    name: "ServerError",
    sent: [1, 1],
  },
};

test.each(Object.entries(faults))("%s", async (_case, { answer, name, told = "", data, sent }) => {
  hurry();
  const server = await serve(answer);
  const transport = open(server, { timeout: 90 });
  for (const method of ["GET", "POST"]) {
    const promise = call(transport, { ...listOrders, method }, {});
    if (name === undefined) expect(await promise).toEqual(data);
    else expect(await rejection(promise)).toMatchObject({ name, message: expect.stringContaining(told) });
  }
  const arrived = ["GET", "POST"].map((method) => server.received.filter((one) => one.method === method));
  expect(arrived.map((some) => some.length)).toEqual(sent);
});

test("a wait for a date that is long gone is a usual one", async () => {
  const waits = hurry();
  const headers = { "retry-after": new Date(0).toUTCString() };
  await rejection(call(open(await serve(json(503, {}, headers))), listOrders, {}));
  expect(waits).toHaveLength(2);
});

test("continue before the answer does no harm that is not told", async () => {
  const server = await serve((response, request) => {
    response.writeContinue();
    json(200, [1])(response, request);
  });
  // Some platforms take an answer of 100 that nobody has asked for as a broken connection.
  const outcome = await call(open(server, { maxRetries: 0 }), listOrders, {}).catch(
    (error: Error) => error.name,
  );
  expect([[1], "ConnectionError"]).toContainEqual(outcome);
});

test("redirects in a circle end, and are not walked again", async () => {
  const server = await serve(always(302, "", { location: "/orders" }));
  const error = await rejection(call(open(server), listOrders, {}));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(server.received.length).toBeLessThan(30);
});

test("a redirect to another origin takes no bearer token and no cookie along", async () => {
  const other = await serve(json(200, "other"));
  const server = await serve(always(307, "", { location: `${other.url}/orders` }));
  const transport = open(server, { auth: "secret", headers: { cookie: "a=secret" } }, token);
  expect(await call(transport, listOrders, {})).toBe("other");
  expect(server.received[0]?.headers.authorization).toBe("Bearer secret");
  expect(JSON.stringify(other.received)).not.toContain("secret");
});
