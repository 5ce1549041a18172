import type { Rule } from "./rule.ts";
import { ruleGroups, rules } from "./rules.ts";

const introduction = `# Rules of \`specwright diff\`

Each change of a spec is told by one rule. The level of a rule is that of a change that does harm:

- **breaking**: a client of the old version stops working.
- **warning**: it may stop working, or nobody can tell from the spec.
- **info**: it keeps working.

A change of a schema that is proved to do no harm is always **info**, and one where neither harm nor its absence can be
proved is a **warning**. Levels can be set for each code in the configuration, under \`diff.levels\`.
\`specwright diff --explain CODE\` prints one of these entries.
`;

/** The page that lists every rule, as Markdown in its final form. */
export function rulesPage(): string {
  const contents = ruleGroups.map((group) => {
    const links = Object.keys(group.rules).map(linkTo).join(", ");
    return `- [${group.title}](#${anchorOf(group.title)}): ${links}\n`;
  });
  const groups = ruleGroups.map((group) => {
    const entries = Object.entries(group.rules).map(([code, rule]) => entry(code, rule));
    return [`## ${group.title}\n`, ...entries].join("\n");
  });
  return [introduction, "## Contents\n", contents.join(""), ...groups].join("\n");
}

function entry(code: string, { level, why, before, after, mirror, alone, instead }: Rule): string {
  const opposite = mirror === null ? (alone ?? "") : `Opposite: ${linkTo(mirror)}.`;
  const others = otherDirection(code);
  return [
    `### \`${code}\`\n`,
    `**${level}**: ${why}\n`,
    `\`\`\`diff\n${difference(before, after)}\n\`\`\`\n`,
    ...(instead === undefined ? [] : [`Instead: ${instead}\n`]),
    `${opposite}${others === undefined ? "" : ` ${others}`}\n`,
  ].join("\n");
}

function otherDirection(code: string): string | undefined {
  const [direction, other] = code.startsWith("request-") ? ["request", "response"] : ["response", "request"];
  const twin = code.replace(direction, other);
  if (!code.startsWith(direction) || !Object.hasOwn(rules, twin)) return undefined;
  return `In ${other}s: ${linkTo(twin)}.`;
}

function linkTo(code: string): string {
  return `[\`${code}\`](#${code})`;
}

/** The anchor that Markdown viewers give a heading. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");
}

/** Lines that are the same at the start and at the end are told once. */
function difference(before: string, after: string): string {
  const old = before.split("\n");
  const fresh = after.split("\n");
  const start = shared(old, fresh);
  const end = shared(old.slice(start).toReversed(), fresh.slice(start).toReversed());
  return [
    ...old.slice(0, start).map((line) => ` ${line}`),
    ...old.slice(start, old.length - end).map((line) => `-${line}`),
    ...fresh.slice(start, fresh.length - end).map((line) => `+${line}`),
    ...old.slice(old.length - end).map((line) => ` ${line}`),
  ].join("\n");
}

function shared(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((line, index) => line !== other[index]);
  return first < 0 ? Math.min(one.length, other.length) : first;
}
