import { dirname, join, resolve } from "node:path";
import { disk, isWithin, nearestFolderWith, pathFrom, readerWithin, Refusal, shownPath } from "../disk.ts";
import type { ReadText } from "../load/document.ts";
import { isRemote } from "../load/uri.ts";
import { nearestFile } from "../nearest-word.ts";
import type { SideName } from "../present/presentation.ts";
import { findRevision, mergeBase, openRepository, type Repository } from "./git.ts";
import {
  type Flags,
  findRoot,
  findSpec,
  readNamed,
  specAdvice,
  type SpecPlace,
  withoutLinkedFolders,
} from "./project.ts";
import { findSpecAt, listFiles, type Newer, readerAt } from "./revision-files.ts";

/** One version of a spec: what it is called and where its texts come from. */
export interface Side {
  readonly name: SideName;
  /** Whether the spec is there at all. */
  readonly isThere: boolean;
  /** The overlays that it has, by their paths. */
  readonly overlays: readonly string[];
  /** By the path relative to the repository. */
  readonly read: ReadText;
  /** A file of it as a person knows it. */
  readonly shown: (file: string) => string;
}

export interface Sides {
  readonly base: Side;
  readonly revision: Side;
}

/** What somebody wants to have compared. */
export interface Question {
  readonly base: string;
  readonly revision: string | undefined;
}

/** Find both versions. Throws a `Refusal` that says what is missing. */
export function findSides(question: Question, flags: Flags): Sides {
  const place = findSpec(flags);
  const asked = { base: meaningOf(question.base), revision: meaningOf(question.revision) };
  const { revision } = asked;
  // A file that is compared with a revision is the spec that is meant, unless another one is.
  const spec = flags.spec === undefined && revision.kind === "file" ? revision.path : place.spec;
  const context: Context = { place: { ...place, spec }, flags, overlays: overlaysFor(asked, place) };
  const newer = newerSide(context, asked);
  return { base: olderSide(context, asked, newer), revision: newer.side };
}

type Meaning =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "revision"; readonly name: string; readonly path: string | undefined }
  | { readonly kind: "tree" };

interface Context {
  readonly place: SpecPlace;
  readonly flags: Flags;
  /** Absolute. */
  readonly overlays: readonly string[];
}

interface Asked {
  readonly base: Meaning;
  readonly revision: Meaning;
}

/** The overlays of the project are for its spec, and two files that are named need not be that. */
function overlaysFor({ base, revision }: Asked, place: SpecPlace): readonly string[] {
  const namesFile = (meaning: Meaning): boolean => "path" in meaning && meaning.path !== undefined;
  if (namesFile(base) && namesFile(revision)) return [];
  return place.config.overlays.map((name) => withoutLinkedFolders(resolve(place.base, name)));
}

/** A file that is there, else a revision and a path, else a revision. */
function meaningOf(word: string | undefined): Meaning {
  if (word === undefined) return { kind: "tree" };
  const path = withoutLinkedFolders(resolve(word));
  if (!["nothing", "folder"].includes(disk.kindOf(path))) return { kind: "file", path };
  // A colon in braces belongs to the revision, as in `HEAD^{/fix: typo}`.
  const [, name = word, within] = /^((?:[^:{]|\{[^}]*\})*):(.*)$/s.exec(word) ?? [];
  return { kind: "revision", name, path: within };
}

/** The newer version, and what the older one is looked for by. */
interface NewerSide {
  readonly side: Side;
  readonly known: Newer;
}

function newerSide(context: Context, asked: Asked): NewerSide {
  const { place } = context;
  const { revision } = asked;
  if (revision.kind !== "revision") {
    const path = revision.kind === "file" ? revision.path : place.spec;
    readNamed(path, specAdvice);
    const { side, home } = sideOnDisk(context, path);
    const has = (file: string): boolean => disk.kindOf(join(home, file)) !== "nothing";
    const known = { path: side.name.file, text: side.read(side.name.file), commit: undefined, has };
    return { side, known };
  }
  const repository = repositoryOf(place);
  const { commit } = findRevision(repository, revision.name);
  const working = workingSpec(repository, place);
  const path =
    revision.path === undefined
      ? findSpecAt(repository, commit, working)
      : pathIn(repository, commit, revision.path);
  if (path === undefined) {
    throw new Refusal(
      `There is no ${working.path} in ${revision.name}.`,
      "Name the spec with --spec, or as in `REVISION:path/to/openapi.yaml`.",
    );
  }
  const side = sideAt(context, repository, commit, path);
  const files = new Set(listFiles(repository, commit));
  return { side, known: { path, text: side.read(path), commit, has: (file) => files.has(file) } };
}

function olderSide(context: Context, { base }: Asked, newer: NewerSide): Side {
  if (base.kind === "file") return sideOnDisk(context, base.path).side;
  const { place } = context;
  if (base.kind === "tree") return sideOnDisk(context, place.spec).side;
  const repository = repositoryOf(place, base);
  const found = findRevision(
    repository,
    base.name,
    base.path === undefined ? "file and no revision" : "revision",
  );
  const head = newer.known.commit ?? "HEAD";
  const commit = found.isBranch ? mergeBase(repository, found, head) : found.commit;
  const path =
    base.path === undefined
      ? findSpecAt(repository, commit, newer.known)
      : pathIn(repository, commit, base.path);
  if (path !== undefined) return sideAt(context, repository, commit, path);
  return { ...sideAt(context, repository, commit, newer.known.path), isThere: false };
}

/** The spec as it stands on the disk, whether or not it is committed. */
function sideOnDisk({ place, flags, overlays }: Context, path: string): { side: Side; home: string } {
  const root = findRoot(path, flags, place);
  const top = nearestFolderWith(dirname(path), [".git"]);
  const home = [top, process.cwd()].find((folder) => folder !== undefined && isWithin(folder, path)) ?? root;
  const readWithin = readerWithin(root);
  const named = new Map([path, ...overlays].map((file) => [pathFrom(home, file), file]));
  const side: Side = {
    name: { revision: null, file: pathFrom(home, path) },
    isThere: true,
    overlays: overlays.map((file) => pathFrom(home, file)),
    read(file) {
      const known = named.get(file);
      return known === undefined ? readWithin(join(home, file)) : readNamed(known, specAdvice);
    },
    shown: (file) => (isRemote(file) ? file : shownPath(join(home, file))),
  };
  return { side, home };
}

/** The spec as it was committed. An overlay that was not there yet changed nothing then. */
function sideAt(
  { place, flags, overlays }: Context,
  repository: Repository,
  commit: string,
  path: string,
): Side {
  const readAny = readerAt(repository, commit);
  // A root that was asked for holds in the past as well; else it is the repository, that nothing here leads out of.
  const isBounded = flags.root !== undefined || place.config.refs.root !== undefined;
  const isInside = (file: string): boolean => !isBounded || isWithin(place.root, join(repository.top, file));
  const changes = overlays.map((file) => pathFrom(repository.top, file));
  return {
    name: { revision: commit, file: path },
    isThere: true,
    overlays: changes.filter((file) => readAny(file) !== undefined),
    read: (file) => (isInside(file) || changes.includes(file) ? readAny(file) : undefined),
    shown: (file) => (isRemote(file) ? file : `${commit.slice(0, 8)}:${file}`),
  };
}

function repositoryOf({ spec }: SpecPlace, asked?: Extract<Meaning, { kind: "revision" }>): Repository {
  const folder = nearestThere(dirname(spec));
  try {
    return openRepository(folder);
  } catch (error) {
    // Whoever has no repository has probably misspelt a file.
    if (!(error instanceof Refusal) || asked === undefined || asked.path !== undefined) throw error;
    const like = nearestFile(asked.name, disk.list(process.cwd()));
    throw new Refusal(
      `${asked.name} does not exist. ${error.message}`,
      like === undefined ? error.help : `Did you mean ${like}?`,
    );
  }
}

function nearestThere(folder: string): string {
  const above = dirname(folder);
  return disk.kindOf(folder) === "nothing" && above !== folder ? nearestThere(above) : folder;
}

function workingSpec({ top }: Repository, { spec }: SpecPlace): Newer {
  if (!isWithin(top, spec))
    throw new Refusal(`${shownPath(spec)} is not in the repository ${shownPath(top)}.`);
  const path = pathFrom(top, spec);
  const has = (file: string): boolean => disk.kindOf(join(top, file)) !== "nothing";
  return {
    path,
    text: disk.kindOf(spec) === "file" ? disk.readText(spec) : undefined,
    commit: undefined,
    has,
  };
}

/** A path that was named with a revision: as git takes it, from the top unless it starts with a dot. */
function pathIn(repository: Repository, commit: string, named: string): string {
  const path = /^\.\.?(?:\/|$)/.test(named) ? pathFrom(repository.top, resolve(named)) : named;
  if (readerAt(repository, commit)(path) !== undefined) return path;
  const like = nearestFile(path, listFiles(repository, commit));
  throw new Refusal(
    `There is no file ${path} in ${commit.slice(0, 12)}.`,
    like === undefined
      ? "A path behind a revision starts at the top of the repository, or with ./ at the working folder."
      : `Did you mean ${like}?`,
  );
}
