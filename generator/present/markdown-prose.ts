import { withoutUnseen } from "../unseen.ts";
import { codeSpan } from "../view/docs/code-text.ts";
import { cutLine } from "./cut-text.ts";
import { prosePieces } from "./prose-pieces.ts";

// The doors through which text of a spec enters Markdown that GitHub renders.

/** What GitHub makes more of than text: people, issues, commits, addresses, formulas. */
const lively = /[@$]|:\/\/|www\.|#\d|\bGH-\d|\b(?=[a-f]*\d)[0-9a-f]{7,64}\b/i;
// Words, with what stands around them, and the blanks between.
const words = /(?<space>\s+)|(?<opening>[([{]*)(?<word>\S+?)(?<closing>[)\]}.,;:!?]*)(?=\s|$)/gu;

/**
 * A sentence as Markdown that says just that, its code as code. A word that would ping a person, refer to an issue or
 * become a link is code too.
 */
export function proseText(text: string, most = 500): string {
  const line = cutLine(withoutUnseen(text.slice(0, most * 4)), most);
  const prose = prosePieces(line).reduce(
    (before, piece) => (piece.isCode ? withCode(before, piece.text) : withWords(before, piece.text)),
    "",
  );
  return startAsText(prose);
}

function withWords(before: string, text: string): string {
  let prose = before;
  for (const { groups = {} } of text.matchAll(words)) {
    const { space, opening = "", word = "", closing = "" } = groups;
    if (space !== undefined) prose += space;
    else if (lively.test(word)) prose = withCode(prose + escaped(opening), word) + escaped(closing);
    else prose += escaped(`${opening}${word}${closing}`);
  }
  return prose;
}

/** Code that touches code would be one with it. */
function withCode(before: string, code: string): string {
  return `${before}${before.endsWith("`") ? " " : ""}${codeText(code)}`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*[\]~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&");
}

/** What would begin a block (CommonMark, chapters 4 and 5) says the same as text. */
function startAsText(line: string): string {
  return line.replace(/^[-+=#:]/, "\\$&").replace(/^(\d{1,9})(?=[.)])/, "$1\\");
}

/** A text as code in a line; what is empty is said to be. */
export function codeText(text: string, most = 300): string {
  return codeSpan(cutLine(text, most)) || "(empty)";
}

/** A link whose label is code; the label alone where there is no address that is one of the web. */
export function codeLinkTo(label: string, url: string | undefined): string {
  const code = codeText(label);
  if (url === undefined || !/^https?:\/\/[^\s]+$/i.test(url)) return code;
  return `[${code}](${withoutUnseen(url).replace(/[\s()<>\\"'`|*[\]]/g, percent)})`;
}

function percent(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
