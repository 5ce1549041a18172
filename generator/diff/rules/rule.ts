import type { Level } from "../change.ts";

/** What a sentence about a change is made of. */
export interface Told {
  /** As in a sentence: the query parameter `days`. */
  readonly subject: string;
  readonly old?: string | undefined;
  readonly new?: string | undefined;
}

/** One kind of change, and what it does to those who use the API. */
export interface Rule {
  /** The level of a change that does what the rule fears; one that is proved harmless is information. */
  readonly level: Level;
  readonly message: (told: Told) => string;
  /** Why it has its level, in one line. */
  readonly why: string;
  /** A piece of a spec before and after. */
  readonly before: string;
  readonly after: string;
  /** The rule for the opposite edit; null where there is none, for the reason that `alone` gives. */
  readonly mirror: string | null;
  readonly alone?: string;
  /** A way to reach the same end that breaks nobody. */
  readonly instead?: string;
}

export type Rules = Readonly<Record<string, Rule>>;

/** Rules that belong together, under the title that they have in the list of rules. */
export interface RuleGroup {
  readonly title: string;
  readonly rules: Rules;
}

/** Why an edit has no opposite that goes by another name. */
export const sameBack = "Changing it back is the same kind of change.";
