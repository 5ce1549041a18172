import { Refusal } from "../disk.ts";
import type { ReadText } from "../load/document.ts";
import type { Repository } from "./git.ts";

/**
 * Reads the files of a commit by their path in the repository. Links in it are followed as far as they stay in
 * it; filters and converters of the repository are not run.
 */
export function readerAt(repository: Repository, commit: string): ReadText {
  const { ask } = repository;
  return (file) => {
    if (file === "" || /[\0\n]/.test(file) || file.startsWith("../")) return undefined;
    const { text } = ask(["cat-file", "--batch", "--follow-symlinks"], `${commit}:${file}\n`);
    const [heading = ""] = text.split("\n", 1);
    if (/^[0-9a-f]+ blob \d+$/.test(heading)) {
      return text.slice(heading.length + 1, -1).replaceAll("\r\n", "\n");
    }
    refuseHole(repository, commit, file);
    return undefined;
  };
}

/** The paths of all files of a commit. */
export function listFiles({ ask }: Repository, commit: string): readonly string[] {
  const { text } = ask(["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit]);
  return text.split("\0").filter((path) => path !== "");
}

/** A partial clone knows of files that it has not got; to take them for absent would be a wrong answer. */
function refuseHole({ ask }: Repository, commit: string, file: string): void {
  const [entry = ""] = ask(["ls-tree", "-z", "--full-tree", commit, "--", file]).text.split("\0");
  const [, blob] = /^100\d+ blob ([0-9a-f]+)\t/.exec(entry) ?? [];
  if (blob === undefined || ask(["cat-file", "-e", blob]).isDone) return;
  throw new Refusal(
    `The text of ${file} in ${commit.slice(0, 12)} is not in this clone, which was made with a filter.`,
    "Run `git fetch --refetch --no-filter`, or clone without --filter.",
  );
}

/** A version of the spec that is known, from which an older one is looked for. */
export interface Newer {
  readonly path: string;
  readonly text: string | undefined;
  /** Undefined where it is no commit: the working tree. */
  readonly commit: string | undefined;
  /** Whether it has a file. What it has still was not moved away. */
  readonly has: (path: string) => boolean;
}

/** Where the spec stood in an older commit: at the same path, or at the one that it was moved from. */
export function findSpecAt(repository: Repository, commit: string, newer: Newer): string | undefined {
  const read = readerAt(repository, commit);
  const { path, text, has } = newer;
  if (read(path) !== undefined) return path;
  const gone = listFiles(repository, commit).filter((file) => isSpecName(file) && !has(file));
  const specs = gone.flatMap((file) => {
    const found = read(file) ?? "";
    return startsSpec(found) ? [{ file, text: found }] : [];
  });
  const translated = specs.find(({ file }) => withoutEnding(file) === withoutEnding(path));
  return (
    translated?.file ??
    mostAlike(text, specs) ??
    followRenames(repository, commit, newer, (file) => read(file) !== undefined)
  );
}

function isSpecName(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}

function withoutEnding(path: string): string {
  return path.replace(/\.[^./]*$/, "");
}

function startsSpec(text: string): boolean {
  return /(?:^|[\n{,\ufeff])[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:/.test(text.slice(0, 20_000));
}

/** As git does: half of the lines have to be the same. */
const alikeEnough = 0.5;

function mostAlike(
  text: string | undefined,
  specs: readonly { readonly file: string; readonly text: string }[],
): string | undefined {
  if (text === undefined) return undefined;
  const ranked = specs
    .map(({ file, text: other }) => ({ file, likeness: likenessOf(text, other) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [best] = ranked;
  return best !== undefined && best.likeness >= alikeEnough ? best.file : undefined;
}

/** How much of the longer of two texts is in the other one, line by line, from 0 to 1. */
function likenessOf(a: string, b: string): number {
  const left = new Map<string, number>();
  for (const line of a.split("\n")) left.set(line, (left.get(line) ?? 0) + line.length + 1);
  let shared = 0;
  for (const line of b.split("\n")) {
    const rest = left.get(line) ?? 0;
    if (rest <= 0) continue;
    shared += line.length + 1;
    left.set(line, rest - line.length - 1);
  }
  return shared / (Math.max(a.length, b.length) + 1);
}

/** A file that was moved and then changed much is like its beginnings only step by step. */
function followRenames(
  { ask }: Repository,
  commit: string,
  { path, commit: newest = "HEAD" }: Newer,
  isThere: (path: string) => boolean,
): string | undefined {
  const options = ["--follow", "-M", "--no-ext-diff", "--no-textconv", "--diff-filter=R"];
  const shape = ["--format=", "--name-status", "-z"];
  const range = [newest, `^${commit}`, "--", path];
  const { text } = ask(["log", ...options, ...shape, ...range]);
  const renames = [...text.matchAll(/R\d+\0([^\0]+)\0([^\0]+)\0/g)];
  return renames.map(([, from = ""]) => from).find(isThere);
}
