import { expect, test } from "vitest";
import type { Answer } from "../runtime/server.ts";
import { always, hurry, inTurn, json, rejection, serve, unusedPort } from "../runtime/server.ts";
import { service } from "./authorization-server.ts";
import { sides } from "./sides.ts";

const isHtml = { "content-type": "text/html" };
const isJson = { "content-type": "application/json" };

const invalid = { name: "OAuthError", error: "invalid_response" };

test.each<readonly [string, Answer, object]>([
  ["500 with a page", always(500, "<h1>Oops</h1>", isHtml), { error: "http_500", status: 500 }],
  ["400 with nothing", always(400), { error: "http_400", status: 400 }],
  ["403 with an error that is no text", json(403, { error: { code: 1 } }), { error: "http_403" }],
  ["401 with null", always(401, "null", isJson), { error: "http_401" }],
  ["200 with a page", always(200, "<h1>Login</h1>", isHtml), { ...invalid, status: 200 }],
  ["half a JSON text", always(200, '{"access_token":"t0p', isJson), { ...invalid, status: 200 }],
  ["nothing", always(200, "", isJson), invalid],
  ["no object", always(200, "[]", isJson), invalid],
  ["null", always(200, "null", isJson), invalid],
  ["no access_token", json(200, { token_type: "bearer" }), invalid],
  ["an empty access_token", json(200, { access_token: "" }), invalid],
  ["an access_token that is no text", json(200, { access_token: 5 }), invalid],
  ["a token of another type", json(200, { access_token: "t", token_type: "mac" }), invalid],
  [
    "a redirect to elsewhere",
    (response) => response.writeHead(307, { location: "http://127.0.0.1:1/token" }).end(),
    { error: "http_307" },
  ],
])("a token endpoint that answers with %s", async (_case, answer, expected) => {
  for (const [, side] of sides) {
    const fake = await serve(answer);
    const auth = side.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
    const error = await rejection(side.open({ baseUrl: fake.url, auth }).get());
    expect(error).toMatchObject({ name: "OAuthError", ...expected });
    // Asked once, and the API never.
    expect(fake.received.map(({ url }) => url)).toEqual(["/token"]);
  }
});

test("the message of a token error is one line", async () => {
  const fake = await serve(json(400, { error: "a\nb", error_description: `c\u001b[31m${"d".repeat(999)}` }));
  for (const [, side] of sides) {
    const auth = side.clientCredentials({ ...service, tokenUrl: fake.url });
    const error = await rejection(side.open({ baseUrl: fake.url, auth }).get());
    expect(Object(error).message).toMatch(/^No token: a b: c \[31md{200,280}…$/);
  }
});

test.each(sides)("a token endpoint that is down: %s", async (_name, side) => {
  hurry();
  const tokenUrl = `http://127.0.0.1:${await unusedPort()}/token`;
  const api = await serve(json(200, {}));
  const auth = side.clientCredentials({ ...service, tokenUrl });
  const caller = side.open({ baseUrl: api.url, auth, maxRetries: 0 });
  expect(await rejection(caller.get())).toMatchObject({ name: "ConnectionError", operationId: "token" });
  expect(api.received).toHaveLength(0);
});

test.each(sides)("a token endpoint that breaks off: %s", async (_name, side) => {
  const fake = await serve((response) => response.socket?.destroy());
  const auth = side.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
  const caller = side.open({ baseUrl: fake.url, auth, maxRetries: 0 });
  expect(await rejection(caller.get())).toMatchObject({ name: "ConnectionError" });
  // It may have done its work, and a code or refresh token is good for one request.
  expect(fake.received).toHaveLength(1);
});

test.each(sides)("a token endpoint that asks for patience: %s", async (_name, side) => {
  const fake = await serve(
    inTurn(
      json(429, { error: "slow_down" }, { "retry-after": "0" }),
      json(503, {}, { "retry-after": "0" }),
      json(200, { access_token: "t" }),
    ),
  );
  const auth = side.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
  await side.open({ baseUrl: fake.url, auth }).get();
  expect(fake.received.map(({ url }) => url)).toEqual(["/token", "/token", "/token", "/orders"]);
});

test.each(sides)("a failure is not kept: %s", async (_name, side) => {
  const fake = await serve(inTurn(json(400, { error: "invalid_client" }), json(200, { access_token: "t" })));
  const auth = side.clientCredentials({ ...service, tokenUrl: `${fake.url}/token` });
  const caller = side.open({ baseUrl: fake.url, auth });
  const errors = await Promise.all([rejection(caller.get()), rejection(caller.get())]);
  expect(errors).toMatchObject([{ error: "invalid_client" }, { error: "invalid_client" }]);
  await caller.get();
  expect(fake.received.map(({ url }) => url)).toEqual(["/token", "/token", "/orders"]);
});
