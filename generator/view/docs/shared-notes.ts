/** Something that several operations of a page say, each under a key: a status, a header. */
export interface Said<T> {
  readonly key: string;
  /** What is said, as text to compare. */
  readonly text: string;
  readonly value: T;
}

/**
 * What a page says once, because several of its operations say it: for each key what most of them say, of those that
 * as many say the one that is said first. Who says something else about it says so itself.
 */
export function sharedNotes<T>(speakers: readonly (readonly Said<T>[])[]): ReadonlyMap<string, Said<T>> {
  const counts = new Map<string, number>();
  const shared = new Map<string, Said<T>>();
  const countOf = ({ key, text }: Said<T>): number => counts.get(JSON.stringify([key, text])) ?? 0;
  for (const said of speakers.flat()) counts.set(JSON.stringify([said.key, said.text]), countOf(said) + 1);
  for (const said of speakers.flat()) {
    const known = shared.get(said.key);
    if (countOf(said) > (known === undefined ? 1 : countOf(known))) shared.set(said.key, said);
  }
  return shared;
}

/** What an operation says itself, and what the page says for it. */
export function apart<T>(
  said: readonly Said<T>[],
  shared: ReadonlyMap<string, Said<T>>,
): { readonly own: readonly T[]; readonly others: readonly T[] } {
  const isShared = ({ key, text }: Said<T>): boolean => shared.get(key)?.text === text;
  return {
    own: said.filter((one) => !isShared(one)).map(({ value }) => value),
    others: said.filter(isShared).map(({ value }) => value),
  };
}
