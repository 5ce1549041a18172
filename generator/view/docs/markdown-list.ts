/** A list of items in final form, each of which may hold several blocks; then all are set apart. */
export function markdownList(items: readonly string[]): string {
  const gap = items.some((item) => item.includes("\n\n")) ? "\n\n" : "\n";
  return items.map((item) => `- ${item.replace(/\n(?=[^\n])/g, "\n  ")}`).join(gap);
}
