import { afterAll, beforeAll, expect, it } from "vitest";
import { type AuthorizationServer, startAuthorizationServer } from "../oauth/authorization-server.ts";
import { specOperations } from "../wire/judge.ts";
import { type Platform, startPlatform } from "./platform.ts";
import { tellStory } from "./story.ts";

let authorization: AuthorizationServer;
let platform: Platform;

beforeAll(async () => {
  authorization = await startAuthorizationServer();
  platform = await startPlatform(authorization);
});

afterAll(() => {
  platform.close();
  authorization.close();
});

it("lives from the login to the deletion, and a judge agrees with every exchange", async () => {
  expect(Object.keys(await tellStory(platform.url))).toHaveLength(11);
  const { verdicts } = platform;
  // The spec says of a client that has just been deleted that its state is none of those listed.
  expect(verdicts.flatMap(({ operation, answer }) => answer.map((what) => [operation, what]))).toEqual([
    ["getOauthClient", "/state must be equal to one of the allowed values"],
  ]);
  const succeeded = new Set(verdicts.filter(({ status }) => status < 300).map(({ operation }) => operation));
  expect([...succeeded].sort()).toEqual(specOperations.map(({ id }) => id).sort());
  // These are wrong by their types, too; all other requests are as the spec has them.
  const wrong = verdicts.filter(({ request }) => request.length > 0);
  expect(wrong.map(({ operation, code }) => `${operation} ${code}`)).toEqual([
    "putOauthClient bad.grant.type",
    "putOauthClient invalid.date",
  ]);
});
