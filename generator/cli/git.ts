import { spawnSync } from "node:child_process";
import { Refusal, shownPath } from "../disk.ts";
import { nearestWord } from "../nearest-word.ts";

/** A clone of a repository, to be asked and never to be changed. */
export interface Repository {
  /** The folder of its working tree, absolute, links followed. */
  readonly top: string;
  readonly ask: Ask;
}

export type Ask = (words: readonly string[], input?: string) => GitAnswer;

/** What git said. */
export interface GitAnswer {
  /** Whether it did what it was asked. */
  readonly isDone: boolean;
  readonly text: string;
  /** What it complained of. */
  readonly complaint: string;
}

/** A commit that somebody named. */
export interface Revision {
  readonly name: string;
  readonly commit: string;
  /** Whether the name goes on to mean later commits. */
  readonly isBranch: boolean;
}

/** The repository that a folder belongs to. Throws a `Refusal` where there is none. */
export function openRepository(folder: string): Repository {
  const answer = askGit(folder, ["rev-parse", "--show-toplevel"]);
  if (answer.isDone) {
    const top = answer.text.replace(/\n$/, "");
    return { top, ask: (words, input) => askGit(top, words, input) };
  }
  if (answer.complaint.includes("dubious ownership")) {
    throw new Refusal(
      `git does not trust ${shownPath(folder)}, which belongs to another user.`,
      "If you do, run `git config --global --add safe.directory` with the folder of the repository.",
    );
  }
  throw new Refusal(
    `${shownPath(folder)} is in no working tree of git, so there are no revisions to compare.`,
    "Name two files instead, as in `specwright diff old.yaml new.yaml`.",
  );
}

/**
 * The commit that a name means. Throws a `Refusal` that says what may have been meant, or which fetch is missing.
 *
 * @param kinds what else the name could have been, for the sentence that there is no such thing
 */
export function findRevision(repository: Repository, name: string, kinds = "revision"): Revision {
  const { ask } = repository;
  // No branch is called so, and no version of git may take it for an option.
  const isName = name !== "" && !/^-|[\0\n]/.test(name);
  const verify = ["rev-parse", "--verify", "--quiet"];
  const found = isName ? ask([...verify, "--end-of-options", `${name}^{commit}`]) : undefined;
  if (found?.isDone !== true) throw noRevision(repository, name, kinds);
  const full = ask([...verify, "--symbolic-full-name", "--end-of-options", name]).text.trim();
  // HEAD is where one stands, and not where others go on.
  const isBranch = /^refs\/(?:heads|remotes)\//.test(full) && !/^(?:HEAD|@)$/.test(name);
  return { name, commit: found.text.trim(), isBranch };
}

/** The last commit that two have in common. */
export function mergeBase({ ask }: Repository, base: Revision, other: string): string {
  const answer = ask(["merge-base", "--end-of-options", base.commit, other]);
  if (answer.isDone) return answer.text.trim();
  const what = `The commit where "${base.name}" and what is compared with it part`;
  if (isShallow(ask)) {
    throw new Refusal(
      `${what} is not in this clone, which is shallow.`,
      `Run \`git fetch --unshallow ${remoteOf(ask)}\` first; in a workflow, check out with \`fetch-depth: 0\`.`,
    );
  }
  throw new Refusal(
    `${what} does not exist: they share no history.`,
    `Name the commit itself to compare with it as it is: ${base.commit.slice(0, 12)}.`,
  );
}

function noRevision({ ask }: Repository, name: string, kinds: string): Refusal {
  const refs = ["for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads", "refs/remotes", "refs/tags"];
  const like = nearestWord(name, ask(refs).text.split("\n").filter(Boolean));
  const fetch = fetchOf(ask, name);
  if (isShallow(ask)) {
    const there = `There is no ${kinds} "${name}" in this clone, which is shallow.`;
    const meant = like === undefined ? "" : `Did you mean ${like}? Else `;
    return new Refusal(there, `${meant}${meant === "" ? "Run" : "run"} \`${fetch}\`.`);
  }
  const advice = name.includes("/")
    ? `If it is a branch elsewhere, run \`${fetch}\` first.`
    : "Name a branch, a tag or a commit of this repository.";
  return new Refusal(
    `There is no ${kinds} "${name}".`,
    like === undefined || like === name ? advice : `Did you mean ${like}?`,
  );
}

/** How to get what a name means. A clone of one branch would not get another one unless told so. */
function fetchOf(ask: Ask, name: string): string {
  const remote = remotesOf(ask).find((known) => name.startsWith(`${known}/`));
  const deepen = isShallow(ask) ? " --unshallow" : "";
  if (remote !== undefined && /^[\w./+@-]+$/.test(name)) {
    const branch = name.slice(remote.length + 1);
    return `git fetch${deepen} ${remote} +refs/heads/${branch}:refs/remotes/${remote}/${branch}`;
  }
  return `git fetch${deepen} --tags ${remoteOf(ask)}`;
}

function remoteOf(ask: Ask): string {
  const remotes = remotesOf(ask);
  return remotes.includes("origin") ? "origin" : (remotes[0] ?? "origin");
}

function remotesOf(ask: Ask): readonly string[] {
  return ask(["remote"]).text.split("\n").filter(Boolean);
}

function isShallow(ask: Ask): boolean {
  return ask(["rev-parse", "--is-shallow-repository"]).text.trim() === "true";
}

// Nothing that a repository says about itself is run: no file watcher, no viewer, no checker of signatures. What
// a partial clone lacks is not fetched behind anybody's back.
const settings = [
  "core.fsmonitor=false",
  "core.pager=cat",
  "log.showSignature=false",
  "core.quotePath=false",
];
const surroundings = {
  GIT_ALLOW_PROTOCOL: "none",
  GIT_NO_LAZY_FETCH: "1",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_TERMINAL_PROMPT: "0",
  LC_ALL: "C",
};

/** More than any text of a spec or any list of files has. */
const mostBytes = 512 * 1024 * 1024;

function askGit(folder: string, words: readonly string[], input = ""): GitAnswer {
  const options = settings.flatMap((setting) => ["-c", setting]);
  const { error, status, stdout, stderr } = spawnSync("git", ["-C", folder, ...options, ...words], {
    encoding: "utf8",
    env: { ...process.env, ...surroundings },
    input,
    maxBuffer: mostBytes,
  });
  if (error === undefined) return { isDone: status === 0, text: stdout, complaint: stderr };
  if ("code" in error && error.code === "ENOENT") {
    throw new Refusal("There is no git here to ask for a revision.", "Install it, or compare two files.");
  }
  // It may end before it has read all that it was told.
  if ("code" in error && error.code === "EPIPE") return { isDone: false, text: stdout, complaint: stderr };
  throw new Refusal(`git cannot be asked: ${error.message}.`);
}
