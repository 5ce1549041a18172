/**
 * Wrap Markdown to a width in columns without changing what it says: paragraphs and list items are filled anew,
 * code, tables, headings and quotes stay as they are. A line break that means one (two blanks or a backslash at the end)
 * stays.
 */
export function wrapMarkdown(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let fence: string | undefined;
  const flush = (): void => {
    if (paragraph.length > 0) for (const line of fill(paragraph, width)) lines.push(line);
    paragraph = [];
  };
  for (const raw of text.replace(/\r\n?/g, "\n").trim().split("\n")) {
    const line = raw.trimEnd();
    const opening = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined || opening !== undefined) {
      flush();
      lines.push(line);
      if (fence === undefined) fence = opening;
      else if (opening?.startsWith(fence) === true) fence = undefined;
    } else if (line === "") {
      flush();
      if (lines.at(-1) !== "") lines.push("");
    } else if (isVerbatim(line) && !(paragraph.length > 0 && /^ {4}/.test(line))) {
      flush();
      lines.push(line);
    } else {
      if (isItem(line)) flush();
      const isBreak = isHardBreak(raw);
      paragraph.push(raw.endsWith("  ") && isBreak && !isItem(line) ? `${line}\\` : line);
      if (isBreak) flush();
    }
  }
  flush();
  // What comes after the text is no part of code that its author forgot to end.
  return fence === undefined ? lines : [...lines, fence];
}

/** Two blanks or a backslash, one that no other backslash takes for a sign like any (CommonMark 0.31, section 6.7). */
function isHardBreak(raw: string): boolean {
  return raw.endsWith("  ") || /(?<!\\)(?:\\\\)*\\$/.test(raw);
}

/** Headings, tables, quotes, rules, HTML, definitions of links, code by indentation. */
function isVerbatim(line: string): boolean {
  return /^(?: {4}|\t| *(?:#{1,6} |\||>|<|(?:-{3,}|\*{3,}|_{3,}|={3,})$|\[[^\]]+\]:))/.test(line);
}

const item = /^( *(?:[-*+]|\d{1,9}[.)]) +)/;

function isItem(line: string): boolean {
  return item.test(line);
}

/** Fill the lines of one paragraph or list item; lines after the first hang under its text. */
function fill(paragraph: readonly string[], width: number): readonly string[] {
  const first = paragraph[0] ?? "";
  const lead = item.exec(first)?.[1] ?? /^ */.exec(first)?.[0] ?? "";
  const hang = " ".repeat(lead.length);
  const words = [first.slice(lead.length), ...paragraph.slice(1)].join(" ").split(/ +/).filter(Boolean);
  const lines: string[] = [];
  let line = lead;
  let isEmpty = true;
  for (const word of words) {
    if (!isEmpty && line.length + 1 + word.length > width && !looksLikeMarkup(word)) {
      lines.push(line);
      line = hang;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line];
}

/** At the start of a line such a word would begin a list, a heading or a quote. */
function looksLikeMarkup(word: string): boolean {
  return /^(?:[-*+>|=~`]+$|#{1,6}$|\d{1,9}[.)]$|[>|<[]|[-=]{2,}|```|~~~)/.test(word);
}
