// What a workflow may do is read off its text: who starts it, with which token, and what a shell is given.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { repository } from "../source-tree.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(repository, ".github/workflows");
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  return { name, text, workflow: parse(text) as Workflow };
});
const ours = workflows.find(({ name }) => name === "api-diff.yml")?.workflow;
const { compare, report } = ours?.jobs ?? {};

it.each(workflows)("gives $name no more rights than it needs", ({ workflow: { on, permissions, jobs } }) => {
  expect(Object.keys(on)).not.toContain("pull_request_target");
  expect(Object.keys(on)).not.toContain("workflow_run");
  expect(permissions).toEqual({});
  for (const job of Object.values(jobs)) {
    expect(job.permissions).toBeDefined();
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(15);
  }
});

it.each(workflows)("hands no shell of $name a word of a stranger", ({ workflow: { jobs } }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  for (const { run, uses, with: inputs } of steps) {
    // What comes from outside travels in variables and files, which no shell reads as its own text.
    expect(run ?? "").not.toContain("${{");
    if (uses === undefined) continue;
    expect(uses).toMatch(/^actions\/(?:checkout|setup-node)@v\d+$/);
    if (uses.startsWith("actions/checkout@")) expect(inputs?.["persist-credentials"]).toBe(false);
    expect(JSON.stringify(inputs ?? {})).not.toMatch(/head[._](?:ref|sha)|title|body/);
  }
});

it("lets only the job that comments write, and that one runs what was reviewed and nothing else", () => {
  expect(compare?.permissions).toEqual({ contents: "read" });
  expect(report?.permissions).toEqual({ contents: "read", "pull-requests": "write" });
  expect(report?.steps.map(({ uses, run }) => uses ?? run)).toEqual([
    expect.stringMatching(/^actions\/checkout@/),
    "node .github/api-diff/report.mjs",
  ]);
  expect(report?.steps[0]?.with?.["ref"]).toBe("${{ github.event.pull_request.base.sha }}");
  const knowing = (job: Job | undefined) => JSON.stringify(job).match(/github\.token|secrets\./g) ?? [];
  expect([knowing(compare), knowing(report)]).toEqual([[], ["github.token"]]);
});

it("compares with what was reviewed, and runs nothing of what is proposed", () => {
  const [reviewed, proposed] = compare?.steps ?? [];
  expect(reviewed?.with).toMatchObject({
    ref: "${{ github.event.pull_request.base.sha }}",
    path: "reviewed",
  });
  // The commit where a branch left its base has to be there.
  expect(proposed?.with).toMatchObject({ path: "proposed", "fetch-depth": 0 });
  expect(compare?.steps.flatMap(({ run }) => run ?? [])).toEqual([
    "npm ci",
    "node ../reviewed/.github/api-diff/compare.mjs ../reviewed/dist/cli/main.js",
  ]);
});

it("reports a comparison that failed, one run at a time", () => {
  expect(report?.needs).toBe("compare");
  expect(report?.if).toBe("${{ !cancelled() }}");
  expect(ours?.concurrency.group).toContain("github.event.pull_request.number");
  expect(Object.keys(report?.outputs ?? {})).toEqual(["verdict", "bump", "comment-url"]);
});

it("hands the one job exactly what the other one found", () => {
  const handed = Object.entries(report?.steps[1]?.env ?? {}).filter(([name]) => name !== "GITHUB_TOKEN");
  expect(handed).toEqual(
    Object.keys(compare?.outputs ?? {}).map((name) => [
      name.toUpperCase(),
      `\${{ needs.compare.outputs.${name} }}`,
    ]),
  );
});

it("runs scripts that are there, and that the compiler understands", () => {
  const runs = Object.values(ours?.jobs ?? {}).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  const scripts = runs.flatMap((run) => run.match(/\.github\/\S+\.mjs/g) ?? []);
  expect(scripts).toHaveLength(2);
  for (const script of scripts) expect(existsSync(join(repository, script)), script).toBe(true);
  const compiler = join(repository, "node_modules/ts7/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", join(repository, ".github/api-diff")], {
    stdio: "inherit",
  });
});
