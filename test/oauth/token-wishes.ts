import * as oauth from "oauth4webapi";
import { assertion, redirectUri, samlGrant, service, singlePageApp } from "./authorization-server.ts";
import type { Side } from "./sides.ts";

/** The judge wants to be told that this is no real server. */
export const insecure = { [oauth.allowInsecureRequests]: true };

const awkward = { clientId: "id:1 ü", clientSecret: `${service.clientSecret}ä€+` };
const as = (tokenUrl: string): oauth.AuthorizationServer => ({
  issuer: new URL(tokenUrl).origin,
  token_endpoint: tokenUrl,
});

const basic = {
  client: { client_id: awkward.clientId },
  proof: oauth.ClientSecretBasic(awkward.clientSecret),
};
const redirect = new URL(`${redirectUri}&code=c%2F0de%2B%20&state=s`);

/** Each wish as it is told to the judge, and as it is told to us. */
export const wishes = {
  "client credentials": {
    judge: (tokenUrl: string) =>
      oauth.clientCredentialsGrantRequest(
        as(tokenUrl),
        basic.client,
        basic.proof,
        { scope: "a b" },
        insecure,
      ),
    ours: (side: Side, tokenUrl: string) =>
      side.clientCredentials({ ...awkward, scope: ["a", "b"], tokenUrl }),
  },
  "a secret in the form": {
    judge: (tokenUrl: string) =>
      oauth.clientCredentialsGrantRequest(
        as(tokenUrl),
        basic.client,
        oauth.ClientSecretPost(awkward.clientSecret),
        {},
        insecure,
      ),
    ours: (side: Side, tokenUrl: string) =>
      side.clientCredentials({ ...awkward, clientAuthentication: "form", tokenUrl }),
  },
  "an authorization code": {
    judge: (tokenUrl: string) => {
      const found = oauth.validateAuthResponse(as(tokenUrl), basic.client, redirect, "s");
      return oauth.authorizationCodeGrantRequest(
        as(tokenUrl),
        basic.client,
        basic.proof,
        found,
        redirectUri,
        "v3rifier",
        insecure,
      );
    },
    ours: (side: Side, tokenUrl: string) =>
      side.authorizationCode({
        ...awkward,
        callbackUrl: redirect,
        redirectUri,
        state: "s",
        codeVerifier: "v3rifier",
        tokenUrl,
      }),
  },
  "a refresh token of an app without a secret": {
    judge: (tokenUrl: string) =>
      oauth.refreshTokenGrantRequest(
        as(tokenUrl),
        { client_id: singlePageApp.clientId },
        oauth.None(),
        "r+/=",
        insecure,
      ),
    ours: (side: Side, tokenUrl: string) =>
      side.refreshToken({ ...singlePageApp, refreshToken: "r+/=", tokenUrl }),
  },
  "an assertion": {
    judge: (tokenUrl: string) =>
      oauth.genericTokenEndpointRequest(
        as(tokenUrl),
        basic.client,
        basic.proof,
        samlGrant,
        { assertion, orgName: "ä & co" },
        insecure,
      ),
    ours: (side: Side, tokenUrl: string) =>
      side.saml2Bearer({ ...awkward, assertion, parameters: { orgName: "ä & co" }, tokenUrl }),
  },
};
