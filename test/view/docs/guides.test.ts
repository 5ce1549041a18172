// The guides to authentication and to requests, and the words for what the runtime offers.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  callOptions,
  instrumentOptions,
  runtimeOptions,
  type Word,
} from "../../../generator/view/docs/runtime-words.ts";
import { grantOptions } from "../../../generator/view/docs/grant-words.ts";
import { repository } from "../../stories.ts";
import { answer, docsOf, pageOf, sectionOf } from "./docs-of.ts";

const paths = { "/shop": { get: { operationId: "getShop", responses: { "200": answer({}) } } } };
const tokenUrl = "https://a.b/token";

function guideTo(securitySchemes: object, more: object = {}): Promise<string> {
  const security = Object.keys(securitySchemes).map((name) => ({ [name]: [] }));
  return pageOf("docs/authentication.md", { paths, components: { securitySchemes }, security, ...more });
}

const headingsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading);

it("says where a key in a header does not go", async () => {
  const key = { type: "apiKey", in: "header", name: "X-Key" };
  const redirects = /^A redirect to another origin .*$/m;
  expect(redirects.exec(await guideTo({ key }))?.[0]).toBe(
    "A redirect to another origin is followed without the header `X-Key`, as it is without `Authorization` and `Cookie`. A browser tells no program where a redirect leads, so a call there that sends the header and is redirected rejects with a `ConnectionError`.",
  );
  const two = await guideTo({ key, app: { ...key, name: "X-App" } });
  expect(two).toContain("without the headers `X-Key` and `X-App`, as it is");
  expect(two).toContain("a call there that sends one of them and is redirected");
  expect(await guideTo({ key: { ...key, in: "query" } })).not.toMatch(redirects);
  expect(await guideTo({ key: { ...key, name: "Authorization" } })).not.toMatch(redirects);
});

it("says where tokens come from in whole addresses", async () => {
  const flows = {
    authorizationCode: { authorizationUrl: "/in", tokenUrl: "token", refreshUrl: "../again", scopes: {} },
  };
  const schemes = { a: { type: "oauth2", flows }, b: { type: "openIdConnect", openIdConnectUrl: "/openid" } };
  const page = await guideTo(schemes, { servers: [{ url: "https://a.b/v1/" }] });
  const section = sectionOf(page, "What the API says");
  expect(section).toContain("sign in at `https://a.b/in`, get a token at `https://a.b/v1/token`");
  expect(section).toContain("renew it at `https://a.b/again`.");
  expect(section).toContain("The server tells of itself at `https://a.b/openid`.");
});

it("has no guide to authentication where the API asks for none", async () => {
  const pages = await docsOf({ paths });
  expect([...pages.keys()]).not.toContain("docs/authentication.md");
  expect(pages.get("README.md")).not.toContain("authentication.md");
  expect(pages.get("docs/requests.md")).not.toMatch(/authentication|credential|tokens included/);
});

it.each<readonly [string, object, readonly string[]]>([
  ["a key", { type: "apiKey", in: "query", name: "key" }, ["A token of your own"]],
  ["a name", { type: "http", scheme: "basic" }, []],
  ["a certificate", { type: "mutualTLS" }, ["What the API says"]],
  [
    "the implicit grant alone",
    { type: "oauth2", flows: { implicit: { authorizationUrl: "https://a.b/in", scopes: {} } } },
    ["A token of your own", "Implicit", "What the API says"],
  ],
  [
    "OpenID Connect",
    { type: "openIdConnect", openIdConnectUrl: "https://a.b/openid" },
    [
      "A token of your own",
      "Client credentials",
      "Refresh token",
      "SAML assertion",
      "Any other grant",
      "Options of every grant",
      "How tokens are kept",
      "When no token is given",
      "What the API says",
    ],
  ],
])("guides to what there is for %s", async (_, scheme, headings) => {
  expect(headingsOf(await guideTo({ login: scheme }))).toEqual(headings);
});

it("shows each flow of the spec, the deprecated one last", async () => {
  const flows = {
    implicit: { authorizationUrl: "https://a.b/in", scopes: {} },
    password: { tokenUrl, scopes: {} },
    authorizationCode: { authorizationUrl: "https://{zone}.a.b/in", tokenUrl, scopes: {} },
    clientCredentials: { tokenUrl, scopes: {} },
  };
  const servers = [{ url: "https://{zone}.a.b", variables: { zone: { default: "eu" } } }];
  const page = await guideTo({ login: { type: "oauth2", flows } }, { servers });
  expect(headingsOf(page).slice(1, 8)).toEqual([
    "Client credentials",
    "Authorization code",
    "Password",
    "Refresh token",
    "SAML assertion",
    "Any other grant",
    "Implicit",
  ]);
  expect(sectionOf(page, "Authorization code")).toContain('createClient({ zone: "eu", auth: grant });');
  expect(sectionOf(page, "Implicit")).toContain('import { readImplicitRedirect } from "shop/auth";\n');
});

it("says what the author says of a scheme, where tokens come from and what scopes there are", async () => {
  const flows = {
    authorizationCode: {
      authorizationUrl: "https://a.b/in",
      tokenUrl,
      refreshUrl: "https://a.b/more",
      scopes: { read: "Look | see.", write: "" },
    },
    clientCredentials: { tokenUrl, scopes: {} },
  };
  const page = await guideTo({ login: { type: "oauth2", description: "Sign in *here*.", flows } });
  expect(sectionOf(page, "What the API says")).toContain(`Sign in _here_.

Tokens come from:

- Authorization code: sign in at \`https://a.b/in\`, get a token at \`https://a.b/token\`, renew it at \`https://a.b/more\`.
- Client credentials: get a token at \`https://a.b/token\`.

| Scope   | Meaning      |
| ------- | ------------ |
| \`read\`  | Look \\| see. |
| \`write\` |              |
`);
});

it("explains several ways to sign in, and one that it knows nothing of", async () => {
  const flows = { clientCredentials: { tokenUrl, scopes: {} } };
  const page = await guideTo({
    key: { type: "apiKey", in: "header", name: "X-Key", description: "Ask us." },
    basic: { type: "http", scheme: "basic" },
    cert: { type: "mutualTLS" },
    one: { type: "oauth2", flows },
    other: { type: "oauth2", flows },
  });
  expect(page).toContain("`auth` is an object that holds a credential for each scheme that you use.");
  expect(sectionOf(page, "A token of your own")).toContain("  auth: {\n    key: async ({ rejected }) => {\n");
  const grant = sectionOf(page, "Client credentials");
  expect(grant).toContain("auth: { one: grant } });");
  expect(grant).toContain("This is for `one`; there is `clientCredentialsOther` for `other`.");
  const said = sectionOf(page, "What the API says");
  expect(said).toContain(
    "**`key`**: an API key, or a function that gives one.\n\nAsk us.\n\n**`basic`**: an object",
  );
  expect(said).toContain("**`cert`**: not sent by this client");
});

it("takes a helper from where it is to be had if an operation is called like it", async () => {
  const flows = { clientCredentials: { tokenUrl, scopes: {} } };
  const page = await guideTo(
    { login: { type: "oauth2", flows } },
    { paths: { "/c": { get: { operationId: "clientCredentials", responses: { "200": answer({}) } } } } },
  );
  expect(sectionOf(page, "Client credentials")).toContain('import { clientCredentials } from "shop/auth";');
});

it("guides to requests without a call where there is nothing to call", async () => {
  const page = await pageOf("docs/requests.md", {});
  expect(headingsOf(page)).not.toContain("Testing");
  expect(page).not.toContain("await api.default");
});

it.each<readonly [string, string, readonly Word[]]>([
  ["options.ts", "TransportOptions", runtimeOptions],
  ["options.ts", "CallOptions", callOptions],
  ["instruments.ts", "InstrumentOptions", instrumentOptions],
  ["grants.ts", "GrantOptions", grantOptions.filter(({ name }) => !name.startsWith("client"))],
  ["token.ts", "TokenClient", grantOptions.filter(({ name }) => name.startsWith("client"))],
])("has a word for each option of the runtime, in %s %s", (file, type, words) => {
  const text = readFileSync(join(repository, "templates/runtime", file), "utf8");
  const [, members = ""] =
    new RegExp(`export interface ${type}\\b[^{]*\\{\\n([^]*?)\\n\\}\\n`).exec(text) ?? [];
  const names = [...members.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(2);
  expect(words.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

it("shows a name and a password as they are given", async () => {
  const page = await guideTo({ login: { type: "http", scheme: "basic" } });
  expect(page).toContain('  auth: { username: "your name", password: "your password" },\n');
});

it("says of a certificate that it is not sent, and where OpenID Connect is described", async () => {
  const certificate = await guideTo({ login: { type: "mutualTLS" } });
  expect(sectionOf(certificate, "What the API says")).toContain("**`login`**: not sent by this client");
  const connect = await guideTo({ login: { type: "openIdConnect", openIdConnectUrl: "https://a.b/openid" } });
  expect(sectionOf(connect, "What the API says")).toContain("at `https://a.b/openid`.");
});
