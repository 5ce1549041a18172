import { inspect } from "node:util";
import { expect, test } from "vitest";
import { toCurl } from "../../templates/runtime/curl.ts";
import { bearer, oneScheme } from "../../templates/runtime/auth.ts";
import { SdkError } from "../../templates/runtime/errors.ts";
import { jsonBody } from "../../templates/runtime/json.ts";
import type { Operation } from "../../templates/runtime/operation.ts";
import { inPath, inQuery } from "../../templates/runtime/places.ts";
import { call } from "../../templates/runtime/transport.ts";
import { json, open, rejection, serve } from "./server.ts";

const post: Operation = {
  id: "send",
  method: "POST",
  path: "/orders/{id}",
  parameters: [
    { in: inPath, name: "id" },
    { in: inQuery, name: "q" },
    { in: inQuery, name: "access_token" },
  ],
  body: jsonBody,
  accept: "application/json",
};

async function failed(params: object): Promise<SdkError> {
  const server = await serve(json(400, { message: "no" }));
  const transport = open(server, { auth: "t0ken" }, { authorize: oneScheme("Token", bearer) });
  const error = await rejection(call(transport, post, params));
  if (!(error instanceof SdkError)) throw error;
  return error;
}

test("the request of an error as a command, its secrets cut", async () => {
  const body = { name: "it's", client_secret: "s3cret", inner: { token: "t" } };
  const error = await failed({ id: "1", q: "a b", access_token: "s3cret", body });
  const command = toCurl(error) ?? "";
  expect(command.replace(/127\.0\.0\.1:\d+/, "host")).toBe(
    [
      "curl -X POST 'http://host/orders/1?q=a%20b&access_token=***'",
      "  -H 'accept: application/json'",
      "  -H 'authorization: ***'",
      "  -H 'content-type: application/json'",
      "  -H 'user-agent: test/0'",
      `  --data-raw '{"name":"it'\\''s","client_secret":"***","inner":{"token":"***"}}'`,
    ].join(" \\\n"),
  );
});

test("an error shows none of it", async () => {
  const error = await failed({ id: "1", access_token: "s3cret", body: { client_secret: "s3cret" } });
  const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + String(error);
  expect(shown).not.toMatch(/s3cret|t0ken/);
});

test("nothing was to be sent", async () => {
  expect(toCurl(new SdkError("x"))).toBeUndefined();
});
