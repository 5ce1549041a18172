import { expect, test } from "vitest";
import { bearer, oneScheme, schemes } from "../../templates/runtime/auth.ts";
import type { CredentialRequest } from "../../templates/runtime/auth.ts";
import { AbortError, AuthenticationError } from "../../templates/runtime/errors.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { binaryBody } from "../../templates/runtime/raw.ts";
import { call } from "../../templates/runtime/transport.ts";
import type { Transport } from "../../templates/runtime/transport.ts";
import type { TestServer } from "./server.ts";
import { hurry, inTurn, json, listOrders, open, rejection, serve } from "./server.ts";

const refused = json(401, { message: "expired" });
const good = json(200, "done");
const token = { authorize: oneScheme("Token", bearer) };

interface Giver {
  (request: CredentialRequest): string;
  readonly asked: readonly unknown[];
}

/** Gives the tokens one after the other, the last one for ever, and writes down what it is told was rejected. */
function giver(...given: readonly string[]): Giver {
  const asked: unknown[] = [];
  const give = ({ rejected }: CredentialRequest): string => {
    asked.push(rejected);
    return given[Math.min(asked.length, given.length) - 1] ?? "";
  };
  return Object.assign(give, { asked });
}

function tokens(server: TestServer): readonly unknown[] {
  return server.received.map(({ headers }) => headers.authorization);
}

function secured(server: TestServer, auth: unknown, settings: object = {}): Transport {
  return open(server, { auth, ...settings }, token);
}

test.each(["GET", "POST"])(
  "%s: a function is asked once more, and told what was rejected",
  async (method) => {
    const server = await serve(inTurn(refused, good));
    const auth = giver("t1", "t2");
    expect(await call(secured(server, auth), { ...listOrders, method }, {})).toBe("done");
    expect(auth.asked).toEqual([undefined, "t1"]);
    expect(tokens(server)).toEqual(["Bearer t1", "Bearer t2"]);
  },
);

test("where calls are not sent again, they still are with a better token", async () => {
  const server = await serve(inTurn(refused, good));
  expect(await call(secured(server, giver("t1", "t2"), { maxRetries: 0 }), listOrders, {})).toBe("done");
  expect(server.received).toHaveLength(2);
});

test("a token that is a text is not tried twice", async () => {
  const server = await serve(refused);
  expect(await rejection(call(secured(server, "t1"), listOrders, {}))).toBeInstanceOf(AuthenticationError);
  expect(server.received).toHaveLength(1);
});

test("the same token again is refused again, once", async () => {
  const server = await serve(refused);
  const auth = giver("t1");
  const error = await rejection(call(secured(server, auth), listOrders, {}));
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error).toMatchObject({ body: { message: "expired" } });
  expect(auth.asked).toEqual([undefined, "t1"]);
  expect(server.received).toHaveLength(2);
});

test("a call is replayed once", async () => {
  const server = await serve(refused);
  const auth = giver("t1", "t2", "t3", "t4");
  const error = await rejection(call(secured(server, auth), listOrders, {}));
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(auth.asked).toEqual([undefined, "t1"]);
  expect(tokens(server)).toEqual(["Bearer t1", "Bearer t2"]);
});

test("a replay takes none of the retries", async () => {
  hurry();
  const server = await serve(inTurn(json(500, {}), refused, json(500, {}), good));
  const auth = giver("t1", "t1", "t2");
  expect(await call(secured(server, auth), listOrders, {})).toBe("done");
  expect(tokens(server)).toEqual(["Bearer t1", "Bearer t1", "Bearer t2", "Bearer t2"]);
});

test("the next call begins anew", async () => {
  const server = await serve(inTurn(refused, good, refused, good));
  const auth = giver("t1", "t2", "t2", "t3");
  const transport = secured(server, auth);
  await call(transport, listOrders, {});
  await call(transport, listOrders, {});
  expect(auth.asked).toEqual([undefined, "t1", undefined, "t2"]);
});

test("a stream is not sent again, so nobody is asked", async () => {
  const server = await serve(refused);
  const auth = giver("t1", "t2");
  const upload: Operation = { ...listOrders, method: "PUT", body: binaryBody };
  const body = new Blob(["hi"]).stream();
  expect(await rejection(call(secured(server, auth), upload, { body }))).toBeInstanceOf(AuthenticationError);
  expect([auth.asked.length, server.received.length]).toEqual([1, 1]);
});

test("a function that fails the second time is what the call rejects with", async () => {
  const server = await serve(refused);
  const cause = new Error("no more tokens");
  const auth = ({ rejected }: CredentialRequest): string => {
    if (rejected) throw cause;
    return "t1";
  };
  expect(await rejection(call(secured(server, auth), listOrders, {}))).toBe(cause);
  expect(server.received).toHaveLength(1);
});

test("the caller's signal ends the second asking", async () => {
  const server = await serve(refused);
  const controller = new AbortController();
  const auth = ({ rejected }: CredentialRequest): string | Promise<string> => {
    if (!rejected) return "t1";
    setTimeout(() => controller.abort(), 10);
    return new Promise(() => undefined);
  };
  const promise = call(secured(server, auth), listOrders, {}, { signal: controller.signal });
  expect(await rejection(promise)).toBeInstanceOf(AbortError);
  expect(server.received).toHaveLength(1);
});

test("a function has the client's fetch, and can fill a template", async () => {
  const server = await serve(good);
  let filled = "";
  const own = async (): Promise<Response> => new Response('"own"');
  const auth = async ({ options, fill }: CredentialRequest): Promise<string> => {
    filled = fill("https://login.{region}/{other}");
    return (await options.fetch?.("http://a.example"))?.text() ?? "";
  };
  const settings = { fetch: own, variables: { region: "eu.example" } };
  expect(await call(secured(server, auth, settings), listOrders, {})).toBe("own");
  expect(filled).toBe("https://login.eu.example/{other}");
});

const two = { authorize: schemes({ A: bearer, B: bearer }) };
const either: Operation = { ...listOrders, security: [["B"]] };

test("of several schemes, a function is told what it gave", async () => {
  const server = await serve(inTurn(refused, good));
  const auth = giver("t1", "t2");
  expect(await call(open(server, { auth: { A: "a", B: auth } }, two), either, {})).toBe("done");
  expect(auth.asked).toEqual([undefined, "t1"]);
  expect(tokens(server)).toEqual(["Bearer t1", "Bearer t2"]);
});

test("of several schemes, texts are not tried twice", async () => {
  const server = await serve(refused);
  await rejection(call(open(server, { auth: { B: "t1" } }, two), either, {}));
  expect(server.received).toHaveLength(1);
});
