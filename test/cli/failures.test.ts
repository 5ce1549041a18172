import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, scratch, treeOf } from "../write/scratch.ts";
import { project, run, script } from "./stand-in-cli.ts";

describe.concurrent("a wrong question ends with 2, says what to do, and writes nothing", () => {
  it.each([
    ["", /Usage: specwright/],
    ["genrate", /unknown command 'genrate'\n\(Did you mean generate\?\)/],
    ["generate --outt x", /unknown option '--outt'\n\(Did you mean --out\?\)/],
    ["generate --only client,modles", /'client,modles' is invalid\. Did you mean models\?/],
    ["generate --only x", /It must be one of client, models, docs, schema\./],
    ["generate a b", /too many arguments/],
    ["generate --out", /argument missing/],
    ["inspect modl", /Did you mean model\?/],
    ["inspect", /missing required argument/],
    ["generate missing.yaml", /^error: missing\.yaml does not exist\.\nName the file/],
    [
      "generate spec/openapi.yml",
      /^error: spec\/openapi\.yml does not exist\.\nDid you mean spec\/openapi\.yaml\?\n$/,
    ],
    ["generate spec", /^error: Cannot read spec: it is a folder\.\n$/],
    ["generate --templates nowhere", /^error: nowhere is no folder\.\n$/],
    ["generate --root nowhere", /^error: nowhere is no folder\.\n$/],
    ["generate -o spec", /^error: spec is not empty.*\nName an empty folder with -o/],
    [
      "generate -o package.json",
      /^error: Cannot .*package\.json.*: a file stands where a folder should be\.\n$/,
    ],
  ])("specwright %s", async (words, message) => {
    const cwd = project();
    const before = treeOf(cwd);
    const { code, stdout, stderr } = await run(words, { cwd });
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(treeOf(cwd)).toEqual(before);
  });

  it.each([
    ["generate missing.yaml --json", "missing.yaml does not exist.", "Name the file"],
    ["check --root nowhere --json", "nowhere is no folder.", ""],
    ["generate --outt x --json", "unknown option '--outt'", ""],
  ])("in JSON too: %s", async (words, message, help) => {
    const { code, stdout, stderr } = await run(words, { cwd: project() });
    expect(code).toBe(2);
    expect(stderr).toContain(`error: ${message}`);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      diagnostics: [],
      files: [],
      error: { message: expect.stringContaining(message), help: expect.stringContaining(help) },
    });
  });

  it("when another process writes", async () => {
    const cwd = project();
    mkdirSync(join(cwd, "generated"));
    const lock = { pid: process.pid, host: hostname(), start: 1 };
    put(cwd, { "generated/.specwright-lock": JSON.stringify(lock) });
    for (const command of ["generate", "check"]) {
      const { code, stderr } = await run(command, { cwd });
      expect([code, stderr.split("\n")[0]]).toEqual([
        2,
        `error: Process ${process.pid} on ${hostname()} is writing the same folder and has not finished.`,
      ]);
    }
  });
});

describe.concurrent("a failure of our own ends with 3", () => {
  it("says so, without a stack unless asked", async () => {
    const cwd = project({ crash: true });
    const { code, stdout, stderr } = await run("generate", { cwd });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(
      /^error: specwright itself failed: a stand-in for a bug\nThis is a bug; please report it/,
    );
    expect(stderr).not.toContain("    at ");
    expect((await run("generate --debug", { cwd })).stderr).toContain(
      "TypeError: a stand-in for a bug\n    at ",
    );
    expect(treeOf(join(cwd, "generated"))).toEqual({});
  });
});

describe.concurrent("help and version", () => {
  it("come on stdout with 0", async () => {
    const cwd = scratch();
    const { version } = JSON.parse(readFileSync(join(script(), "../../../package.json"), "utf8")) as {
      version: string;
    };
    expect(await run("--version", { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    for (const words of ["--help", "help", "generate --help", "help check", "inspect --help"]) {
      const { code, stdout, stderr } = await run(words, { cwd });
      expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: "" });
      expect(stdout).toMatch(/^Usage: specwright/);
      expect(stdout).toContain("--root <dir>");
    }
  });
});

it("is silent when the reader goes away", async () => {
  const cwd = project({ operations: 20_000 });
  const child = spawn(process.execPath, [script(), "generate", "--json"], {
    cwd,
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, stderr]).toEqual([0, ""]);
});
