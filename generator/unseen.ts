// What nobody sees, and what makes a text read otherwise than it is: controls other than tabs and line ends, line
// separators, marks of direction, a byte order mark, tag characters, and halves of characters, which no file can hold.
// Joiners belong to the spelling of words and emoji.
const unseen =
  /[^\P{Cc}\t\n]|\p{Cs}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** A text of which every character can be seen; line ends are `\n`. */
export function withoutUnseen(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unseen, " ");
}

/** A text in which escapes (`\u202e`) mean characters, such as JSON, with escapes for what nobody sees. */
export function escapeUnseen(text: string): string {
  return text.replace(unseen, escapeUnits);
}

/** A piece of text as escapes, one for each UTF-16 unit. */
export function escapeUnits(text: string): string {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
