import { codeBlock, codeSpan, foreignLanguage } from "./code-text.ts";
import { inlineMarkdown, type InlinePlace, startAsText } from "./inline-markdown.ts";
import type { Block, ListBlock } from "./markdown-blocks.ts";
import { drawTable } from "./markdown-table.ts";

const onPage: InlinePlace = { isCell: false, isBold: false };
const inCell: InlinePlace = { isCell: true, isBold: false };

/** Blocks in final form, a blank line between each two. Headings become bold lines, so that a page keeps its own. */
export function printBlocks(blocks: readonly Block[]): string {
  return printWith(blocks, () => "\n\n");
}

/** The same inside an item of a list. */
export function printItem(blocks: readonly Block[], gap = "\n\n"): string {
  // The usual formatter has a list follow these at once, in an item only.
  const followsAtOnce = (before: Block, after: Block): boolean =>
    after.kind === "list" && ["quote", "list", "table"].includes(before.kind);
  return printWith(blocks, (before, after) => (followsAtOnce(before, after) ? "\n" : gap));
}

function printWith(blocks: readonly Block[], gap: (before: Block, after: Block) => string): string {
  const printed = blocks
    .map((block) => ({ block, text: printBlock(block) }))
    .filter(({ text }) => text !== "");
  return printed
    .map(({ block, text }, index) => {
      const before = printed[index - 1]?.block;
      return (before === undefined ? "" : gap(before, block)) + text;
    })
    .join("");
}

function printBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return printParagraph(block.lines);
    case "heading":
      return printHeading(block.text, onPage);
    case "code":
      return codeBlock(block.lines.join("\n"), foreignLanguage(block.language));
    case "list":
      return printList(block);
    case "quote":
      return printBlocks(block.blocks).replace(/^/gm, "> ").replace(/ +$/gm, "");
    case "table":
      return printTable(block.rows);
    case "rule":
      // A page draws its own lines.
      return "";
  }
}

function printParagraph(lines: readonly string[]): string {
  const marked = lines.map((line, index) => {
    const isBroken = index < lines.length - 1 && /(?: {2}|\\)$/.test(line);
    return isBroken ? `${squeezed(line.replace(/\\$/, ""))}\\` : squeezed(line);
  });
  const text = inlineMarkdown(marked.join("\n"), onPage);
  // Where a line begins like a block, none begins.
  const joined = text.replace(/(?<!\\)\n(?=[>#+-]|\d+[.)])/g, " ");
  return joined.split("\n").map(startAsText).join("\n");
}

function printHeading(text: string, place: InlinePlace): string {
  const line = inlineMarkdown(squeezed(text), { ...place, isBold: true }).trim();
  return line === "" ? "" : `**${line}**`;
}

function squeezed(line: string): string {
  return line.trim().replace(/ +/g, " ");
}

/** Tight if every item is a paragraph, perhaps with tight lists below it; else a blank line between all blocks. */
function printList(list: ListBlock): string {
  const gap = isTight(list) ? "\n" : "\n\n";
  const items = list.items.map((blocks, index) => {
    const lead = list.first === undefined ? "- " : `${list.first + index}. `;
    const text = printItem(blocks, gap);
    return text === "" ? "" : lead + text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(lead.length)}`);
  });
  return items.filter((item) => item !== "").join(gap);
}

function isTight({ items }: ListBlock): boolean {
  return items.every(([first, ...others]) => {
    const isShort = first === undefined || first.kind === "paragraph" || first.kind === "heading";
    return isShort && others.every((block) => block.kind === "list" && isTight(block));
  });
}

function printTable(rows: readonly (readonly string[])[]): string {
  return drawTable(rows.map((row) => row.map((cell) => inlineMarkdown(squeezed(cell), inCell))));
}

/** Blocks in one line of a table's cell, broken where a block ends; items start with a bullet. */
export function printCell(blocks: readonly Block[]): string {
  return cellLines(blocks)
    .filter((line) => line !== "")
    .join("<br>");
}

function cellLines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "paragraph":
        return [inlineMarkdown(squeezed(block.lines.join(" ")), inCell)];
      case "heading":
        return [printHeading(block.text, inCell)];
      case "code":
        return block.lines.map((line) => codeSpan(line, true));
      case "list":
        return block.items.flatMap((item, index) => {
          const bullet = block.first === undefined ? "•" : `${block.first + index}.`;
          const lines = cellLines(item).filter((line) => line !== "");
          return lines.map((line, at) => (at === 0 ? `${bullet} ${line}` : line));
        });
      case "quote":
        return cellLines(block.blocks);
      case "table":
        return block.rows.map((row) =>
          row.map((cell) => inlineMarkdown(squeezed(cell), inCell)).join(" \\| "),
        );
      case "rule":
        return [];
    }
  });
}
