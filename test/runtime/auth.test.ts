import { expect, test, vi } from "vitest";
import { apiKey, basic, bearer, oneScheme, schemes as several } from "../../templates/runtime/auth.ts";
import { SdkError } from "../../templates/runtime/errors.ts";
import type { Authorizer, SecurityScheme } from "../../templates/runtime/operation.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Received } from "./server.ts";
import { always, listOrders, open, rejection, serve } from "./server.ts";

const keyIn = (place: "header" | "query" | "cookie"): SecurityScheme => apiKey(place, "x-key");

/** As the generator describes an API with these schemes. */
function authorizer(schemes: Readonly<Record<string, SecurityScheme>>): Authorizer {
  const [[name, scheme] = ["", bearer], ...others] = Object.entries(schemes);
  return others.length === 0 ? oneScheme(name, scheme) : several(schemes);
}

interface Case {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  readonly security?: readonly (readonly string[])[] | undefined;
  readonly auth?: unknown;
}

async function send({ schemes, security, auth }: Case): Promise<Received> {
  const server = await serve(always(204));
  const operation = security ? { ...listOrders, security } : listOrders;
  await call(open(server, { auth }, { authorize: authorizer(schemes) }), operation, {});
  return server.received[0] ?? expect.fail("Nothing was sent.");
}

async function refused({ schemes, security, auth }: Case): Promise<string> {
  const server = await serve(always(204));
  const operation = security ? { ...listOrders, security } : listOrders;
  const error = await rejection(
    call(open(server, { auth }, { authorize: authorizer(schemes) }), operation, {}),
  );
  expect(server.received).toEqual([]);
  if (!(error instanceof SdkError)) return expect.fail("It is no SdkError.");
  expect(error.operationId).toBe("listOrders");
  return error.message;
}

test.each([
  ["a token", "t"],
  ["a function", () => "t"],
  ["an async function", async () => "t"],
])("bearer from %s", async (_case, auth) => {
  const { headers } = await send({ schemes: { Token: bearer }, security: [["Token"]], auth });
  expect(headers.authorization).toBe("Bearer t");
});

test("a function is asked before each request, and only where a credential is needed", async () => {
  let asked = 0;
  const server = await serve(always(204));
  const transport = open(server, { auth: () => `t${++asked}` }, { authorize: oneScheme("Token", bearer) });
  await call(transport, listOrders, {});
  await call(transport, { ...listOrders, security: [[]] }, {});
  await call(transport, { ...listOrders, security: [] }, {});
  await call(transport, { ...listOrders, security: [[], ["Token"]] }, {});
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    "Bearer t1",
    "Bearer t2",
    undefined,
    "Bearer t3",
  ]);
});

test("basic, in UTF-8", async () => {
  const auth = { username: "zoë", password: "p:ä€" };
  const { headers } = await send({ schemes: { Login: basic }, security: [["Login"]], auth });
  expect(headers.authorization).toBe(`Basic ${Buffer.from("zoë:p:ä€").toString("base64")}`);
});

test("basic with an empty password", async () => {
  const { headers } = await send({
    schemes: { Login: basic },
    security: [["Login"]],
    auth: { username: "key", password: "" },
  });
  expect(headers.authorization).toBe(`Basic ${btoa("key:")}`);
});

test("a key in a header, the query or a cookie", async () => {
  const one = (place: "header" | "query" | "cookie"): Case => ({
    schemes: { Key: keyIn(place) },
    security: [["Key"]],
    auth: "a=&;b",
  });
  expect((await send(one("header"))).headers["x-key"]).toBe("a=&;b");
  expect((await send(one("query"))).url).toBe("/orders?x-key=a%3D%26%3Bb");
  expect((await send({ ...one("cookie"), auth: async () => "s%3Aa==" })).headers.cookie).toBe(
    "x-key=s%3Aa==",
  );
});

const both = { Key: keyIn("query"), Token: bearer };

test.each([
  ["the first alternative", [["Token"], ["Key"]], { Token: "t", Key: "k" }, "/orders", "Bearer t"],
  ["the first that fits", [["Token"], ["Key"]], { Key: "k" }, "/orders?x-key=k", undefined],
  [
    "all schemes of an alternative",
    [["Token", "Key"]],
    { Token: "t", Key: "k" },
    "/orders?x-key=k",
    "Bearer t",
  ],
  ["no half alternative", [["Token", "Key"], ["Key"]], { Key: "k" }, "/orders?x-key=k", undefined],
  ["a credential before anonymity", [[], ["Token"]], { Token: "t" }, "/orders", "Bearer t"],
  ["anonymity where nothing else fits", [["Token"], []], { Key: "k" }, "/orders", undefined],
  ["anonymity without auth", [[]], undefined, "/orders", undefined],
  ["nothing where nothing is asked for", undefined, { Token: "t", Key: "k" }, "/orders", undefined],
])("takes %s", async (_case, security, auth, url, authorization) => {
  const received = await send({ schemes: both, security, auth });
  expect([received.url, received.headers.authorization]).toEqual([url, authorization]);
});

test.each([
  ["no auth", undefined],
  ["an empty token", ""],
  ["null", null],
])("names what is needed: one scheme, %s", async (_case, auth) => {
  expect(await refused({ schemes: { Token: bearer }, security: [["Token"]], auth })).toBe(
    "Give auth, the credential of Token (listOrders: GET /orders)",
  );
});

test.each([
  ["no auth", undefined],
  ["only half of an alternative", { Key: "k" }],
  ["a bare token, though there are two schemes", "t"],
  ["an empty one", { Token: "" }],
])("names what is needed: two schemes, %s", async (_case, auth) => {
  expect(await refused({ schemes: both, security: [["Token"], ["Token", "Key"]], auth })).toBe(
    "auth must hold Token, or Token and Key (listOrders: GET /orders)",
  );
});

test.each([
  ["an object for a token", bearer, { Scheme: "secret" }],
  ["a number for a token", bearer, 5],
  ["a function that gives nothing", bearer, () => undefined],
  ["a function that gives an empty text", keyIn("header"), async () => ""],
  ["a text for a login", basic, "user:secret"],
  ["a login for a token", bearer, { username: "u", password: "secret" }],
])("refuses %s", async (_case, scheme, auth) => {
  expect(await refused({ schemes: { Scheme: scheme }, security: [["Scheme"]], auth })).toBe(
    "Give auth, the credential of Scheme (listOrders: GET /orders)",
  );
});

test.each([
  ["an object for a token", { Token: { token: "secret" } }],
  ["a function that gives nothing", { Token: () => undefined }],
  ["a function that gives an empty text", { Token: async () => "" }],
])("of two schemes, refuses %s", async (_case, auth) => {
  expect(await refused({ schemes: both, security: [["Token"]], auth })).toBe(
    "auth gives no Token (listOrders: GET /orders)",
  );
});

test("prototype names are no credentials", async () => {
  const schemes = { constructor: bearer, toString: bearer };
  const told = await refused({ schemes, security: [["constructor"], ["toString"]], auth: {} });
  expect(told).toBe("auth must hold constructor, or toString (listOrders: GET /orders)");
  expect(
    (await send({ schemes, security: [["constructor"], ["toString"]], auth: { toString: "t" } })).headers
      .authorization,
  ).toBe("Bearer t");
});

test("what a token function throws is what the call rejects with", async () => {
  const server = await serve(always(204));
  const cause = new Error("no token today");
  const auth = vi.fn(() => Promise.reject(cause));
  const transport = open(server, { auth }, { authorize: oneScheme("Token", bearer) });
  expect(await rejection(call(transport, { ...listOrders, security: [["Token"]] }, {}))).toBe(cause);
});

test.each(["tok\nen", "tok…en"])("a token that no header can carry is not told: %j", async (token) => {
  const told = await refused({ schemes: { Token: bearer }, security: [["Token"]], auth: token });
  expect(told).toBe("Bad header authorization (listOrders: GET /orders)");
});
