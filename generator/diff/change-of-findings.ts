import type { Change, ReachedOperation } from "./change.ts";
import type { Finding } from "./protocol/finding.ts";
import { ruleOf } from "./rules/rules.ts";
import { reachedOperation, sentence, whyElse } from "./tell-change.ts";

/** One change of what was found at one operation, or in the same words at several. */
export function changeOfFindings(group: readonly Finding[]): readonly Change[] {
  const [finding] = group;
  if (finding === undefined) return [];
  const { code, about, subject, before, after, direction } = finding;
  const rule = ruleOf(code);
  const level = finding.level ?? rule.level;
  const operations = group.flatMap((each) =>
    each.operations.map((operation) => reachedOperation(operation, direction)),
  );
  const change: Change = {
    id: `${code} ${finding.where ?? whereOf(operations)} ${about}`,
    code,
    level,
    direction,
    operations,
    schema: null,
    message: sentence(rule.message({ subject, old: finding.old, new: finding.new })),
    why: level === rule.level ? rule.why : whyElse(level),
    before,
    after,
    witness: finding.witness ?? null,
    unproved: finding.unproved ?? null,
    suggestion: level === "info" ? null : (rule.instead ?? null),
    accepted: null,
    client: [],
  };
  return [change];
}

/** Whoever accepts a change at some operations has not accepted it at others. */
function whereOf(operations: readonly ReachedOperation[]): string {
  return operations.map(({ method, path }) => `${method} ${path}`).join(", ");
}
