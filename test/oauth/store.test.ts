import { expect, test } from "vitest";
import { authorizationRequest } from "../../templates/runtime/login.ts";
import type { Token } from "../../templates/runtime/token.ts";
import type { TokenStore } from "../../templates/runtime/token-cache.ts";
import { rejection } from "../runtime/server.ts";
import { redirectUri, service, webApp } from "./authorization-server.ts";
import { browse } from "./browse.ts";
import { formOf, ownClock, sharedServer } from "./shared-server.ts";
import { runtime, sides } from "./sides.ts";
import { serveTokens } from "./token-endpoint.ts";

const server = sharedServer();

/** A store as a file or a database is: it keeps text, and takes its time. */
function slowStore(kept = { text: "" }): TokenStore & { readonly kept: { text: string } } {
  const pause = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    kept,
    async get() {
      await pause();
      return kept.text === "" ? undefined : (JSON.parse(kept.text) as Token);
    },
    async set(token) {
      await pause();
      kept.text = JSON.stringify(token);
    },
  };
}

/** One that answers at once. */
function quickStore(): TokenStore {
  const kept: Token[] = [];
  return { get: () => kept.at(-1), set: (token) => void kept.push(token) };
}

/** One of which only one user at a time may renew. */
function lockedStore(): TokenStore {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...slowStore(),
    async lock(work) {
      const mine = last.then(work);
      last = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** What a person's login leaves: a grant that has not yet asked for anything. */
async function login(store?: TokenStore) {
  const { url, ...kept } = await authorizationRequest(`${server().url}/auth`, {
    ...webApp,
    redirectUri,
    scope: ["openid"],
  });
  const callbackUrl = await browse(url, { login: "alice" });
  const { tokenUrl } = server();
  return { ...webApp, ...kept, redirectUri, callbackUrl, tokenUrl, store };
}

test.each(
  sides.flatMap(([name, side]) => [
    ["sync", name, side, quickStore] as const,
    ["async", name, side, slowStore] as const,
    ["locked", name, side, lockedStore] as const,
  ]),
)("a token in a store outlives its grant: %s, %s", async (_kind, _name, side, make) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const store = make();
  const open = () =>
    side.open({ baseUrl: apiUrl, auth: side.clientCredentials({ ...service, tokenUrl, store }) });
  const { token } = await open().get();
  const answers = await Promise.all([open().get(), open().get()]);
  expect(answers.map((answer) => answer.token)).toEqual([token, token]);
  expect(tokenRequests).toHaveLength(1);
});

test("two grants that share a store renew once, one after the other", async () => {
  const pass = ownClock();
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const store = slowStore();
  const open = () =>
    runtime.open({ baseUrl: apiUrl, auth: runtime.clientCredentials({ ...service, tokenUrl, store }) });
  const [one, other] = [open(), open()];
  await one.get();
  pass(3_600_000);
  const { token } = await one.get();
  expect((await other.get()).token).toBe(token);
  expect(tokenRequests).toHaveLength(2);
  await server().revoke(token);
  const { token: next } = await other.get();
  // Its token has been refused to another one meanwhile, and the store knows better.
  expect((await one.get()).token).toBe(next);
  expect(tokenRequests).toHaveLength(3);
});

test("two grants that share a store with a lock renew once, though at the same time", async () => {
  const pass = ownClock();
  const { apiUrl, tokenUrl, tokenRequests, revoke } = server();
  const store = lockedStore();
  const grant = () => runtime.clientCredentials({ ...service, tokenUrl, store });
  const apis = [grant(), grant(), grant()].map((auth) => runtime.open({ baseUrl: apiUrl, auth }));
  const tokens = async () =>
    new Set((await Promise.all(apis.map(async (api) => api.get()))).map(({ token }) => token));
  const first = await tokens();
  expect([first.size, tokenRequests.length]).toEqual([1, 1]);
  pass(3_600_000);
  const [second = "", ...more] = await tokens();
  expect([more, tokenRequests.length]).toEqual([[], 2]);
  await revoke(second);
  expect([(await tokens()).size, tokenRequests.length]).toEqual([1, 3]);
});

test.each(sides)("the newest refresh token is used, and survives a restart: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests, revoke } = server();
  const store = slowStore();
  const options = await login(store);
  const { token } = await side.open({ baseUrl: apiUrl, auth: side.authorizationCode(options) }).get();
  const { refreshToken: first = "" } = JSON.parse(store.kept.text) as Token;
  await revoke(token);
  const open = () =>
    side.open({
      baseUrl: apiUrl,
      auth: side.refreshToken({ ...webApp, refreshToken: first, tokenUrl, store }),
    });
  const { token: second } = await open().get();
  const { refreshToken: rotated } = JSON.parse(store.kept.text) as Token;
  expect(rotated).not.toBe(first);
  await revoke(second);
  expect(await open().get()).toMatchObject({ accountId: "alice" });
  const refreshes = tokenRequests.map(formOf).slice(1);
  expect(refreshes.map((form) => form["refresh_token"])).toEqual([first, rotated]);
});

test.each(sides)("a refresh token that has been used is refused: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, apiRequests } = server();
  const store = slowStore();
  const options = await login(store);
  await side.open({ baseUrl: apiUrl, auth: side.authorizationCode(options) }).get();
  const { refreshToken = "" } = JSON.parse(store.kept.text) as Token;
  const open = () =>
    side.open({ baseUrl: apiUrl, auth: side.refreshToken({ ...webApp, refreshToken, tokenUrl }) });
  expect(await open().get()).toMatchObject({ accountId: "alice" });
  expect(await rejection(open().get())).toMatchObject({ name: "OAuthError", error: "invalid_grant" });
  expect(apiRequests).toHaveLength(2);
});

test("a server that does not rotate leaves the refresh token as it is", async () => {
  const tokenUrl = "http://a.example/token";
  const store = quickStore();
  await store.set({ accessToken: "old", refreshToken: "kept", expiresAt: 1 });
  const auth = runtime.refreshToken({
    ...webApp,
    refreshToken: "first",
    tokenUrl,
    store,
  });
  const fetchIt: typeof fetch = async () => Response.json({ access_token: "t0" });
  await runtime.open({ baseUrl: tokenUrl, auth, fetch: fetchIt }).get();
  expect(await store.get()).toMatchObject({ accessToken: "t0", refreshToken: "kept" });
});

test.each([
  ["whose refresh token is refused", { accessToken: "old", refreshToken: "old", expiresAt: 1 }],
  ["that cannot be refreshed", { accessToken: "old", expiresAt: 1 }],
])("a new login does without a token of an earlier one %s", async (_case, stale) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const store = slowStore({ text: JSON.stringify(stale) });
  const options = await login(store);
  const api = runtime.open({ baseUrl: apiUrl, auth: runtime.authorizationCode(options) });
  expect(await api.get()).toMatchObject({ accountId: "alice" });
  const { refreshToken = "" } = JSON.parse(store.kept.text) as Token;
  store.kept.text = JSON.stringify(stale);
  const auth = runtime.refreshToken({ ...webApp, refreshToken, tokenUrl, store });
  expect(await runtime.open({ baseUrl: apiUrl, auth }).get()).toMatchObject({ accountId: "alice" });
  const refused = "refreshToken" in stale ? 1 : 0;
  expect(tokenRequests).toHaveLength(2 + 2 * refused);
});

test("a refresh token that was given is not tried again once it has been used", async () => {
  const double = await serveTokens(3600);
  const auth = runtime.refreshToken({ ...webApp, refreshToken: "r0", tokenUrl: `${double.url}/token` });
  const api = runtime.open({ baseUrl: double.url, auth });
  await api.get();
  double.isClosed = true;
  double.failure = { status: 400, body: '{"error":"invalid_grant"}' };
  expect(await rejection(api.get())).toMatchObject({ name: "OAuthError", error: "invalid_grant" });
  const sent = double.tokenRequests.map((request) => formOf(request)["refresh_token"]);
  expect(sent).toEqual(["r0", "r1"]);
});

test("what a store throws is what the call rejects with", async () => {
  const { apiUrl, tokenUrl } = server();
  const broken = new Error("disk full");
  const stores: readonly TokenStore[] = [
    { get: () => undefined, set: () => Promise.reject(broken) },
    {
      get: () => {
        throw broken;
      },
      set: () => undefined,
    },
    {
      get: () => undefined,
      set: () => undefined,
      lock: () => {
        throw broken;
      },
    },
  ];
  for (const store of stores) {
    const auth = runtime.clientCredentials({ ...service, tokenUrl, store });
    const api = runtime.open({ baseUrl: apiUrl, auth });
    expect(await rejection(api.get())).toBe(broken);
    expect(await rejection(api.get())).toBe(broken);
  }
});
