/** Members of T, where each optional one may also be given as undefined. */
type Loose<T> = {
  [K in keyof T]: Record<never, never> extends Pick<T, K> ? T[K] | undefined : T[K];
};

/** A record without the members that are undefined: the model says "not there" by leaving out. */
export function present<T extends object>(members: Loose<T>): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}

/** True or not there: the model never says false where that is what anyone assumes. */
export function whenTrue(flag: boolean | undefined): true | undefined {
  return flag === true ? true : undefined;
}

/** The list, or nothing for an empty one. */
export function whenSome<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}
