// Joiners belong to the spelling of words in many languages, and they move nothing.
const harmful = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A text that does nothing to a terminal but stand in it, on one line: each control character, direction mark
 * or half character becomes one character that can be seen.
 */
export function harmlessText(text: string): string {
  return text.replace(harmful, pictureOf);
}

/** The same for a text of several lines. */
export function harmlessLines(text: string): string {
  return text.split("\n").map(harmlessText).join("\n");
}

/** JSON text that means the same and moves no cursor: `JSON.stringify` escapes only part of what can. */
export function harmlessJson(text: string): string {
  return text.replace(harmful, (found) => (found === "\n" ? found : escapeOf(found)));
}

function pictureOf(found: string): string {
  if (found === "\u007f") return "\u2421";
  return found < " " ? String.fromCharCode(0x2400 + found.charCodeAt(0)) : "\ufffd";
}

function escapeOf(found: string): string {
  const units = Array.from({ length: found.length }, (_, index) => found.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
