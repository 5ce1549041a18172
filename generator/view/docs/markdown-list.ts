/**
 * A list of items in final form. One that holds several blocks is set apart from the next; all others stand line by
 * line, so that an item more touches no line of theirs.
 */
export function markdownList(items: readonly string[]): string {
  return items
    .map((item, index) => {
      const gap = index === items.length - 1 ? "" : item.includes("\n\n") ? "\n\n" : "\n";
      return `- ${item.replace(/\n(?=[^\n])/g, "\n  ")}${gap}`;
    })
    .join("");
}
