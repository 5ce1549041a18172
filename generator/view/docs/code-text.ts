/**
 * Text as code inside a line: as many backticks as it takes (CommonMark, 6.1). In a cell of a table a bar is
 * escaped; a bar behind a backslash, which Markdown has no way to write there, takes HTML.
 */
export function codeSpan(text: string, isCell = false): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, " ").trim();
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
  return text.replace(/[^\w ,.;:/=-]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`);
}

/** Text as a block of code, in a fence longer than any inside (CommonMark, 4.5). */
export function codeBlock(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
