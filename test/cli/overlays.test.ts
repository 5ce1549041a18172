// The real pipeline, as the real command, on a spec with overlays.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { put, scratch } from "../write/scratch.ts";
import { type Answer, ask, compileCli } from "./compiled-cli.ts";

let home = "";
beforeAll(async () => {
  home = await compileCli();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const spec = `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    get: { operationId: first, responses: { "204": { description: Done. } } }
  /b:
    get: { operationId: second, responses: { "204": { description: Done. } } }
`;

const overlayOf = (actions: string): string =>
  `overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n${actions}\n`;
const renaming = (name: string): string =>
  overlayOf(`- { target: "$.paths['/b'].get.operationId", update: ${name} }`);

function project(overlay: string, more: Readonly<Record<string, string>> = {}): string {
  const cwd = scratch();
  const settings = JSON.stringify({ overlays: ["overlays/a.yaml"], outputs: ["client", "models"] });
  put(cwd, {
    "spec/openapi.yaml": spec,
    "package.json": "{}",
    "overlays/a.yaml": overlay,
    "specwright.config.json": settings,
    ...more,
  });
  return cwd;
}

function run(words: string, cwd: string): Promise<Answer> {
  return ask(join(home, "dist/cli/main.js"), words.split(" "), { cwd });
}

it("makes the client of the changed spec, and finds it fresh", async () => {
  const cwd = project(renaming("renamed"));
  expect(await run("generate", cwd)).toMatchObject({ code: 0, stderr: "" });
  expect(readFileSync(join(cwd, "generated/openapi.yaml"), "utf8")).toContain("operationId: renamed");
  expect(readFileSync(join(cwd, "generated/src/client.ts"), "utf8")).toContain("renamed");
  expect(await run("check", cwd)).toMatchObject({ code: 0, stderr: "" });
  expect((await run("generate", cwd)).stdout).toMatch(/0 created, 0 updated, 0 deleted/);
});

it("finds the client stale when an overlay changed, for the sake of the spec", async () => {
  const cwd = project(renaming("renamed"));
  await run("generate", cwd);
  put(cwd, { "overlays/a.yaml": renaming("again") });
  const { code, stdout } = await run("check --json", cwd);
  expect(code).toBe(1);
  const { files } = JSON.parse(stdout) as { files: { path: string; state: string; why: string[] }[] };
  const stale = files.filter(({ state }) => state === "stale");
  expect(stale.map(({ path }) => path)).toContain("openapi.yaml");
  expect(new Set(stale.flatMap(({ why }) => why))).toEqual(new Set(["spec"]));
  expect((await run("generate", cwd)).stdout).toContain("updated openapi.yaml");
  expect((await run("check", cwd)).code).toBe(0);
});

it("finds the client stale when an overlay was added, for the sake of the settings", async () => {
  const cwd = project(renaming("renamed"), { "specwright.config.json": `{ "outputs": ["client"] }` });
  await run("generate", cwd);
  put(cwd, { "specwright.config.json": `{ "outputs": ["client"], "overlays": ["overlays/a.yaml"] }` });
  const { stdout } = await run("check --json", cwd);
  expect(stdout).toContain(`"why": [\n        "config"\n      ]`);
});

it("takes overlays from flags, in their order and relative to where it runs", async () => {
  const cwd = project(renaming("never"), {
    "sub/one.yaml": renaming("one"),
    "sub/two.json": JSON.stringify({
      overlay: "1.1.0",
      info: { title: "T", version: "1" },
      actions: [{ target: "$.paths['/a']", remove: true }],
    }),
    "sub/three.yaml": renaming("three"),
  });
  const flags = "--overlays one.yaml,two.json --overlays three.yaml";
  expect(await run(`generate ${flags}`, join(cwd, "sub"))).toMatchObject({ code: 0, stderr: "" });
  const bundle = readFileSync(join(cwd, "generated/openapi.yaml"), "utf8");
  expect(bundle).toContain("operationId: three");
  expect(bundle).not.toContain("/a:");
  const model = await run("inspect model", cwd);
  expect(model.stdout).toContain(`"never"`);
});

it("names files and lines as they were written, and quotes them", async () => {
  const actions = `- { target: "$.paths['/a']", remove: true }\n- { target: $, update: { tags: [{ nmae: x }] } }`;
  const cwd = project(overlayOf(actions), {
    "spec/openapi.yaml": spec.replace("operationId: second", "operationId: [second]"),
  });
  const { code, stderr } = await run("generate", cwd);
  expect(code).toBe(1);
  expect(stderr).toContain("spec/openapi.yaml:7:25 error wrong-type");
  expect(stderr).toContain("7 |     get: { operationId: [second]");
  expect(stderr).toContain("overlays/a.yaml:5:35 error unknown-field");
  expect(stderr).toContain("5 | - { target: $, update: { tags: [{ nmae: x }] } }");
  const { stdout } = await run("generate --json", cwd);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: object[] };
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ file: "overlays/a.yaml", line: 5, pointer: "/actions/1/update/tags/0/nmae" }),
  );
  expect(diagnostics).toContainEqual(
    expect.objectContaining({ file: "spec/openapi.yaml", pointer: "/paths/~1b/get/operationId" }),
  );
});

it("reads overlays from outside the root, which a $ref could not reach", async () => {
  const cwd = scratch();
  put(cwd, {
    "outside.yaml": renaming("renamed"),
    "in/package.json": JSON.stringify({ specwright: { overlays: ["../outside.yaml"], outputs: ["client"] } }),
    "in/spec/openapi.yaml": spec,
  });
  const { code, stderr } = await run("generate", join(cwd, "in"));
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(readFileSync(join(cwd, "in/generated/openapi.yaml"), "utf8")).toContain("renamed");
});

it("refuses an overlay that is not there, and guesses which one was meant", async () => {
  const cwd = project("", { "specwright.config.json": `{ "overlays": ["overlays/b.yaml", "x/y.yaml"] }` });
  expect(await run("generate", cwd)).toEqual({
    code: 2,
    stdout: "",
    stderr: "error: overlays/b.yaml does not exist.\nDid you mean overlays/a.yaml?\n",
  });
});
