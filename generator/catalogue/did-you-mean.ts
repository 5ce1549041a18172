/** What to do about a word that is like a known one. */
export function didYouMean(like: string | undefined, otherwise: string): string {
  return like === undefined ? otherwise : `Did you mean "${like}"?`;
}
