import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { put, scratch, type Tree } from "../write/scratch.ts";

/** A real repository in a folder of its own that is gone when the tests of the file are done. */
export interface TestRepository {
  readonly folder: string;
  /** Runs git in it and gives what it prints, without the last line end. */
  readonly git: (...words: readonly string[]) => string;
  /** Writes files and commits everything that is there; gives the commit. */
  readonly commit: (tree: Tree) => string;
}

export function initRepository(tree: Tree = {}): TestRepository {
  const folder = scratch();
  const repository = repositoryIn(folder);
  repository.git("init", "--quiet", "--initial-branch=main");
  if (Object.keys(tree).length > 0) repository.commit(tree);
  return repository;
}

/** Another clone of it, as `git clone` makes one with these options. */
export function cloneOf({ folder }: TestRepository, ...options: readonly string[]): TestRepository {
  const clone = join(scratch(), "clone");
  gitIn(scratch(), ["clone", "--quiet", ...options, `file://${folder}`, clone]);
  return repositoryIn(clone);
}

function repositoryIn(folder: string): TestRepository {
  const git = (...words: readonly string[]): string => gitIn(folder, words);
  return {
    folder,
    git,
    commit(tree) {
      put(folder, tree);
      git("add", "--all");
      git("commit", "--quiet", "--allow-empty", "--message", "A change");
      return git("rev-parse", "HEAD");
    },
  };
}

// Nothing of the machine decides: neither its settings nor who works there.
const surroundings = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

function gitIn(cwd: string, words: readonly string[]): string {
  const options = { cwd, encoding: "utf8", env: { ...process.env, ...surroundings }, stdio: "pipe" } as const;
  return execFileSync("git", words, options).replace(/\n$/, "");
}

/** A spec with these operations, each a GET of `/name`. */
export function specOf(...names: readonly string[]): string {
  const paths = names.map(
    (name) =>
      `  /${name}:\n    get:\n      operationId: ${name}\n      responses:\n        "200": { description: Here it is. }\n`,
  );
  return `openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\npaths:\n${paths.join("")}`;
}
