import type { Accepted, Change, Comparison } from "./change.ts";

/** One entry of the file of accepted changes. */
export interface AcceptedEntry extends Accepted {
  /** The id of the change. */
  readonly change: string;
  /** Where the entry stands, as `file:line`. */
  readonly at: string;
}

/** A comparison in which the changes are marked that somebody has accepted. */
export interface AcceptedComparison {
  readonly comparison: Comparison;
  /** What to say of each entry that accepts nothing, one sentence each. */
  readonly idle: readonly string[];
}

/**
 * Mark the changes that are accepted. They stay in the comparison, which goes on to say what they do.
 *
 * @param today a day as `2027-01-31`, on which an entry that expires that day still holds; without one, none expires
 */
export function acceptChanges(
  comparison: Comparison,
  entries: readonly AcceptedEntry[],
  today: string | undefined,
): AcceptedComparison {
  const isOver = ({ expires }: AcceptedEntry): boolean =>
    today !== undefined && expires !== undefined && expires < today;
  const valid = new Map(entries.filter((entry) => !isOver(entry)).map((entry) => [entry.change, entry]));
  const accept = (change: Change): Change => {
    const entry = valid.get(change.id);
    if (entry === undefined) return change;
    const { reason, expires } = entry;
    return { ...change, accepted: { reason, ...(expires === undefined ? {} : { expires }) } };
  };
  const changes = comparison.changes.map(accept);
  const ids = new Set(changes.map(({ id }) => id));
  const idle = entries.flatMap((entry) => {
    const { change, at, expires = "" } = entry;
    if (!ids.has(change)) return [`${at}: No change has the id "${change}" any more; delete the entry.`];
    if (isOver(entry)) return [`${at}: What was accepted as "${change}" has expired on ${expires}.`];
    return [];
  });
  return { comparison: { ...comparison, changes }, idle };
}
