/** What is left of a comment in Markdown without its code, and what GitHub would act on. */
export interface PlainMarkdown {
  readonly text: string;
  readonly links: readonly string[];
  readonly tags: readonly string[];
  readonly headings: readonly string[];
}

/** Takes Markdown of ours apart: fences, code spans and links as CommonMark 0.31 reads them. */
export function plainMarkdown(markdown: string): PlainMarkdown {
  const unfenced = markdown
    .replace(/^<!-- specwright-diff -->$/m, "")
    .replace(/^(`{3,})[^`\n]*\n[^]*?^\1`*$/gm, "");
  const uncoded = unfenced.replace(/(\\[!-/:-@[-`{-~])|(?<!`)(`+)(?!`)([^]*?[^`])\2(?!`)/g, "$1");
  const links: string[] = [];
  const unlinked = uncoded.replace(/(?<![\\\]])\[\]\(([^)\s]*)\)/g, (_, url: string) => {
    links.push(url);
    return "";
  });
  const tags = unlinked.match(/<[^\s=][^>]*>?/g) ?? [];
  const headings = unlinked.match(/^#{1,6} .*$/gm) ?? [];
  return { text: unlinked.replace(/\\`/g, ""), links, tags, headings };
}
