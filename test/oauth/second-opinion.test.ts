import { createHash } from "node:crypto";
import * as oauth from "oauth4webapi";
import { expect, test } from "vitest";
import { authorizationRequest } from "../../templates/runtime/login.ts";
import { tokenOf } from "../../templates/runtime/token.ts";
import type { Received } from "../runtime/server.ts";
import { json, rejection, serve } from "../runtime/server.ts";
import { formService, redirectUri, service, webApp } from "./authorization-server.ts";
import { browse } from "./browse.ts";
import { sharedServer } from "./shared-server.ts";
import { sides } from "./sides.ts";
import { insecure, wishes } from "./token-wishes.ts";

const server = sharedServer();

/** What the server says of itself, as the judge understands it. */
async function discover(): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(server().url);
  const response = await oauth.discoveryRequest(issuer, insecure);
  return oauth.processDiscoveryResponse(issuer, response);
}

/** A token request, read by code that shares nothing with what has written it. */
function understood({ method, headers, body }: Received): unknown {
  const [scheme = "", encoded = ""] = (headers.authorization ?? "").split(" ");
  const [id = "", secret = ""] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  const plain = (text: string): string => decodeURIComponent(text.replaceAll("+", "%20"));
  const fields = body.split("&").map((pair) => pair.split("=").map(plain));
  return {
    method,
    mediaType: headers["content-type"]?.split(";")[0],
    accepts: headers.accept,
    login: scheme === "" ? undefined : [scheme, plain(id), plain(secret)],
    fields: fields.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
  };
}

test.each(Object.entries(wishes))("sends what the judge sends: %s", async (_name, { judge, ours }) => {
  const fake = await serve(json(200, { access_token: "t", token_type: "bearer" }));
  const tokenUrl = `${fake.url}/token`;
  await judge(tokenUrl);
  for (const [, side] of sides) await side.open({ baseUrl: fake.url, auth: ours(side, tokenUrl) }).get();
  const requests = fake.received.filter(({ url }) => url === "/token").map(understood);
  expect(requests).toHaveLength(3);
  expect(requests[1]).toEqual(requests[0]);
  expect(requests[2]).toEqual(requests[0]);
});

test("reads of an answer what the judge reads", async () => {
  const found = await discover();
  const client = { client_id: formService.clientId };
  const request = async (): Promise<Response> =>
    oauth.clientCredentialsGrantRequest(
      found,
      client,
      oauth.ClientSecretPost(formService.clientSecret),
      { scope: "orders" },
      insecure,
    );
  const response = await request();
  const ours = tokenOf(Object(await response.clone().json()));
  const judged = await oauth.processClientCredentialsResponse(found, client, response);
  expect(judged.token_type).toBe("bearer");
  expect(ours).toMatchObject({
    accessToken: judged.access_token,
    lifetime: (judged.expires_in ?? 0) * 1000,
    scope: judged.scope,
  });
});

test.each(sides)("the judge finishes a login that we have begun: %s", async (_name, side) => {
  const found = await discover();
  const client = { client_id: webApp.clientId };
  const asked = { ...webApp, redirectUri, scope: ["openid"] };
  const { url, state, codeVerifier } = await authorizationRequest(found.authorization_endpoint ?? "", asked);
  expect(await oauth.calculatePKCECodeChallenge(codeVerifier)).toBe(
    createHash("sha256").update(codeVerifier).digest("base64url"),
  );
  const callback = new URL(await browse(url, { login: "alice" }));
  const valid = oauth.validateAuthResponse(found, client, callback, state);
  const proof = oauth.ClientSecretBasic(webApp.clientSecret);
  const response = await oauth.authorizationCodeGrantRequest(
    found,
    client,
    proof,
    valid,
    redirectUri,
    codeVerifier,
    insecure,
  );
  const { refresh_token: refreshToken = "" } = await oauth.processAuthorizationCodeResponse(
    found,
    client,
    response,
  );
  // And we go on where the judge has stopped.
  const { apiUrl, tokenUrl } = server();
  const auth = side.refreshToken({ ...webApp, refreshToken, tokenUrl });
  expect(await side.open({ baseUrl: apiUrl, auth }).get()).toMatchObject({ accountId: "alice" });
});

test("both refuse the redirect of another login, and one that says no", async () => {
  const { url, apiUrl, tokenUrl } = server();
  const found = await discover();
  const client = { client_id: webApp.clientId };
  const asked = await authorizationRequest(`${url}/auth`, { ...webApp, redirectUri, scope: ["openid"] });
  const denied = await browse(asked.url, { login: "alice", givesUpAt: "consent" });
  const cases = [
    {
      callbackUrl: denied,
      state: asked.state,
      error: "access_denied",
      judged: oauth.AuthorizationResponseError,
    },
    {
      callbackUrl: denied.replace(asked.state, "other"),
      state: asked.state,
      error: "invalid_state",
      judged: oauth.OperationProcessingError,
    },
    {
      callbackUrl: `${redirectUri}&code=c`,
      state: asked.state,
      error: "invalid_state",
      judged: oauth.OperationProcessingError,
    },
  ];
  for (const { callbackUrl, state, error, judged } of cases) {
    expect(() => oauth.validateAuthResponse(found, client, new URL(callbackUrl), state)).toThrow(judged);
    for (const [, side] of sides) {
      const options = { ...webApp, callbackUrl, state, codeVerifier: asked.codeVerifier, redirectUri };
      const auth = side.authorizationCode({ ...options, tokenUrl });
      expect(await rejection(side.open({ baseUrl: apiUrl, auth }).get())).toMatchObject({
        name: "OAuthError",
        error,
      });
    }
  }
});

test.each([
  ["a wrong secret", { ...service, clientSecret: "wr0ng" }, "invalid_client", 401],
  ["a grant that the client may not use", webApp, "invalid_request", 400],
])("both read the same refusal: %s", async (_case, login, error, status) => {
  const found = await discover();
  const client = { client_id: login.clientId };
  const proof = oauth.ClientSecretBasic(login.clientSecret);
  const response = await oauth.clientCredentialsGrantRequest(found, client, proof, {}, insecure);
  const answer: unknown = await response.clone().json();
  const judged = await rejection(oauth.processClientCredentialsResponse(found, client, response));
  expect(judged).toMatchObject({ status });
  const { apiUrl, tokenUrl } = server();
  for (const [, side] of sides) {
    const ours = await rejection(
      side.open({ baseUrl: apiUrl, auth: side.clientCredentials({ ...login, tokenUrl }) }).get(),
    );
    expect(ours).toMatchObject({ name: "OAuthError", error, status, ...Object(answer) });
    // Of a 401 the judge reads the challenge only.
    if (judged instanceof oauth.ResponseBodyError) expect(judged).toMatchObject({ error, ...Object(answer) });
    else expect(judged).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
  }
});
