// The whole story in every other runtime that `npm ci --prefix test/runtimes` has brought.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, it } from "vitest";
import { type AuthorizationServer, startAuthorizationServer } from "../oauth/authorization-server.ts";
import { startPlatform } from "./platform.ts";
import { bundleStory, programOf, runtimes } from "./runtimes.ts";

const found = runtimes.map((runtime) => ({ ...runtime, path: programOf(runtime) }));
const servers = new Map<string, AuthorizationServer>();
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "specwright-runtimes-"));
  await bundleStory(folder);
  // One by one: each of them keeps the console quiet while it starts.
  for (const { name, path } of found) {
    if (path !== undefined) servers.set(name, await startAuthorizationServer());
  }
});

afterAll(() => {
  for (const server of servers.values()) server.close();
  rmSync(folder, { recursive: true, force: true });
});

for (const { name, path, tell } of found) {
  if (path === undefined)
    console.info(`No story is told in ${name}: \`npm ci --prefix test/runtimes\` brings it where it can.`);

  it.skipIf(path === undefined).concurrent(
    `lives in ${name} as well`,
    { timeout: 90_000 },
    async ({ expect }) => {
      const server = servers.get(name);
      if (server === undefined || path === undefined) throw new Error("There is nothing to live in.");
      const platform = await startPlatform(server);
      try {
        const told = await tell(path, folder, platform.url);
        expect(Object.keys(JSON.parse(told))).toHaveLength(11);
        expect(platform.verdicts.flatMap(({ answer }) => answer)).toEqual([
          "/state must be equal to one of the allowed values",
        ]);
      } finally {
        platform.close();
      }
    },
  );
}
