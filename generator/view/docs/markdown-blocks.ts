/** A piece of Markdown that stands on lines of its own, as its author wrote it. */
export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "code"; readonly language: string; readonly lines: readonly string[] }
  | ListBlock
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "rule" };

export interface ListBlock {
  readonly kind: "list";
  /** The number of the first item; undefined for a list without numbers. */
  readonly first: number | undefined;
  readonly items: readonly (readonly Block[])[];
}

/** A block, and the line after it. */
export interface Found {
  readonly block: Block;
  readonly next: number;
}

/** The first line at or after `start` that is the end of something; the number of lines if there is none. */
export function endOf(
  lines: readonly string[],
  start: number,
  isEnd: (line: string, at: number) => boolean,
): number {
  let at = start;
  while (at < lines.length && !isEnd(lines[at] ?? "", at)) at++;
  return at;
}

/** A line of nothing but `-`, `*` or `_`. */
export function isRule(line: string): boolean {
  return !line.startsWith("    ") && /^(?:-{3,}|\*{3,}|_{3,})$/.test(line.replaceAll(" ", ""));
}

/** Whether a line ends the paragraph before it. Of lists with numbers only one that starts with 1 does. */
export function startsBlock(line: string): boolean {
  return /^ {0,3}(?:`{3}[^`]*$|~{3}|#{1,6}(?: |$)|>|[-*+] +\S|1[.)] +\S)/.test(line) || isRule(line);
}
