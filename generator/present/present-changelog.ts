import type { Change } from "../diff/change.ts";
import { weightOf } from "./change-weight.ts";
import { headline } from "./headline.ts";
import { codeText, proseText } from "./markdown-prose.ts";
import type { Presentation } from "./presentation.ts";
import { listed, namedOperations } from "./reached-words.ts";

const headings = ["Breaking", "Changed", "Added", "Deprecated", "Removed", "Fixed"] as const;

type Heading = (typeof headings)[number];

/** The changes as a part of a changelog (Keep a Changelog 1.1.0, with what breaks by itself), a line for each. */
export function presentChangelog({ comparison }: Presentation): string {
  const { changes } = comparison;
  if (changes.length === 0) return `${headline(comparison)}.\n`;
  const sections = headings.flatMap((heading) => {
    const lines = changes.filter((change) => headingOf(change) === heading).map(lineOf);
    return lines.length === 0 ? [] : [`### ${heading}\n\n${[...new Set(lines)].join("\n")}`];
  });
  return `${sections.join("\n\n")}\n`;
}

/** What breaks is told first, accepted or not: it is the reader's client that breaks. */
function headingOf(change: Change): Heading {
  const weight = weightOf({ ...change, accepted: null });
  if (weight === "breaking" || weight === "code") return "Breaking";
  const words = new Set(change.code.split("-"));
  if (words.has("deprecated") || words.has("sunset")) return "Deprecated";
  if (words.has("added")) return "Added";
  if (words.has("removed")) return "Removed";
  return words.has("fixed") || words.has("corrected") ? "Fixed" : "Changed";
}

function lineOf(change: Change): string {
  const { names, more } = namedOperations(change);
  const [name = ""] = names;
  if (names.length === 1 && more === 0 && change.message.includes(`"${name}"`))
    return `- ${proseText(change.message)}`;
  const reach = listed({ names: names.map((each) => codeText(each, 80)), more });
  return `- ${proseText(change.message)}${reach === "" ? "" : ` (${reach})`}`;
}
