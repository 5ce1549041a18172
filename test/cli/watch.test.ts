import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { put, scratch, treeOf } from "../write/scratch.ts";
import { good, made, project, run, script } from "./stand-in-cli.ts";

interface Watcher {
  readonly child: ChildProcess;
  /** What it has said so far, the times of day left out. */
  readonly said: () => string;
  /** Waits until it has said so. */
  readonly says: (text: string) => Promise<void>;
  /** Its exit code after Ctrl-C. */
  readonly interrupt: () => Promise<number | null>;
}

function watch(cwd: string, words = "generate --watch"): Watcher {
  const child = spawn(process.execPath, [script(), ...words.split(" ")], { cwd });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const said = (): string => text.replace(/^\d\d:\d\d:\d\d /gm, "TIME ");
  return {
    child,
    said,
    says: (wanted) => vi.waitFor(() => expect(said()).toContain(wanted), { timeout: 10_000, interval: 20 }),
    interrupt() {
      child.kill("SIGINT");
      return ended;
    },
  };
}

const spec = (more: object): Record<string, string> => ({ "spec/openapi.yaml": JSON.stringify(more) });

it("generates again when the spec, a file it refers to, a template or the configuration changes", async () => {
  const orders = { ...good, refs: ["ref.yaml"], templates: ["client/client.ts.hbs"], tellOutputs: true };
  const cwd = project(orders, {
    "ref.yaml": "one",
    "t/client/client.ts.hbs": "first",
    "specwright.config.json": `{ "templates": "t" }`,
  });
  const watcher = watch(cwd);
  const file = (path: string): string | undefined => treeOf(join(cwd, "generated"))[path];
  await watcher.says("Watching for changes");
  expect(watcher.said()).toBe(
    "TIME generated: 6 created, 0 updated, 0 deleted, 0 unchanged\nWatching for changes; Ctrl-C ends.\n",
  );
  put(cwd, { "ref.yaml": "two, and longer" });
  await watcher.says("0 created, 1 updated, 0 deleted, 5 unchanged");
  expect(file("refs/ref_yaml")).toBe("two, and longer\n");
  put(cwd, { "t/client/client.ts.hbs": "second" });
  await vi.waitFor(() => expect(file("templates/client/client.ts.hbs")).toBe("second\n"), 10_000);
  put(cwd, { "specwright.config.json": `{ "templates": "t", "outputs": ["docs"] }` });
  await vi.waitFor(() => expect(file("outputs")).toBe("docs\n"), 10_000);
  put(cwd, spec({ ...orders, files: { ...good.files, "c.ts": "c" } }));
  await watcher.says("1 created");
  expect(await watcher.interrupt()).toBe(0);
  expect(watcher.said().match(/^TIME /gm)).toHaveLength(5);
}, 60_000);

it("shows errors and goes on", async () => {
  const cwd = project({ ...good, errors: ["It is wrong."] });
  const watcher = watch(cwd);
  await watcher.says("TIME The spec has errors; nothing was written.");
  expect(watcher.said()).toContain("It is wrong.");
  rmSync(join(cwd, "spec/openapi.yaml"));
  await watcher.says("error: spec/openapi.yaml does not exist.");
  put(cwd, { "specwright.config.json": `{ "uot": 1 }` });
  await watcher.says("config-unknown-key");
  rmSync(join(cwd, "specwright.config.json"));
  put(cwd, spec(good));
  await watcher.says("3 created");
  expect(treeOf(join(cwd, "generated"))).toEqual(made);
  expect(await watcher.interrupt()).toBe(0);
}, 60_000);

it("does once what several changes in a moment call for", async () => {
  const cwd = project(good);
  const watcher = watch(cwd);
  await watcher.says("Watching");
  for (let count = 0; count < 8; count++) {
    put(cwd, spec({ ...good, files: { "a.ts": `a${count}`.repeat(count + 1) } }));
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await watcher.says("1 deleted");
  expect(await watcher.interrupt()).toBe(0);
  expect(watcher.said().match(/^TIME /gm)?.length).toBeLessThanOrEqual(4);
}, 60_000);

it.each([
  ["generate - --watch", "error: Standard input cannot be watched.\n"],
  ["generate --watch --json", "error: --watch and --json do not go together.\n"],
  ["generate absent.yaml --watch", "error: absent.yaml does not exist.\n"],
])("%s is refused", async (words, message) => {
  const { code, stderr } = await run(words, { cwd: scratch() });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
