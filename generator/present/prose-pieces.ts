/** A part of a sentence: words, or something that stands as code. */
export interface ProsePiece {
  readonly isCode: boolean;
  readonly text: string;
}

const code = /`([^`]+)`|"([^"`\s]{1,80})"/g;

/** A sentence cut where code begins and ends: what stands between backticks, and what is one word between quotes. */
export function prosePieces(line: string): readonly ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let end = 0;
  for (const match of line.matchAll(code)) {
    const [whole, ticked, quoted = ""] = match;
    pieces.push({ isCode: false, text: line.slice(end, match.index) });
    pieces.push({ isCode: true, text: ticked ?? withQuotes(quoted) });
    end = match.index + whole.length;
  }
  return [...pieces, { isCode: false, text: line.slice(end) }].filter(({ text }) => text !== "");
}

/** A name needs no quotes to be seen as code; a value may be another one without them. */
function withQuotes(quoted: string): string {
  const isName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(quoted) && !/^(?:true|false|null)$/.test(quoted);
  return isName ? quoted : `"${quoted}"`;
}
