import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, treeOf } from "../write/scratch.ts";
import { good, made, project, run } from "./stand-in-cli.ts";

describe.concurrent("generate", () => {
  it("writes, and says what changed", async () => {
    const cwd = project();
    const first = await run("generate", { cwd });
    const created = "generated: 3 created, 0 updated, 0 deleted, 0 unchanged";
    expect(first).toEqual({
      code: 0,
      stderr: "",
      stdout: `${created}\n  created .specwright\n  created a.ts\n  created docs/b.md\n`,
    });
    expect(treeOf(join(cwd, "generated"))).toEqual(made);

    put(cwd, { "spec/openapi.yaml": JSON.stringify({ files: { "a.ts": "new" } }) });
    const second = await run("generate", { cwd });
    expect(second.stdout).toBe(
      "generated: 0 created, 2 updated, 1 deleted, 0 unchanged\n  updated .specwright\n  updated a.ts\n  deleted docs/b.md\n",
    );
    expect((await run("generate", { cwd })).stdout).toBe(
      "generated: 0 created, 0 updated, 0 deleted, 2 unchanged\n",
    );
  });

  it("touches nothing the second time, and formats nothing", async () => {
    const cwd = project();
    await run("generate", { cwd });
    const paths = [
      "a.ts",
      ".specwright",
      ".",
      ".specwright-cache",
      ".specwright-cache/hashes",
      ".specwright-cache/inputs",
    ].map((path) => join(cwd, "generated", path));
    for (const path of paths) utimesSync(path, 1000, 1000);
    const { stderr } = await run("generate", { cwd, env: { TELL_CACHE: "1" } });
    // Nothing changed, so nothing is even loaded.
    expect(stderr).toBe("");
    expect(paths.map((path) => statSync(path).mtimeMs)).toEqual(paths.map(() => 1_000_000));
  });

  it("formats only what changed", async () => {
    const cwd = project();
    await run("generate", { cwd });
    put(cwd, { "spec/openapi.yaml": JSON.stringify({ files: { ...good.files, "a.ts": "other" } }) });
    const { stdout, stderr } = await run("generate", { cwd, env: { TELL_CACHE: "1" } });
    expect(stderr).toBe("cached docs/b.md\n");
    expect(stdout).toContain("0 created, 1 updated, 0 deleted, 2 unchanged");
  });

  it("says warnings again, and makes again what somebody touched", async () => {
    const cwd = project({ ...good, warnings: ["Careful."] });
    const first = await run("generate", { cwd });
    expect((await run("generate", { cwd })).stderr).toBe(first.stderr);
    put(cwd, { "spec/openapi.yaml": JSON.stringify(good) });
    await run("generate", { cwd });
    put(cwd, { "generated/a.ts": "edited" });
    expect((await run("generate", { cwd })).stdout).toContain("1 updated");
    expect(treeOf(join(cwd, "generated"))["a.ts"]).toBe("a\n");
  });

  it("works without its cache, and with a broken one", async () => {
    const cwd = project();
    await run("generate", { cwd });
    writeFileSync(join(cwd, "generated/.specwright-cache/hashes"), "\u0000\u0001 rubbish");
    expect((await run("generate", { cwd })).code).toBe(0);
    rmSync(join(cwd, "generated/.specwright-cache"), { recursive: true });
    expect((await run("generate", { cwd })).stdout).toContain("0 updated");
    expect(readFileSync(join(cwd, "generated/.specwright-cache/.gitignore"), "utf8")).toBe("*\n");
  });

  it("lists no more changes than a person reads", async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`file-${index}.ts`, "x"]));
    const { stdout } = await run("generate", { cwd: project({ files }) });
    expect(stdout.split("\n")).toHaveLength(23);
    expect(stdout).toMatch(/\n {2}and 11 more\n$/);
  });

  it("says warnings on stderr and writes all the same, but not under --strict", async () => {
    const cwd = project({ ...good, warnings: ["It looks odd."] });
    const strict = await run("generate --strict", { cwd });
    expect(strict).toMatchObject({ code: 1, stdout: "" });
    expect(strict.stderr).toContain("spec/openapi.yaml:2:3");
    expect(treeOf(join(cwd, "generated"))).toEqual({});
    const lax = await run("generate", { cwd });
    expect(lax.code).toBe(0);
    expect(lax.stderr).toContain("It looks odd.");
    expect(lax.stderr).toContain("1 warning");
  });

  it("quotes the spec where it complains", async () => {
    const cwd = project(good, {
      "spec/openapi.yaml": JSON.stringify({ warnings: ["It looks odd."], ...good }, null, 2),
    });
    const { stderr } = await run("generate", { cwd });
    expect(stderr).toBe(
      [
        "spec/openapi.yaml:2:3 warning duplicate-operation-id",
        "  It looks odd.",
        `  2 |   "warnings": [`,
        "    |   ^",
        "  Mend it.",
        "",
        "1 warning.",
        "",
      ].join("\n"),
    );
  });

  it("writes nothing when the spec is wrong", async () => {
    const cwd = project();
    await run("generate", { cwd });
    put(cwd, { "spec/openapi.yaml": JSON.stringify({ files: {}, errors: ["It is wrong.", "This too."] }) });
    const { code, stdout, stderr } = await run("generate", { cwd });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("It is wrong.");
    expect(stderr).toContain("2 errors");
    expect(treeOf(join(cwd, "generated"))).toEqual(made);
  });
});

describe.concurrent("check", () => {
  it("is content with what generate wrote, and writes nothing", async () => {
    const cwd = project();
    await run("generate", { cwd });
    expect(await run("check", { cwd })).toEqual({
      code: 0,
      stdout: "generated is fresh: 3 files are as they should be.\n",
      stderr: "",
    });
  });

  it("tells stale, missing, extra and edited apart, and what to run", async () => {
    const cwd = project({ files: { "a.ts": "a", "b.ts": "b", "c.ts": "c", "d.ts": "d" } });
    await run("generate spec/openapi.yaml -o out", { cwd });
    put(cwd, {
      "spec/openapi.yaml": JSON.stringify({ files: { "a.ts": "A", "b.ts": "b", "d.ts": "d", "e.ts": "e" } }),
    });
    put(cwd, { "out/b.ts": "by hand" });
    const found = treeOf(join(cwd, "out"));
    const { code, stdout, stderr } = await run("check spec/openapi.yaml -o out", { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toBe(
      [
        "out is not what the spec makes: 1 missing, 2 stale, 1 edited, 1 extra",
        "  stale .specwright",
        "  stale a.ts",
        "  edited b.ts",
        "  extra c.ts",
        "  missing e.ts",
        "Run `specwright generate spec/openapi.yaml -o out` and commit what it writes.",
        "",
      ].join("\n"),
    );
    expect(treeOf(join(cwd, "out"))).toEqual(found);
    rmSync(join(cwd, "out/.specwright-cache"), { recursive: true });
    expect((await run("check -o out", { cwd })).stdout).toContain("  stale b.ts\n");
  });

  it("never trusts the cache", async () => {
    const cwd = project();
    await run("generate", { cwd });
    const { stderr } = await run("check", { cwd, env: { TELL_CACHE: "1" } });
    expect(stderr).toBe("");
  });

  it("makes no folder", async () => {
    const cwd = project();
    expect((await run("check", { cwd })).code).toBe(1);
    expect(treeOf(join(cwd, "generated"))).toEqual({});
  });

  it("says that a run was cut off", async () => {
    const cwd = project();
    await run("generate", { cwd });
    const journal = JSON.stringify({ deletes: [], moves: ["a.ts"] });
    put(cwd, {
      "generated/.specwright-stage/journal": journal,
      "generated/.specwright-stage/0": "half a tree\n",
    });
    const { code, stdout } = await run("check", { cwd });
    expect([code, stdout]).toEqual([
      1,
      "generated is interrupted: a run was cut off while it wrote there.\nRun `specwright generate` and commit what it writes.\n",
    ]);
    expect(JSON.parse((await run("check --json", { cwd })).stdout)).toMatchObject({ interrupted: true });
    expect((await run("generate", { cwd })).code).toBe(0);
    expect((await run("check", { cwd })).code).toBe(0);
  });
});

describe.concurrent("--json", () => {
  it("prints one object on stdout and nothing else", async () => {
    const cwd = project({ ...good, warnings: ["It looks odd."], operations: 1 });
    const { code, stdout, stderr } = await run("--json generate", { cwd });
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      diagnostics: [
        {
          code: "duplicate-operation-id",
          severity: "warning",
          message: "It looks odd.",
          help: "Mend it.",
          file: "spec/openapi.yaml",
          line: 2,
          column: 3,
          pointer: "/a",
          related: [],
        },
      ],
      out: "generated",
      interrupted: false,
      files: [
        { path: ".specwright", state: "created", why: [] },
        { path: "a.ts", state: "created", why: [] },
        { path: "docs/b.md", state: "created", why: [] },
      ],
      operations: [
        { operationId: "a", function: "a", group: "default", method: "get", path: "/a", parameters: [] },
      ],
    });
  });

  it("holds the complaints when the answer is no", async () => {
    const cwd = project({ errors: ["It is wrong."] });
    const { code, stdout, stderr } = await run("check --json", { cwd });
    expect([code, stderr]).toEqual([1, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ severity: "error" }], files: [] });
  });

  it("names files from the root, people from where they stand", async () => {
    const cwd = project({ warnings: ["It looks odd."] });
    const below = { cwd: join(cwd, "spec") };
    expect((await run("generate openapi.yaml -o ../o", below)).stderr).toMatch(/^openapi\.yaml:2:3/);
    const { stdout } = await run("generate openapi.yaml -o ../o --json", below);
    expect(JSON.parse(stdout)).toMatchObject({ diagnostics: [{ file: "spec/openapi.yaml" }], out: "../o" });
  });
});

describe.concurrent("inspect", () => {
  it("prints a stage as JSON", async () => {
    const { code, stdout } = await run("inspect names", { cwd: project() });
    expect([code, JSON.parse(stdout)]).toEqual([0, good]);
  });
});
