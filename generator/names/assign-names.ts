import { createHash } from "node:crypto";

/** Something that wants a name. */
export interface Candidate {
  /** What the author called it; no two candidates are spelled alike. */
  readonly spelling: string;
  /** The name it gets if nobody else wants that. */
  readonly target: string;
  /** Whether the author's word is the target itself; if nobody says, the spelling is the author's word. */
  readonly isSame?: boolean;
  /** The author chose the target for its own sake (`x-name`): others yield. */
  readonly isFixed?: boolean;
  /** We made the spelling up, and yield to every author's. */
  readonly isDerived?: boolean;
}

/** Two candidates that wanted one name, by their spellings. */
export interface Clash {
  readonly loser: string;
  readonly owner: string;
  readonly target: string;
  readonly name: string;
}

/** A name for each spelling, and who had to give way to whom. */
export interface Assignment {
  readonly names: ReadonlyMap<string, string>;
  readonly clashes: readonly Clash[];
}

/**
 * Give each candidate a name of its own. The result depends on the set of spellings alone, never on their
 * order: of those that want one target, the one that fixed it keeps it, else the one that is spelled like it,
 * else the first by code unit; every other one adds four hex digits of its own spelling's hash, so a third one
 * renames nobody.
 *
 * @param fold makes names alike that may not stand beside each other: files on a disk that ignores case
 */
export function assignNames(candidates: readonly Candidate[], fold = (name: string) => name): Assignment {
  const rivals = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = fold(candidate.target);
    rivals.set(key, [...(rivals.get(key) ?? []), candidate]);
  }
  const owners = [...rivals.values()].map((group) => [...group].sort(byClaim));
  const taken = new Set(rivals.keys());
  const names = new Map<string, string>();
  const clashes: Clash[] = [];
  for (const [owner, ...losers] of owners) {
    if (owner === undefined) continue;
    names.set(owner.spelling, owner.target);
    for (const { spelling, target } of losers) {
      const name = unlike(taken, spelling, target, fold);
      names.set(spelling, name);
      clashes.push({ loser: spelling, owner: owner.spelling, target: owner.target, name });
    }
  }
  return { names, clashes };
}

function byClaim(a: Candidate, b: Candidate): number {
  return claimOf(b) - claimOf(a) || (a.spelling < b.spelling ? -1 : 1);
}

function claimOf({ spelling, target, isFixed, isDerived, isSame = spelling === target }: Candidate): number {
  if (isFixed === true) return 2;
  if (isDerived === true) return -1;
  return isSame ? 1 : 0;
}

/** The target with as many digits of the spelling's hash, four at the least, as tell it from all other targets. */
function unlike(
  taken: ReadonlySet<string>,
  spelling: string,
  target: string,
  fold: (name: string) => string,
): string {
  const hash = createHash("sha256").update(spelling).digest("hex");
  let length = 4;
  while (length < hash.length && taken.has(fold(target + hash.slice(0, length)))) length += 4;
  return target + hash.slice(0, length);
}
