import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disk } from "../../generator/disk.ts";
import { planOutput, writeOutput } from "../../generator/write/write-output.ts";
import { filesOf, freshTarget, put, scratch, treeOf, type Tree } from "./scratch.ts";
import type { Orders } from "./writing-process.ts";

const before: Tree = { "README.md": "one\n", "src/a.ts": "a\n", "src/old/gone.ts": "gone\n" };
const after: Tree = { "README.md": "two\n", "src/a.ts": "a\n", "src/new/b.ts": "b\n", "src/new/c.ts": "c\n" };
const foreign: Tree = { "dist/index.js": "theirs\n" };

let home = "";
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "specwright-process-"));
  // Another user runs it as well.
  chmodSync(home, 0o755);
  const entryPoints = [join(import.meta.dirname, "writing-process.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile: join(home, "run.mjs") });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function start(orders: Orders, uid?: number): ChildProcess {
  const as = uid === undefined ? {} : { uid };
  return spawn(process.execPath, [join(home, "run.mjs"), JSON.stringify(orders)], { ...as, cwd: home });
}

interface End {
  readonly said: string;
  readonly signal: string | null;
}

function endOf(child: ChildProcess): Promise<End> {
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on("close", (_, signal) => resolve({ said: said.trim(), signal })));
}

const run = (orders: Orders, uid?: number): Promise<End> => endOf(start(orders, uid));

describe("a run that is killed", () => {
  /** Kill a run at every one of its steps and look at what it leaves. */
  async function everyDeath(
    first: Tree | undefined,
  ): Promise<{ target: ReturnType<typeof freshTarget>; tree: Tree }[]> {
    const deaths = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const target = freshTarget();
        if (first !== undefined) {
          await writeOutput(target, filesOf(first));
          put(target.folder, foreign);
        }
        const { signal } = await run({ folder: target.folder, tree: after, killAt: index + 1 });
        return { signal, target, tree: treeOf(target.folder) };
      }),
    );
    expect(deaths.filter(({ signal }) => signal === "SIGKILL").length).toBeGreaterThan(15);
    // The last ones come too late, so every step was met.
    expect(deaths.at(-1)?.signal).toBeNull();
    return deaths;
  }

  it("leaves each file whole and its own, is told by check, and is finished by the next run", async () => {
    let interruptions = 0;
    for (const { target, tree } of await everyDeath(before)) {
      for (const [path, text] of Object.entries(tree)) {
        if (path.startsWith(".specwright-") || path.endsWith("/")) continue;
        expect([before[path], after[path], foreign[path]], `${path} is whole`).toContain(text);
      }
      const { output } = await planOutput(target, filesOf(after));
      const untouched = Object.entries(before).every(([path, text]) => tree[path] === text);
      const done =
        Object.entries(after).every(([path, text]) => tree[path] === text) && !("src/old/gone.ts" in tree);
      if (output.interrupted) interruptions += 1;
      expect(output.interrupted || untouched || done, "a half-way tree is never taken for a whole one").toBe(
        true,
      );

      await writeOutput(target, filesOf(after));
      expect(treeOf(target.folder)).toEqual({ ...after, ...foreign });
      expect((await planOutput(target, filesOf(after))).output.interrupted).toBe(false);
    }
    expect(interruptions).toBeGreaterThan(5);
  });

  it("leaves nothing that a run of another spec does not clear", async () => {
    for (const { target } of await everyDeath(before)) {
      await writeOutput(target, filesOf(before));
      expect(treeOf(target.folder)).toEqual({ ...before, ...foreign });
    }
  });

  it("does not turn its own first folder into somebody else's", async () => {
    for (const { target } of await everyDeath(undefined)) {
      await writeOutput(target, filesOf(after));
      expect(treeOf(target.folder)).toEqual(after);
    }
  });

  it("loses track of no file when its stage is deleted", async () => {
    for (const { target } of await everyDeath(before)) {
      disk.removeTree(join(target.folder, ".specwright-stage"));
      await writeOutput(target, filesOf(before));
      const files = Object.entries(treeOf(target.folder)).filter(([path]) => !path.endsWith("/"));
      expect(Object.fromEntries(files)).toEqual({ ...before, ...foreign });
    }
  });
});

describe("the lock", () => {
  async function held(folder: string): Promise<ChildProcess> {
    mkdirSync(folder, { recursive: true });
    const child = start({ folder, tree: {}, hold: true });
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    return child;
  }

  it("makes a second run wait, then refuse, naming the process", async () => {
    const target = freshTarget({ patience: 120 });
    const holder = await held(target.folder);
    const second = writeOutput(target, filesOf(after));
    await expect(second).rejects.toThrow(`Process ${holder.pid} on ${hostname()} is writing`);
    await expect(planOutput(target, filesOf(after))).rejects.toThrow(`Process ${holder.pid}`);
    const end = endOf(holder);
    holder.kill("SIGKILL");
    await end;
    await writeOutput(target, filesOf(after));
    expect(treeOf(target.folder)).toEqual(after);
  });

  it("lets the second run in as soon as the first is dead", async () => {
    const target = freshTarget({ patience: 5000 });
    const holder = await held(target.folder);
    const second = writeOutput(target, filesOf(after));
    setTimeout(() => holder.kill("SIGKILL"), 100);
    await second;
    expect(treeOf(target.folder)).toEqual(after);
  });

  it.each([
    ["this process in an earlier life", JSON.stringify({ pid: process.pid, host: hostname(), start: 1 }), 0],
    ["a machine long gone", JSON.stringify({ pid: 1, host: "elsewhere", start: 1 }), 3600],
    ["nobody", "", 60],
  ])("is taken over from %s", async (_, text, age) => {
    const target = freshTarget();
    put(target.folder, { ".specwright-lock": text });
    utimesSync(join(target.folder, ".specwright-lock"), Date.now() / 1000 - age, Date.now() / 1000 - age);
    await writeOutput(target, filesOf(after));
    expect(treeOf(target.folder)).toEqual(after);
  });

  it("is not taken over from another machine", async () => {
    const target = freshTarget();
    put(target.folder, { ".specwright-lock": JSON.stringify({ pid: 1, host: "elsewhere", start: 1 }) });
    await expect(writeOutput(target, filesOf(after))).rejects.toThrow("Process 1 on elsewhere");
  });

  it("keeps many runs apart that all find a dead one's lock", async () => {
    const target = freshTarget();
    put(target.folder, {
      ".specwright-lock": JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), start: 1 }),
    });
    const trees = Array.from({ length: 6 }, (_, index) => ({
      "a.ts": `${index}\n`,
      [`only-${index}.ts`]: "x\n",
    }));
    const ends = await Promise.all(trees.map((tree) => run({ folder: target.folder, tree })));
    expect(ends.map(({ said }) => said)).toEqual(trees.map(() => "written"));
    expect(trees).toContainEqual(treeOf(target.folder));
  });
});

describe("a process without the right to write", () => {
  const nobody = process.getuid?.() === 0 ? 65534 : undefined;

  it.skipIf(process.platform === "win32")("says so in one sentence and changes nothing", async () => {
    const folder = join(scratch(), "generated");
    await writeOutput(freshTarget({ folder }), filesOf(before));
    const closed = join(folder, "src/old");
    openTo(nobody, [join(folder, ".."), folder, join(folder, "src")]);
    chmodSync(closed, 0o555);
    const { said } = await run({ folder, tree: after }, nobody);
    expect(said).toMatch(
      /^Refusal: Cannot write in .*src\/old: permission denied, or the disk is read-only\.$/,
    );
    expect(treeOf(folder)).toEqual(before);
    chmodSync(folder, 0o555);
    expect((await run({ folder, tree: after }, nobody)).said).toMatch(
      /^Refusal: Cannot write .*generated.*permission denied/,
    );
    expect((await run({ folder, tree: before }, nobody)).said).toBe("written");
    expect(treeOf(folder)).toEqual(before);
  });

  function openTo(uid: number | undefined, folders: readonly string[]): void {
    if (uid !== undefined) for (const folder of folders) chownSync(folder, uid, uid);
  }
});
