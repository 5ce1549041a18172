import { type FacetWords, facetWords } from "./facet-words.ts";
import { sameBack, type Told } from "./rule.ts";
import type { SchemaRule, SchemaRules, Side } from "./schema-rule.ts";
import { tellChange } from "./tell-change.ts";

type Effect = "tightened" | "loosened" | "changed";

const undecided: Side = { level: "warning", why: "Nobody can tell which side allows more." };

/** What stands for a schema where a value would be shown. */
const unshown = /\banother schema\b/;

/** Rules about what a schema says of its values by one keyword, or by keywords that mean one thing together. */
export const facetRules: SchemaRules = Object.fromEntries(
  facetWords.flatMap((words) => Object.entries(rulesOf(words))),
);

function rulesOf(words: FacetWords): SchemaRules {
  const { name, strict, loose, other } = words;
  const request: Side = {
    instead: words.instead ?? "Keep accepting the old values, and ask for the new ones in the description.",
    ...words.request,
  };
  const response: Side = {
    instead: "Keep the old limits here, and put what is new into a property of its own.",
    ...words.response,
  };
  return {
    [`${name}-tightened`]: {
      message: sentenceFor(words, "tightened"),
      before: loose,
      after: strict,
      mirror: `${name}-loosened`,
      hurts: ["request"],
      request,
    },
    [`${name}-loosened`]: {
      message: sentenceFor(words, "loosened"),
      before: strict,
      after: loose,
      mirror: `${name}-tightened`,
      hurts: ["response"],
      response,
    },
    [`${name}-changed`]: {
      message: sentenceFor(words, "changed"),
      before: strict,
      after: other ?? loose,
      mirror: null,
      alone: sameBack,
      hurts: ["request", "response"],
      request: other === undefined ? undecided : request,
      response: other === undefined ? undecided : response,
    },
  };
}

function sentenceFor(words: FacetWords, effect: Effect): SchemaRule["message"] {
  const { label, says } = words;
  return (told: Told) => {
    if (says !== undefined) return says[effect](told.subject);
    const isShown = [told.old, told.new].every((text) => text === undefined || !unshown.test(text));
    // A bound that becomes exclusive is written with the same number.
    if (!isShown || told.old === told.new) return whole(label, effect, told);
    return tellChange(label, told);
  };
}

function whole(label: string, effect: Effect, { subject }: Told): string {
  const became = { tightened: "became stricter", loosened: "became less strict", changed: "changed" };
  return `the ${label} of ${subject} ${became[effect]}`;
}
