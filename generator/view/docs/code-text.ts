import { withoutUnseen } from "../../unseen.ts";
import { longestRun } from "../facts.ts";

/**
 * Text as code inside a line: as many backticks as it takes (CommonMark, 6.1). In a cell of a table a bar is
 * escaped; a bar behind a backslash, which Markdown has no way to write there, takes HTML.
 */
export function codeSpan(text: string, isCell = false): string {
  const line = withoutUnseen(text).replace(/\s+/g, " ").trim();
  if (line === "") return "";
  if (isCell && line.includes("\\|")) return `<code>${asEntities(line)}</code>`;
  const runs = new Set([...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  let length = 1;
  while (runs.has(length)) length++;
  const fence = "`".repeat(length);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return fence + pad + (isCell ? line.replaceAll("|", "\\|") : line) + pad + fence;
}

/** Text that no HTML and no Markdown reads as anything else. */
function asEntities(text: string): string {
  return text.replace(/[^A-Za-z0-9 ,.;:/=-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

// What a formatter of Markdown formats along with it.
const formatted = new Set(
  "js jsx javascript mjs cjs ts tsx typescript json json5 jsonc css scss less html vue yaml yml graphql md".split(
    " ",
  ),
);

/** The name of an author's language, in a spelling that keeps formatters from changing the author's code. */
export function foreignLanguage(language: string): string {
  return formatted.has(language.toLowerCase()) ? language.toUpperCase() : language;
}

/** Text as a block of code, in a fence longer than any inside (CommonMark, 4.5). */
export function codeBlock(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}
