// The script that compares the API of a pull request with that of its base, with real clones and a real CLI.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Answer, ask, compileCli } from "../cli/compiled-cli.ts";
import { cloneOf, initRepository, specOf, type TestRepository } from "../diff/git-repository.ts";
import { repository } from "../source-tree.ts";
import { put, scratch, type Tree } from "../write/scratch.ts";

const script = join(repository, ".github/api-diff/compare.mjs");
const spec = "spec/openapi.yaml";

let home = "";
beforeAll(async () => {
  home = await compileCli();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Run extends Answer {
  readonly verdict: string | undefined;
  readonly bump: string | undefined;
  readonly report: string;
}

/** A clone as actions/checkout makes it: of a repository where main went on after a branch left it. */
function proposed(tree: Tree): TestRepository {
  const origin = initRepository({ [spec]: specOf("a", "b") });
  origin.git("checkout", "--quiet", "-b", "proposal");
  origin.commit(tree);
  origin.git("checkout", "--quiet", "main");
  origin.commit({ [spec]: specOf("a", "b", "later") });
  const clone = cloneOf(origin);
  clone.git("checkout", "--quiet", "--detach", "origin/proposal");
  return clone;
}

async function compare(clone: string, cli = join(home, "dist/cli/main.js"), ref = "main"): Promise<Run> {
  const folder = scratch();
  put(folder, { "event.json": JSON.stringify({ pull_request: { base: { ref } } }) });
  const env = { GITHUB_EVENT_PATH: join(folder, "event.json"), GITHUB_OUTPUT: join(folder, "outputs") };
  const answer = await ask(script, [cli], { cwd: clone, env });
  const outputs = existsSync(env.GITHUB_OUTPUT) ? readFileSync(env.GITHUB_OUTPUT, "utf8") : "";
  const found = Object.fromEntries(
    outputs
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/=(.*)/)),
  ) as Record<string, string | undefined>;
  const { verdict, bump, report = "" } = found;
  expect(report.length).toBeLessThanOrEqual(120_000);
  return { ...answer, verdict, bump, report: gunzipSync(Buffer.from(report, "base64")).toString() };
}

it("tells a change that breaks somebody, from where the branch left its base", async () => {
  const { folder } = proposed({ [spec]: specOf("a") });
  const { code, stdout, verdict, bump, report } = await compare(folder);
  expect({ code, verdict, bump }).toEqual({ code: 1, verdict: "breaking", bump: "major" });
  expect(stdout).toMatch(/^::error file=spec\/openapi\.yaml,line=\d+/m);
  expect(stdout).not.toContain("later");
  expect(report).toMatch(/^<!-- specwright-diff -->\n\n## Breaking: 1 change/);
});

it("tells one that breaks nobody", async () => {
  const { folder } = proposed({ [spec]: specOf("a", "b", "c") });
  const { code, verdict, bump, report } = await compare(folder);
  expect({ code, verdict, bump }).toEqual({ code: 0, verdict: "compatible", bump: "minor" });
  expect(report).toContain("## Compatible");
});

it("tells that nothing changed", async () => {
  const { folder } = proposed({ "README.md": "Words.\n" });
  const { code, stdout, verdict, bump, report } = await compare(folder);
  expect({ code, stdout, verdict, bump }).toEqual({ code: 0, stdout: "", verdict: "none", bump: "none" });
  expect(report).toBe("<!-- specwright-diff -->\n\nNo change of the API.\n");
});

it.each([
  ["a spec that cannot be read", { [spec]: "openapi: [\n" }, "main", spec],
  [
    "a $ref that leads nowhere",
    { [spec]: `${specOf("a", "b")}  /c: { $ref: ./gone.yaml }\n` },
    "main",
    "gone.yaml",
  ],
  ["a base that is not there", {}, "gone", "origin/gone"],
])("never takes %s for no change", async (_case, tree, ref, told) => {
  const { folder } = proposed(tree);
  const { code, stdout, verdict, bump, report } = await compare(folder, undefined, ref);
  expect({ code, verdict, bump }).toEqual({ code: 2, verdict: "failed", bump: "unknown" });
  expect(report).toMatch(/^<!-- specwright-diff -->\n\n## The API could not be compared\n/);
  expect(report).toContain(told);
  expect(stdout).toContain("::error title=API diff::The API could not be compared.");
});

const standIn = (text: string): string => {
  const folder = scratch();
  put(folder, { "cli.mjs": text });
  return join(folder, "cli.mjs");
};

it.each([
  ["nothing", ""],
  ["no verdict", "console.log('{}');"],
  ["a verdict that nobody knows", 'console.log(\'{"verdict":"fine","bump":"none"}\');'],
  ["half an answer", 'console.log(\'{"verdict":"none",\');'],
  ["too soon good-bye", "process.kill(process.pid, 'SIGKILL');"],
  ["that it failed", 'console.log(\'{"verdict":"none","bump":"none"}\'); process.exitCode = 3;'],
  ["one thing and then another", 'if (process.argv.includes("markdown")) process.exitCode = 2;'],
])("never takes a tool that says %s for no change", async (_case, text) => {
  const { code, verdict, report } = await compare(scratch(), standIn(text));
  expect(code).toBeGreaterThanOrEqual(2);
  expect(verdict).toBe("failed");
  expect(report).toContain("could not be compared");
});

it("does not start what is not there", async () => {
  const { code, verdict, report } = await compare(scratch(), join(scratch(), "cli.mjs"));
  expect({ code, verdict }).toEqual({ code: 2, verdict: "failed" });
  expect(report).toContain("could not be compared");
});

it("lets no text of a spec command the runner, nor leave its fence", async () => {
  const hostile = "::error::Oops\n````\n@everyone <img src=x>\n";
  const cli = standIn(`process.stderr.write(${JSON.stringify(hostile)}); process.exitCode = 2;`);
  const { stdout, report } = await compare(scratch(), cli);
  const [first = "", ...rest] = stdout.split("\n");
  const [, word = ""] = /^::stop-commands::([\w-]{36})$/.exec(first) ?? [];
  expect(rest.indexOf("::error::Oops")).toBeLessThan(rest.indexOf(`::${word}::`));
  expect(report).toContain(`\n\`\`\`\`\`text\n${hostile}\`\`\`\`\`\n`);
});

it("hands over what no variable could hold as its headline", async () => {
  // Characters that no packing makes shorter.
  const noise =
    "Array.from({ length: 64000 }, () => String.fromCharCode(20000 + Math.random() * 20000)).join('')";
  const cli = standIn(
    `const isJson = process.argv.includes("json");
    const text = ["<!-- specwright-diff -->", "## Breaking", "Facts", ${noise}].join("\\n\\n");
    console.log(isJson ? '{"verdict":"breaking","bump":"major"}' : text);
    process.exitCode = 1;`,
  );
  const { code, verdict, report } = await compare(scratch(), cli);
  expect({ code, verdict }).toEqual({ code: 1, verdict: "breaking" });
  expect(report).toMatch(/^<!-- specwright-diff -->\n\n## Breaking\n\nFacts\n\nThe report is too long/);
});
