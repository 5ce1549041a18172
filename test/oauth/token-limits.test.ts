// A token request keeps the limits that its client has.
import { expect, test } from "vitest";
import { hurry, rejection, unusedPort } from "../runtime/server.ts";
import { service } from "./authorization-server.ts";
import { runtime } from "./sides.ts";

test("a client that never tries again does not ask again for a token", async () => {
  const waits = hurry();
  const tokenUrl = `http://127.0.0.1:${await unusedPort()}/token`;
  const auth = runtime.clientCredentials({ ...service, tokenUrl });
  await rejection(runtime.open({ baseUrl: "http://a.example", auth, maxRetries: 0 }).get());
  expect(waits).toEqual([]);
});
