import { codeSpan } from "./code-text.ts";

/** Where a piece of text is going to stand. */
export interface InlinePlace {
  /** In a cell of a table, which a bar would end. */
  readonly isCell: boolean;
  /** Inside bold text, where bold has no meaning any more. */
  readonly isBold: boolean;
}

interface Piece {
  readonly text: string;
  /** The marks of emphasis that the piece consists of, and what may stand around them. */
  readonly run?: {
    readonly marks: string;
    readonly opens: boolean;
    readonly closes: boolean;
    readonly isInWord: boolean;
  };
}

// What has a meaning in a line of Markdown (CommonMark, chapter 6, and GitHub's additions), the strongest first.
const tokens = new RegExp(
  [
    /\\(?<escaped>[!-/:-@[-`{-~])/,
    /(?<hardBreak>\\\n)/,
    /(?<!`)(?<ticks>`+)(?!`)(?<code>[^]*?[^`])\k<ticks>(?!`)/,
    /(?<image>!?)\[(?<label>(?:[^[\]\\`]|\\.|`[^`]{0,200}`){0,300})\]\(\s?<?(?<url>(?:[^\s<>()\\]|\([^\s<>()\\]{0,200}\)){1,2000})>?(?:\s(?:"[^"]{0,300}"|'[^']{0,300}'))?\s?\)/,
    /<(?<automatic>https?:\/\/[^\s<>\\`|]{1,2000})>/,
    /(?<bare>(?:(?:https?|ftp):\/\/|www\.)[^\s<>()[\]{}`"\\|*^]{1,2000})/,
    /(?<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{0,31});)/,
    /(?<run>\*+|_+)/,
    // What follows may yet lose its own marks, so only a blank or a number keeps this from beginning a tag.
    /(?<special><(?![\s\d=])|[[`~$|\\])/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gu",
);

/**
 * One paragraph of an author's Markdown in the form that we print: code, emphasis and links to the web live; raw
 * HTML, other links and marks that stand alone become plain text. Line breaks stay.
 */
export function inlineMarkdown(text: string, place: InlinePlace): string {
  const pieces: Piece[] = [];
  const hasFormula = text.split("$").length > 2;
  let end = 0;
  for (const match of text.matchAll(tokens)) {
    pieces.push({ text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const around = { before: text[match.index - 1] ?? " ", rest: text.slice(end, end + 20) };
    pieces.push(pieceOf(match[0], match.groups ?? {}, around, { ...place, hasFormula }));
  }
  pieces.push({ text: text.slice(end) });
  return pairRuns(pieces, place.isBold);
}

type Groups = Readonly<Record<string, string | undefined>>;

function pieceOf(
  whole: string,
  { escaped, hardBreak, code, label, url = "", image = "", automatic, bare, run, special }: Groups,
  { before, rest }: { readonly before: string; readonly rest: string },
  place: InlinePlace & { readonly hasFormula: boolean },
): Piece {
  if (run !== undefined)
    return { text: whole, run: { marks: run, ...flanks(before, rest.charAt(0) || " ") } };
  if (hardBreak !== undefined) return { text: whole };
  if (code !== undefined) return { text: codeSpan(code, place.isCell) };
  if (label !== undefined) return { text: linkText(image, label, url, place) };
  if (automatic !== undefined) return { text: `<${harmlessUrl(automatic)}>` };
  // Behind a URL a backslash is part of it, and would not keep HTML from being HTML.
  if (special === "<" || escaped === "<") return { text: "&lt;" };
  if (bare !== undefined) return { text: /^[).,;:!?'"]*(?:\s|$)/.test(rest) ? bare : fencedUrl(bare) };
  if (escaped !== undefined) return { text: whole };
  if (special === undefined || (special === "$" && !place.hasFormula)) return { text: whole };
  return { text: special === "|" && !place.isCell ? special : `\\${special}` };
}

/** A link to the web; what leads anywhere else, or runs something, is no link but its label. */
function linkText(image: string, label: string, url: string, place: InlinePlace): string {
  const text = inlineMarkdown(label.replace(/\s+/g, " ").trim(), place);
  if (!/^(?:https?:\/\/|mailto:)/i.test(url)) return text;
  return `${image}[${text}](${harmlessUrl(url)})`;
}

/** A URL that the text goes on behind without a blank: GitHub would take all of that for a part of it. */
function fencedUrl(url: string): string {
  return url.startsWith("www.") ? url.replace(/[_~$]|(?<=^www)\./g, "\\$&") : `<${harmlessUrl(url)}>`;
}

/** What Markdown would read as more than a URL is percent-encoded. */
export function harmlessUrl(url: string): string {
  return url
    .replaceAll("&amp;", "&")
    .replace(/&(?=#?\w+;)/g, "%26")
    .replace(/[()|*`[\]"]/g, percent);
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Whether marks may open and may close emphasis: words are never torn apart (CommonMark, 6.2, in short). */
function flanks(before: string, after: string): Omit<NonNullable<Piece["run"]>, "marks"> {
  const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);
  return {
    opens: /[\s("']/.test(before) && (isWord(after) || /[`([!<"'&]/.test(after)),
    closes: /[\s.,;:!?)"']/.test(after) && (isWord(before) || /[`)\]>"'.!?%;:]/.test(before)),
    isInWord: isWord(before) && isWord(after),
  };
}

/** Marks that pair become emphasis in our spelling, all others text. */
function pairRuns(pieces: readonly Piece[], isBold: boolean): string {
  const printed = pieces.map(({ text, run }) => (run === undefined ? text : literalRun(run)));
  const open: { readonly marks: string; readonly index: number }[] = [];
  for (const [index, { run }] of pieces.entries()) {
    const style = styles[run?.marks.length ?? 0];
    if (run === undefined || style === undefined) continue;
    const at = run.closes ? open.findLastIndex(({ marks }) => marks === run.marks) : -1;
    const first = open[at];
    if (first !== undefined && index > first.index + 1) {
      open.length = at;
      const isDropped = isBold && run.marks.length > 1;
      printed[first.index] = isDropped ? "" : style[0];
      printed[index] = isDropped ? "" : style[1];
    } else if (run.opens && open.every(({ marks }) => marks.length !== run.marks.length)) {
      open.push({ marks: run.marks, index });
    }
  }
  return printed.join("");
}

const styles: readonly (readonly [string, string] | undefined)[] = [
  undefined,
  ["_", "_"],
  ["**", "**"],
  ["**_", "_**"],
];

function literalRun({ marks, isInWord }: NonNullable<Piece["run"]>): string {
  return isInWord && marks.startsWith("_") ? marks : marks.replace(/./g, "\\$&");
}

/** A line that Markdown would take for the beginning of a block says the same as text. */
export function startAsText(line: string): string {
  const isBlock = /^(?:[-+=](?!(?!https?:|ftp:|www\.|\S*@)[A-Za-z0-9])|#{1,6}(?: |$)|>|\|)|^[-=:| ]+$/;
  return isBlock.test(line) ? `\\${line}` : line.replace(/^(\d{1,9})(?=[.)](?: |$))/, "$1\\");
}
