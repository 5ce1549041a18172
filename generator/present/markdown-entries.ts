import type { Change } from "../diff/change.ts";
import { itemEntry, shortEntry, wholeEntry } from "./markdown-change.ts";
import type { Presentation } from "./presentation.ts";

/** The ways to tell a change in Markdown: with all there is to say, as an item of a list, in one line. */
export interface MarkdownEntries {
  readonly whole: (change: Change) => string;
  readonly item: (change: Change) => string;
  readonly line: (change: Change) => string;
}

/** Each text is made once, however often it is tried whether it fits. */
export function markdownEntries(presentation: Presentation): MarkdownEntries {
  return {
    whole: once((change) => wholeEntry(change, presentation)),
    item: once((change) => itemEntry(change, presentation)),
    line: once((change) => shortEntry(change, presentation)),
  };
}

function once(tell: (change: Change) => string): (change: Change) => string {
  const told = new Map<Change, string>();
  return (change) => {
    const text = told.get(change) ?? tell(change);
    told.set(change, text);
    return text;
  };
}
