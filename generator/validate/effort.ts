import { nearestWord } from "../nearest-word.ts";

/** What may be spent on hints for one spec: whoever slips a hundred thousand times is beyond them. */
export interface Effort {
  /** Whether there is that much left; it is gone then. */
  readonly spend: (cost: number) => boolean;
  /** The word that was probably meant; undefined if none is near, or if too much has been asked. */
  readonly likelyWord: (word: string, words: readonly string[]) => string | undefined;
}

const wholeEffort = 500_000;

export function startEffort(): Effort {
  let left = wholeEffort;
  const spend = (cost: number): boolean => {
    left -= cost;
    return left >= 0;
  };
  return {
    spend,
    likelyWord: (word, words) => (spend(words.length) ? nearestWord(word, words) : undefined),
  };
}
