// The real pipeline, as the real command, on the spec of this repository.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scratch } from "../write/scratch.ts";
import { ask, compileCli } from "./compiled-cli.ts";

const repository = join(import.meta.dirname, "../..");
let home = "";
beforeAll(async () => {
  home = await compileCli();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

it.each([
  ["as it is here", {}],
  ["in Turkey, where i has another capital", { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" }],
  ["where the day begins first", { TZ: "Pacific/Kiritimati" }],
  ["where the day begins last", { TZ: "Pacific/Niue", LC_ALL: "C" }],
])("finds generated/ fresh %s", async (_, env) => {
  const answer = await ask(join(home, "dist/cli/main.js"), ["check"], { cwd: repository, env });
  expect(answer).toMatchObject({ code: 0, stderr: "" });
  expect(answer.stdout).toMatch(/^generated is fresh: \d+ files are as they should be\.\n$/);
});

it("reports what it made as JSON, with each operation and the fields of its parameters", async () => {
  const cwd = scratch();
  cpSync(join(repository, "spec"), join(cwd, "spec"), { recursive: true });
  const { code, stdout } = await ask(join(home, "dist/cli/main.js"), ["generate", "--json"], { cwd });
  expect(code).toBe(0);
  const report = JSON.parse(stdout) as { operations: { operationId: string }[] };
  expect(report).toMatchObject({ version: 1, diagnostics: [], out: "generated" });
  expect(report.operations).toHaveLength(13);
  expect(report.operations.find(({ operationId }) => operationId === "getOauthScope")).toEqual({
    operationId: "getOauthScope",
    function: "getOauthScope",
    group: "oauth",
    method: "GET",
    path: "/api/v2/oauth/scopes/{scopeId}",
    parameters: [
      { in: "path", name: "scopeId", field: "scopeId" },
      { in: "header", name: "Accept-Language", field: "acceptLanguage" },
    ],
  });
});

it.each(["model", "names", "views"])("shows the %s", async (what) => {
  const { code, stdout } = await ask(join(home, "dist/cli/main.js"), ["inspect", what], { cwd: repository });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toBeTypeOf("object");
});
