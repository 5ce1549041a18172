import type { ParsedPattern, Pattern } from "./parse-pattern.ts";

const alphabet = [
  "abcdefghijklmnopqrstuvwxyz",
  "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  "0123456789",
  "-_.:/@ +#,;=!?*%&$~'\"()[]{}<>|\\^`\t\n",
  "äéñßλжあ中😀",
].flatMap((letters) => Array.from(letters));

const mostRepeats = 100;

/**
 * Texts that are likely to match a pattern, the shortest first: every repetition as often as it must be, then
 * a bit more often; what is looked for ahead left out, then put in where the look begins. Whoever asks has to
 * match them.
 */
export function* samplePattern({ root }: ParsedPattern, nth: number): Iterable<string> {
  for (const more of [0, 1, 3, 7]) {
    const texts = [false, true].map((withLooks) => draw(root, { more, withLooks, nth }));
    yield* new Set(texts);
  }
}

interface Drawing {
  readonly more: number;
  readonly withLooks: boolean;
  readonly nth: number;
}

function draw(pattern: Pattern, drawing: Drawing): string {
  switch (pattern.kind) {
    case "character":
      return letterOf(pattern.holds, drawing.nth);
    case "sequence":
      return pattern.parts.map((part) => draw(part, drawing)).join("");
    case "choice": {
      const branch = pattern.branches[drawing.nth % pattern.branches.length];
      return branch === undefined ? "" : draw(branch, drawing);
    }
    case "repeat":
      return drawOften(pattern.part, Math.min(pattern.max, pattern.min + drawing.more, mostRepeats), drawing);
    case "edge":
      return "";
    case "look":
      return drawing.withLooks && pattern.ahead ? draw(pattern.part, drawing) : "";
  }
}

function drawOften(part: Pattern, times: number, drawing: Drawing): string {
  const texts = Array.from({ length: times }, (_, index) =>
    draw(part, { ...drawing, nth: drawing.nth + index }),
  );
  return texts.join("");
}

/** The letter that comes nth among those that hold, around and around. */
function letterOf(holds: (character: string) => boolean, nth: number): string {
  const letters = alphabet.filter(holds);
  return letters[nth % letters.length] ?? "";
}
