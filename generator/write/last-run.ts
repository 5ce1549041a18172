import { hashText } from "./hash-text.ts";

/** Everything that a run depends on. */
export interface Inputs {
  /** Our own version and code, and the settings. */
  readonly settings: string;
  /** By their path in the folder of templates. */
  readonly templates: ReadonlyMap<string, string>;
  /** The files of the spec that the run read, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The memory of a run that had nothing to complain about: what it read, by hash. */
export function printLastRun({ settings, templates, texts }: Inputs): string {
  const lines = [...texts].map(([path, text]) => `${hashText(text)} ${path}`);
  return [hashSurroundings(settings, templates), ...lines, ""].join("\n");
}

/**
 * Whether a run would read what the last one read, and so make what that one made.
 *
 * @param memory what `printLastRun` gave; empty if there was no such run
 * @param read reads a file of the spec; undefined if it is not there
 */
export function isSameRun(
  memory: string,
  { settings, templates }: Omit<Inputs, "texts">,
  read: (path: string) => string | undefined,
): boolean {
  const [surroundings, ...lines] = memory.split("\n").filter((line) => line !== "");
  if (surroundings !== hashSurroundings(settings, templates) || lines.length === 0) return false;
  return lines.every((line) => {
    const text = read(line.slice(65));
    return text !== undefined && hashText(text) === line.slice(0, 64);
  });
}

function hashSurroundings(settings: string, templates: Inputs["templates"]): string {
  return hashText(JSON.stringify([settings, ...templates]));
}
