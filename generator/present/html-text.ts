import { harmlessText } from "./harmless-text.ts";
import { cutLine, cutText } from "./cut-text.ts";
import { prosePieces } from "./prose-pieces.ts";

// The doors through which text of a spec enters HTML: between tags and between the quotes of an attribute.

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text that HTML reads as nothing else; what nobody sees gets a picture. Line ends stay. */
export function htmlText(text: string): string {
  const lines = text.split(/\r\n?|\n/).map(harmlessText);
  return lines.join("\n").replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

/** A sentence with its code as code. */
export function htmlProse(text: string, most = 800): string {
  const line = cutLine(text, most);
  return prosePieces(line)
    .map((piece) => (piece.isCode ? htmlCode(piece.text) : htmlText(piece.text)))
    .join("");
}

/** A text as code in a line. */
export function htmlCode(text: string, most = 300): string {
  return `<code>${htmlText(cutText(text, most))}</code>`;
}

/** A link whose label is code; the label alone where there is no address that is one of the web. */
export function htmlLink(label: string, url: string | undefined): string {
  const code = htmlCode(label);
  return url !== undefined && /^https?:\/\/\S+$/i.test(url) ? `<a href="${htmlText(url)}">${code}</a>` : code;
}
