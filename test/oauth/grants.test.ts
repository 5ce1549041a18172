import { expect, test } from "vitest";
import { clientCredentials, createClient, OAuthError } from "../../generated/src/index.ts";
import { clientCredentialsGrant } from "../../templates/runtime/grants.ts";
import { call, openTransport } from "../../templates/runtime/transport.ts";
import { inTurn, json, listOrders, rejection, serve } from "../runtime/server.ts";
import { assertion, awkwardSecret, formService, samlGrant, service } from "./authorization-server.ts";
import { formOf, sharedServer } from "./shared-server.ts";
import { guarded, runtime, sides } from "./sides.ts";

const server = sharedServer();

test.each(sides)("a service gets a token and calls the API: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const auth = side.clientCredentials({ ...service, tokenUrl, scope: ["orders"] });
  const api = side.open({ baseUrl: apiUrl, auth });
  expect(await api.get()).toMatchObject({ method: "GET", path: "/api/orders", clientId: service.clientId });
  expect(await api.post({ a: 1 })).toMatchObject({ method: "POST", body: '{"a":1}' });
  expect(tokenRequests.map(formOf)).toEqual([{ grant_type: "client_credentials", scope: "orders" }]);
});

test("id and secret are form-encoded before they become Basic", async () => {
  const fake = await serve(json(200, { access_token: "t" }));
  const login = { clientId: "id: ü", clientSecret: `${awkwardSecret}ä€` };
  const auth = runtime.clientCredentials({ ...login, tokenUrl: fake.url });
  await runtime
    .open({ baseUrl: server().apiUrl, auth })
    .get()
    .catch(() => undefined);
  const [, encoded = ""] = /^Basic (.+)$/.exec(fake.received[0]?.headers.authorization ?? "") ?? [];
  const plain = Buffer.from(encoded, "base64").toString("latin1");
  expect(plain).toBe("id%3A+%C3%BC:s3c%3Ar%25t%2Bs+w%7Ed*%26%3D%2F%C3%A4%E2%82%AC");
});

test.each(sides)("a service whose secret travels in the form: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  const auth = side.clientCredentials({ ...formService, clientAuthentication: "form", tokenUrl });
  const { clientId } = await side.open({ baseUrl: apiUrl, auth }).get();
  expect(clientId).toBe(formService.clientId);
  expect(tokenRequests[0]?.headers.authorization).toBeUndefined();
  expect(tokenRequests.map(formOf)).toEqual([
    {
      grant_type: "client_credentials",
      client_id: formService.clientId,
      client_secret: formService.clientSecret,
    },
  ]);
});

test.each(sides)("a SAML assertion stands for a person: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests } = server();
  let asked = 0;
  const auth = side.saml2Bearer({
    ...service,
    assertion: async () => (asked++, assertion),
    parameters: { orgName: "acme" },
    tokenUrl,
  });
  const api = side.open({ baseUrl: apiUrl, auth });
  expect(await api.get()).toMatchObject({ clientId: service.clientId, accountId: "saml-user" });
  await api.get();
  expect(asked).toBe(1);
  expect(tokenRequests.map(formOf)).toEqual([{ grant_type: samlGrant, assertion, orgName: "acme" }]);
});

test.each(sides)("an assertion that the server refuses: %s", async (_name, side) => {
  const { apiUrl, tokenUrl } = server();
  const auth = side.saml2Bearer({ ...service, assertion, parameters: { orgName: "other" }, tokenUrl });
  expect(await rejection(side.open({ baseUrl: apiUrl, auth }).get())).toMatchObject({
    name: "OAuthError",
    error: "invalid_grant",
    error_description: "Unknown assertion or organization.",
    status: 400,
    operationId: "token",
  });
});

test.each(sides)("any other grant: %s", async (_name, side) => {
  const { apiUrl, tokenUrl } = server();
  const auth = side.customGrant({
    ...service,
    grantType: samlGrant,
    form: async () => ({ assertion, orgName: "acme" }),
    tokenUrl,
  });
  expect(await side.open({ baseUrl: apiUrl, auth }).get()).toMatchObject({ accountId: "saml-user" });
});

test("a grant that is its user's own", async () => {
  const { apiUrl, tokenUrl } = server();
  const own = runtime.clientCredentials({ ...service, tokenUrl });
  const asked: unknown[] = [];
  const api = runtime.open({
    baseUrl: apiUrl,
    auth: (request) => {
      asked.push(request.rejected);
      return own(request);
    },
  });
  const { token } = await api.get();
  await server().revoke(token);
  await api.get();
  expect(asked).toEqual([undefined, undefined, token]);
});

test.each(sides)("a wrong secret: %s", async (_name, side) => {
  const { apiUrl, tokenUrl, tokenRequests, apiRequests } = server();
  const auth = side.clientCredentials({ ...service, clientSecret: "wr0ng", tokenUrl });
  expect(await rejection(side.open({ baseUrl: apiUrl, auth }).get())).toMatchObject({
    name: "OAuthError",
    message: "No token: invalid_client: client authentication failed",
    error: "invalid_client",
    error_description: "client authentication failed",
    status: 401,
  });
  expect([tokenRequests.length, apiRequests.length]).toEqual([1, 0]);
});

test.each([
  ["error_description", { error_description: "No such client." }],
  ["description", { description: "No such client." }],
  ["one that is no text", { description: { en: "?" }, error_description: "No such client." }],
])("what the server says in %s", async (_spelling, said) => {
  const fake = await serve(json(400, { error: "invalid_client", ...said }));
  const auth = runtime.clientCredentials({ ...service, tokenUrl: fake.url });
  expect(await rejection(runtime.open({ baseUrl: fake.url, auth }).get())).toMatchObject({
    message: "No token: invalid_client: No such client.",
    error_description: "No such client.",
  });
});

test("a token endpoint that is discovered", async () => {
  const { url, apiUrl, tokenRequests } = server();
  const endpoint = { discoveryUrl: "{host}/.well-known/openid-configuration" };
  const auth = clientCredentialsGrant(endpoint, service);
  const transport = openTransport(guarded, { baseUrl: apiUrl, auth, variables: { host: url } });
  expect(await call(transport, listOrders, {})).toMatchObject({ clientId: service.clientId });
  expect(tokenRequests).toHaveLength(1);
});

test.each([
  ["names no token endpoint", json(200, { issuer: "a" }), { error: "invalid_response" }],
  ["is not there", json(404, {}), { error: "http_404", status: 404 }],
])("a discovery that %s", async (_case, answer, expected) => {
  const fake = await serve(answer);
  const auth = clientCredentialsGrant({ discoveryUrl: fake.url }, service);
  const transport = openTransport(guarded, { baseUrl: fake.url, auth });
  expect(await rejection(call(transport, listOrders, {}))).toMatchObject({ name: "OAuthError", ...expected });
  expect(fake.received).toHaveLength(1);
});

test("a token endpoint follows the server variables, and keeps its query", async () => {
  const fake = await serve(inTurn(json(200, { access_token: "t" }), json(200, {})));
  const auth = clientCredentialsGrant({ tokenUrl: "http://127.0.0.1:{port}/{region}/token?v=1&w" }, service);
  const variables = { port: new URL(fake.url).port, region: "eu" };
  await call(openTransport(guarded, { baseUrl: fake.url, auth, variables }), listOrders, {});
  expect(fake.received[0]?.url).toBe("/eu/token?v=1&w=");
});

test("the package's own token endpoint is that of the region", async () => {
  const asked: string[] = [];
  const fetchIt: typeof fetch = async (input) => {
    asked.push(String(input));
    return Response.json({ access_token: "t", expires_in: 0 });
  };
  for (const region of [undefined, "mypurecloud.de", "127.0.0.1:8443"]) {
    const auth = clientCredentials(service);
    await createClient({ region, auth, fetch: fetchIt }).request("GET", "/x");
  }
  expect(asked).toEqual([
    "https://login.mypurecloud.com/oauth/token",
    "https://api.mypurecloud.com/x",
    "https://login.mypurecloud.de/oauth/token",
    "https://api.mypurecloud.de/x",
    "https://login.127.0.0.1:8443/oauth/token",
    "https://api.127.0.0.1:8443/x",
  ]);
});

test("a token travels by the proxy that the calls travel by", async () => {
  const fake = await serve(json(200, { access_token: "t" }));
  const auth = runtime.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
  const dispatched: unknown[] = [];
  const fetchIt: typeof fetch = async (
    input,
    { dispatcher, ...init }: RequestInit & { dispatcher?: unknown } = {},
  ) => {
    dispatched.push(dispatcher);
    return fetch(input, init);
  };
  await runtime
    .open({ baseUrl: fake.url, auth, fetch: fetchIt, fetchOptions: { dispatcher: "proxy" } })
    .get();
  expect(dispatched).toEqual(["proxy", "proxy"]);
});

test("the package exports the error that its grants throw", async () => {
  const fake = await serve(json(400, { error: "invalid_client" }));
  const auth = clientCredentials({ ...service, tokenUrl: fake.url });
  const error = await rejection(createClient({ auth }).request("GET", "/x"));
  expect(error).toBeInstanceOf(OAuthError);
});
