import { bodyRules, encodingRules, responseMediaRules } from "./body-rules.ts";
import { callRules } from "./call-rules.ts";
import { callbackRules } from "./callback-rules.ts";
import { clientRules } from "./client-rules.ts";
import { facetRules } from "./facet-rules.ts";
import { lifeRules } from "./life-rules.ts";
import { nameRules } from "./name-rules.ts";
import { operationRules } from "./operation-rules.ts";
import { parameterRules } from "./parameter-rules.ts";
import { propertyRules } from "./property-rules.ts";
import { responseRules } from "./response-rules.ts";
import type { Rule, RuleGroup, Rules } from "./rule.ts";
import { directed } from "./schema-rule.ts";
import { securityRules } from "./security-rules.ts";
import { valueRules } from "./value-rules.ts";

/** Every rule that there is, in the order in which people read of them. */
export const ruleGroups: readonly RuleGroup[] = [
  { title: "Operations", rules: operationRules },
  { title: "Parameters", rules: parameterRules },
  { title: "Request bodies", rules: { ...bodyRules, ...encodingRules } },
  { title: "Responses", rules: { ...responseRules, ...responseMediaRules } },
  { title: "Security", rules: securityRules },
  { title: "Webhooks and callbacks", rules: { ...callbackRules, ...callRules } },
  { title: "Sunset and stability", rules: lifeRules },
  { title: "Names of components", rules: nameRules },
  { title: "The generated package", rules: clientRules },
  { title: "Schemas: properties", rules: directed(propertyRules) },
  { title: "Schemas: values and alternatives", rules: directed(valueRules) },
  { title: "Schemas: types and limits", rules: directed(facetRules) },
];

/** Every rule by its code. */
export const rules: Rules = Object.fromEntries(ruleGroups.flatMap((group) => Object.entries(group.rules)));

/** The rule of a code that we make ourselves. */
export function ruleOf(code: string): Rule {
  const rule = rules[code];
  if (rule === undefined) throw new Error(`there is no rule ${code}`);
  return rule;
}
