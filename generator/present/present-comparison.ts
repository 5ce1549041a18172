import { presentChangelog } from "./present-changelog.ts";
import { presentGithub } from "./present-github.ts";
import { presentHtml } from "./present-html.ts";
import { presentJson } from "./present-json.ts";
import { presentMarkdown } from "./present-markdown.ts";
import type { PresentOptions } from "./present-options.ts";
import { presentText } from "./present-text.ts";
import type { Presentation } from "./presentation.ts";

/** The ways to show a comparison. */
export const formats = ["text", "markdown", "json", "github", "html", "changelog"] as const;

export type Format = (typeof formats)[number];

/** A comparison in one of the formats, as a whole file: empty, or ending in a line end. */
export function presentComparison(
  format: Format,
  presentation: Presentation,
  options: PresentOptions,
): string {
  switch (format) {
    case "text":
      return presentText(presentation, options);
    case "markdown":
      return presentMarkdown(presentation);
    case "json":
      return presentJson(presentation);
    case "github":
      return presentGithub(presentation);
    case "html":
      return presentHtml(presentation);
    case "changelog":
      return presentChangelog(presentation);
  }
}
