import type { Bump, Comparison } from "../diff/change.ts";
import { ofWeight, type Weight, weights } from "./change-weight.ts";

/** The verdict as one sentence, without a full stop. */
export function headline(comparison: Comparison): string {
  const breaking = ofWeight(comparison, "breaking").length;
  const code = ofWeight(comparison, "code").length;
  const forCode =
    code === 0 ? "" : `${counted(code)} ${code === 1 ? "breaks" : "break"} code that uses the client`;
  switch (comparison.verdict) {
    case "breaking":
      return breaking === 0
        ? "Breaking: every change that breaks a client is accepted"
        : `Breaking: ${counted(breaking)} ${breaking === 1 ? "breaks" : "break"} clients that are running`;
    case "warning":
      return forCode === "" ? "Needs a look: nothing breaks for certain" : `Needs a look: ${forCode}`;
    case "compatible":
      return forCode === ""
        ? "Compatible: clients that are running go on as before"
        : `Compatible for clients that are running, but ${forCode}`;
    case "none":
      return "No change of the API";
  }
}

/** What the next version has to be, as one sentence. */
export function bumpSentence(bump: Bump): string {
  return bump === "none" ? "No new version is needed." : `The next version is a ${bump} one.`;
}

const names: Readonly<Record<Weight, string>> = {
  breaking: "breaking",
  code: "breaking for code only",
  warning: "to look at",
  info: "compatible",
  accepted: "accepted",
};

/** How many changes there are of each weight: `3 breaking, 2 to look at, 1 accepted`. */
export function tally(comparison: Comparison): string {
  return weights
    .map((weight) => ({ weight, length: ofWeight(comparison, weight).length }))
    .filter(({ length }) => length > 0)
    .map(({ weight, length }) => `${length} ${names[weight]}`)
    .join(", ");
}

/** `1 change`, `3 changes`. */
export function counted(number: number, noun = "change"): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
