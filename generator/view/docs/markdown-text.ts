import { codeSpan } from "./code-text.ts";
import { harmlessUrl, inlineMarkdown, startAsText } from "./inline-markdown.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { printBlocks, printCell, printItem } from "./print-markdown.ts";

// The doors through which text of the spec enters Markdown, beside the code of code-text.ts.

/** An author's Markdown as blocks of ours; empty if there is none. */
export function blockText(text: string | undefined): string {
  return printBlocks(parseMarkdown(text ?? ""));
}

/** The same inside an item of a list. */
export function itemText(text: string | undefined): string {
  return printItem(parseMarkdown(text ?? ""));
}

/**
 * The same after words of ours that begin the item: on their line if it begins with text, for any other block would be
 * none there.
 */
export function itemTextAfter(lead: string, text: string | undefined): string {
  const blocks = parseMarkdown(text ?? "").filter(({ kind }) => kind !== "rule");
  const printed = printItem(blocks);
  if (printed === "") return lead;
  const isText = blocks[0]?.kind === "paragraph" || blocks[0]?.kind === "heading";
  return `${lead}${isText ? " " : "\n\n"}${printed}`;
}

/** Whether an author's Markdown is one paragraph. */
export function isParagraph(text: string | undefined): boolean {
  const [first, ...others] = parseMarkdown(text ?? "");
  return first?.kind === "paragraph" && others.length === 0;
}

/** An author's Markdown as what a cell of a table holds. */
export function cellText(text: string | undefined): string {
  return printCell(parseMarkdown(text ?? ""));
}

/** An author's Markdown in one line: its first paragraph. */
export function lineText(text: string | undefined): string {
  return printLine(firstLine(text));
}

/** The first paragraph or heading as its author wrote it, in one line. */
function firstLine(text: string | undefined): string {
  const first = parseMarkdown(text ?? "").find(({ kind }) => kind === "paragraph" || kind === "heading");
  const line =
    first?.kind === "paragraph" ? first.lines.join(" ") : first?.kind === "heading" ? first.text : "";
  return line.trim().replace(/\s+/g, " ");
}

function printLine(line: string): string {
  return startAsText(inlineMarkdown(line, { isCell: false, isBold: false }));
}

// Code, links and what ends a sentence; abbreviations end none.
const sentenceEnd =
  /`[^`]*`|\[[^\]]*\]\([^)]*\)|\b(?:e\.g|i\.e|etc|cf|vs)\.|[.!?](?:\*{1,2}|_|["')])?(?=\s|$)/gi;

/** The first sentence of an author's Markdown. A colon that announces what is left out becomes a full stop. */
export function firstSentence(text: string | undefined): string {
  const line = firstLine(text);
  for (const { 0: found, index } of line.matchAll(sentenceEnd)) {
    if (/^[.!?]/.test(found)) return printLine(line.slice(0, index + found.length));
  }
  return printLine(line.replace(/:$/, "."));
}

/** A sentence ends in a full stop, a question mark or the like. */
export function asSentence(line: string): string {
  return line === "" || /[.!?:…](?:\*\*|_|`|\))?$/.test(line) ? line : `${line}.`;
}

/** A link whose label is in final form. */
export function linkTo(label: string, target: string): string {
  return `[${label}](${target})`;
}

/** A link whose label is code. */
export function codeLink(text: string, target: string, isCell = false): string {
  return linkTo(codeSpan(text, isCell), target);
}

/** A path as it stands in a link: what is not plain in a URL is percent-encoded. */
export function linkPath(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[()*'!]/g, percent))
    .join("/");
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/**
 * The anchor that GitHub gives a heading: lower case, without punctuation, blanks as hyphens. One that the page
 * has already gets a number.
 */
export function headingAnchors(headings: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const plain = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    let anchor = plain;
    while (seen.has(anchor)) {
      const count = (seen.get(plain) ?? 0) + 1;
      seen.set(plain, count);
      anchor = `${plain}-${count}`;
    }
    seen.set(anchor, 0);
    return anchor;
  });
}

/** An address of the web as it stands in a link; undefined for anything else. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^(?:https?:\/\/|mailto:)\S+$/i.test(url)) return undefined;
  return harmlessUrl(url.replace(/[<>\\]/g, percent));
}
