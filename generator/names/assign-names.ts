import { spellingHash } from "./spelling-hash.ts";

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
  /** What the owner is called. */
  readonly target: string;
  /** What the loser would be called; another name than the target where these are one to a disk. */
  readonly wanted: string;
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
    const known = rivals.get(key);
    if (known === undefined) rivals.set(key, [candidate]);
    else known.push(candidate);
  }
  const names = new Map<string, string>();
  const yielding: Yielding[] = [];
  for (const [owner, ...losers] of [...rivals.values()].map((group) => group.sort(byClaim))) {
    if (owner === undefined) continue;
    names.set(owner.spelling, owner.target);
    for (const loser of losers) yielding.push({ loser, owner });
  }
  const others = namesUnlike(
    yielding.map(({ loser }) => loser),
    new Set(rivals.keys()),
    fold,
  );
  const clashes = yielding.map(({ loser, owner }): Clash => {
    const name = others.get(loser.spelling) ?? loser.target;
    names.set(loser.spelling, name);
    return { loser: loser.spelling, owner: owner.spelling, target: owner.target, wanted: loser.target, name };
  });
  return { names, clashes };
}

interface Yielding {
  readonly loser: Candidate;
  readonly owner: Candidate;
}

function byClaim(a: Candidate, b: Candidate): number {
  return claimOf(b) - claimOf(a) || (a.spelling < b.spelling ? -1 : 1);
}

function claimOf({ spelling, target, isFixed, isDerived, isSame = spelling === target }: Candidate): number {
  if (isFixed === true) return 2;
  if (isDerived === true) return -1;
  return isSame ? 1 : 0;
}

/** Targets with as many digits of the spellings' hashes, four at the least, as tell them from all others. */
function namesUnlike(
  losers: readonly Candidate[],
  targets: ReadonlySet<string>,
  fold: (name: string) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set(targets);
  let open = losers.map(({ spelling, target }) => ({ spelling, target, hash: spellingHash(spelling) }));
  for (let length = 4; open.length > 0; length += 4) {
    const wanted = new Map<string, number>();
    const made = open.map((loser) => ({ ...loser, name: loser.target + loser.hash.slice(0, length) }));
    for (const { name } of made) wanted.set(fold(name), (wanted.get(fold(name)) ?? 0) + 1);
    // No hash has more digits, and no two have the same.
    const isFree = (name: string): boolean =>
      length >= 64 || (wanted.get(fold(name)) === 1 && !taken.has(fold(name)));
    const free = made.filter(({ name }) => isFree(name));
    for (const { spelling, name } of free) names.set(spelling, name);
    for (const { name } of free) taken.add(fold(name));
    open = made.filter(({ spelling }) => !names.has(spelling));
  }
  return names;
}
