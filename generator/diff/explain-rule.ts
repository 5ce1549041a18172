import { rules } from "./rules/rules.ts";

/** The codes of all rules, in the order of the alphabet. */
export const ruleCodes: readonly string[] = Object.keys(rules).toSorted();

/** What there is to know of a rule, as text for a terminal; undefined if there is none of that code. */
export function explainRule(code: string): string | undefined {
  const rule = Object.hasOwn(rules, code) ? rules[code] : undefined;
  if (rule === undefined) return undefined;
  const { level, why, before, after, mirror, alone, instead } = rule;
  const indent = (text: string): string => text.replaceAll(/^/gm, "    ");
  const opposite = mirror === null ? (alone ?? "It has no opposite.") : `Opposite: ${mirror}`;
  return [
    `${code}: ${level}`,
    "",
    why,
    ...(instead === undefined ? [] : [`Instead: ${instead}`]),
    "",
    "  before",
    indent(before),
    "  after",
    indent(after),
    "",
    opposite,
    "",
  ].join("\n");
}
