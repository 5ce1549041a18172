import { expect, test, vi } from "vitest";
import { apiKey, schemes } from "../../templates/runtime/auth.ts";
import { ConnectionError } from "../../templates/runtime/errors.ts";
import { jsonBody } from "../../templates/runtime/json.ts";
import { keepingKeys } from "../../templates/runtime/key-redirects.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import type { Fetch, Settings } from "../../templates/runtime/options.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Answer, TestServer } from "./server.ts";
import { always, inTurn, json, listOrders, open, rejection, serve } from "./server.ts";

const get: Operation = { ...listOrders, security: [["key"]] };
const post: Operation = { ...get, method: "POST", body: jsonBody };

/** Calls with the key as the generated transport does. */
function callWithKey(server: TestServer, operation = get, settings: Settings = {}): Promise<unknown> {
  const authorize = schemes({ key: apiKey("header", "X-Key") });
  const auth = { key: "secret" };
  const fetch = keepingKeys(settings.fetch, "X-Key");
  const transport = open(server, { maxRetries: 0, auth, ...settings, fetch }, { authorize });
  return call(transport, operation, { body: operation.body && [1] });
}

const to = (location: string, status = 302): Answer => always(status, "moved", { location });
const keysAt = ({ received }: TestServer): readonly unknown[] =>
  received.map(({ headers }) => headers["x-key"]);

test("a key in a header stays where it was sent", async () => {
  const other = await serve(json(200, "other"));
  const server = await serve(to(`${other.url}/b`));
  const headers = { cookie: "a=b", authorization: "c", "x-other": "d" };
  expect(await callWithKey(server, get, { headers })).toBe("other");
  expect([keysAt(server), keysAt(other)]).toEqual([["secret"], [undefined]]);
  expect(other.received[0]).toMatchObject({ url: "/b", headers: { "x-other": "d" } });
  expect(other.received[0]?.headers).not.toHaveProperty("cookie");
  expect(other.received[0]?.headers).not.toHaveProperty("authorization");
});

test("a key does not come along by way of its own origin, nor back to it", async () => {
  const server = await serve((response, request) =>
    (request.url === "/end" ? json(200, "end") : inFirst)(response, request),
  );
  const other = await serve(to(`${server.url}/end`));
  const inFirst = inTurn(to("/second", 307), to(other.url, 308));
  expect(await callWithKey(server)).toBe("end");
  expect(keysAt(server)).toEqual(["secret", "secret", undefined]);
  expect(keysAt(other)).toEqual([undefined]);
});

test.each([
  [301, "POST", "GET"],
  [302, "POST", "GET"],
  [303, "POST", "GET"],
  [303, "PUT", "GET"],
  [302, "PUT", "PUT"],
  [307, "POST", "POST"],
  [308, "POST", "POST"],
])("%s of a %s ends in a %s with the key", async (status, method, then) => {
  const server = await serve(inTurn(to("next?a=b", status), json(200, 1)));
  expect(await callWithKey(server, { ...post, method })).toBe(1);
  const keeps = method === then;
  expect(server.received[1]).toMatchObject({ method: then, url: "/next?a=b", body: keeps ? "[1]" : "" });
  expect(server.received[1]?.headers["content-type"]).toBe(keeps ? "application/json" : undefined);
  expect(keysAt(server)).toEqual(["secret", "secret"]);
});

test("a HEAD stays one", async () => {
  const server = await serve(inTurn(to("/next", 303), always(200)));
  await callWithKey(server, { ...get, method: "HEAD" });
  expect(server.received.map(({ method }) => method)).toEqual(["HEAD", "HEAD"]);
});

test.each([
  [always(304, "", { location: "/b" }), 304],
  [always(302), 302],
])("what leads nowhere is the answer: %o", async (answer, status) => {
  const server = await serve(answer);
  expect(await rejection(callWithKey(server))).toMatchObject({ status });
  expect(server.received).toHaveLength(1);
});

test("a circle of redirects ends", async () => {
  const server = await serve(to("/again"));
  const error = await rejection(callWithKey(server));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: expect.stringContaining("redirect count exceeded") });
  expect(server.received).toHaveLength(21);
});

test("a caller who wants redirects otherwise has them so, and so has a call without the key", async () => {
  const server = await serve(inTurn(to("/b"), to("/c"), json(200, 1)));
  const manual = callWithKey(server, get, { fetchOptions: { redirect: "manual" } });
  expect(await rejection(manual)).toMatchObject({ status: 302 });
  const inner = vi.fn<Fetch>((input, init) => fetch(input, init));
  expect(await callWithKey(server, { ...get, security: [] }, { fetch: inner })).toBe(1);
  expect(inner).toHaveBeenCalledOnce();
  expect(inner.mock.calls[0]?.[1]).not.toHaveProperty("redirect");
});

test("each request is told which call it belongs to", async () => {
  const server = await serve(inTurn(to("/b"), json(200, 1)));
  const inner = vi.fn<Fetch>((input, init) => fetch(input, init));
  await callWithKey(server, get, { fetch: inner });
  expect(inner.mock.calls.map(([, , context]) => context)).toEqual(
    [1, 2].map(() => ({ operationId: "listOrders", attempt: 0 })),
  );
});

test("a browser, which tells nothing of a redirect, follows none with a key", async () => {
  // What a browser answers to a request whose redirects are manual; no other platform makes one.
  const opaque = Object.defineProperty(new Response(), "type", { value: "opaqueredirect" });
  const server = await serve(json(200, 1));
  const error = await rejection(callWithKey(server, get, { fetch: async () => opaque }));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: expect.stringContaining("let baseUrl be where it leads") });
});
