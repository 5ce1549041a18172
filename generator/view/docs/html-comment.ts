/** A line as a comment of HTML, which Markdown does not show; it cannot end inside (HTML, 13.1.6). */
export function htmlComment(line: string): string {
  return `<!-- ${line
    .replace(/\s+/g, " ")
    .replace(/-(?=[->])/g, "- ")
    .replace(/<!/g, "< !")
    .trim()} -->`;
}
