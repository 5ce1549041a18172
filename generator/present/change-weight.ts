import type { Change, Comparison } from "../diff/change.ts";

/**
 * How much a change weighs for a reader, the heaviest first: it breaks clients that are running, or only code that
 * is compiled against the generated client; somebody has to look; nobody is hurt; or it hurts and was accepted.
 */
export type Weight = (typeof weights)[number];

export const weights = ["breaking", "code", "warning", "info", "accepted"] as const;

export function weightOf({ accepted, level, client }: Change): Weight {
  if (accepted !== null) return "accepted";
  if (level === "breaking") return "breaking";
  if (client.some((symbol) => symbol.level === "breaking")) return "code";
  if (level === "warning" || client.some((symbol) => symbol.level === "warning")) return "warning";
  return "info";
}

/** The heavier of two is the smaller. */
export function compareWeights(a: Change, b: Change): number {
  return weights.indexOf(weightOf(a)) - weights.indexOf(weightOf(b));
}

/** The changes of one weight, in the order of the comparison. */
export function ofWeight({ changes }: Comparison, weight: Weight): readonly Change[] {
  return changes.filter((change) => weightOf(change) === weight);
}

/** Whether a change breaks in silence: clients that are running fail, and no compiler tells their authors. */
export function breaksInSilence({ level, client }: Change): boolean {
  return level === "breaking" && client.every((symbol) => symbol.level !== "breaking");
}
