const emoji = new RegExp("\\p{RGI_Emoji}", "gv");

// What each emoji has in it: to look for whole ones takes a hundred times as long.
const emojiPart = /\u20e3|[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/u;

// The blocks of East Asian scripts whose characters are two columns wide (Unicode, UAX 11: W and F).
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;

const unseen = /[\p{Mn}\p{Me}\p{Cc}]/u;

/** How many columns a text takes in a font of fixed width, counted as editors do: marks none, wide characters two. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  const count = (): string => {
    width += 2;
    return "";
  };
  const plain = emojiPart.test(text) ? text.replace(emoji, count) : text;
  for (const character of plain) width += unseen.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
