import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config, OutputName } from "../config/config.ts";
import { nearestWord } from "../nearest-word.ts";
import {
  disk,
  isWithin,
  nearestFolderWith,
  pathFrom,
  readerWithin,
  readStandardInput,
  readTree,
  realPath,
  Refusal,
  shownPath,
} from "../disk.ts";
import type { ReadText } from "../load/document.ts";
import { findConfig } from "../config/find-config.ts";

/** What was said on the command line. Paths are relative to the working folder; a flag outdoes its setting. */
export interface Flags {
  /** `-` is standard input. */
  readonly spec?: string | undefined;
  readonly out?: string | undefined;
  readonly templates?: string | undefined;
  readonly only?: readonly OutputName[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly root?: string | undefined;
  readonly strict?: boolean | undefined;
  readonly json?: boolean | undefined;
  readonly debug?: boolean | undefined;
}

/** Where everything is that a command reads and writes. */
export interface Project {
  readonly config: Config;
  /** Absolute; `Place.file` is relative to it. */
  readonly root: string;
  /** The spec's first file, relative to the root. */
  readonly entry: string;
  readonly read: ReadText;
  /** The output folder, absolute, links followed. */
  readonly folder: string;
  /** The folder of templates beside the built-in ones. */
  readonly templates: string | undefined;
  /** A file of the spec as a person in the working folder knows it. */
  readonly shown: (file: string) => string;
}

/** Find spec, root, configuration and output folder. Throws a `Refusal` where there is nothing to find. */
export async function openProject(flags: Flags): Promise<Project> {
  const { config: settings, base } = findConfig(process.cwd());
  const config = {
    ...settings,
    outputs: flags.only ?? settings.outputs,
    include: flags.include ?? settings.include,
    exclude: flags.exclude ?? settings.exclude,
    strict: flags.strict ?? settings.strict,
  };
  const place = (flag: string | undefined, setting: string): string =>
    flag === undefined ? resolve(base, setting) : resolve(flag);
  const out = place(flags.out, config.out);
  const templates = flags.templates ?? config.templates;
  const isPiped = flags.spec === "-";
  const spec = withoutLinkedFolders(isPiped ? resolve("stdin.yaml") : place(flags.spec, config.spec));
  const rootName = flags.root ?? config.refs.root;
  const root = rootName === undefined ? rootOf(spec) : folderOf(place(flags.root, rootName));
  const entry = pathFrom(root, spec);
  if (!isWithin(root, spec)) {
    throw new Refusal(`${shownPath(spec)} lies outside the root ${shownPath(root)}.`, "Name a wider --root.");
  }
  const text = isPiped ? await readStandardInput() : readSpec(spec);
  const readOther = readerWithin(root);
  return {
    config,
    root,
    entry,
    read: (file) => (file === entry ? text : readOther(file)),
    folder: realPath(out) ?? out,
    templates: templates === undefined ? undefined : folderOf(place(flags.templates, templates)),
    shown: (file) => (isPiped && file === entry ? "<stdin>" : shownPath(join(root, file))),
  };
}

/** Our own templates, and over them those of the project. */
export function readTemplates({ templates }: Project): ReadonlyMap<string, string> {
  const ours = readTree(fileURLToPath(new URL("../../templates", import.meta.url)));
  return templates === undefined ? ours : new Map([...ours, ...readTree(templates)]);
}

// A root and a spec that are reached by different links must still be seen to lie one in the other.
function withoutLinkedFolders(path: string): string {
  return join(realPath(dirname(path)) ?? dirname(path), basename(path));
}

function rootOf(spec: string): string {
  return nearestFolderWith(dirname(spec), [".git", "package.json"]) ?? dirname(spec);
}

function folderOf(path: string): string {
  const found = realPath(path);
  if (found !== undefined && disk.kindOf(found) === "folder") return found;
  throw new Refusal(`${shownPath(path)} is no folder.`);
}

function readSpec(path: string): string {
  const text = disk.readText(path);
  if (text !== undefined) return text;
  const like = nearestWord(basename(path), disk.list(dirname(path)));
  throw new Refusal(
    `${shownPath(path)} does not exist.`,
    like === undefined
      ? "Name the file that your spec starts with, as in `specwright generate path/to/openapi.yaml`."
      : `Did you mean ${shownPath(join(dirname(path), like))}?`,
  );
}
