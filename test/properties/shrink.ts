/** Says of many specs at once, which is cheaper, whether each is wrong in the way that one looks for. */
type AreWrong = (specs: readonly unknown[]) => Promise<readonly boolean[]>;

const mostAtOnce = 24;

/** Whoever waits for a test waits no longer than this for a smaller example, in milliseconds. */
const longest = 60_000;

/**
 * The smallest spec to be found that is still wrong: parts are taken out, large ones first, as long as it stays so.
 */
export async function smallest(spec: unknown, areWrong: AreWrong, rounds = 100): Promise<unknown> {
  let found = spec;
  let skipped = 0;
  const end = performance.now() + longest;
  for (let round = 0; round < rounds && performance.now() < end; round++) {
    const candidates = smaller(found).slice(skipped, skipped + mostAtOnce);
    if (candidates.length === 0) return found;
    const verdicts = await areWrong(candidates);
    const next = candidates.find((_, index) => verdicts[index]);
    skipped = next === undefined ? skipped + candidates.length : Math.max(0, skipped - mostAtOnce / 2);
    found = next ?? found;
  }
  return found;
}

/** A value without one of its parts, or with a part instead of what holds it; the smallest first. */
export function smaller(value: unknown): readonly unknown[] {
  return less(value)
    .map((one) => ({ one, size: JSON.stringify(one).length }))
    .sort((a, b) => a.size - b.size)
    .map(({ one }) => one);
}

function less(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const without = value.map((_, index) => value.toSpliced(index, 1));
    const deeper = value.flatMap((item, index) => less(item).map((one) => value.with(index, one)));
    return [...without, ...deeper];
  }
  if (typeof value !== "object" || value === null) {
    return typeof value === "string" && value.length > 1 && !/^[#/0-9]/.test(value) ? ["a"] : [];
  }
  const entries = Object.entries(value);
  const without = entries.map((_, index) => Object.fromEntries(entries.toSpliced(index, 1)));
  const deeper = entries.flatMap(([key, member], index) =>
    less(member).map((one) => Object.fromEntries(entries.with(index, [key, one]))),
  );
  const inner = entries.flatMap(([key, member]) =>
    wrappers.includes(key) && isObject(member) ? [member] : [],
  );
  return [...without, ...deeper, ...inner];
}

const wrappers = ["items", "not", "additionalProperties"];

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
