/**
 * A text of one line as lines of at most so many columns, where it has blanks to break at. No line but the first begins
 * with `::`, which a runner of GitHub would take for a command.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const fits = last !== undefined && last.length + 1 + word.length <= width;
    if (last !== undefined && (fits || word.startsWith("::"))) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
