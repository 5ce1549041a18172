// The script that comments below a pull request, run as a workflow runs it, against a stand-in for GitHub.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { type Answer, ask } from "../cli/compiled-cli.ts";
import { unusedPort } from "../runtime/server.ts";
import { repository } from "../source-tree.ts";
import { put, scratch } from "../write/scratch.ts";
import { addressOf, bot, standInForGithub, token } from "./github-stand-in.ts";

const script = join(repository, ".github/api-diff/report.mjs");
const marker = "<!-- specwright-diff -->";
const breaking = `${marker}\n\n## Breaking: 1 change breaks clients that are running\n`;
const unchanged = `${marker}\n\nNo change of the API.\n`;
const own = (body: string) => ({ body, user: { login: bot } });

interface Run extends Answer {
  readonly outputs: string;
  readonly summary: string;
}

interface Finding {
  readonly verdict?: string;
  readonly bump?: string;
  readonly report?: string;
  /** The repository that the pull request comes from; null if it is gone. */
  readonly from?: string | null;
}

/** What the script makes of a comparison. */
async function report(api: string, finding: Finding = {}, env: Record<string, string> = {}): Promise<Run> {
  const { verdict = "breaking", bump = "major", report: text = breaking, from = "acme/shop" } = finding;
  const folder = scratch();
  const head = { repo: from === null ? null : { full_name: from } };
  put(folder, { "event.json": JSON.stringify({ pull_request: { number: 7, head } }) });
  const answer = await ask(script, [], {
    cwd: folder,
    env: {
      GITHUB_API_URL: api,
      GITHUB_EVENT_PATH: join(folder, "event.json"),
      GITHUB_OUTPUT: join(folder, "outputs"),
      GITHUB_REPOSITORY: "acme/shop",
      GITHUB_RUN_ID: "42",
      GITHUB_SERVER_URL: "https://github.example",
      GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
      GITHUB_TOKEN: token,
      VERDICT: verdict,
      BUMP: bump,
      REPORT: gzipSync(text).toString("base64"),
      ...env,
    },
  });
  const read = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "";
  const run = { ...answer, outputs: read("outputs"), summary: read("summary.md") };
  expect(Object.values(run).join("\n")).not.toContain(token);
  return run;
}

function outputsOf(verdict: string, bump: string, url = ""): string {
  return `verdict=${verdict}\nbump=${bump}\ncomment-url=${url}\n`;
}

it("comments below a pull request that has no comment yet", async () => {
  const github = await standInForGithub([{ body: "Looks good.", user: { login: "someone" } }]);
  const { code, outputs, summary } = await report(github.url);
  expect({ code, outputs, summary }).toEqual({
    code: 0,
    outputs: outputsOf("breaking", "major", addressOf(101)),
    summary: "",
  });
  expect(github.comments[1]).toEqual({ id: 101, ...own(breaking) });
  expect(github.received.map(({ method }) => method)).toEqual(["GET", "POST"]);
});

it("keeps its comment up to date instead of adding another one", async () => {
  const github = await standInForGithub([own("Another workflow."), own(`${marker}\r\n\r\nAs it was.`)]);
  const { code, outputs } = await report(github.url);
  expect({ code, outputs }).toEqual({ code: 0, outputs: outputsOf("breaking", "major", addressOf(101)) });
  expect(github.comments).toEqual([
    { id: 100, ...own("Another workflow.") },
    { id: 101, ...own(breaking) },
  ]);
});

it("finds its comment on a later page", async () => {
  const chat = Array.from({ length: 5 }, (_, index) => own(`Comment ${index}`));
  const github = await standInForGithub([...chat, own(unchanged), own("The last one.")]);
  const { outputs } = await report(github.url);
  expect(outputs).toContain(addressOf(105));
  expect(github.comments).toHaveLength(7);
  expect(github.comments[5]?.body).toBe(breaking);
  expect(github.received.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "PATCH"]);
});

it("leaves alone what others wrote, whatever they put in it", async () => {
  const others = [
    { body: breaking, user: { login: "someone" } },
    { body: breaking, user: { login: "dependabot[bot]" } },
    { body: breaking, user: null },
    own(`Quoting ${breaking}`),
  ];
  const github = await standInForGithub(others);
  await report(github.url, { report: `${breaking}New.\n` });
  expect(github.comments.map(({ body }) => body)).toEqual([
    ...others.map(({ body }) => body),
    `${breaking}New.\n`,
  ]);
});

it("says nothing where nothing changed and nothing was said", async () => {
  const github = await standInForGithub();
  const { code, outputs, summary } = await report(github.url, {
    verdict: "none",
    bump: "none",
    report: unchanged,
  });
  expect({ code, outputs, summary }).toEqual({ code: 0, outputs: outputsOf("none", "none"), summary: "" });
  expect(github.comments).toEqual([]);
});

it("takes back what it said where nothing is changed any more", async () => {
  const github = await standInForGithub([own(breaking)]);
  await report(github.url, { verdict: "none", bump: "none", report: unchanged });
  expect(github.comments).toEqual([{ id: 100, ...own(unchanged) }]);
});

it.each([
  ["did not get to an end", { VERDICT: "", BUMP: "", REPORT: "" }],
  ["has a report and no verdict", { VERDICT: "" }],
  ["has a verdict and no report", { VERDICT: "none", REPORT: "" }],
  ["has a verdict that nobody knows", { VERDICT: "fine" }],
  ["has a bump that is no word", { BUMP: "major\nverdict=none" }],
  ["has half a report", { VERDICT: "none", REPORT: "H4sIAAAAAAAAA" }],
  [
    "has a report of something else",
    { VERDICT: "none", REPORT: gzipSync("All is well.").toString("base64") },
  ],
])("tells a comparison that %s as one that failed", async (_case, env) => {
  const github = await standInForGithub([own(unchanged)]);
  const { code, outputs } = await report(github.url, {}, env);
  expect({ code, outputs }).toEqual({ code: 0, outputs: outputsOf("failed", "unknown", addressOf(100)) });
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toMatch(
    /^<!-- specwright-diff -->\n\n## The API could not be compared\n.*\[the run\]\(\S+\/acme\/shop\/actions\/runs\/42/s,
  );
});

it("comments that a comparison failed even where nothing was said before", async () => {
  const github = await standInForGithub();
  const failed = `${marker}\n\n## The API could not be compared\n`;
  const { outputs } = await report(github.url, { verdict: "failed", bump: "unknown", report: failed });
  expect(outputs).toBe(outputsOf("failed", "unknown", addressOf(100)));
  expect(github.comments).toEqual([{ id: 100, ...own(failed) }]);
});

it.each([["someone/shop"], [null]])(
  "asks GitHub for nothing if the pull request is from %s",
  async (from) => {
    const github = await standInForGithub([own(unchanged)]);
    const { code, outputs, stdout, summary } = await report(github.url, { from });
    expect({ code, outputs, summary }).toEqual({
      code: 0,
      outputs: outputsOf("breaking", "major"),
      summary: breaking,
    });
    expect(stdout).toMatch(/^::notice title=API diff::The pull request comes from another repository/);
    expect(github.received).toEqual([]);
  },
);

it.each(["GET", "POST"])("writes the summary where the token may not %s", async (verb) => {
  const github = await standInForGithub([], (response, { method }) => {
    if (method !== verb) return false;
    response.writeHead(403).end(JSON.stringify({ message: "Resource not accessible by integration" }));
    return true;
  });
  const { code, outputs, stdout, summary } = await report(github.url);
  expect({ code, outputs, summary }).toEqual({
    code: 0,
    outputs: outputsOf("breaking", "major"),
    summary: breaking,
  });
  expect(stdout).toMatch(/^::warning title=API diff::GitHub answered 403: the token may not comment\./);
});

it.each([
  [401, {}, "it does not know the token"],
  [404, {}, "there is no such pull request"],
  [422, {}, "it does not want the comment"],
  [429, {}, "too much was asked"],
  [500, {}, "it has trouble of its own"],
  [503, { "retry-after": "1" }, "it has trouble of its own"],
  [307, { location: "/elsewhere" }, "nobody expected that"],
])("fails if GitHub answers %i, and keeps the report", async (status, headers, reason) => {
  const github = await standInForGithub([], (response, { method }) => {
    if (method !== "POST") return false;
    response.writeHead(status, headers).end("<html>\n::error::Oops");
    return true;
  });
  const { code, outputs, stdout, summary } = await report(github.url);
  expect({ code, outputs, summary }).toEqual({
    code: 1,
    outputs: outputsOf("breaking", "major"),
    summary: breaking,
  });
  expect(stdout.split("\n")).toHaveLength(2);
  expect(stdout).toMatch(`::error title=API diff::GitHub answered ${status}: ${reason}`);
  expect(github.received).toHaveLength(2);
});

it.each([{ "retry-after": "60" }, { "x-ratelimit-remaining": "0" }])(
  "knows a token that may comment and has asked too often (%o)",
  async (headers) => {
    const github = await standInForGithub([], (response) => {
      response.writeHead(403, headers).end("{}");
      return true;
    });
    const { code, stdout } = await report(github.url);
    expect(code).toBe(0);
    expect(stdout).toContain("too much was asked of it");
  },
);

it("fails if GitHub cannot be reached", async () => {
  const { code, stdout, summary } = await report(`http://127.0.0.1:${await unusedPort()}`);
  expect({ code, summary }).toEqual({ code: 1, summary: breaking });
  expect(stdout).toMatch("::error title=API diff::GitHub cannot be reached.");
});

it("shows the token to no other host, whatever the next page is said to be", async () => {
  const other = await standInForGithub();
  const github = await standInForGithub([], (response) => {
    response.writeHead(200, { link: `<${other.url}/comments>; rel="next"` }).end("[]");
    return true;
  });
  const { code, stdout } = await report(github.url);
  expect(code).toBe(1);
  expect(stdout).toContain("another host");
  expect(other.received).toEqual([]);
});

it("cuts what is too long for a comment, and keeps the whole", async () => {
  const github = await standInForGithub();
  const long = breaking + "x".repeat(65_537 - breaking.length);
  const { code, summary } = await report(github.url, { report: long });
  expect({ code, summary }).toEqual({ code: 0, summary: long });
  expect(github.comments[0]?.body.length).toBeLessThan(3000);
  expect(github.comments[0]?.body.startsWith(breaking)).toBe(true);
});
