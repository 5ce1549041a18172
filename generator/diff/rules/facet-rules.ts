import { type FacetWords, facetWords } from "./facet-words.ts";
import { sameBack, type Told } from "./rule.ts";
import type { SchemaRule, SchemaRules } from "./schema-rule.ts";
import { tellChange } from "./tell-change.ts";

type Effect = "tightened" | "loosened" | "changed";

/** Rules about what a schema says of its values by one keyword, or by keywords that mean one thing together. */
export const facetRules: SchemaRules = Object.assign({}, ...facetWords.map(rulesOf));

function rulesOf(words: FacetWords): SchemaRules {
  const { name, strict, loose, other } = words;
  const request = {
    instead: words.instead ?? "Keep accepting the old values, and ask for the new ones in the description.",
  };
  const response = {
    instead: "Keep the promise for this value, and put the new ones into a property of their own.",
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
      after: other,
      mirror: null,
      alone: sameBack,
      hurts: ["request", "response"],
      request,
      response,
    },
  };
}

/** What stands for a schema where a value would be shown. */
const unshown = /\banother schema\b/;

function sentenceFor(words: FacetWords, effect: Effect): SchemaRule["message"] {
  const { label, says } = words;
  return (told: Told) => {
    if (says !== undefined) return says[effect](told.subject);
    if (told.old === undefined && told.new === undefined) return whole(label, effect, told);
    if ([told.old, told.new].some((text) => text !== undefined && unshown.test(text)))
      return whole(label, effect, told);
    return tellChange(label, told);
  };
}

function whole(label: string, effect: Effect, { subject }: Told): string {
  const became = { tightened: "became stricter", loosened: "became less strict", changed: "changed" };
  return `the ${label} of ${subject} ${became[effect]}`;
}
