import type { ParsedPattern, Pattern } from "./parse-pattern.ts";

const longestText = 500;
const mostSteps = 50_000;

/**
 * Does the pattern match somewhere in the text? Instead of trying one way after the other it follows all ways
 * at once, as a set of positions, so that no pattern takes exponential time. Undefined where it would still
 * take too long. The steps taken are added to `account`.
 */
export function matchPattern(
  { unicode, root }: ParsedPattern,
  text: string,
  account: { steps: number },
): boolean | undefined {
  if (text.length > longestText) return undefined;
  const characters = unicode ? Array.from(text) : text.split("");
  let steps = 0;

  /** The positions that a match of the pattern can end at, if it begins at one of `starts`. */
  function ends(pattern: Pattern, starts: ReadonlySet<number>): ReadonlySet<number> {
    steps += 1 + starts.size;
    if (starts.size === 0 || steps > mostSteps) return new Set();
    switch (pattern.kind) {
      case "character":
        return new Set([...starts].filter((at) => isHeld(pattern.holds, at)).map((at) => at + 1));
      case "sequence":
        return pattern.parts.reduce((reached, part) => ends(part, reached), starts);
      case "choice":
        return new Set(pattern.branches.flatMap((branch) => [...ends(branch, starts)]));
      case "repeat":
        return repeated(pattern.part, pattern.min, pattern.max, starts);
      case "edge":
        return new Set([...starts].filter((at) => pattern.holds(characters[at - 1], characters[at])));
      case "look":
        return new Set(
          [...starts].filter((at) => ends(pattern.part, new Set([at])).size > 0 === pattern.ahead),
        );
    }
  }

  function isHeld(holds: (character: string) => boolean, at: number): boolean {
    const character = characters[at];
    return character !== undefined && holds(character);
  }

  function repeated(
    part: Pattern,
    min: number,
    max: number,
    starts: ReadonlySet<number>,
  ): ReadonlySet<number> {
    let reached = starts;
    for (let times = 0; times < min && reached.size > 0 && steps <= mostSteps; times += 1) {
      reached = ends(part, reached);
    }
    const all = new Set(reached);
    for (let times = min; times < max && reached.size > 0 && steps <= mostSteps; times += 1) {
      // A position that was reached in fewer rounds leaves more rounds to go, so it need not be tried again.
      reached = new Set([...ends(part, reached)].filter((at) => !all.has(at)));
      for (const at of reached) all.add(at);
    }
    return all;
  }

  const isMatch = ends(root, new Set(Array.from({ length: characters.length + 1 }, (_, at) => at))).size > 0;
  account.steps += steps;
  return steps > mostSteps ? undefined : isMatch;
}
