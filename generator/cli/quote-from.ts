import type { Report } from "./report.ts";

/** The lines of texts, by file. A text is split once, when the first line of it is asked for. */
export function quoteFrom(texts: ReadonlyMap<string, string>): Report["sourceLine"] {
  const linesByFile = new Map<string, readonly string[]>();
  return (file, line) => {
    const lines =
      linesByFile.get(file) ??
      texts
        .get(file)
        ?.replace(/^\ufeff/, "")
        .split("\n");
    if (lines !== undefined) linesByFile.set(file, lines);
    return lines?.[line - 1];
  };
}
