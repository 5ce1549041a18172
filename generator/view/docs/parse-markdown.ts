import { withoutUnseen } from "../../unseen.ts";
import { type Block, endOf, type Found, isRule, startsBlock } from "./markdown-blocks.ts";
import { readList } from "./parse-list.ts";

/** Deeper than any honest text; what is nested further stays text. */
const deepest = 12;

/** The blocks of an author's Markdown (CommonMark, chapters 4 and 5; GitHub's tables). No text is too odd. */
export function parseMarkdown(text: string): readonly Block[] {
  return parseBlocks(withoutUnseen(text).replaceAll("\t", "    ").split("\n"), deepest);
}

function parseBlocks(lines: readonly string[], depth: number): readonly Block[] {
  const isFilled = (line: string): boolean => line.trim() !== "";
  const blocks: Block[] = [];
  for (let at = endOf(lines, 0, isFilled); at < lines.length; at = endOf(lines, at, isFilled)) {
    const found = readBlock(lines, at, depth);
    blocks.push(found.block);
    at = found.next;
  }
  return blocks;
}

function readBlock(lines: readonly string[], start: number, depth: number): Found {
  const inside = (inner: readonly string[]): readonly Block[] => parseBlocks(inner, depth - 1);
  const line = lines[start] ?? "";
  if (isRule(line)) return { block: { kind: "rule" }, next: start + 1 };
  const nested = depth > 0 ? (readQuote(lines, start, inside) ?? readList(lines, start, inside)) : undefined;
  return (
    nested ??
    readFence(lines, start) ??
    readHeading(line, start) ??
    readTable(lines, start) ??
    readIndented(lines, start) ??
    readParagraph(lines, start)
  );
}

function readFence(lines: readonly string[], start: number): Found | undefined {
  const opening = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(lines[start] ?? "");
  const [, margin = "", fence = "", info = ""] = opening ?? [];
  if (opening === null) return undefined;
  const isClosing = (line: string): boolean => {
    const marks = line.trim();
    return marks.length >= fence.length && marks === fence.charAt(0).repeat(marks.length);
  };
  const end = endOf(lines, start + 1, isClosing);
  const outdent = new RegExp(`^ {0,${margin.length}}`);
  const inner = lines.slice(start + 1, end).map((line) => line.replace(outdent, "").trimEnd());
  const language = /^[\w+#.-]{1,30}/.exec(info.trim())?.[0] ?? "";
  return { block: { kind: "code", language, lines: inner }, next: end + 1 };
}

function readHeading(line: string, start: number): Found | undefined {
  const opening = /^ {0,3}#{1,6}(?: (.*))?$/.exec(line);
  if (opening === null) return undefined;
  const text = (opening[1] ?? "").trim().replace(/(?:^| )#+$/, "");
  return { block: { kind: "heading", text: text.trim() }, next: start + 1 };
}

function readQuote(
  lines: readonly string[],
  start: number,
  parse: (lines: readonly string[]) => readonly Block[],
): Found | undefined {
  const end = endOf(lines, start, (line) => !/^ {0,3}>/.test(line));
  if (end === start) return undefined;
  const inner = lines.slice(start, end).map((line) => line.replace(/^ {0,3}> ?/, ""));
  return { block: { kind: "quote", blocks: parse(inner) }, next: end };
}

function readIndented(lines: readonly string[], start: number): Found | undefined {
  const isOutside = (line: string): boolean => line.trim() !== "" && !line.startsWith("    ");
  const end = endOf(lines, start, isOutside);
  if (end === start) return undefined;
  const text = lines.slice(start, end).map((line) => line.slice(4).trimEnd());
  return { block: { kind: "code", language: "", lines: text.join("\n").trimEnd().split("\n") }, next: end };
}

/** A line of headings, a line that draws the columns, then rows while lines have bars. */
function readTable(lines: readonly string[], start: number): Found | undefined {
  const line = lines[start] ?? "";
  const drawn = lines[start + 1] ?? "";
  if (!line.includes("|") || !/^[-|: ]+$/.test(drawn)) return undefined;
  const head = cellsOf(line);
  const columns = cellsOf(drawn);
  if (columns.length !== head.length || !columns.every((cell) => /^:?-+:?$/.test(cell))) return undefined;
  const end = endOf(lines, start + 2, (row) => !row.includes("|"));
  const rows = lines.slice(start + 2, end).map((row) => {
    const cells = cellsOf(row);
    return head.map((_, index) => cells[index] ?? "");
  });
  return { block: { kind: "table", rows: [head, ...rows] }, next: end };
}

function cellsOf(line: string): readonly string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** Lines up to the next block; a line of `=` or `-` below makes a heading of them. */
function readParagraph(lines: readonly string[], start: number): Found {
  const isUnderline = (line: string): boolean => /^ {0,3}(?:=+|-+) *$/.test(line);
  const end = endOf(lines, start + 1, (line, at) => {
    return line.trim() === "" || isUnderline(line) || startsBlock(line) || readTable(lines, at) !== undefined;
  });
  const inner = lines.slice(start, end);
  if (!isUnderline(lines[end] ?? "")) return { block: { kind: "paragraph", lines: inner }, next: end };
  return { block: { kind: "heading", text: inner.map((line) => line.trim()).join(" ") }, next: end + 1 };
}
