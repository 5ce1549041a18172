import type { TextFile } from "../render/text-file.ts";
import { hashText } from "./hash-text.ts";

/** Where the memory of the last run lies in the output folder. Git ignores it; without it a run takes longer. */
export const cacheFolder = ".specwright-cache";

/** What we remember of a file: the hash of its text before formatting and as it was written. */
interface Memory {
  readonly raw: string;
  readonly written: string;
}

/** Spares formatting what was formatted before: the formatted text is on disk already. */
export interface WriteCache {
  /** The text on disk, if it is what `raw` was formatted to by the same tools and nobody touched it since. */
  lookup(path: string, raw: string): string | undefined;
  /** Remember what `raw` was formatted to. */
  store(path: string, raw: string, formatted: string): void;
  /** Whether the file on disk is as it was last written; undefined if that is not known. */
  readonly isAsWritten: (path: string) => boolean | undefined;
  /** The memory for the next run, once these files are written. */
  print(files: readonly TextFile[]): string;
}

/**
 * Open the memory of the last run.
 *
 * @param text what `print` gave the last run; anything unreadable in it is forgotten
 * @param tools names the versions that a formatted text depends on
 * @param existing the texts on disk by path
 */
export function openCache(text: string, tools: string, existing: ReadonlyMap<string, string>): WriteCache {
  const [madeBy, ...lines] = text.split("\n");
  const before = new Map(lines.flatMap(parseLine));
  const now = new Map<string, Memory>();
  const isAsWritten = (path: string): boolean | undefined => {
    const memory = before.get(path);
    const found = existing.get(path);
    return memory === undefined || found === undefined ? undefined : memory.written === hashText(found);
  };
  return {
    lookup(path, raw) {
      const memory = before.get(path);
      if (memory === undefined || madeBy !== tools) return undefined;
      if (memory.raw !== hashText(raw) || isAsWritten(path) !== true) return undefined;
      now.set(path, memory);
      return existing.get(path);
    },
    store: (path, raw, formatted) => now.set(path, { raw: hashText(raw), written: hashText(formatted) }),
    isAsWritten,
    print: (files) => [tools, ...files.map((file) => printLine(file, now.get(file.path))), ""].join("\n"),
  };
}

/** Remembers nothing: what `check` formats with. */
export const noCache = { lookup: () => undefined, store: () => undefined } as const satisfies Pick<
  WriteCache,
  "lookup" | "store"
>;

function parseLine(line: string): [string, Memory][] {
  const [, raw, written, path] = /^([0-9a-f]{64}) ([0-9a-f]{64}) (.+)$/.exec(line) ?? [];
  return raw === undefined || written === undefined || path === undefined ? [] : [[path, { raw, written }]];
}

function printLine({ path, text }: TextFile, memory: Memory | undefined): string {
  const written = hashText(text);
  // What was written otherwise than it was formatted came to be without formatting.
  return `${memory?.written === written ? memory.raw : written} ${written} ${path}`;
}
