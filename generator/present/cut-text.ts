/** A text that is cut where it gets longer than a reader reads; never inside of a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** A text as one line without blanks around, cut where it gets longer than a reader reads. */
export function cutLine(text: string, most: number): string {
  // What is far behind the cut is not even looked at.
  return cutText(
    text
      .slice(0, most * 4)
      .replace(/\s+/g, " ")
      .trim(),
    most,
  );
}
