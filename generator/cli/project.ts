import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config, FormatterName, Int64Type, OutputName } from "../config/config.ts";
import { nearestFile } from "../nearest-word.ts";
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
import { isRemote } from "../load/uri.ts";
import type { Shell } from "./shell.ts";
import { findConfig } from "../config/find-config.ts";

/** What was said on the command line. Paths are relative to the working folder; a flag outdoes its setting. */
export interface Flags {
  /** `-` is standard input. */
  readonly spec?: string | undefined;
  readonly out?: string | undefined;
  readonly templates?: string | undefined;
  readonly overlays?: readonly string[] | undefined;
  readonly only?: readonly OutputName[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly int64?: Int64Type | undefined;
  readonly formatter?: FormatterName | undefined;
  readonly root?: string | undefined;
  readonly watch?: boolean | undefined;
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
  /** The files of the overlays, relative to the root, which they may lie outside of. */
  readonly overlays: readonly string[];
  readonly read: ReadText;
  /** The output folder, absolute, links followed. */
  readonly folder: string;
  /** The folder of templates beside the built-in ones. */
  readonly templates: string | undefined;
  /** A file of the spec as a person in the working folder knows it. */
  readonly shown: (file: string) => string;
}

/** Find spec, root, configuration and output folder. Throws a `Refusal` where there is nothing to find. */
export async function openProject(
  flags: Flags,
  onRead: NonNullable<Shell["onRead"]> = () => undefined,
): Promise<Project> {
  const { config, root, spec, overlays, out, templates } = findPlaces(flags);
  const isPiped = flags.spec === "-";
  const entry = pathFrom(root, spec);
  for (const path of [spec, ...overlays, templates]) if (path !== undefined) onRead(path);
  const text = isPiped ? await readStandardInput() : readNamed(spec, specAdvice);
  const named = new Map(overlays.map((path) => [pathFrom(root, path), readNamed(path, overlayAdvice)]));
  named.set(entry, text);
  const readOther = readerWithin(root);
  return {
    config,
    root,
    entry,
    overlays: overlays.map((path) => pathFrom(root, path)),
    read(file) {
      const known = named.get(file);
      if (known !== undefined) return known;
      onRead(join(root, file));
      return readOther(file);
    },
    folder: realPath(out) ?? out,
    templates,
    shown: (file) => {
      if (isPiped && file === entry) return "<stdin>";
      return isRemote(file) ? file : shownPath(join(root, file));
    },
  };
}

/** Where a spec is and what holds for it, every path absolute. */
export interface SpecPlace {
  readonly config: Config;
  /** The folder that paths in the configuration are relative to. */
  readonly base: string;
  readonly spec: string;
  /** The folder that no `$ref` may leave. */
  readonly root: string;
}

/** Find the spec, which need not be there. Nothing but the configuration is read. */
export function findSpec(flags: Flags): SpecPlace {
  const { config: settings, base } = findConfig(process.cwd());
  const config: Config = {
    ...settings,
    outputs: flags.only ?? settings.outputs,
    include: flags.include ?? settings.include,
    exclude: flags.exclude ?? settings.exclude,
    overlays: flags.overlays ?? settings.overlays,
    int64: flags.int64 ?? settings.int64,
    formatter: flags.formatter ?? settings.formatter,
    strict: flags.strict ?? settings.strict,
  };
  const spec = withoutLinkedFolders(
    flags.spec === "-" ? resolve("stdin.yaml") : placeOf(base, flags.spec, config.spec),
  );
  return { config, base, spec, root: findRoot(spec, flags, { config, base }) };
}

/** The folder that no `$ref` of a spec may leave. */
export function findRoot(
  spec: string,
  { root: flag }: Pick<Flags, "root">,
  { config, base }: Pick<SpecPlace, "config" | "base">,
): string {
  const name = flag ?? config.refs.root;
  const root = name === undefined ? rootOf(spec) : folderOf(placeOf(base, flag, name));
  if (isWithin(root, spec)) return root;
  throw new Refusal(`${shownPath(spec)} lies outside the root ${shownPath(root)}.`, "Name a wider --root.");
}

/** What a flag says is relative to the working folder, what a setting says to the file of settings. */
function placeOf(base: string, flag: string | undefined, setting: string): string {
  return flag === undefined ? resolve(base, setting) : resolve(flag);
}

/** What the flags and the configuration together say, every path absolute. Nothing but the configuration is read. */
function findPlaces(flags: Flags) {
  const { config, base, spec, root } = findSpec(flags);
  const overlays = config.overlays.map((name) =>
    withoutLinkedFolders(flags.overlays === undefined ? resolve(base, name) : resolve(name)),
  );
  const templates = flags.templates ?? config.templates;
  const templateFolder =
    templates === undefined ? undefined : folderOf(placeOf(base, flags.templates, templates));
  return {
    config,
    root,
    spec,
    overlays,
    out: placeOf(base, flags.out, config.out),
    templates: templateFolder,
  };
}

/** Our own templates, and over them those of the project. */
export function readTemplates({ templates }: Pick<Project, "templates">): ReadonlyMap<string, string> {
  const ours = readTree(fileURLToPath(new URL("../../templates", import.meta.url)));
  if (templates === undefined) return ours;
  const theirs = readTree(templates);
  refuseIdleTemplates(ours, theirs, templates);
  return new Map([...ours, ...theirs]);
}

/** A template that takes the place of none and is drawn by none changes nothing, which is hardly what was meant. */
function refuseIdleTemplates(
  ours: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
  folder: string,
): void {
  const used = [...theirs.values()].join("\n");
  const idle = [...theirs.keys()].find((path) => {
    if (ours.has(path) || !/\.hbs$|^runtime\/.*\.ts$/.test(path)) return false;
    const name = path.replace(/\.(?:hbs|ts)$/, "");
    return !used.includes(path.endsWith(".hbs") ? `> ${name}` : `./${name.replace(/^runtime\//, "")}.js`);
  });
  if (idle === undefined) return;
  const like = nearestFile(idle, [...ours.keys()]);
  throw new Refusal(
    `${shownPath(join(folder, idle))} takes the place of no template, and no other one draws it.`,
    like === undefined ? "Call it as the template that it stands in for." : `Did you mean ${like}?`,
  );
}

// A root and a spec that are reached by different links must still be seen to lie one in the other.
export function withoutLinkedFolders(path: string): string {
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

export const specAdvice =
  "Name the file that your spec starts with, as in `specwright generate path/to/openapi.yaml`.";
const overlayAdvice = "Correct `overlays` in the settings; its paths are relative to their file.";

/** The text of a file that somebody named. */
export function readNamed(path: string, advice: string): string {
  const text = disk.readText(path);
  if (text !== undefined) return text;
  const like = nearestFile(basename(path), disk.list(dirname(path)));
  throw new Refusal(
    `${shownPath(path)} does not exist.`,
    like === undefined ? advice : `Did you mean ${shownPath(join(dirname(path), like))}?`,
  );
}
