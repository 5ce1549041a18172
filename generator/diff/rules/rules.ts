import { protocolRules } from "./protocol-rules.ts";
import type { Rule, Rules } from "./rule.ts";
import { schemaRules } from "./schema-rules.ts";

/** Every rule that there is, by its code. */
export const rules: Rules = { ...protocolRules, ...schemaRules };

/** The rule of a code that we make ourselves. */
export function ruleOf(code: string): Rule {
  const rule = rules[code];
  if (rule === undefined) throw new Error(`there is no rule ${code}`);
  return rule;
}
