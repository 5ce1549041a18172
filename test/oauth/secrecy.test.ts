import { inspect } from "node:util";
import { expect, test } from "vitest";
import { withLogging } from "../../generated/src/runtime.ts";
import { toCurl } from "../../templates/runtime/curl.ts";
import { SdkError } from "../../templates/runtime/errors.ts";
import { authorizationRequest } from "../../templates/runtime/login.ts";
import { redactBody, redactUrl } from "../../templates/runtime/redact.ts";
import type { Answer } from "../runtime/server.ts";
import { always, json, rejection, serve } from "../runtime/server.ts";
import { assertion, formService, redirectUri, samlGrant, webApp } from "./authorization-server.ts";
import { browse } from "./browse.ts";
import { formOf, sharedServer } from "./shared-server.ts";
import { runtime, sides } from "./sides.ts";

const server = sharedServer();

/** As deep as anybody looks, hidden members and getters included. */
function seen(...values: readonly unknown[]): string {
  const deep = (value: unknown): string =>
    inspect(value, { depth: 20, showHidden: true, getters: true, maxStringLength: null });
  return values
    .flatMap((value) => [deep(value), inspect(value), JSON.stringify(value) ?? "", String(value)])
    .join("\n");
}

/** The message, stack and members of an error and of all that it was caused by. */
function seenOf(error: unknown): string {
  const { cause, stack, message }: { cause?: unknown; stack?: unknown; message?: unknown } = Object(error);
  const curl = error instanceof SdkError ? toCurl(error) : "";
  const own = [seen(error), String(stack), String(message), curl].join("\n");
  return cause === undefined ? own : `${own}\n${seenOf(cause)}`;
}

/** A logger that keeps all it is given, as it would be shown. */
function notebook() {
  const lines: string[] = [];
  const write = (message: string, details?: unknown): void => {
    lines.push(message, seen(details));
  };
  return { lines, logger: { error: write, warn: write, info: write, debug: write } };
}

/** In each spelling that it may travel in. */
function spellings(secret: string): readonly string[] {
  const form = String(new URLSearchParams([["", secret]])).slice(1);
  return [secret, encodeURIComponent(secret), form, Buffer.from(secret).toString("base64")];
}

function expectNone(text: string, secrets: readonly (string | undefined)[]): void {
  for (const secret of secrets) {
    if (!secret) return expect.fail("A secret is missing.");
    for (const spelling of spellings(secret)) expect(text).not.toContain(spelling);
  }
}

test.each(sides)("a login from its code to its refresh shows no secret: %s", async (_name, side) => {
  const { url, apiUrl, tokenUrl, tokenRequests, revoke } = server();
  const { url: page, ...kept } = await authorizationRequest(`${url}/auth`, {
    ...webApp,
    redirectUri,
    scope: ["openid"],
  });
  const callbackUrl = await browse(page, { login: "alice" });
  const auth = side.authorizationCode({ ...webApp, ...kept, redirectUri, callbackUrl, tokenUrl });
  const { lines, logger } = notebook();
  const api = side.open({ baseUrl: apiUrl, auth, logger, logLevel: "debug" });
  const { token } = await api.get();
  await revoke(token);
  const { token: next } = await api.post({
    name: "n",
    client_secret: "b0dy-s3cr3t",
    list: { tokens: ["b0dy-t0k3n"] },
  });
  const text = [lines.join("\n"), seen(api.client, auth)].join("\n");
  const { code } = formOf(tokenRequests[0] ?? expect.fail());
  const { refresh_token: refreshToken } = formOf(tokenRequests[1] ?? expect.fail());
  const basic = tokenRequests[0]?.headers.authorization?.slice(6);
  const secrets = [token, next, code, refreshToken, basic, kept.codeVerifier, webApp.clientSecret];
  expectNone(text, [...secrets, "b0dy-s3cr3t", "b0dy-t0k3n"]);
  // It does say what has been sent.
  expect(text).toMatch(/token: POST http:\/\/127\.0\.0\.1:\d+\/token goes out/);
  expect(text).toContain("grant_type=authorization_code&code=***&redirect_uri=https%3A%2F%2Fapp.example");
  expect(text).toContain(`{"name":"n","client_secret":"***","list":{"tokens":["***"]}}`);
  expect(text).toMatch(/authorization: '\*\*\*'/);
});

test.each(sides)("a secret and an assertion in a form are not shown: %s", async (_name, side) => {
  const { apiUrl, tokenUrl } = server();
  const { lines, logger } = notebook();
  const auth = side.customGrant({
    ...formService,
    clientAuthentication: "form",
    grantType: samlGrant,
    form: () => ({ assertion, orgName: "acme" }),
    tokenUrl,
  });
  const api = side.open({ baseUrl: apiUrl, auth, logger, logLevel: "debug" });
  const { token } = await api.get();
  const text = [...lines, seen(api.client, auth)].join("\n");
  expectNone(text, [token, assertion, formService.clientSecret]);
  expect(text).toContain("assertion=***&orgName=acme&client_id=form-service&client_secret=***");
});

test("neither does a fetch with a logger, with a token in the URL of the token endpoint", async () => {
  const { lines, logger } = notebook();
  const fake = await serve(json(200, { access_token: "t0ken" }));
  const auth = runtime.clientCredentials({ ...formService, tokenUrl: `${fake.url}/token?api_key=k3y&v=1` });
  const api = runtime.open({ baseUrl: fake.url, auth, fetch: withLogging(logger, "debug") });
  await api.get({ query: { access_token: "qu3ry", page: "2", next: "https://a.example/?code=n3xt" } });
  const text = lines.join("\n");
  expectNone(text, ["t0ken", "k3y", "qu3ry", "n3xt", formService.clientSecret]);
  expect(text).toContain("/token?api_key=***&v=1");
  expect(text).toContain("/orders?access_token=***&page=2&next=***");
});

/** A token endpoint, and an API that refuses what it gives. */
const unwilling: Answer = (response, request) =>
  (request.url === "/token" ? json(200, { access_token: "t0ken", refresh_token: "r3fresh" }) : always(401))(
    response,
    request,
  );

test.each<readonly [string, Answer]>([
  ["refuses the client", json(400, { error: "invalid_client", error_description: "Unknown." })],
  ["fails", always(500, "<h1>Oops</h1>")],
  ["answers with half a token", always(200, '{"access_token":"t0ken","refresh_token":"r3fresh"')],
  ["answers with a token that is no JSON", always(200, "access_token=t0ken&refresh_token=r3fresh")],
  ["answers with broken JSON", always(200, '{"refresh_token":r3fresh,"access_token":"t0ken"}')],
  ["gives a token of another kind", json(200, { access_token: "t0ken", token_type: "mac" })],
  ["breaks off", (response) => response.socket?.destroy()],
  ["gives a token that the API refuses", unwilling],
  ["leads elsewhere", (response) => response.writeHead(308, { location: "/?code=t0ken" }).end()],
])("an error shows no secret where the token endpoint %s", async (_case, answer) => {
  const state = "st4te-of-the-login";
  const secrets = ["t0ken", "r3fresh", "c0de-of-it", "v3rifier-of-it", "4ssertion-of-it", "p4ram-token"];
  const url = `https://app.example/cb?code=c0de-of-it&state=${state}`;
  for (const [, side] of sides) {
    const fake = await serve(answer);
    const options = {
      ...formService,
      tokenUrl: `${fake.url}/token?token=p4ram-token`.replace(answer === unwilling ? /\?.*/ : "", ""),
    };
    const grants = [
      side.clientCredentials(options),
      side.clientCredentials({ ...options, clientAuthentication: "form" }),
      side.saml2Bearer({ ...options, assertion: "4ssertion-of-it" }),
      side.refreshToken({ ...options, refreshToken: "r3fresh" }),
      side.authorizationCode({
        ...options,
        callbackUrl: url,
        state,
        redirectUri,
        codeVerifier: "v3rifier-of-it",
      }),
    ];
    for (const auth of grants) {
      const { lines, logger } = notebook();
      const api = side.open({ baseUrl: fake.url, auth, maxRetries: 0, logger, logLevel: "debug" });
      const error = await rejection(api.get());
      // The redirect of the server is the server's own; its error shows the headers that came.
      const shown = [seenOf(error), ...lines, seen(api.client, auth)].join("\n");
      expectNone(shown.replaceAll("'/?code=t0ken'", ""), [...secrets, formService.clientSecret]);
    }
  }
});

test("a redirect that is refused is not quoted", async () => {
  for (const [, side] of sides) {
    for (const callbackUrl of ["cb?code=c0de&state=wrong", "http://[?code=c0de", "cb#access_token=c0de"]) {
      const options = { ...webApp, callbackUrl, state: "s3state", redirectUri, codeVerifier: "v3rifier" };
      const auth = side.authorizationCode({ ...options, tokenUrl: server().tokenUrl });
      const error = await rejection(side.open({ baseUrl: server().apiUrl, auth }).get());
      expectNone(seenOf(error), ["c0de", "v3rifier", "s3state", webApp.clientSecret]);
    }
  }
});

test.each([
  ["?a=1&access_token=x#id_token=x&b=2", "?a=1&access_token=***#id_token=***&b=2"],
  ["/cb?code=a?b=c&d=e", "/cb?code=***&d=e"],
  ["?client%5Fsecret=x", "?client%5Fsecret=***"],
  ["?next=%2Fcb%3Fcode%3Dx", "?next=***"],
  ["?a=%zz&token=%zz", "?a=%zz&token=***"],
  ["https://user:pass@a.example/p", "https://***@a.example/p"],
  ["https://a.example/p@q?a=b@c", "https://a.example/p@q?a=b@c"],
])("cuts %s", (url, shown) => {
  expect(redactUrl(url)).toBe(shown);
});

test.each([
  ["x=1&password=a?b c&y", "application/x-www-form-urlencoded; charset=utf-8", "x=1&password=***&y"],
  ["c2VjcmV0LXRva2Vu=", "text/plain", "[17 characters]"],
  ["KEY=abc def", "", "[11 characters]"],
  [
    '{"a":{"credentials":{"user":"u","n":1}},"b":[{"pwd":"x"}]}',
    "application/json",
    '{"a":{"credentials":{"user":"***","n":1}},"b":[{"pwd":"***"}]}',
  ],
])("shows of the body %s as %s", (body, mediaType, shown) => {
  expect(redactBody(body, mediaType)).toBe(shown);
});

test("is not slowed down by a long URL", () => {
  const started = performance.now();
  redactUrl("?a=".repeat(20_000));
  redactUrl("?a".repeat(20_000));
  redactUrl("://".repeat(20_000));
  redactBody("a&".repeat(20_000), "application/x-www-form-urlencoded");
  redactBody("a".repeat(40_000), "application/x-www-form-urlencoded");
  expect(performance.now() - started).toBeLessThan(1000);
});
