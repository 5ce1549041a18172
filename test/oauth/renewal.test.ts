import { expect, test } from "vitest";
import { json, rejection, serve } from "../runtime/server.ts";
import { service } from "./authorization-server.ts";
import { ownClock, sharedServer, until } from "./shared-server.ts";
import type { Caller } from "./sides.ts";
import { packaged, runtime } from "./sides.ts";
import type { TokenEndpointDouble } from "./token-endpoint.ts";
import { serveTokens } from "./token-endpoint.ts";

const server = sharedServer();

function times<T>(count: number, act: () => Promise<T>): Promise<readonly T[]> {
  return Promise.all(Array.from({ length: count }, act));
}

/** Calls the API of a double with tokens for a service; counts the tokens that have come, or have not. */
function caller(double: TokenEndpointDouble): Caller & { readonly answered: () => number } {
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${double.url}/token` });
  let answered = 0;
  const fetchIt: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const text = await response.text();
    if (String(input).endsWith("/token")) answered++;
    return new Response(text, response);
  };
  const api = runtime.open({ baseUrl: double.url, auth, maxRetries: 0, fetch: fetchIt });
  return { ...api, answered: () => answered };
}

test.each([
  [20, runtime.name, runtime],
  [20, packaged.name, packaged],
  [1000, runtime.name, runtime],
])("%d calls at once ask for one token: %s", async (count, _name, side) => {
  const { apiUrl, tokenUrl, tokenRequests, apiRequests } = server();
  const api = side.open({ baseUrl: apiUrl, auth: side.clientCredentials({ ...service, tokenUrl }) });
  const answers = await times(count, () => api.get());
  expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
  expect([tokenRequests.length, apiRequests.length]).toEqual([1, count]);
});

test.each([
  [1000, runtime.name, runtime],
  [20, packaged.name, packaged],
])("%d calls at the end of a token ask for one: %s", async (count, _name, side) => {
  const pass = ownClock();
  const { apiUrl, tokenUrl, tokenRequests, apiRequests } = server();
  const api = side.open({ baseUrl: apiUrl, auth: side.clientCredentials({ ...service, tokenUrl }) });
  const { token } = await api.get();
  pass(3_600_000);
  const answers = await times(count, () => api.get());
  expect(new Set(answers.map((answer) => answer.token)).size).toBe(1);
  expect(answers[0]?.token).not.toBe(token);
  expect([tokenRequests.length, apiRequests.length]).toEqual([2, count + 1]);
});

test("a token of two seconds is good for many calls, and then renewed", async () => {
  server().lifetime = 2;
  const { apiUrl, tokenUrl, tokenRequests, apiRequests } = server();
  const api = runtime.open({ baseUrl: apiUrl, auth: runtime.clientCredentials({ ...service, tokenUrl }) });
  await times(5, () => api.get());
  await times(5, () => api.get());
  expect(tokenRequests).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  await times(5, () => api.get());
  expect([tokenRequests.length, apiRequests.length]).toEqual([2, 15]);
});

test("a token is renewed beside the calls at first, then before them", async () => {
  const pass = ownClock();
  const double = await serveTokens(3600);
  const api = caller(double);
  await api.get();
  pass(3_479_000);
  await api.get();
  expect(double.tokenRequests).toHaveLength(1);
  // Less than two minutes are left.
  pass(2_000);
  let release: (value: unknown) => void = () => undefined;
  double.hold = new Promise((resolve) => (release = resolve));
  const beside = await times(3, () => api.get());
  expect(beside.map(({ token }) => token)).toEqual(["Bearer t1", "Bearer t1", "Bearer t1"]);
  await until(() => double.tokenRequests.length === 2);
  // Less than half a minute is left.
  pass(90_000);
  const before = times(3, () => api.get());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(double.apiRequests).toHaveLength(5);
  release(undefined);
  expect((await before).map(({ token }) => token)).toEqual(["Bearer t2", "Bearer t2", "Bearer t2"]);
  expect(double.tokenRequests).toHaveLength(2);
});

test.each([
  [60, 44_000, 57_000],
  [480, 359_000, 451_000],
  [8, 5_900, 7_600],
])("the margins of a token of %d s", async (lifetime, unchanged, blocked) => {
  const pass = ownClock();
  const double = await serveTokens(lifetime);
  const api = caller(double);
  await api.get();
  pass(unchanged);
  await api.get();
  expect(double.tokenRequests).toHaveLength(1);
  pass(blocked - unchanged);
  expect((await api.get()).token).toBe("Bearer t2");
  expect(double.tokenRequests).toHaveLength(2);
});

test("a token that does not say when it ends is good until it is refused", async () => {
  const pass = ownClock();
  const double = await serveTokens();
  const api = caller(double);
  await api.get();
  pass(1e10);
  await api.get();
  expect(double.tokenRequests).toHaveLength(1);
});

test.each([
  ["hours behind", -7_200_000],
  ["hours ahead", 7_200_000],
])("a clock that is %s of the server's does not matter", async (_case, skew) => {
  const date = new Date(Date.now() - skew).toUTCString();
  const fake = await serve(json(200, { access_token: "t", expires_in: 600 }, { date }));
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
  const api = runtime.open({ baseUrl: fake.url, auth });
  await api.get();
  await api.get();
  expect(fake.received.filter(({ url }) => url === "/token")).toHaveLength(1);
});

test("a clock that is put back keeps an ended token, until the server refuses it", async () => {
  const pass = ownClock();
  const { apiUrl, tokenUrl, tokenRequests, apiRequests, revoke } = server();
  const api = runtime.open({
    baseUrl: apiUrl,
    auth: runtime.clientCredentials({ ...service, tokenUrl }),
  });
  const { token } = await api.get();
  pass(-86_400_000);
  expect((await api.get()).token).toBe(token);
  await revoke(token);
  expect((await api.get()).token).not.toBe(token);
  expect([tokenRequests.length, apiRequests.length]).toEqual([2, 4]);
});

test("a renewal beside the calls that fails harms nobody, and is not tried again for 5 s", async () => {
  const pass = ownClock();
  const double = await serveTokens(3600);
  const api = caller(double);
  await api.get();
  pass(3_500_000);
  double.failure = { status: 500, body: "<h1>Oops</h1>" };
  await api.get();
  await until(() => api.answered() === 2);
  pass(4_900);
  await times(5, () => api.get());
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(double.tokenRequests).toHaveLength(2);
  pass(200);
  double.failure = undefined;
  expect((await api.get()).token).toBe("Bearer t1");
  await until(() => api.answered() === 3);
  expect((await api.get()).token).toBe("Bearer t2");
});

test("one who gives up waiting for a token does not take it from the others", async () => {
  const double = await serveTokens(3600);
  let release: (value: unknown) => void = () => undefined;
  double.hold = new Promise((resolve) => (release = resolve));
  const api = caller(double);
  const controller = new AbortController();
  const first = rejection(api.get({ signal: controller.signal }));
  const others = times(3, () => api.get());
  const hurried = rejection(api.get({ timeout: 30 }));
  await until(() => double.tokenRequests.length === 1);
  const reason = new Error("enough");
  const started = performance.now();
  controller.abort(reason);
  expect(await first).toMatchObject({ name: "AbortError", cause: reason, operationId: "listOrders" });
  expect(performance.now() - started).toBeLessThan(100);
  expect(await hurried).toMatchObject({ name: "TimeoutError" });
  release(undefined);
  expect((await others).map(({ token }) => token)).toEqual(["Bearer t1", "Bearer t1", "Bearer t1"]);
  expect([double.tokenRequests.length, double.apiRequests.length]).toEqual([1, 3]);
});

test("one who has given up already asks for no token", async () => {
  const double = await serveTokens(3600);
  expect(await rejection(caller(double).get({ signal: AbortSignal.abort() }))).toMatchObject({
    name: "AbortError",
  });
  expect(double.received).toHaveLength(0);
});
