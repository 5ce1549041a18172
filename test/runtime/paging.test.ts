import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import type { ApiResponse } from "../../templates/runtime/api-promise.ts";
import { bearer, oneScheme } from "../../templates/runtime/auth.ts";
import { AbortError, NotFoundError, SdkError, TimeoutError } from "../../templates/runtime/errors.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import type { CallOptions } from "../../templates/runtime/options.ts";
import { byLink, byUri } from "../../templates/runtime/paging-addresses.ts";
import { byCursor, byOffset, byPage } from "../../templates/runtime/paging-parameters.ts";
import type { NextPage, PagePromise } from "../../templates/runtime/paging.ts";
import { callPages } from "../../templates/runtime/paging.ts";
import { inHeader, inPath, inQuery } from "../../templates/runtime/places.ts";
import type { Transport } from "../../templates/runtime/transport.ts";
import { type Answer, hurry, inTurn, json, open, rejection, serve, type TestServer } from "./server.ts";

type Body = { readonly items?: readonly number[]; readonly [key: string]: unknown };

const listOrders: Operation = {
  id: "listOrders",
  method: "GET",
  path: "/shops/{shop}/orders",
  parameters: [
    { in: inPath, name: "shop" },
    { in: inQuery, name: "state" },
    { in: inQuery, name: "page" },
    { in: inQuery, name: "offset" },
    { in: inQuery, name: "after_id", field: "afterId" },
    { in: inHeader, name: "x-tenant", field: "tenant" },
  ],
  accept: "application/json",
};

const given = { shop: "a b", state: "open", tenant: "t" };

function list(
  transport: Transport,
  next: NextPage,
  params: object = given,
  options?: CallOptions,
): PagePromise<Body, number, ApiResponse<number, Body>> {
  return callPages(transport, listOrders, params, options, { items: ["items"], next });
}

/** Answers with each body once; what goes on after the last is a fault of ours. */
function answers(...bodies: readonly unknown[]): Answer {
  return inTurn(...bodies.map((body) => json(200, body)), json(500, "one too many"));
}

async function collect<T>(iterable: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const one of iterable) found.push(one);
  return found;
}

function queries({ received }: TestServer): readonly string[] {
  return received.map(({ url }) => url.replace(/^\/shops\/a%20b\/orders/, ""));
}

const byNumber = byPage({
  field: "page",
  number: ["page"],
  pages: ["pages"],
  total: ["total"],
  more: ["more"],
});
const byUrl = byUri(["next"]);
const byId = byCursor({ field: "afterId", next: ["meta", "next"] });

test.each<readonly [string, NextPage, readonly unknown[], readonly string[], readonly number[]]>([
  [
    "page numbers, until the count of pages",
    byNumber,
    [
      { items: [1, 2], pages: 2 },
      { items: [3], pages: 2 },
    ],
    ["?state=open", "?state=open&page=2"],
    [1, 2, 3],
  ],
  [
    "page numbers, until there are as many items as there are",
    byNumber,
    [
      { items: [1, 2], total: 3 },
      { items: [3], total: 3 },
    ],
    ["?state=open", "?state=open&page=2"],
    [1, 2, 3],
  ],
  [
    "page numbers, until there are no more",
    byNumber,
    [
      { items: [1], more: true },
      { items: [2], more: false },
    ],
    ["?state=open", "?state=open&page=2"],
    [1, 2],
  ],
  [
    "page numbers, until a page is empty, though another one is short",
    byNumber,
    [{ items: [1, 2] }, { items: [3] }, { items: [4, 5] }, { items: [] }],
    ["?state=open", "?state=open&page=2", "?state=open&page=3", "?state=open&page=4"],
    [1, 2, 3, 4, 5],
  ],
  [
    "page numbers from 0, where the first page says so",
    byNumber,
    [
      { items: [1], page: 0, pages: 2 },
      { items: [2], page: 1, pages: 2 },
    ],
    ["?state=open", "?state=open&page=1"],
    [1, 2],
  ],
  [
    "page numbers from 0, where the spec says so",
    byPage({ field: "page", start: 0, pages: ["pages"] }),
    [
      { items: [1], pages: 2 },
      { items: [2], pages: 2 },
    ],
    ["?state=open", "?state=open&page=1"],
    [1, 2],
  ],
  ["one page of none", byNumber, [{ items: [], pages: 0 }], ["?state=open"], []],
  ["no list where one should be", byNumber, [{}], ["?state=open"], []],
  [
    "offsets, by what the pages really hold",
    byOffset({ field: "offset" }),
    [{ items: [1, 2, 3] }, { items: [4] }, { items: [] }],
    ["?state=open", "?state=open&offset=3", "?state=open&offset=4"],
    [1, 2, 3, 4],
  ],
  [
    "offsets, until the total",
    byOffset({ field: "offset", total: ["total"] }),
    [
      { items: [1, 2, 3], total: 4 },
      { items: [4], total: 4 },
    ],
    ["?state=open", "?state=open&offset=3"],
    [1, 2, 3, 4],
  ],
  [
    "cursors, empty pages included",
    byId,
    [
      { items: [1], meta: { next: "a&b" } },
      { items: [], meta: { next: "c" } },
      { items: [2], meta: { next: null } },
    ],
    ["?state=open", "?state=open&after_id=a%26b", "?state=open&after_id=c"],
    [1, 2],
  ],
  [
    "cursors, until there are no more",
    byCursor({ field: "afterId", last: [], more: ["more"] }),
    [
      { items: [1, 7], more: true },
      { items: [8], more: false },
    ],
    ["?state=open", "?state=open&after_id=7"],
    [1, 7, 8],
  ],
  [
    "addresses relative to the server",
    byUrl,
    [{ items: [1], next: "/shops/a%20b/orders?c=1&state=open" }, { items: [], next: "?c=2" }, { items: [2] }],
    ["?state=open", "?c=1&state=open", "?c=2"],
    [1, 2],
  ],
  ["addresses that are empty", byUrl, [{ items: [1], next: "" }], ["?state=open"], [1]],
])("%s", async (_, next, bodies, urls, items) => {
  const server = await serve(answers(...bodies));
  expect(await collect(list(open(server), next))).toEqual(items);
  expect(queries(server)).toEqual(urls);
  // Whatever asks for a page, the caller's headers go with it.
  expect(server.received.map(({ headers }) => headers["x-tenant"])).toEqual(urls.map(() => "t"));
});

test("pages from the middle count those before", async () => {
  const server = await serve(answers({ items: [5], pages: 3, total: 3 }, { items: [6], pages: 3, total: 3 }));
  expect(await list(open(server), byNumber, { ...given, page: "2" }).toArray()).toEqual([5, 6]);
  expect(queries(server)).toEqual(["?state=open&page=2", "?state=open&page=3"]);
});

test("an offset goes on from the caller's own", async () => {
  const server = await serve(answers({ items: [5] }, { items: [] }));
  expect(await list(open(server), byOffset({ field: "offset" }), { ...given, offset: 10 }).toArray()).toEqual(
    [5],
  );
  expect(queries(server)).toEqual(["?state=open&offset=10", "?state=open&offset=11"]);
});

const linked = (value: string): Answer => json(200, { items: [1] }, { link: value });

test.each([
  ['<?c=2>; rel="next"', "?c=2"],
  ["<?c=2>;rel=next", "?c=2"],
  ['<?a=1>; rel="prev", <?c=2>; title="a, b; rel=\\"c\\""; rel="last next"', "?c=2"],
  ['<?a=1,2>; rel="first", <?c=2>; REL="NEXT"; type="a"', "?c=2"],
  ['<?c=2,3>; rel="next"', "?c=2,3"],
  ["</other?c=2>; rel='next', <?d=1>; rel=next", "?d=1"],
])("the Link header %s", async (value, url) => {
  const server = await serve(inTurn(linked(value), json(200, { items: [2] })));
  expect(await list(open(server), byLink).toArray()).toEqual([1, 2]);
  expect(queries(server)).toEqual(["?state=open", url]);
});

test.each(['<?c=2>; rel="prev"', '<?c=2>; rel="nextish"', "<?c=2", "next", '<?c=2>; title="rel=next"'])(
  "the Link header %s leads nowhere",
  async (value) => {
    const server = await serve(linked(value));
    expect(await list(open(server), byLink).toArray()).toEqual([1]);
    expect(server.received).toHaveLength(1);
  },
);

test("an absolute address below another path of the same server, with the credential", async () => {
  const server = await serve((response, request) => {
    const next = request.url.startsWith("/v1") ? `${server.url}/elsewhere?c=1#part` : undefined;
    json(200, { items: [1], next })(response, request);
  });
  const api = { servers: [{ url: `${server.url}/v1` }], authorize: oneScheme("key", bearer) };
  expect(await list(open(server, { auth: "secret" }, api), byUrl).toArray()).toEqual([1, 1]);
  expect(server.received.map(({ url }) => url)).toEqual([
    "/v1/shops/a%20b/orders?state=open",
    "/elsewhere?c=1",
  ]);
  expect(server.received[1]?.headers.authorization).toBe("Bearer secret");
});

test.each([
  ["another host", () => "https://evil.example/orders?c=1"],
  ["another port", ({ url }: TestServer) => `${url.replace(/\d+$/, "1")}/orders`],
  ["another scheme", ({ url }: TestServer) => `${url.replace("http:", "https:")}/orders`],
  ["a host without a scheme", () => "//evil.example/orders"],
  ["a host behind a backslash", () => "/\\evil.example/orders"],
  ["a name before the host", ({ url }: TestServer) => `${url}@evil.example/orders`],
  ["a script", () => "javascript:alert(1)"],
  ["no address", () => "http://"],
])("never follows an address to %s", async (_, address) => {
  const seen: string[] = [];
  const server: TestServer = await serve((response, request) =>
    json(200, { items: [1], next: address(server) })(response, request),
  );
  const api = { authorize: oneScheme("key", bearer) };
  const watched: typeof fetch = (input, init) => {
    seen.push(String(input));
    return fetch(input, init);
  };
  const call = list(open(server, { auth: "secret", fetch: watched }, api), byUrl);
  const items: number[] = [];
  const error = await rejection(
    (async () => {
      for await (const item of call) items.push(item);
    })(),
  );
  expect(error).toBeInstanceOf(SdkError);
  expect(String(error)).toContain(`does not lead to ${server.url}`);
  expect(String(error)).not.toContain("evil");
  expect([items, seen]).toEqual([[1], [`${server.url}/shops/a%20b/orders?state=open`]]);
});

test("the caller's own parameters beside the spec's go along, once", async () => {
  const server = await serve(answers({ items: [1], next: "?c=1&debug=1" }, { items: [2] }));
  const options = { query: { debug: "1", trace: "x" } };
  expect(await list(open(server), byUrl, given, options).toArray()).toEqual([1, 2]);
  expect(queries(server)).toEqual(["?state=open&debug=1&trace=x", "?c=1&debug=1&trace=x"]);
});

test.each<readonly [string, NextPage, unknown, object, number]>([
  ["address", byUrl, { items: [1], next: "?c=1" }, given, 2],
  ["address", byUrl, { items: [1], next: "?state=open" }, given, 1],
  ["cursor", byId, { items: [1], meta: { next: "a" } }, given, 2],
  ["cursor", byId, { items: [1], meta: { next: "a" } }, { ...given, afterId: "a" }, 1],
  ["page", byNumber, { items: [1] }, given, 2],
  ["page", byOffset({ field: "offset" }), { items: [1] }, given, 2],
])("the same %s twice is a circle", async (what, next, body, params, requests) => {
  const server = await serve(json(200, body));
  const error = await rejection(list(open(server), next, params).toArray());
  expect(error).toBeInstanceOf(SdkError);
  expect(String(error)).toMatch(new RegExp(`in a circle: .* same ${what} twice`));
  expect(server.received).toHaveLength(requests);
});

test("the first page is the call's own answer, whoever asks and however often", async () => {
  const server = await serve(
    inTurn(json(200, { items: [1], pages: 2 }), json(200, { items: [2], pages: 2 })),
  );
  const call = list(open(server), byNumber);
  expect(await call).toEqual({ items: [1], pages: 2 });
  expect(await call.withResponse()).toMatchObject({ status: 200, data: { items: [1] } });
  expect(server.received).toHaveLength(1);
  expect(await collect(call.pages())).toEqual([
    { items: [1], pages: 2 },
    { items: [2], pages: 2 },
  ]);
  expect(await collect(call)).toEqual([1, 2]);
  expect(queries(server)).toEqual(["?state=open", "?state=open&page=2", "?state=open&page=2"]);
});

test("the raw answer is still to be had", async () => {
  const server = await serve(json(200, { items: [1] }));
  const response = await list(open(server), byNumber).asResponse();
  expect(await response.json()).toEqual({ items: [1] });
});

test.each([
  [0, [], 1],
  [-1, [], 1],
  [1, [1], 1],
  [2, [1, 2], 1],
  [3, [1, 2, 3], 2],
  [undefined, [1, 2, 3, 4], 2],
])("as many as %s, and no request more", async (limit, items, requests) => {
  const server = await serve(answers({ items: [1, 2], pages: 2 }, { items: [3, 4], pages: 2 }));
  expect(await list(open(server), byNumber).toArray({ limit })).toEqual(items);
  expect(server.received).toHaveLength(requests);
});

test("who leaves the loop asks for nothing more", async () => {
  const server = await serve(answers({ items: [1, 2] }));
  for await (const item of list(open(server), byNumber)) if (item === 2) break;
  expect(server.received).toHaveLength(1);
});

test("nothing is asked for ahead of the loop", async () => {
  const server = await serve(answers({ items: [1, 2] }, { items: [] }));
  const iterator = list(open(server), byNumber)[Symbol.asyncIterator]();
  await iterator.next();
  await iterator.next();
  expect(server.received).toHaveLength(1);
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
});

test("an abort ends the loop before the next item, and leaves no listener", async () => {
  const server = await serve(answers({ items: [1, 2] }));
  const controller = new AbortController();
  const items: number[] = [];
  const error = await rejection(
    (async () => {
      for await (const item of list(open(server), byNumber, given, { signal: controller.signal })) {
        items.push(item);
        controller.abort("enough");
      }
    })(),
  );
  expect(error).toBeInstanceOf(AbortError);
  expect(error).toMatchObject({ cause: "enough" });
  expect([items, server.received.length]).toEqual([[1], 1]);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("each page is sent again as a call is, within its own time", async () => {
  hurry();
  const server = await serve(
    inTurn(
      json(200, { items: [1], next: "?c=1" }),
      json(503, {}),
      json(200, { items: [2], next: "?c=2" }),
      () => undefined,
    ),
  );
  const options = { timeout: 250, maxRetries: 1 };
  const pages: Body[] = [];
  const error = await rejection(
    (async () => {
      for await (const page of list(open(server), byUrl, given, options).pages()) pages.push(page);
    })(),
  );
  expect(error).toBeInstanceOf(TimeoutError);
  expect(pages).toHaveLength(2);
  expect(queries(server)).toEqual(["?state=open", "?c=1", "?c=1", "?c=2", "?c=2"]);
});

test("a call that fails is told once, to whoever asks", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", note);
  const transport = open(await serve(json(404, {})));
  expect(await rejection(list(transport, byNumber).toArray())).toBeInstanceOf(NotFoundError);
  expect(await rejection(list(transport, byNumber).toArray({ limit: 0 }))).toBeInstanceOf(NotFoundError);
  expect(await rejection(collect(list(transport, byNumber).pages()))).toBeInstanceOf(NotFoundError);
  expect(await rejection(collect(list(transport, byNumber)))).toBeInstanceOf(NotFoundError);
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", note);
  expect(unhandled).toEqual([]);
});

test("a body of bigints tells its page from others", async () => {
  const server = await serve(json(200, "big"));
  const exact: Operation = { ...listOrders, json: () => ({ items: [1n] }) };
  const call = callPages(open(server), exact, given, undefined, { items: ["items"], next: byNumber });
  expect(String(await rejection(call.toArray()))).toContain("circle");
});
