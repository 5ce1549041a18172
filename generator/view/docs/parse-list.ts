import { type Block, endOf, type Found, isRule, type ListBlock, startsBlock } from "./markdown-blocks.ts";

const marker = /^( {0,3})([-*+]|\d{1,9}[.)])( {1,4}(?=\S)| +|$)/;

/** A list that begins at a line; it goes on while its items do, whatever their bullets look like. */
export function readList(
  lines: readonly string[],
  start: number,
  parse: (lines: readonly string[]) => readonly Block[],
): Found | undefined {
  const first = marker.exec(lines[start] ?? "")?.[2];
  if (first === undefined) return undefined;
  const isNumbered = /\d/.test(first);
  const items: (readonly Block[])[] = [];
  let next = start;
  for (;;) {
    const [lead, , bullet] = marker.exec(lines[next] ?? "") ?? [];
    if (lead === undefined || bullet === undefined || isRule(lines[next] ?? "")) break;
    if (/\d/.test(bullet) !== isNumbered) break;
    const width = lead.trimEnd().length + (/(?<=\S) {1,4}$/.exec(lead)?.[0].length ?? 1);
    const inner = itemLines(lines, next, width);
    items.push(parse(inner));
    next = endOf(lines, next + inner.length, (line) => line.trim() !== "");
  }
  const number = isNumbered ? Number.parseInt(first, 10) : undefined;
  const block: ListBlock = { kind: "list", first: number, items };
  return { block, next };
}

/** The lines of an item without their margin: those indented like its text, and lazy ones that go on with it. */
function itemLines(lines: readonly string[], start: number, width: number): readonly string[] {
  const inner = [(lines[start] ?? "").slice(width)];
  const margin = " ".repeat(width);
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const isLazy = inner.at(-1)?.trim() !== "" && !startsBlock(line) && !marker.test(line);
    if (line.trim() !== "" && !line.startsWith(margin) && !isLazy) break;
    inner.push(line.startsWith(margin) ? line.slice(width) : line.trimStart());
  }
  while (inner.length > 1 && inner.at(-1)?.trim() === "") inner.pop();
  return inner;
}
