import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { put, scratch, treeOf } from "../write/scratch.ts";
import { good, made, project, run } from "./stand-in-cli.ts";
import type { Orders } from "./stand-in-main.ts";

describe.concurrent("the spec", () => {
  it("may come from standard input", async () => {
    const cwd = scratch();
    put(cwd, { "other.yaml": "found" });
    const orders: Orders = { ...good, refs: ["other.yaml"], warnings: ["It looks odd."] };
    const { code, stderr } = await run("generate - -o out", { cwd, input: JSON.stringify(orders) });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^<stdin>:2:3/);
    expect(treeOf(join(cwd, "out"))).toEqual({ ...made, "refs/other_yaml": "found\n" });
  });

  it("is needed in an empty folder, and nothing else is", async () => {
    const cwd = scratch();
    put(cwd, { "my.yaml": JSON.stringify(good) });
    expect((await run("generate my.yaml -o out", { cwd })).code).toBe(0);
    expect(treeOf(join(cwd, "out"))).toEqual(made);
  });

  it("may not refer out of its root, by dots or by links, but may up to it", async () => {
    const cwd = project(
      { refs: ["../secret", "/etc/hostname", "link", "link/secret", "shared/x", "spec"] },
      { "shared/x": "ours" },
    );
    put(join(cwd, ".."), { secret: "secret" });
    const elsewhere = scratch();
    put(elsewhere, { secret: "secret" });
    symlinkSync(elsewhere, join(cwd, "link"));
    await run("generate", { cwd });
    const texts = treeOf(join(cwd, "generated"));
    rmSync(join(cwd, "../secret"));
    expect(Object.keys(texts)).toHaveLength(6);
    expect(Object.entries(texts).filter(([, text]) => text !== "(not there)\n")).toEqual([
      ["refs/shared_x", "ours\n"],
    ]);
  });

  it("finds what --root allows", async () => {
    const cwd = scratch();
    put(cwd, { "a/package.json": "{}", "a/spec.yaml": JSON.stringify({ refs: ["b/x"] }), "b/x": "found" });
    expect((await run("generate a/spec.yaml -o out --root .", { cwd })).code).toBe(0);
    expect(treeOf(join(cwd, "out"))).toEqual({ "refs/b_x": "found\n" });
    const outside = await run("generate a/spec.yaml --root b", { cwd });
    expect(outside).toMatchObject({
      code: 2,
      stderr: "error: a/spec.yaml lies outside the root b.\nName a wider --root.\n",
    });
  });
});

describe.concurrent("the configuration", () => {
  const config = { spec: "api.json", out: "sdk", outputs: ["docs"] };
  const files = { "api.json": JSON.stringify({ ...good, tellOutputs: true }), "sub/x": "" };

  it.each([
    ["package.json", { specwright: config }],
    ["specwright.config.json", config],
  ])("in %s holds from below as well, and flags outdo it", async (name, content) => {
    const cwd = scratch();
    put(cwd, { ...files, [name]: JSON.stringify(content) });
    expect((await run("generate", { cwd: join(cwd, "sub") })).stdout).toMatch(/^\.\.\/sdk: 4 created/);
    expect(treeOf(join(cwd, "sdk"))["outputs"]).toBe("docs\n");
    await run("generate --only models,client -o mine", { cwd });
    expect(treeOf(join(cwd, "mine"))["outputs"]).toBe("client,models\n");
  });

  it("is looked for above a package.json that does not mention us, up to the repository", async () => {
    const cwd = scratch();
    put(cwd, { ...files, "specwright.config.json": JSON.stringify(config), "sub/package.json": "{}" });
    expect((await run("generate", { cwd: join(cwd, "sub") })).stdout).toMatch(/^\.\.\/sdk: 4 created/);
    put(cwd, { "sub/.git/HEAD": "" });
    const alone = await run("generate", { cwd: join(cwd, "sub") });
    expect(alone).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("spec/openapi.yaml does not exist"),
    });
  });

  it("may make warnings errors", async () => {
    const cwd = project({ warnings: ["It looks odd."] }, { "specwright.config.json": `{ "strict": true }` });
    expect((await run("generate", { cwd })).code).toBe(1);
  });

  it("may not stand twice", async () => {
    const cwd = project(good, { "package.json": `{ "specwright": {} }`, "specwright.config.json": "{}" });
    const { code, stderr } = await run("generate", { cwd });
    expect([code, stderr]).toEqual([
      2,
      "error: specwright is configured twice: in specwright.config.json and in package.json.\nKeep one of the two.\n",
    ]);
  });

  it("is complained about with line and column, and in JSON", async () => {
    const cwd = project(good, { "specwright.config.json": `{\n  "uot": "x"\n}` });
    const { code, stdout, stderr } = await run("generate", { cwd });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      [
        "specwright.config.json:2:3 error config-unknown-key",
        `  specwright has no setting "uot".`,
        `  2 |   "uot": "x"`,
        "    |   ^",
        `  Did you mean "out"?`,
        "",
        "1 error.",
        "error: The configuration is wrong; nothing was done.",
        "",
      ].join("\n"),
    );
    const json = await run("generate --json", { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      diagnostics: [{ code: "config-unknown-key", line: 2, column: 3 }],
    });
    expect(treeOf(join(cwd, "generated"))).toEqual({});
  });
});

describe.concurrent("templates", () => {
  it("of the project take the place of ours of the same path, and of no others", async () => {
    const orders: Orders = { templates: ["tsconfig.json", "mine.hbs", "other.hbs"] };
    const cwd = project(orders, {
      "t/mine.hbs": "mine",
      "t/client/params.hbs": "{{> mine}}",
      "all/tsconfig.json": "theirs",
    });
    await run("generate --templates t", { cwd });
    expect(treeOf(join(cwd, "generated"))).toEqual({
      "templates/mine.hbs": "mine\n",
      "templates/other.hbs": "(not there)\n",
      "templates/tsconfig.json": expect.stringContaining("compilerOptions"),
    });
    await run("generate --templates all", { cwd });
    expect(treeOf(join(cwd, "generated"))["templates/tsconfig.json"]).toBe("theirs\n");
  });

  it.each([
    ["client/clinet.ts.hbs", "Did you mean client/client.ts.hbs?"],
    ["runtime/transprot.ts", "Did you mean runtime/transport.ts?"],
    ["mine.hbs", "Call it as the template that it stands in for."],
  ])("that take the place of none are refused: %s", async (path, help) => {
    const cwd = project(good, { [`t/${path}`]: "x", "t/README.md": "About our templates." });
    expect(await run("generate --templates t", { cwd })).toMatchObject({
      code: 2,
      stderr: `error: t/${path} takes the place of no template, and no other one draws it.\n${help}\n`,
    });
  });
});
