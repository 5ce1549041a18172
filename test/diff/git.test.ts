import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findRevision, mergeBase, openRepository } from "../../generator/cli/git.ts";
import { listFiles, readerAt } from "../../generator/cli/revision-files.ts";
import { scratch } from "../write/scratch.ts";
import { cloneOf, initRepository, type TestRepository } from "./git-repository.ts";

/** A commit with a branch, a tag of each kind and a name that is both. */
function named(): TestRepository & { readonly first: string } {
  const repository = initRepository();
  const first = repository.commit({ a: "1" });
  repository.git("tag", "light");
  repository.git("tag", "--annotate", "--message", "One", "heavy");
  repository.git("branch", "both");
  repository.git("tag", "both");
  repository.git("branch", "topic/one");
  repository.commit({ a: "2" });
  return { ...repository, first };
}

describe("a name", () => {
  it.each([
    ["main", true],
    ["topic/one", true],
    ["heads/main", true],
    ["refs/heads/main", true],
    ["light", false],
    ["heavy", false],
    ["refs/tags/light", false],
    ["both", false],
    ["HEAD", false],
    ["@", false],
    ["main~1", false],
    ["main^0", false],
    ["main@{0}", false],
    ["HEAD^{/A change}", false],
  ])("%s is a branch: %s", (name, isBranch) => {
    const { folder, git } = named();
    const commit = git("rev-parse", "--quiet", `${name}^{commit}`);
    expect(findRevision(openRepository(folder), name)).toEqual({ name, commit, isBranch });
  });

  it("may be of a branch elsewhere, or of a remote, which is its branch", () => {
    const clone = openRepository(cloneOf(named()).folder);
    expect(findRevision(clone, "origin/main").isBranch).toBe(true);
    expect(findRevision(clone, "origin").isBranch).toBe(true);
  });

  it("may be the beginning of a commit, or all of it", () => {
    const { folder, first } = named();
    for (const name of [first, first.slice(0, 10)]) {
      expect(findRevision(openRepository(folder), name)).toEqual({ name, commit: first, isBranch: false });
    }
  });

  it.each([
    "",
    "-",
    "-h",
    "--all",
    "--output=x",
    "nope",
    "main\nmain",
    "main:a",
    "main^{tree}",
    "\0",
    "main..both",
  ])("is none: %j", (name) => {
    expect(() => findRevision(openRepository(named().folder), name)).toThrow(/^There is no revision "/);
  });
});

describe("the merge base", () => {
  it("is where two branches part", () => {
    const { folder, git, commit, first } = named();
    git("switch", "--quiet", "topic/one");
    commit({ b: "1" });
    const repository = openRepository(folder);
    expect(mergeBase(repository, findRevision(repository, "main"), "HEAD")).toBe(first);
  });
});

describe("a repository", () => {
  it("is found from any folder in it, and nowhere else", () => {
    const { folder, commit } = initRepository();
    commit({ "a/b/c": "1" });
    expect(openRepository(join(folder, "a/b")).top).toBe(folder);
    expect(() => openRepository(scratch())).toThrow(/no working tree of git/);
  });
});

describe("files of a revision", () => {
  it("are read as they were committed, with LF line ends", () => {
    const { folder, commit } = initRepository();
    const id = commit({ "a.yaml": "a\r\nb", "ü/ä ö.yaml": "ß\n", empty: "", "-x": "dash", "nl\nx": "odd" });
    commit({ "a.yaml": "later" });
    const read = readerAt(openRepository(folder), id);
    expect(["a.yaml", "ü/ä ö.yaml", "empty", "-x"].map(read)).toEqual(["a\nb", "ß\n", "", "dash"]);
    expect(["none", "ü", "", "../a.yaml", "nl\nx", "a.yaml/b"].map(read)).toEqual(Array(6).fill(undefined));
  });

  it("are read through links that stay in the repository", () => {
    const { folder, commit } = initRepository({ "real/a.yaml": "a" });
    symlinkSync("real", join(folder, "linked"));
    symlinkSync("real/a.yaml", join(folder, "b.yaml"));
    symlinkSync("/etc/hostname", join(folder, "out.yaml"));
    symlinkSync("loop.yaml", join(folder, "loop.yaml"));
    const read = readerAt(openRepository(folder), commit({}));
    expect(["linked/a.yaml", "b.yaml", "out.yaml", "loop.yaml"].map(read)).toEqual([
      "a",
      "a",
      undefined,
      undefined,
    ]);
  });

  it("are listed by their names as they are", () => {
    const { folder, commit } = initRepository();
    const id = commit({ "ü.yaml": "1", "a b/c": "2" });
    expect(listFiles(openRepository(folder), id)).toEqual(["a b/c", "ü.yaml"]);
  });

  it("may be large", () => {
    const { folder, commit } = initRepository();
    const text = "0123456789\n".repeat(400_000);
    expect(readerAt(openRepository(folder), commit({ "a.yaml": text }))("a.yaml")).toBe(text);
  });
});
