import { mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cloneOf, initRepository, specOf, type TestRepository } from "../diff/git-repository.ts";
import { put, scratch, treeOf } from "../write/scratch.ts";
import { type Answer, ask, compileCli } from "./compiled-cli.ts";

let home = "";
beforeAll(async () => {
  home = await compileCli();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const spec = "spec/openapi.yaml";

/** Runs `specwright diff`, words split at spaces. */
function diff(cwd: string, words: string, env: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return ask(join(home, "dist/cli/main.js"), ["diff", ...words.split(" ").filter(Boolean)], { cwd, env });
}

interface Report {
  readonly base: { readonly revision: string | null; readonly file: string };
  readonly revision: { readonly revision: string | null; readonly file: string };
  readonly verdict: string;
  readonly summary: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly id: string;
    readonly code: string;
    readonly level: string;
    readonly operations: readonly { readonly path: string }[];
    readonly before: { readonly file: string; readonly line: number } | null;
    readonly after: { readonly file: string; readonly line: number } | null;
    readonly accepted: unknown;
  }[];
  readonly idle: readonly string[];
}

async function reportOf(cwd: string, words: string): Promise<Report & Pick<Answer, "code" | "stderr">> {
  const { code, stdout, stderr } = await diff(cwd, `${words} --json`);
  return { ...(JSON.parse(stdout) as Report), code, stderr };
}

/** The paths that come and go. */
function moves({ changes }: Report): readonly string[] {
  return changes
    .flatMap(({ level, operations }) =>
      operations.map(({ path }) => `${level === "info" ? "+" : "-"}${path}`),
    )
    .sort();
}

/** A repository whose branch `work` was left from main, which went on: /late is only on main. */
function forked(): TestRepository {
  const repository = initRepository({ [spec]: specOf("a", "b", "c") });
  repository.git("tag", "v1");
  repository.git("switch", "--quiet", "--create", "work");
  repository.commit({ [spec]: specOf("a", "b", "new") });
  repository.git("switch", "--quiet", "main");
  repository.commit({ [spec]: specOf("a", "b", "c", "late") });
  repository.git("switch", "--quiet", "work");
  return repository;
}

describe.concurrent("what is compared", () => {
  it("is the working tree with where it left a branch", async () => {
    const { folder, git } = forked();
    const report = await reportOf(folder, "main");
    expect(moves(report)).toEqual(["+/new", "-/c"]);
    expect(report).toMatchObject({
      code: 1,
      verdict: "breaking",
      base: { revision: git("rev-parse", "v1"), file: spec },
      revision: { revision: null, file: spec },
    });
  });

  it("is the working tree as it is, whatever is committed", async () => {
    const { folder } = forked();
    put(folder, { [spec]: specOf("a", "b", "c", "dirty") });
    const report = await reportOf(folder, "main");
    expect([report.code, moves(report)]).toEqual([0, ["+/dirty"]]);
  });

  it.each([
    ["main work", ["+/new", "-/c"]],
    ["work main", ["+/late"]],
    ["v1 main", ["+/late"]],
    ["main~0 work", ["+/new", "-/c", "-/late"]],
    ["main~0", ["+/new", "-/c", "-/late"]],
    ["v1 v1", []],
    ["HEAD", []],
    [`v1:${spec} main:${spec}`, ["+/late"]],
    [`main~0:${spec} ${spec}`, ["+/new", "-/c", "-/late"]],
    [`v1 ${spec}`, ["+/new", "-/c"]],
    [`${spec} v1`, ["+/c", "-/new"]],
  ])("is right for: %s", async (words, expected) => {
    const report = await reportOf(forked().folder, words);
    expect(report.stderr).toBe("");
    expect(moves(report)).toEqual(expected);
  });

  it("may be two files, in no repository at all", async () => {
    const folder = scratch();
    put(folder, { "old/api.yaml": specOf("a", "b"), "new/api.yaml": specOf("a") });
    const report = await reportOf(folder, "old/api.yaml new/api.yaml");
    expect(moves(report)).toEqual(["-/b"]);
    expect([report.base, report.revision]).toEqual([
      { revision: null, file: "old/api.yaml" },
      { revision: null, file: "new/api.yaml" },
    ]);
  });

  it("is another spec with --spec, and paths behind a revision start at the top or with a dot", async () => {
    const { folder, git } = initRepository({ "api/x.yaml": specOf("a", "b"), [spec]: specOf("a") });
    git("tag", "v1");
    put(folder, { "api/x.yaml": specOf("a") });
    expect(moves(await reportOf(folder, "v1 --spec api/x.yaml"))).toEqual(["-/b"]);
    const inside = join(folder, "api");
    expect(moves(await reportOf(inside, "v1 --spec x.yaml"))).toEqual(["-/b"]);
    expect(moves(await reportOf(inside, "v1:./x.yaml x.yaml"))).toEqual(["-/b"]);
    expect(moves(await reportOf(inside, "v1:api/x.yaml x.yaml"))).toEqual(["-/b"]);
  });

  it("is a spec of many files, each as it was in the revision", async () => {
    const item = (name: string): string =>
      `get:\n  operationId: ${name}\n  responses: { "200": { description: Yes. } }\n`;
    const entry = (file: string): string =>
      `openapi: 3.1.0\ninfo: { title: A, version: "1" }\npaths:\n  /a: { $ref: ${file} }\n`;
    const { folder, git } = initRepository({ [spec]: entry("paths/a.yaml"), "spec/paths/a.yaml": item("a") });
    git("tag", "v1");
    rmSync(join(folder, "spec/paths/a.yaml"));
    put(folder, { [spec]: entry("b.yaml"), "spec/b.yaml": item("a").replace("get:", "put:") });
    const report = await reportOf(folder, "v1");
    const files = report.changes.flatMap(({ before, after }) => [before?.file ?? "", after?.file ?? ""]);
    expect([...new Set(files)].filter(Boolean).sort()).toEqual(["spec/b.yaml", "spec/paths/a.yaml"]);
  });

  it("is a spec with the overlays that it had", async () => {
    const { folder, git } = initRepository({
      [spec]: specOf("a", "b"),
      "package.json": `{ "specwright": { "overlays": ["spec/o.yaml"] } }`,
    });
    git("tag", "v1");
    const overlay = `overlay: 1.0.0\ninfo: { title: O, version: "1" }\nactions:\n  - { target: "$.paths['/b']", remove: true }\n`;
    put(folder, { "spec/o.yaml": overlay });
    expect(moves(await reportOf(folder, "v1"))).toEqual(["-/b"]);
    expect(moves(await reportOf(folder, `v1:${spec} ${spec}`))).toEqual([]);
  });
});

describe.concurrent("a spec that was moved", () => {
  it.each([
    ["committed", true],
    ["in the working tree alone", false],
  ])("is found where it was: %s", async (_case, isCommitted) => {
    const names = Array.from({ length: 9 }, (_, index) => `a${index}`);
    const repository = initRepository({ "old.yaml": specOf(...names), "other.yaml": specOf("x") });
    repository.git("tag", "v1");
    mkdirSync(join(repository.folder, "spec"));
    renameSync(join(repository.folder, "old.yaml"), join(repository.folder, spec));
    const tree = { [spec]: specOf(...names, "new") };
    if (isCommitted) repository.commit(tree);
    else put(repository.folder, tree);
    const report = await reportOf(repository.folder, isCommitted ? "v1 HEAD" : "v1");
    expect(report.base.file).toBe("old.yaml");
    expect(moves(report)).toEqual(["+/new"]);
  });

  it("is followed step by step, however much it changed", async () => {
    const names = (start: number): string[] => Array.from({ length: 9 }, (_, index) => `n${start + index}`);
    const repository = initRepository({ "one.yaml": specOf(...names(0)) });
    repository.git("tag", "v1");
    const move = (from: string, to: string, tree: readonly string[]): void => {
      mkdirSync(join(repository.folder, "spec"), { recursive: true });
      renameSync(join(repository.folder, from), join(repository.folder, to));
      repository.commit({});
      repository.commit({ [to]: specOf(...tree) });
    };
    move("one.yaml", "two.yaml", names(8));
    move("two.yaml", spec, names(16));
    const report = await reportOf(repository.folder, "v1");
    expect(report.base.file).toBe("one.yaml");
    expect(moves(report)).toContain("-/n0");
  });

  it("is found in the language that it was written in", async () => {
    const json = `{ "openapi": "3.1.0", "info": { "title": "A", "version": "1" }, "paths": { "/a": { "get": {} } } }`;
    const { folder, git } = initRepository({ "spec/openapi.json": json });
    git("tag", "v1");
    rmSync(join(folder, "spec/openapi.json"));
    put(folder, { [spec]: specOf("a") });
    expect((await reportOf(folder, "v1")).base.file).toBe("spec/openapi.json");
  });

  it("is not mistaken for another one that went", async () => {
    const { folder, git } = initRepository({ "other.yaml": specOf("x", "y", "z"), "b.txt": "" });
    git("tag", "v1");
    rmSync(join(folder, "other.yaml"));
    put(folder, { [spec]: specOf("a").replace("Shop", "Bank") });
    const report = await reportOf(folder, "v1");
    expect(moves(report)).toEqual(["+/a"]);
    expect([report.code, report.stderr]).toEqual([
      0,
      expect.stringMatching(/^There is no spec\/openapi\.yaml in [0-9a-f]{8} yet: everything is new\.\n$/),
    ]);
  });
});

describe.concurrent("a question that cannot be answered ends with 2", () => {
  it.each([
    ["", /^error: There is nothing to compare with\.\nName a branch/],
    ["mian", /^error: There is no file and no revision "mian"\.\nDid you mean main\?\n$/],
    ["v1 mian", /^error: There is no revision "mian"\.\nDid you mean main\?\n$/],
    [
      "v1:spec/opnapi.yaml",
      /There is no file spec\/opnapi\.yaml in [0-9a-f]{12}\.\nDid you mean spec\/openapi\.yaml\?/,
    ],
    ["v1:nowhere/at/all.txt", /A path behind a revision starts at the top/],
    ["deadbeefdeadbeef", /There is no file and no revision "deadbeefdeadbeef"\.\nName a branch/],
    ["-- -x", /There is no file and no revision "-x"/],
    ["-- --output=x", /There is no file and no revision "--output=x"/],
    ["main --spec nowhere.yaml", /^error: nowhere\.yaml does not exist/],
    ["v1 main --spec nowhere.yaml", /^error: There is no nowhere\.yaml in main\.\nName the spec/],
    ["main --format xml", /must be one of text, markdown, json/],
    ["main --format htm", /Did you mean html\?/],
    ["main --fail-on breking", /Did you mean breaking\?/],
    ["main --today 2027-02-30", /^error: "2027-02-30" is no day of the calendar\.\nWrite it as/],
    ["main --explain no-such-rule-anywhere-here", /^error: There is no rule "no-such-rule-anywhere-here"/],
    ["a b c", /too many arguments/],
  ])("specwright diff %s", async (words, message) => {
    const { folder } = forked();
    const { code, stdout, stderr } = await diff(folder, words);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("outside of a repository", async () => {
    const folder = scratch();
    put(folder, { [spec]: specOf("a"), "old.yaml": specOf("a") });
    const { code, stderr } = await diff(folder, "main");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/main does not exist\. .*no working tree of git/),
    ]);
    expect((await diff(folder, "odl.yaml")).stderr).toMatch(/Did you mean old\.yaml\?/);
    expect((await diff(folder, "old.yaml")).code).toBe(0);
  });

  it("in JSON too", async () => {
    const { folder } = forked();
    for (const words of ["mian --json", "mian --format json", "main --format json --fail-on x"]) {
      const { code, stdout } = await diff(folder, words);
      expect([code, JSON.parse(stdout)]).toEqual([
        2,
        expect.objectContaining({ version: 1, diagnostics: [] }),
      ]);
    }
  });

  it("where histories are strangers to each other", async () => {
    const { folder, git, commit } = forked();
    git("switch", "--quiet", "--orphan", "alone");
    commit({ [spec]: specOf("a") });
    const { code, stderr } = await diff(folder, "main");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/they share no history\.\nName the commit itself/),
    ]);
    expect((await diff(folder, "main~0")).code).toBe(1);
  });
});

describe.concurrent("a clone without its history", () => {
  it("is told which fetch is missing", async () => {
    const shallow = cloneOf(forked(), "--depth=1", "--branch=work", "--no-single-branch");
    const { code, stderr } = await diff(shallow.folder, "origin/main");
    expect([code, stderr]).toEqual([2, expect.stringContaining("Run `git fetch --unshallow origin` first")]);
    shallow.git("fetch", "--quiet", "--unshallow", "origin");
    expect(moves(await reportOf(shallow.folder, "origin/main"))).toEqual(["+/new", "-/c"]);
  });

  it("is told how to get a branch that it has never seen", async () => {
    const shallow = cloneOf(forked(), "--depth=1", "--branch=work");
    const { code, stderr } = await diff(shallow.folder, "origin/main");
    expect(code).toBe(2);
    const [, fetch = ""] = /Run `git (.*)`\./i.exec(stderr) ?? [];
    expect(fetch).toBe("fetch --unshallow origin +refs/heads/main:refs/remotes/origin/main");
    shallow.git(...fetch.split(" "));
    expect(moves(await reportOf(shallow.folder, "origin/main"))).toEqual(["+/new", "-/c"]);
  });

  it("is told so of a tag", async () => {
    const shallow = cloneOf(forked(), "--depth=1", "--branch=work");
    const { stderr } = await diff(shallow.folder, "v1");
    expect(stderr).toContain('no file and no revision "v1" in this clone, which is shallow');
    expect(stderr).toContain("Run `git fetch --unshallow --tags origin`");
  });

  it("does not take what a filter left out for absent", async () => {
    const origin = forked();
    origin.git("config", "uploadpack.allowFilter", "true");
    const partial = cloneOf(origin, "--filter=blob:none", "--branch=work");
    const { code, stderr } = await diff(partial.folder, "v1");
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining("is not in this clone, which was made with a filter"),
    ]);
  });
});

describe.concurrent("a side that cannot be read", () => {
  it.each([
    ["openapi: [", "syntax-error"],
    ["title: A\n", "not-an-openapi-document"],
    [specOf("a").replace("paths:", "paths:\n  /b: { $ref: nowhere.yaml }"), "unreadable-reference"],
    [specOf("a").replace("paths:", "paths:\n  /b: { $ref: '#/no' }"), "unresolved-reference"],
    [
      `${specOf("a")}components: { schemas: { A: { $ref: "#/components/schemas/B" }, B: { $ref: "#/components/schemas/A" } } }`,
      "endless-reference",
    ],
    [
      `a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d]\nf: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e]\ng: [*f, *f, *f, *f, *f, *f, *f, *f, *f]\n`,
      "alias-bomb",
    ],
  ])("ends with 2, whichever it is (%#)", async (text, complaint) => {
    const { folder, git } = initRepository({ [spec]: specOf("a") });
    put(folder, { [spec]: text });
    const now = await diff(folder, "HEAD");
    expect([now.code, now.stdout]).toEqual([2, ""]);
    expect(now.stderr).toContain(`${complaint}\n`);
    expect(now.stderr).toContain(
      "error: The revision, spec/openapi.yaml, cannot be read.\nNothing was compared.",
    );
    git("commit", "--quiet", "--all", "--message", "Broken");
    put(folder, { [spec]: specOf("a") });
    const then = await diff(folder, "HEAD --json");
    expect(then.code).toBe(2);
    expect(then.stderr).toMatch(/error: The base, spec\/openapi\.yaml in [0-9a-f]{8}, cannot be read\./);
    expect(then.stderr).toMatch(
      new RegExp(`^[0-9a-f]{8}:spec/openapi\\.yaml:\\d+:\\d+ error ${complaint}$`, "m"),
    );
    expect(JSON.parse(then.stdout)).toMatchObject({
      diagnostics: [expect.objectContaining({ code: complaint })],
      error: { message: expect.stringContaining("The base") },
    });
  });

  it("is told of what is wrong otherwise, and compared all the same", async () => {
    const sloppy = (...names: string[]): string =>
      specOf(...names).replace("paths:", "paths:\n  /u/{id}: { get: {} }\n  /u/{x}: { get: {} }");
    const { folder } = initRepository({ [spec]: sloppy("a", "b") });
    put(folder, { [spec]: sloppy("a") });
    const report = await reportOf(folder, "HEAD");
    expect([report.code, moves(report)]).toEqual([1, ["-/b"]]);
    expect(report.stderr).toMatch(
      /^[0-9a-f]{8}:spec\/openapi\.yaml:\d+:\d+ error undeclared-path-parameter$/m,
    );
    expect(report.stderr).toMatch(/^spec\/openapi\.yaml:\d+:\d+ error identical-paths$/m);
    expect(report.stderr).toContain("This keeps nobody from comparing.");
  });
});

describe.concurrent("the exit code", () => {
  it.each([
    ["", 1],
    ["--fail-on breaking", 1],
    ["--fail-on warning", 1],
    ["--fail-on none", 0],
  ])("of a breaking change is with %j: %i", async (flags, expected) => {
    const { code, stdout, stderr } = await diff(forked().folder, `main ${flags}`);
    expect([code, stderr]).toEqual([expected, ""]);
    expect(stdout).not.toBe("");
  });

  it("of what breaks nobody is 0 in every format", async () => {
    const { folder } = initRepository({ [spec]: specOf("a") });
    put(folder, { [spec]: specOf("a", "b") });
    for (const format of ["text", "markdown", "json", "github", "html", "changelog"]) {
      const { code, stdout, stderr } = await diff(folder, `HEAD --format ${format}`);
      expect([format, code, stderr]).toEqual([format, 0, ""]);
      expect(stdout).not.toBe("");
    }
  });
});

describe.concurrent("accepted changes", () => {
  async function accepting(
    entry: (id: string) => string,
    words = "",
  ): Promise<Answer & { readonly id: string }> {
    const { folder } = forked();
    const { changes } = await reportOf(folder, "main");
    const { id = "" } = changes.find(({ level }) => level === "breaking") ?? {};
    put(folder, { "spec/accepted-changes.yaml": entry(id) });
    return { ...(await diff(folder, `main --json ${words}`)), id };
  }

  it("stay in sight and do not count", async () => {
    const { code, stdout } = await accepting(
      (id) => `- change: ${JSON.stringify(id)}\n  reason: Nobody used it\n`,
    );
    const report = JSON.parse(stdout) as Report;
    expect([code, report.verdict, report.idle]).toEqual([0, "breaking", []]);
    expect(report.summary).toMatchObject({ breaking: 0, accepted: 1 });
    expect(report.changes.find(({ level }) => level === "breaking")?.accepted).toEqual({
      reason: "Nobody used it",
      expires: null,
    });
  });

  it.each([
    ["2027-01-31", 0, []],
    [
      "2027-02-01",
      1,
      [expect.stringMatching(/^spec\/accepted-changes\.yaml:1: .* has expired on 2027-01-31\.$/)],
    ],
  ])("hold until their day is over: %s", async (today, expected, idle) => {
    const entry = (id: string): string =>
      `- { change: ${JSON.stringify(id)}, reason: R, expires: 2027-01-31 }\n`;
    const { code, stdout } = await accepting(entry, `--today ${today}`);
    expect([code, (JSON.parse(stdout) as Report).idle]).toEqual([expected, idle]);
  });

  it("are reported where there is nothing to accept any more", async () => {
    const { code, stdout } = await accepting(() => "# Once.\n- { change: gone, reason: R }\n");
    expect([code, (JSON.parse(stdout) as Report).idle]).toEqual([
      1,
      ['spec/accepted-changes.yaml:2: No change has the id "gone" any more; delete the entry.'],
    ]);
  });

  it("are complained of with their lines, and nothing is compared", async () => {
    const { folder } = forked();
    put(folder, { "spec/accepted-changes.yaml": "- change: a\n  reasn: b\n" });
    const { code, stdout, stderr } = await diff(folder, "main");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("spec/accepted-changes.yaml:2:3 error accepted-change-has-unknown-key");
    expect(stderr).toContain('Did you mean "reason"?');
  });

  it("may stand elsewhere", async () => {
    const { folder } = forked();
    put(folder, {
      "package.json": `{ "specwright": { "diff": { "accepted": "ok.yaml" } } }`,
      "ok.yaml": "- { change: gone, reason: R }\n",
    });
    expect((await reportOf(folder, "main")).idle).toEqual([expect.stringMatching(/^ok\.yaml:1: /)]);
  });
});

describe.concurrent("a team's own levels", () => {
  it.each([
    ["info", 0, 0],
    ["warning", 0, 1],
    ["breaking", 1, 1],
    ["off", 0, 0],
  ])("decide: %s", async (level, code, underWarning) => {
    const { folder } = forked();
    const { changes } = await reportOf(folder, "main");
    const codes = changes.filter((change) => change.level === "breaking").map((change) => change.code);
    const levels = Object.fromEntries(codes.map((name) => [name, level]));
    put(folder, { "package.json": JSON.stringify({ specwright: { diff: { levels } } }) });
    const ends = await Promise.all(["", "--fail-on warning"].map((flags) => diff(folder, `main ${flags}`)));
    expect(ends.map((end) => end.code)).toEqual([code, underWarning]);
  });

  it("are of rules that --explain knows", async () => {
    const { folder } = forked();
    const { changes } = await reportOf(folder, "main");
    for (const rule of new Set(changes.map((change) => change.code))) {
      const { code, stdout, stderr } = await diff(scratch(), `--explain ${rule}`);
      expect([code, stdout.startsWith(rule), stderr]).toEqual([0, true, ""]);
    }
  });

  it("name rules that there are", async () => {
    const { folder } = forked();
    put(folder, {
      "package.json": `{ "specwright": { "diff": { "levels": { "operation-remoed": "info" } } } }`,
    });
    const { code, stderr } = await diff(folder, "main");
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^error: There is no rule "operation-remoed"\./),
    ]);
  });
});

describe.concurrent("asking git", () => {
  it("changes nothing in the repository and runs nothing of it", async () => {
    const { folder, git, commit } = forked();
    const alarm = `sh -c "touch '${folder}/alarm'"`;
    commit({ ".gitattributes": "*.yaml filter=evil diff=evil\n" });
    for (const key of ["core.fsmonitor", "filter.evil.smudge", "filter.evil.clean", "diff.evil.textconv"]) {
      git("config", key, alarm);
    }
    git("config", "diff.external", alarm);
    git("config", "log.showSignature", "true");
    git("config", "gpg.program", alarm);
    put(folder, { "scratch.txt": "mine", [spec]: specOf("a") });
    const before = treeOf(folder);
    await diff(folder, "main");
    await diff(folder, "v1 main");
    await diff(folder, "v1 --spec scratch.txt");
    expect(treeOf(folder)).toEqual(before);
  });

  it("works in a worktree of its own and beside one that git is told of", async () => {
    const { folder, git } = forked();
    const other = join(scratch(), "tree");
    git("worktree", "add", "--quiet", other, "main");
    expect(moves(await reportOf(other, "v1"))).toEqual(["+/late"]);
    expect(moves(await reportOf(folder, "v1"))).toEqual(["+/new", "-/c"]);
  });

  it("links to lines where a runner says where they are", async () => {
    const { folder, git } = forked();
    const env = {
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_REPOSITORY: "team/shop",
      GITHUB_SHA: git("rev-parse", "work"),
    };
    const { stdout } = await diff(folder, "main --format markdown", env);
    expect(stdout).toContain(
      `https://github.example/team/shop/blob/${git("rev-parse", "v1")}/spec/openapi.yaml#L`,
    );
    expect((await diff(folder, "main --format markdown", { GITHUB_REPOSITORY: "" })).stdout).not.toContain(
      "github.",
    );
  });

  it("loads neither Prettier nor Handlebars, nor what makes a client", async () => {
    const { folder } = forked();
    const url = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
    const log = join(scratch(), "loaded.txt");
    const hooks = url(
      `import { appendFileSync } from "node:fs";
      export async function resolve(name, context, next) {
        appendFileSync(${JSON.stringify(log)}, name + "\\n");
        return next(name, context);
      }`,
    );
    const start = url(`import { register } from "node:module"; register(${JSON.stringify(hooks)});`);
    const { code } = await diff(folder, "v1 v1", { NODE_OPTIONS: `--import=${start}` });
    expect(code).toBe(0);
    const loaded = readFileSync(log, "utf8").split("\n");
    expect(loaded).toContain("../compare.js");
    const heavy =
      /^(?:prettier|handlebars|openapi-typescript|typescript)\b|format-files|render-pages|overlays/;
    expect(loaded.filter((name) => heavy.test(name))).toEqual([]);
  });
});
