import { ruleOf } from "../../../generator/diff/rules/rules.ts";
import { facetStories } from "../rule-stories/facet-stories.ts";
import { specOfSchema } from "../rule-stories/story.ts";
import { valueStories } from "../rule-stories/value-stories.ts";
import type { Suggestion } from "./suggestion.ts";

type Better = (before: string, after: string) => string;

// What a sentence that many rules share means for a property `a`.
const ways: Readonly<Record<string, Better>> = {
  "Keep accepting the old values, and ask for the new ones in the description.": (before) =>
    `a: ${before.replace("{", "{description: Soon only the new ones., ")}`,
  "Keep the old limits here, and put what is new into a property of its own.": beside,
  "Keep the old type, and offer the new one in a property or parameter of its own.": beside,
  "Keep accepting the old format, and offer the new one in a property or parameter of its own.": beside,
};

function beside(before: string, after: string): string {
  return `a: ${before}, b: ${after}`;
}

function specOf(properties: string): string {
  return specOfSchema(`{type: object, properties: {${properties}}}`);
}

/** Suggestions about types and limits: each edit that a story tells, there and back, made in a property. */
export const facetSuggestions: readonly Suggestion[] = [...facetStories, ...valueStories]
  .flatMap(({ before, after, there, back }) => [
    { before, after, told: there },
    { before: after, after: before, told: back },
  ])
  .flatMap(({ before, after, told }) => told.flatMap((one) => suggestionOf(one, before, after)));

function suggestionOf(told: string, before: string, after: string): readonly Suggestion[] {
  const [code = "", level = ""] = told.split(" ");
  const { instead = "", level: harmful } = ruleOf(code);
  const better = Object.hasOwn(ways, instead) ? ways[instead] : undefined;
  if (level !== harmful || better === undefined) return [];
  const specs = { before: specOf(`a: ${before}`), after: specOf(`a: ${after}`) };
  return [{ code, way: `${before} -> ${after}`, ...specs, better: specOf(better(before, after)) }];
}
