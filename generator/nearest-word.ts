/**
 * The word that was probably meant: the first of those a few slips away; undefined if all are far. Nobody slips
 * in a very long word, and comparing one with many takes its time, so there the answer is undefined too.
 */
export function nearestWord(word: string, words: readonly string[]): string | undefined {
  if (word.length > 100 || words.length > 5000) return undefined;
  const near = words
    .filter(({ length }) => Math.abs(length - word.length) <= slipsIn(length))
    .map((candidate) => ({ candidate, distance: distanceOf(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= slipsIn(candidate.length))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.candidate;
}

/** The file that was probably meant. What stands behind the last dot is alike in most files and tells nothing. */
export function nearestFile(path: string, paths: readonly string[]): string | undefined {
  const stemOf = (name: string): string => name.replace(/(?<=[^/])\.[^./]*$/, "");
  const like = nearestWord(stemOf(path), paths.map(stemOf));
  const found = paths.filter((candidate) => stemOf(candidate) === like);
  return nearestWord(path, found) ?? found[0];
}

function slipsIn(length: number): number {
  return Math.max(1, Math.floor(length / 3));
}

/** How many letters must be added, dropped, changed, or swapped with the next to make one word the other. */
function distanceOf(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Infinity;
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap));
    }
  }
  return at(a.length, b.length);
}
