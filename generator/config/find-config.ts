import { dirname, join } from "node:path";
import { type Config, defaultConfig } from "./config.ts";
import { disk, nearestFolderWith, Refusal, shownPath } from "../disk.ts";
import { type ConfigDiagnostic, parseConfig } from "./parse-config.ts";

/** A configuration with complaints; the command ends with exit code 2, since nobody asked about the spec yet. */
export class WrongConfig extends Refusal {
  readonly diagnostics: readonly ConfigDiagnostic[];
  /** The text of the file at fault, to quote from. */
  readonly text: string;

  constructor(diagnostics: readonly ConfigDiagnostic[], text: string) {
    super("The configuration is wrong; nothing was done.");
    this.diagnostics = diagnostics;
    this.text = text;
  }
}

/** A configuration and the folder that its paths are relative to. */
export interface FoundConfig {
  readonly config: Config;
  readonly base: string;
}

/**
 * The configuration of the nearest folder, from `start` upwards to the repository's own, that has a
 * specwright.config.json or a package.json which mentions us. Where there is none the defaults hold, relative to
 * `start`.
 */
export function findConfig(start: string): FoundConfig {
  let here: string | undefined = start;
  while (here !== undefined) {
    const folder = nearestFolderWith(here, ["specwright.config.json", "package.json", ".git"]);
    if (folder === undefined) break;
    const config = configIn(folder);
    if (config !== undefined) return { config, base: folder };
    const isEnd = folder === dirname(folder) || disk.kindOf(join(folder, ".git")) !== "nothing";
    here = isEnd ? undefined : dirname(folder);
  }
  return { config: defaultConfig, base: start };
}

function configIn(folder: string): Config | undefined {
  const own = read(join(folder, "specwright.config.json"));
  const shared = read(join(folder, "package.json"), "specwright");
  if (own !== undefined && shared !== undefined) {
    throw new Refusal(
      `specwright is configured twice: in ${shownPath(join(folder, "specwright.config.json"))} and in ${shownPath(join(folder, "package.json"))}.`,
      "Keep one of the two.",
    );
  }
  return own ?? shared;
}

function read(path: string, key?: string): Config | undefined {
  const text = disk.readText(path);
  if (text === undefined) return undefined;
  const { config, diagnostics } = parseConfig(text, shownPath(path), key);
  if (diagnostics.length > 0) throw new WrongConfig(diagnostics, text);
  return config;
}
