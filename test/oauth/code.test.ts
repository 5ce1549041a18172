import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { authorizationUrl, readImplicitRedirect } from "../../generated/src/auth.ts";
import { authorizationRequest, readImplicitToken } from "../../templates/runtime/login.ts";
import type { AuthorizationRequest, AuthorizationUrlOptions } from "../../templates/runtime/login.ts";
import { hurry, json, rejection, serve, unusedPort } from "../runtime/server.ts";
import { redirectUri, singlePageApp, webApp } from "./authorization-server.ts";
import { browse } from "./browse.ts";
import { formOf, sharedServer } from "./shared-server.ts";
import { runtime, sides } from "./sides.ts";

const server = sharedServer();
const scope = ["openid", "orders"];

/** Begins a login at the server, with the package's own URL moved to it. */
async function begin(
  name: string,
  options: Partial<AuthorizationUrlOptions> = {},
): Promise<AuthorizationRequest> {
  const all = { ...webApp, redirectUri, scope, ...options };
  if (name === runtime.name) return authorizationRequest(`${server().url}/auth`, all);
  const request = await authorizationUrl(all);
  return { ...request, url: request.url.replace(/^[^?]+/, `${server().url}/auth`) };
}

test.each(sides)("a person signs in, and the token is refreshed by rotation: %s", async (name, side) => {
  const { apiUrl, tokenUrl, tokenRequests, revoke } = server();
  const { url, ...kept } = await begin(name);
  const callbackUrl = await browse(url, { login: "alice" });
  const auth = side.authorizationCode({ ...webApp, ...kept, redirectUri, callbackUrl, tokenUrl });
  const api = side.open({ baseUrl: apiUrl, auth });
  const first = await api.get();
  expect(first).toMatchObject({ clientId: webApp.clientId, accountId: "alice" });
  expect(formOf(tokenRequests[0] ?? expect.fail())).toEqual({
    grant_type: "authorization_code",
    code: new URL(callbackUrl).searchParams.get("code"),
    redirect_uri: redirectUri,
    code_verifier: kept.codeVerifier,
  });
  await revoke(first.token);
  const second = await api.get();
  await revoke(second.token);
  const third = await api.get();
  expect(new Set([first.token, second.token, third.token]).size).toBe(3);
  const refreshes = tokenRequests.slice(1).map(formOf);
  expect(refreshes.map((form) => form["grant_type"])).toEqual(["refresh_token", "refresh_token"]);
  expect(refreshes[0]?.["refresh_token"]).not.toBe(refreshes[1]?.["refresh_token"]);
});

test.each(sides)("an app without a secret sends its id: %s", async (name, side) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const { url, ...kept } = await begin(name, singlePageApp);
  const callbackUrl = new URL(await browse(url, { login: "bob" }));
  const auth = side.authorizationCode({ ...singlePageApp, ...kept, redirectUri, callbackUrl, tokenUrl });
  expect(await side.open({ baseUrl: apiUrl, auth }).get()).toMatchObject({ accountId: "bob" });
  expect(tokenRequests[0]?.headers.authorization).toBeUndefined();
  expect(formOf(tokenRequests[0] ?? expect.fail())["client_id"]).toBe(singlePageApp.clientId);
});

test.each(
  sides.flatMap(([name, side]) => (["login", "consent"] as const).map((page) => [page, name, side] as const)),
)("a person gives up at the page of %s: %s", async (givesUpAt, name, side) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const { url, ...kept } = await begin(name);
  const callbackUrl = await browse(url, { login: "alice", givesUpAt });
  const auth = side.authorizationCode({ ...webApp, ...kept, redirectUri, callbackUrl, tokenUrl });
  expect(await rejection(side.open({ baseUrl: apiUrl, auth }).get())).toMatchObject({
    name: "OAuthError",
    error: "access_denied",
    error_description: "End-User aborted interaction",
  });
  expect(tokenRequests).toHaveLength(0);
});

test.each(sides)("a verifier of another login: %s", async (name, side) => {
  const { apiUrl, tokenUrl } = server();
  const { url, state } = await begin(name);
  const { codeVerifier } = await begin(name);
  const callbackUrl = await browse(url, { login: "alice" });
  const options = { ...webApp, state, codeVerifier, redirectUri, callbackUrl, tokenUrl };
  const api = side.open({ baseUrl: apiUrl, auth: side.authorizationCode(options) });
  const refused = { name: "OAuthError", error: "invalid_grant", status: 400 };
  expect(await rejection(api.get())).toMatchObject(refused);
  // The code is gone with it, and asking again would change nothing.
  expect(await rejection(api.get())).toMatchObject(refused);
  expect(server().tokenRequests).toHaveLength(1);
});

test.each(sides)("a code that is used twice: %s", async (name, side) => {
  const { apiUrl, tokenUrl, apiRequests } = server();
  const { url, ...kept } = await begin(name);
  const callbackUrl = await browse(url, { login: "alice" });
  const options = { ...webApp, ...kept, redirectUri, callbackUrl, tokenUrl };
  await side.open({ baseUrl: apiUrl, auth: side.authorizationCode(options) }).get();
  const again = side.open({ baseUrl: apiUrl, auth: side.authorizationCode(options) });
  expect(await rejection(again.get())).toMatchObject({ name: "OAuthError", error: "invalid_grant" });
  expect(apiRequests).toHaveLength(1);
});

test.each([
  ["of another login", "code=c0de&state=other", "invalid_state"],
  ["without a state", "code=c0de", "invalid_state"],
  ["without a code", "state=st4te", "invalid_response"],
  ["with an empty code", "code=&state=st4te", "invalid_response"],
  ["with an error of another login", "error=access_denied&state=other", "invalid_state"],
  ["with nothing at all", "", "invalid_state"],
])("a redirect %s asks for no token", async (_case, query, error) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const kept = { state: "st4te", codeVerifier: "v", redirectUri, tokenUrl };
  for (const { authorizationCode, open } of sides.map(([, side]) => side)) {
    const auth = authorizationCode({ ...webApp, ...kept, callbackUrl: `https://a.example/cb?${query}` });
    expect(await rejection(open({ baseUrl: apiUrl, auth }).get())).toMatchObject({
      name: "OAuthError",
      error,
    });
  }
  expect(tokenRequests).toHaveLength(0);
});

test("a redirect of which a server knows only the path", async () => {
  const fake = await serve(json(200, { access_token: "t" }));
  const kept = { state: "s", codeVerifier: "v", redirectUri, tokenUrl: fake.url };
  const auth = runtime.authorizationCode({ ...webApp, ...kept, callbackUrl: "/cb?code=c%2F1&state=s#" });
  await runtime.open({ baseUrl: fake.url, auth }).get();
  expect(formOf(fake.received[0] ?? expect.fail())["code"]).toBe("c/1");
});

test("a code that has reached nobody is sent again with the next call", async () => {
  hurry();
  const port = await unusedPort();
  const kept = { state: "s", codeVerifier: "v", redirectUri, tokenUrl: `http://127.0.0.1:${port}` };
  const auth = runtime.authorizationCode({ ...webApp, ...kept, callbackUrl: "/cb?code=c&state=s" });
  const api = runtime.open({ baseUrl: kept.tokenUrl, auth, maxRetries: 0 });
  expect(await rejection(api.get())).toMatchObject({ name: "ConnectionError", operationId: "token" });
  const fake = await serve(json(200, { access_token: "t" }), port);
  await api.get();
  expect(fake.received.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test("a token that has ended and cannot be refreshed", async () => {
  const fake = await serve((response, request) =>
    json(request.method === "POST" ? 200 : 401, { access_token: "t" })(response, request),
  );
  const kept = { state: "s", codeVerifier: "v", redirectUri, tokenUrl: fake.url };
  const auth = runtime.authorizationCode({ ...webApp, ...kept, callbackUrl: "/cb?code=c&state=s" });
  expect(await rejection(runtime.open({ baseUrl: fake.url, auth }).get())).toMatchObject({
    name: "OAuthError",
    error: "invalid_grant",
  });
  expect(fake.received.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test("the URL of the login page says what PKCE needs, and nothing guesses it", async () => {
  const options = {
    ...webApp,
    redirectUri,
    scope,
    parameters: { prompt: "login", state: "fixed", response_type: "token", code_challenge: "x" },
  };
  const made = [
    await authorizationRequest("https://login.example/authorize?tenant=1", options),
    await authorizationUrl({ ...options, region: "mypurecloud.de" }),
    await authorizationUrl({ ...options, region: "loopback.example:8080" }),
    await authorizationUrl(options),
  ];
  for (const { url, state, codeVerifier } of made) {
    const { tenant, ...fields } = Object.fromEntries(new URL(url).searchParams);
    expect(tenant).toBe(url.includes("tenant") ? "1" : undefined);
    expect(fields).toEqual({
      response_type: "code",
      client_id: webApp.clientId,
      redirect_uri: redirectUri,
      scope: "openid orders",
      state,
      code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
      code_challenge_method: "S256",
      prompt: "login",
    });
    expect(codeVerifier).toMatch(/^[\w.~-]{43,128}$/);
    expect(state).toMatch(/^[\w-]{22,}$/);
    expect(state).not.toBe(codeVerifier);
  }
  expect(new Set(made.flatMap(({ state, codeVerifier }) => [state, codeVerifier])).size).toBe(8);
  expect(made.slice(1).map(({ url }) => url.split("?")[0])).toEqual([
    "https://login.mypurecloud.de/oauth/authorize",
    "https://login.loopback.example:8080/oauth/authorize",
    "https://login.mypurecloud.com/oauth/authorize",
  ]);
  expect(await authorizationUrl({ ...options, state: "my-own" })).toMatchObject({ state: "my-own" });
});

test.each([
  ["the runtime", readImplicitToken],
  ["the generated client", readImplicitRedirect],
])("reads what the implicit grant leaves in a redirect: %s", (_name, read) => {
  const token = read(
    `${redirectUri}#access_token=t0ken&expires_in=60&token_type=bearer&scope=a&state=s`,
    "s",
  );
  expect(token).toMatchObject({ accessToken: "t0ken", lifetime: 60_000, scope: "a" });
  expect((token.expiresAt ?? 0) - Date.now()).toBeCloseTo(60_000, -3);
  const refused = (carried: string, error: string): void =>
    expect(() => read(`${redirectUri}#${carried}`, "s")).toThrow(
      expect.objectContaining({ name: "OAuthError", error }),
    );
  refused("access_token=t0ken&state=other", "invalid_state");
  refused("error=access_denied&state=s", "access_denied");
  refused("state=s", "invalid_response");
});
