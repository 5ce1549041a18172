import { withoutUnseen } from "../unseen.ts";
import { wrapMarkdown } from "./wrap-markdown.ts";

/** How wide the text of a comment may be; the frame around it comes on top. */
const textWidth = 96;

/** Markdown of the spec; or our own, which may hold tags. */
export type Paragraph = string | undefined | { readonly own: string };

/**
 * The lines of a doc comment, frame included; none if there is nothing to say. Text of the spec cannot end the
 * comment and cannot begin a tag.
 *
 * @param tags lines such as `@deprecated`, ours and in final form
 */
export function docComment(
  paragraphs: readonly Paragraph[],
  tags: readonly string[] = [],
): readonly string[] {
  const texts = paragraphs.map((one) => paragraphText(one).trim()).filter((text) => text !== "");
  const lines = texts.flatMap((text, index) => [
    ...(index === 0 ? [] : [""]),
    ...wrapMarkdown(text, textWidth),
  ]);
  const all = [...lines, ...(lines.length > 0 && tags.length > 0 ? [""] : []), ...tags];
  const [only] = all;
  if (only === undefined) return [];
  if (all.length === 1) return [`/** ${only} */`];
  return ["/**", ...all.map((line) => (line === "" ? " *" : ` * ${line}`)), " */"];
}

function paragraphText(paragraph: Paragraph): string {
  return typeof paragraph === "object" ? paragraph.own : harmless(paragraph ?? "");
}

/** What a tag says after its name, on one line. */
export function tagText(text: string): string {
  return harmless(text).replace(/\s+/g, " ").trim();
}

function harmless(text: string): string {
  return withoutUnseen(text)
    .replaceAll("*/", "*\\/")
    .replace(/(^|\s|\{)@(?=\p{L})/gu, "$1\\@");
}
