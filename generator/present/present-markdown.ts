import type { Change } from "../diff/change.ts";
import { ofWeight, type Weight } from "./change-weight.ts";
import { bumpSentence, counted, headline, tally } from "./headline.ts";
import { type MarkdownEntries, markdownEntries } from "./markdown-entries.ts";
import { codeText, proseText } from "./markdown-prose.ts";
import type { Presentation } from "./presentation.ts";
import { comparedSides, workingTree } from "./side-words.ts";

/** The line by which a comment of ours is found again. */
export const commentMarker = "<!-- specwright-diff -->";

// GitHub refuses a comment of more than 65,536 characters; whoever posts it may add a line.
const mostCharacters = 65_000;

/** How much is told: of changes that must be read the first ones whole, more of them in a line each; the rest folded. */
interface Extent {
  readonly whole: number;
  readonly short: number;
  readonly folded: "items" | "lines" | "counts";
}

/** A comparison as a comment below a pull request. What is folded gives way first if it gets too long. */
export function presentMarkdown(presentation: Presentation): string {
  const { comparison, idle } = presentation;
  if (comparison.changes.length === 0 && idle.length === 0) {
    return `${commentMarker}\n\n${headline(comparison)}.\n`;
  }
  const entries = markdownEntries(presentation);
  const open = ofWeight(comparison, "breaking").length + ofWeight(comparison, "code").length;
  for (const extent of extents(open)) {
    const comment = commentOf(presentation, entries, extent);
    if (comment.length <= mostCharacters) return comment;
  }
  return commentOf(presentation, entries, { whole: 0, short: 0, folded: "counts" });
}

function extents(open: number): readonly Extent[] {
  const fewer = Array.from({ length: 36 }, (_, index) => Math.floor(open * 0.8 ** (index + 1)));
  return [
    { whole: open, short: 0, folded: "items" },
    { whole: open, short: 0, folded: "lines" },
    { whole: open, short: 0, folded: "counts" },
    ...fewer.map((whole) => ({ whole, short: open, folded: "counts" as const })),
    ...fewer.map((short) => ({ whole: 0, short, folded: "counts" as const })),
  ];
}

function commentOf(presentation: Presentation, entries: MarkdownEntries, extent: Extent): string {
  const { comparison } = presentation;
  const breaking = ofWeight(comparison, "breaking");
  const code = ofWeight(comparison, "code");
  const rest = { ...extent, whole: Math.max(0, extent.whole - breaking.length) };
  const blocks = [
    commentMarker,
    `## ${headline(comparison)}`,
    factLine(presentation),
    openSection("Breaks clients that are running", breaking, entries, extent),
    openSection("Breaks code that uses the client", code, entries, rest),
    ...(["warning", "info", "accepted"] as const).map((weight) =>
      folded(weight, presentation, entries, extent),
    ),
    idleFold(presentation),
    hint(presentation),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function factLine(presentation: Presentation): string {
  const { comparison } = presentation;
  const { files, revisions } = comparedSides(presentation);
  const parts = [
    `**${bumpSentence(comparison.bump).replace(/\.$/, "")}**`,
    tally(comparison),
    files.map((file) => codeText(file)).join(" → "),
    revisions === undefined
      ? ""
      : revisions.map((name) => (name === null ? workingTree : codeText(name))).join(" → "),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function openSection(
  title: string,
  changes: readonly Change[],
  entries: MarkdownEntries,
  { whole, short }: Extent,
): string {
  if (changes.length === 0) return "";
  const lines = changes.slice(whole, whole + short).map(entries.line);
  const left = changes.length - whole - short;
  const blocks = [
    `### ${title}`,
    ...changes.slice(0, whole).map(entries.whole),
    lines.join("\n"),
    left > 0
      ? `And ${counted(left, whole + short > 0 ? "more change" : "change")}, too many to be told here.`
      : "",
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

type Folded = Exclude<Weight, "breaking" | "code">;

const titles: Readonly<Record<Folded, (count: number) => string>> = {
  warning: (count) => `${counted(count)} to look at`,
  info: (count) => counted(count, "compatible change"),
  accepted: (count) => counted(count, "accepted change"),
};

function folded(
  weight: Folded,
  presentation: Presentation,
  entries: MarkdownEntries,
  extent: Extent,
): string {
  const changes = ofWeight(presentation.comparison, weight);
  if (changes.length === 0) return "";
  const title = titles[weight](changes.length);
  if (extent.folded === "counts") return `${title}, left out here for want of room.`;
  const entry = extent.folded === "lines" || weight === "info" ? entries.line : entries.item;
  const text = changes.map(entry).join("\n");
  const { verdict } = presentation.comparison;
  return details(title, text, weight === "warning" && verdict === "warning");
}

const mostIdle = 50;

function idleFold({ idle }: Presentation): string {
  if (idle.length === 0) return "";
  const left = idle.length - mostIdle;
  const lines = [
    ...idle.slice(0, mostIdle).map((sentence) => `- ${proseText(sentence)}`),
    ...(left > 0 ? [`- and ${left} more`] : []),
  ];
  const title = idle.length === 1 ? "1 acceptance matches" : `${idle.length} acceptances match`;
  return details(`${title} no change`, lines.join("\n"));
}

/** A block that a reader unfolds; what is the worst of a comparison is open from the start. */
function details(summary: string, text: string, isOpen = false): string {
  return `<details${isOpen ? " open" : ""}>\n<summary>${summary}</summary>\n\n${text}\n\n</details>`;
}

function hint({ comparison }: Presentation): string {
  if (comparison.verdict !== "breaking" && comparison.verdict !== "warning") return "";
  return "<sub>`specwright diff --explain CODE` says more about a code. A change that is meant can be accepted by its id in `spec/accepted-changes.yaml`.</sub>";
}
