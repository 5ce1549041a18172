import type { Change } from "../diff/change.ts";
import { type Weight, weightOf } from "./change-weight.ts";

const despite: Readonly<Record<Weight, string>> = {
  breaking: ", though it breaks clients",
  code: ", though it breaks code",
  warning: "",
  info: "",
  accepted: "",
};

/** Which acceptance a change has: until when, and what it would be without. Nothing where it has none. */
export function acceptedWords(change: Change): string | undefined {
  if (change.accepted === null) return undefined;
  const { expires } = change.accepted;
  const until = expires === undefined ? "" : ` until ${expires}`;
  return `Accepted${until}${despite[weightOf({ ...change, accepted: null })]}`;
}
