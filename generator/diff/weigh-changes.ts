import type { Bump, Change, ClientChange, Comparison, Level, Verdict } from "./change.ts";
import { levelRanks } from "./tell-change.ts";

/** What a team has decided, by the code of the rule. */
export type Levels = Readonly<Record<string, Level | "off">>;

/**
 * The changes with the levels that a team has set, the worst first, and what follows from all of them.
 *
 * @param isSame whether the versions say the same, words for people included
 */
export function weighChanges(found: readonly Change[], levels: Levels, isSame: boolean): Comparison {
  const changes = found
    .flatMap((change) => setLevel(change, levels))
    .toSorted((one, other) => rank(one) - rank(other));
  return { verdict: verdictOf(changes), bump: bumpOf(changes, isSame), changes };
}

/** Who decides that a change is no harm has seen what it does to the client, too. */
function setLevel(change: Change, levels: Levels): readonly Change[] {
  const level = levels[change.code];
  if (level === "off") return [];
  if (level === undefined) return [change];
  const capped = (one: ClientChange): ClientChange =>
    levelRanks[one.level] < levelRanks[level] ? { ...one, level } : one;
  return [{ ...change, level, client: change.client.map(capped) }];
}

/** The worst first; names of components last, for they mostly follow from something else. */
function rank({ level, code }: Change): number {
  return levelRanks[level] + (code.startsWith("schema-") ? 0.5 : code.startsWith("client-") ? 0.6 : 0);
}

function verdictOf(changes: readonly Change[]): Verdict {
  const [worst] = changes;
  if (worst === undefined) return "none";
  return worst.level === "info" ? "compatible" : worst.level;
}

const additions = /(?:^|-)(?:added|loosened|optional|widened|allowed)$/;

function bumpOf(changes: readonly Change[], isSame: boolean): Bump {
  const isBreaking = ({ level, client }: Change): boolean =>
    level === "breaking" || client.some((one) => one.level === "breaking");
  if (changes.some(isBreaking)) return "major";
  if (changes.some(({ code, level }) => level === "warning" || additions.test(code))) return "minor";
  return changes.length > 0 || !isSame ? "patch" : "none";
}
