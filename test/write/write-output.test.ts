import {
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { disk, type Disk, Refusal } from "../../generator/disk.ts";
import { manifestPath } from "../../generator/write/manifest.ts";
import { planOutput, type Target, writeOutput } from "../../generator/write/write-output.ts";
import { filesOf, freshTarget, put, scratch, treeOf, type Tree } from "./scratch.ts";

const before: Tree = { "README.md": "one\n", "src/a.ts": "a\n", "src/old/gone.ts": "gone\n" };
const after: Tree = { "README.md": "two\n", "src/a.ts": "a\n", "src/new/b.ts": "b\n" };

const write = (target: Target, tree: Tree): Promise<unknown> => writeOutput(target, filesOf(tree));

async function written(tree: Tree, over: Partial<Target> = {}): Promise<Target> {
  const target = freshTarget(over);
  await write(target, tree);
  return { ...target, disk };
}

describe("writing", () => {
  it("makes the folder hold the files, deletes what is no longer made and the folders left empty", async () => {
    const target = await written(before);
    expect(treeOf(target.folder)).toEqual(before);
    await write(target, after);
    expect(treeOf(target.folder)).toEqual(after);
    const manifest = readFileSync(join(target.folder, manifestPath), "utf8");
    expect(manifest.split("\n").slice(1)).toEqual(["README.md", "src/a.ts", "src/new/b.ts", ""]);
  });

  it("touches nothing that is as it should be", async () => {
    const target = await written(before);
    const paths = [...Object.keys(before), manifestPath, "."];
    for (const path of paths) utimesSync(join(target.folder, path), 1000, 1000);
    await write(target, before);
    expect(paths.map((path) => statSync(join(target.folder, path)).mtimeMs)).toEqual(
      paths.map(() => 1_000_000),
    );
  });

  it("leaves untouched the files beside a changed one, and the manifest", async () => {
    const target = await written(before);
    const others = ["src/a.ts", manifestPath];
    for (const path of others) utimesSync(join(target.folder, path), 1000, 1000);
    await write(target, { ...before, "README.md": "new\n" });
    expect(others.map((path) => statSync(join(target.folder, path)).mtimeMs)).toEqual([1_000_000, 1_000_000]);
  });

  it("leaves alone what it did not make", async () => {
    const foreign = { "dist/index.js": "x", "node_modules/p/index.js": "y", "src/old/mine.ts": "z" };
    const target = await written(before);
    put(target.folder, foreign);
    await write(target, after);
    expect(treeOf(target.folder)).toEqual({ ...after, ...foreign });
  });

  it("takes a checkout with CRLF for the same", async () => {
    const target = await written(before);
    writeFileSync(join(target.folder, "README.md"), "one\r\n");
    const { writes } = await planOutput(target, filesOf(before));
    expect(writes.filter(({ kind }) => kind !== "unchanged")).toEqual([]);
  });

  it("puts a manifest right that a merge left in pieces, and loses no file of either side", async () => {
    const target = await written(before);
    const manifest = join(target.folder, manifestPath);
    const text = readFileSync(manifest, "utf8");
    writeFileSync(
      manifest,
      text.replace("src/a.ts\n", "<<<<<<< HEAD\nsrc/a.ts\n=======\nsrc/b.ts\n>>>>>>> main\n"),
    );
    put(target.folder, { "src/b.ts": "theirs\n" });
    await write(target, before);
    expect(treeOf(target.folder)).toEqual(before);
    expect(readFileSync(manifest, "utf8")).toBe(text);
  });

  it("turns a file of ours into a folder", async () => {
    const target = await written({ "docs/models": "a file" });
    await write(target, { "docs/models/a.md": "a" });
    expect(treeOf(target.folder)).toEqual({ "docs/models/a.md": "a" });
  });
});

describe("what is refused, and changes nothing", () => {
  const refused = async (target: Target, tree: Tree, message: RegExp): Promise<void> => {
    const found = treeOf(target.folder);
    await expect(write(target, tree)).rejects.toThrow(Refusal);
    await expect(write(target, tree)).rejects.toThrow(message);
    expect(treeOf(target.folder)).toEqual(found);
  };

  it("a folder of somebody else, until he puts a manifest there", async () => {
    const target = freshTarget();
    put(target.folder, { "thesis.txt": "years of work" });
    await refused(target, before, /is not empty/);
    writeFileSync(join(target.folder, manifestPath), "");
    await write(target, before);
    expect(treeOf(target.folder)).toEqual({ ...before, "thesis.txt": "years of work" });
  });

  it("a file of somebody else in the place of ours, unless it is the same", async () => {
    const target = await written(before);
    put(target.folder, { LICENSE: "mine" });
    await refused(target, { ...before, LICENSE: "ours" }, /LICENSE is in the way/);
    await write(target, { ...before, LICENSE: "mine" });
    expect(readFileSync(join(target.folder, manifestPath), "utf8")).toContain("\nLICENSE\n");
  });

  it("a manifest that leads outside", async () => {
    const target = await written(before);
    const outside = join(dirname(target.folder), "outside.txt");
    writeFileSync(outside, "precious");
    writeFileSync(join(target.folder, manifestPath), "../outside.txt\n");
    await refused(target, before, /\.specwright:1 names "..\/outside.txt"/);
    expect(readFileSync(outside, "utf8")).toBe("precious");
  });

  it("a journal that leads outside", async () => {
    const target = await written(before);
    const outside = join(dirname(target.folder), "outside.txt");
    writeFileSync(outside, "precious");
    const journal = JSON.stringify({ deletes: ["../outside.txt"], moves: ["README.md"] });
    put(target.folder, { ".specwright-stage/journal": journal, ".specwright-stage/0": "x" });
    await refused(target, before, /journal names "..\/outside.txt"/);
    expect(readFileSync(outside, "utf8")).toBe("precious");
  });

  it.each([
    ["to write", { ...before, "src/new.ts": "new" }],
    ["to delete", { "README.md": "one\n" }],
  ])("a linked folder on the way %s", async (_, tree) => {
    const target = await written(before);
    const elsewhere = scratch();
    put(elsewhere, { "a.ts": "a\n", "old/gone.ts": "precious" });
    disk.removeTree(join(target.folder, "src"));
    symlinkSync(elsewhere, join(target.folder, "src"));
    await refused(target, tree, /src is a link/);
    expect(treeOf(elsewhere)).toEqual({ "a.ts": "a\n", "old/gone.ts": "precious" });
  });

  it("a folder where a file must go, and a file where a folder must go", async () => {
    const target = await written(before);
    put(target.folder, { "LICENSE/text": "mine", docs: "mine" });
    await refused(target, { ...before, LICENSE: "ours" }, /LICENSE is a folder/);
    await refused(target, { ...before, "docs/api.md": "ours" }, /docs is a file/);
  });

  it("a file in the place of the folder", async () => {
    const target = freshTarget();
    writeFileSync(target.folder, "a file");
    await refused(target, before, /^Cannot make .*generated: a file stands where a folder should be\.$/);
  });

  it("a disk that is full, wherever it fills up, with the new folder taken away again", async () => {
    for (const room of [0, 1, 3, 5]) {
      const target = freshTarget({ disk: fullAfter(room) });
      await expect(write(target, before)).rejects.toThrow("the disk is full");
      expect(disk.kindOf(target.folder)).toBe("nothing");
    }
  });

  it("a disk that fills up under an older tree", async () => {
    const target = await written(before);
    await refused({ ...target, disk: fullAfter(3) }, after, /the disk is full/);
  });

  it("a folder below that may not be written, before anything is moved", async () => {
    const target = await written(before);
    const closed = join(target.folder, "src/old");
    const guarded = { ...disk, isWritable: (path: string) => path !== closed };
    await refused({ ...target, disk: guarded }, after, /Cannot write in .*src\/old: permission denied/);
  });
});

describe("links in the place of files", () => {
  it("are replaced, and what they lead to stays as it is", async () => {
    const target = await written(before);
    const elsewhere = join(scratch(), "precious.ts");
    writeFileSync(elsewhere, "precious");
    disk.remove(join(target.folder, "src/a.ts"));
    symlinkSync(elsewhere, join(target.folder, "src/a.ts"));
    await write(target, before);
    expect(lstatSync(join(target.folder, "src/a.ts")).isFile()).toBe(true);
    expect(readFileSync(elsewhere, "utf8")).toBe("precious");
  });

  it("are not deleted when the file is no longer made", async () => {
    const target = await written(before);
    const elsewhere = join(scratch(), "precious.ts");
    writeFileSync(elsewhere, "precious");
    disk.remove(join(target.folder, "src/old/gone.ts"));
    symlinkSync(elsewhere, join(target.folder, "src/old/gone.ts"));
    await write(target, after);
    expect(treeOf(target.folder)).toEqual({ ...after, "src/old/gone.ts": "(a link)" });
  });

  it("in the place of the stage are removed, not followed", async () => {
    const target = await written(before);
    const elsewhere = scratch();
    mkdirSync(join(elsewhere, "kept"));
    symlinkSync(elsewhere, join(target.folder, ".specwright-stage"));
    await write(target, after);
    expect(treeOf(elsewhere)).toEqual({ "kept/": "" });
    expect(treeOf(target.folder)).toEqual(after);
  });
});

/** A disk with room for so many files. */
function fullAfter(room: number): Disk {
  let left = room;
  const spend = (path: string): void => {
    if (left-- <= 0) throw new Refusal(`Cannot write ${path}: the disk is full.`);
  };
  return {
    ...disk,
    writeText: (path, text) => (spend(path), disk.writeText(path, text)),
    createText: (path, text) => (spend(path), disk.createText(path, text)),
  };
}
