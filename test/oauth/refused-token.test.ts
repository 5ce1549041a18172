import { expect, test } from "vitest";
import { json, rejection, serve } from "../runtime/server.ts";
import { service } from "./authorization-server.ts";
import { sharedServer, until } from "./shared-server.ts";
import { runtime, sides } from "./sides.ts";
import { serveTokens } from "./token-endpoint.ts";

const server = sharedServer();

test.each(sides)("a refused token is renewed once, and the call sent again: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests, apiRequests, revoke } = server();
  const api = side.open({
    baseUrl: apiUrl,
    auth: side.clientCredentials({ ...service, tokenUrl }),
    maxRetries: 0,
  });
  const { token } = await api.get();
  await revoke(token);
  // A POST, too: what is refused has not been done.
  const answer = await api.post({ secret: "ä", n: [1] });
  expect(answer.token).not.toBe(token);
  expect(apiRequests.map(({ method, body }) => [method, body])).toEqual([
    ["GET", ""],
    ["POST", '{"secret":"ä","n":[1]}'],
    ["POST", '{"secret":"ä","n":[1]}'],
  ]);
  expect(tokenRequests).toHaveLength(2);
});

test.each(sides)("a token that is refused to 20 calls at once is renewed once: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests, apiRequests, revoke } = server();
  const api = side.open({ baseUrl: apiUrl, auth: side.clientCredentials({ ...service, tokenUrl }) });
  const { token } = await api.get();
  await revoke(token);
  const answers = await Promise.all(Array.from({ length: 20 }, async (_, index) => api.post({ index })));
  expect(new Set(answers.map((answer) => answer.token)).size).toBe(1);
  expect(answers.map(({ body }) => body)).toEqual(answers.map((_, index) => `{"index":${index}}`));
  expect([tokenRequests.length, apiRequests.length]).toEqual([2, 41]);
});

test("the call waits for the token that is on its way", async () => {
  const double = await serveTokens(3600);
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${double.url}/token` });
  const api = runtime.open({ baseUrl: double.url, auth });
  await api.get();
  double.isClosed = true;
  let release: (value: unknown) => void = () => undefined;
  double.hold = new Promise((resolve) => (release = resolve));
  let isOver = false;
  const call = api.get().finally(() => (isOver = true));
  await until(() => double.tokenRequests.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([isOver, double.tokenRequests.length, double.apiRequests.length]).toEqual([false, 2, 2]);
  double.isClosed = false;
  release(undefined);
  expect((await call).token).toBe("Bearer t2");
  expect([double.tokenRequests.length, double.apiRequests.length]).toEqual([2, 3]);
});

test.each(sides)("an API that goes on refusing: %s", async (_name, side) => {
  const double = await serveTokens(3600);
  const auth = side.clientCredentials({ ...service, tokenUrl: `${double.url}/token` });
  const api = side.open({ baseUrl: double.url, auth });
  await api.get();
  double.isClosed = true;
  expect(await rejection(api.get())).toMatchObject({ name: "AuthenticationError", status: 401 });
  expect([double.tokenRequests.length, double.apiRequests.length]).toEqual([2, 3]);
});

test("20 calls to an API that goes on refusing renew once", async () => {
  const double = await serveTokens(3600);
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${double.url}/token` });
  const api = runtime.open({ baseUrl: double.url, auth });
  await api.get();
  double.isClosed = true;
  const errors = await Promise.all(Array.from({ length: 20 }, async () => rejection(api.get())));
  expect(new Set(errors.map((error) => Object(error).name))).toEqual(new Set(["AuthenticationError"]));
  expect([double.tokenRequests.length, double.apiRequests.length]).toEqual([2, 41]);
});

test("a server that gives the same token again ends no call in a circle", async () => {
  const fake = await serve((response, request) =>
    json(request.url === "/token" ? 200 : 401, { access_token: "same" })(response, request),
  );
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
  const error = await rejection(runtime.open({ baseUrl: fake.url, auth }).get());
  expect(error).toMatchObject({ name: "AuthenticationError" });
  expect(fake.received.map(({ url }) => url)).toEqual(["/token", "/orders", "/token", "/orders"]);
});

test("a refused token that cannot be renewed says why", async () => {
  const double = await serveTokens(3600);
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${double.url}/token` });
  const api = runtime.open({ baseUrl: double.url, auth });
  await api.get();
  double.isClosed = true;
  double.failure = { status: 400, body: '{"error":"invalid_client","description":"Inactive."}' };
  expect(await rejection(api.get())).toMatchObject({ name: "OAuthError", error: "invalid_client" });
  expect([double.tokenRequests.length, double.apiRequests.length]).toEqual([2, 2]);
});

test("a token that is no function is not asked for again", async () => {
  const { apiUrl, apiRequests } = server();
  const api = runtime.open({ baseUrl: apiUrl, auth: "unknown" });
  expect(await rejection(api.get())).toMatchObject({ name: "AuthenticationError" });
  expect(apiRequests).toHaveLength(1);
});
