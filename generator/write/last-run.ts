import { hashText } from "./hash-text.ts";

/** Everything that a run depends on, as text. */
export interface Inputs {
  /** The versions of our tools, and our own code. */
  readonly specwright: string;
  readonly config: string;
  /** By their path in the folder of templates. */
  readonly templates: ReadonlyMap<string, string>;
}

/** What a file that changed may have changed for. */
export type Cause = "spec" | "templates" | "config" | "specwright";

/**
 * The memory of a run: what it depended on, by hash.
 *
 * @param texts the files of the spec that it read, by path
 * @param hadComplaints whether it had something to say, which has to be said again
 */
export function printLastRun(
  inputs: Inputs,
  texts: ReadonlyMap<string, string>,
  hadComplaints: boolean,
): string {
  const lines = [
    ...surroundings(inputs).map(([cause, hash]) => `${cause} ${hash}`),
    ...(hadComplaints ? ["complaints"] : []),
    ...[...texts].map(([path, text]) => `spec ${hashText(text)} ${path}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** What was remembered of the last run. */
export interface LastRun {
  /** What has changed since, in the order of `Cause`; undefined where there is no memory. */
  readonly causes: readonly Cause[] | undefined;
  /** Whether a run now would make and say just what that one did. */
  readonly isSame: boolean;
}

/**
 * Compare a run to be with the last one.
 *
 * @param memory what `printLastRun` gave; empty if there was none
 * @param read reads a file of the spec; undefined if it is not there
 */
export function compareWithLastRun(
  memory: string,
  inputs: Inputs,
  read: (path: string) => string | undefined,
): LastRun {
  const lines = memory.split("\n").filter((line) => line !== "");
  if (lines.length === 0) return { causes: undefined, isSame: false };
  const specs = lines.flatMap((line) => {
    const [, hash = "", path = ""] = /^spec (\w+) (.+)$/.exec(line) ?? [];
    return path === "" ? [] : [{ hash, path }];
  });
  const isSpecSame = specs.every(({ hash, path }) => {
    const text = read(path);
    return text !== undefined && hashText(text) === hash;
  });
  const others = surroundings(inputs).filter(([cause, hash]) => !lines.includes(`${cause} ${hash}`));
  const causes: readonly Cause[] = [
    ...(isSpecSame ? [] : ["spec" as const]),
    ...others.map(([cause]) => cause),
  ];
  return { causes, isSame: causes.length === 0 && specs.length > 0 && !lines.includes("complaints") };
}

function surroundings({ specwright, config, templates }: Inputs): readonly (readonly [Cause, string])[] {
  return [
    ["templates", hashText(JSON.stringify([...templates]))],
    ["config", hashText(config)],
    ["specwright", hashText(specwright)],
  ];
}
