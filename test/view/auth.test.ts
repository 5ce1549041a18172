import { expect, it } from "vitest";
import { authPages } from "../../generator/view/auth-page.ts";
import { resolveUrl } from "../../generator/view/resolve-url.ts";
import { viewsFrom } from "../builders/views-from.ts";

const variables =
  "region: { default: eu }, root: { default: https://root.example/v1 }, host: { default: h.example }";

/** What each helper of one scheme does, by its name. */
function helpersOf(scheme: string, server: string): Readonly<Record<string, string>> {
  const [page] = authPages(
    viewsFrom(`servers: [{ url: "${server}", variables: { ${variables} } }, { url: https://other.example }]
components: { securitySchemes: { login: ${scheme} } }
security: [{ login: [] }]
paths: { /a: { get: {} } }`),
  );
  return Object.fromEntries(
    (page?.view.helpers ?? []).map(({ signature, body }) => [signature.split("(")[0], body]),
  );
}

const server = "https://{region}.example.com/v1";
const flows = (url: string): string => `{ type: oauth2, flows: {
  clientCredentials: { tokenUrl: ${url}, scopes: {} },
  authorizationCode: { authorizationUrl: ${url}, tokenUrl: ${url}, refreshUrl: ${url}, scopes: {} } } }`;

it("asks for tokens where the first server is", () => {
  const token = '{ tokenUrl: "https://{region}.example.com/oauth" }';
  expect(helpersOf(flows("/oauth"), server)).toMatchObject({
    clientCredentials: `clientCredentialsGrant(${token}, options)`,
    authorizationCode: `authorizationCodeGrant(${token}, options)`,
    refreshToken: `refreshTokenGrant(${token}, options)`,
    authorizationUrl: expect.stringContaining('fillTemplate("https://{region}.example.com/oauth"'),
  });
});

it("asks where the spec says, if that is a whole address", () => {
  expect(helpersOf(flows("https://login.example/t"), server)["refreshToken"]).toBe(
    'refreshTokenGrant({ tokenUrl: "https://login.example/t" }, options)',
  );
});

it("finds out about OpenID Connect where the first server is", () => {
  const scheme = "{ type: openIdConnect, openIdConnectUrl: /.well-known/openid-configuration }";
  expect(helpersOf(scheme, server)["clientCredentials"]).toBe(
    'clientCredentialsGrant({ discoveryUrl: "https://{region}.example.com/.well-known/openid-configuration" }, options)',
  );
});

it.each([
  ["https://a.example/v1", "token", "https://a.example/token"],
  ["https://a.example/v1/", "token", "https://a.example/v1/token"],
  ["https://a.example/v1/", "./token", "https://a.example/v1/token"],
  ["https://a.example/v1/b/", "../token?a=../b", "https://a.example/v1/token?a=../b"],
  ["https://a.example/v1/b/", "../../../..", "https://a.example/"],
  ["https://a.example/v1", "/b/./c/..", "https://a.example/b/"],
  ["https://a.example", "token", "https://a.example/token"],
  ["https://a.example", "?a", "https://a.example/?a"],
  ["https://a.example/v1?x", "?a", "https://a.example/v1?a"],
  ["https://a.example:8080/v1", "/token", "https://a.example:8080/token"],
  ["https://a.example/v1", "//b.example/token", "https://b.example/token"],
  ["https://a.example/v1", "HTTP://b.example/token", "HTTP://b.example/token"],
  ["https://a.example/v1", "", ""],
  ["https://{host}/{region}/", "{region}/token", "https://{host}/{region}/{region}/token"],
  ["https://a.example/v1", "{root}/token", "{root}/token"],
  // What a variable holds cannot be taken apart while it may be anything.
  ["{root}/x", "/token", "https://root.example/token"],
  ["{scheme}://a.example/v1", "/token", "{scheme}://a.example/token"],
  ["/v1", "/token", "/token"],
  ["/", "token", "token"],
])("of %s, %s is %s", (url, relative, resolved) => {
  const [first] = viewsFrom(`servers: [{ url: "${url}", variables: { ${variables} } }]\npaths: {}`).api
    .servers;
  expect(resolveUrl(relative, first)).toBe(resolved);
});

it("knows no place without a server", () => {
  expect(resolveUrl("/token", undefined)).toBe("/token");
});
