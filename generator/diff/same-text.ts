/** Whether two APIs say the same in all that is said, words for people included; only where it stands does not count. */
export function isSameText(one: unknown, other: unknown): boolean {
  const pending: [unknown, unknown][] = [[one, other]];
  for (let pair = pending.pop(); pair !== undefined; pair = pending.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    const [mine, theirs] = [entriesOf(a), entriesOf(b)];
    if (mine.size !== theirs.size) return false;
    for (const [key, value] of mine) {
      if (!theirs.has(key)) return false;
      pending.push([value, theirs.get(key)]);
    }
  }
  return true;
}

const positions: ReadonlySet<unknown> = new Set(["place", "examplesAt", "id", "mapping", "operationRef"]);

function entriesOf(value: object): ReadonlyMap<unknown, unknown> {
  if (value instanceof Map) return value;
  return new Map(
    Object.entries(value).filter(([key, member]) => !positions.has(key) && member !== undefined),
  );
}
