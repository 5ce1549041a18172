import type { Plugin } from "prettier";
import type { TextFile } from "../render/text-file.ts";

/** Remembers what a text was formatted to. */
export interface FormatCache {
  /** What `raw` was formatted to; undefined if that is not known. */
  lookup(path: string, raw: string): string | undefined;
  store(path: string, raw: string, formatted: string): void;
}

/** One setting, ours: no configuration of the user's is read. */
const options = { parser: "babel-ts", printWidth: 110, endOfLine: "lf" } as const;

/** Nobody reads a longer file from end to end, and to format one takes two hundred times the room that it has. */
const longestFormatted = 2_000_000;

/**
 * Format the files that hold TypeScript, in their order; all others are in final form, or too long. Prettier is
 * loaded only where the cache has no answer.
 */
export async function formatFiles(
  files: readonly TextFile[],
  cache: FormatCache,
): Promise<readonly TextFile[]> {
  const formatted: TextFile[] = [];
  for (const { path, text } of files) {
    const isFormatted = path.endsWith(".ts") && text.length <= longestFormatted;
    formatted.push({ path, text: isFormatted ? await formatFile(path, text, cache) : text });
  }
  return formatted;
}

async function formatFile(path: string, raw: string, cache: FormatCache): Promise<string> {
  const known = cache.lookup(path, raw);
  if (known !== undefined) return known;
  const [{ format }, babel, estree] = await Promise.all([
    import("prettier/standalone"),
    import("prettier/plugins/babel"),
    import("prettier/plugins/estree"),
  ]);
  // The published types know the module's shape as CommonJS only.
  const plugins = [babel, estree].map((module) =>
    "default" in module ? module.default : module,
  ) as Plugin[];
  const text = await format(raw, { ...options, plugins });
  cache.store(path, raw, text);
  return text;
}
