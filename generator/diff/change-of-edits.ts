import type { Change, Level, ReachedOperation, Witness } from "./change.ts";
import { ruleOf } from "./rules/rules.ts";
import { levelRanks, reachedOperation, sentence, whyElse } from "./tell-change.ts";
import type { Reach } from "./walk/reach-of.ts";
import type { Edit, ShownValue, WalkNode } from "./walk/walk-node.ts";

/** One edit as it was met at one pair of schemas. */
export interface Seen {
  readonly node: WalkNode;
  readonly edit: Edit;
}

interface Judged extends Seen, Reach {
  readonly level: Level;
  readonly code: string;
  readonly shown: ShownValue | undefined;
}

/** One change of an edit, wherever and in whichever direction it was met. */
export function changeOfEdits(group: readonly Seen[], reach: (node: WalkNode) => Reach): readonly Change[] {
  const judged = group.map((seen) => judge(seen, reach(seen.node)));
  const sorted = judged.toSorted(
    (a, b) =>
      levelRanks[a.level] - levelRanks[b.level] ||
      Number(b.shown !== undefined) - Number(a.shown !== undefined),
  );
  const [worst] = sorted;
  if (worst === undefined) return [];
  const { node, edit, code, level, shown } = worst;
  const rule = ruleOf(code);
  const change: Change = {
    id: `${code} ${node.home.schema ?? node.home.label} ${node.path} ${edit.about}`,
    code,
    level,
    direction: node.direction,
    operations: operationsOf(sorted),
    schema: node.home.schema,
    message: sentence(rule.message({ subject: subjectOf(node), old: edit.old, new: edit.new })),
    why: level === rule.level ? rule.why : whyElse(level),
    before: edit.before,
    after: edit.after,
    witness: level === "info" || shown === undefined ? null : witnessOf(node, shown),
    unproved: level === "info" ? null : unprovedOf(worst),
    suggestion: level === "info" ? null : (rule.instead ?? null),
    accepted: null,
    client: [],
  };
  return [change];
}

function judge(seen: Seen, { hurt, reached }: Reach): Judged {
  const { node, edit } = seen;
  const code = `${node.direction}-${edit.rule}`;
  const shown = hurt.size > 0 ? edit.prove?.() : undefined;
  return {
    ...seen,
    code,
    hurt,
    reached,
    shown,
    level: levelOf(seen, code, hurt.size > 0, shown !== undefined),
  };
}

function levelOf({ edit }: Seen, code: string, isHurtful: boolean, isProved: boolean): Level {
  const { level } = ruleOf(code);
  if (edit.byRule === true) return level;
  if (edit.harm === "none" || !isHurtful) return edit.least ?? "info";
  if (!isProved || edit.most !== undefined) return "warning";
  return level === "info" ? "breaking" : level;
}

function unprovedOf({ edit, shown }: Judged): string | null {
  if (edit.unproved !== undefined) return edit.unproved;
  const isCompensated = edit.harm === "proved" && shown === undefined;
  return isCompensated ? "what it alone would break is made good by another edit beside it" : null;
}

function witnessOf({ direction }: WalkNode, { value, before, after }: ShownValue): Witness {
  const isRequest = direction === "request";
  return {
    kind: "value",
    value,
    before: isRequest ? "accepted" : "rejected",
    after: isRequest ? "rejected" : "accepted",
    schemas: { before, after },
  };
}

function operationsOf(judged: readonly Judged[]): readonly ReachedOperation[] {
  const found = new Map<string, ReachedOperation>();
  for (const set of ["hurt", "reached"] as const) {
    for (const each of judged) {
      for (const operation of each[set]) {
        const reached = reachedOperation(operation, each.node.direction);
        const key = `${reached.method} ${reached.path} ${reached.direction}`;
        if (!found.has(key)) found.set(key, reached);
      }
    }
  }
  return [...found.values()];
}

function subjectOf({ home, path }: WalkNode): string {
  return describePath(path, home.label);
}

/** The path in words: the items of a list, the properties without a name of their own, the property by its name. */
function describePath(path: string, label: string): string {
  if (path === "") return label;
  if (path.endsWith("[]")) return `the items of ${describePath(path.slice(0, -2), label)}`;
  if (path === "*") return `the additional properties of ${label}`;
  if (path.endsWith(".*")) return `the additional properties of ${describePath(path.slice(0, -2), label)}`;
  return `the property \`${path}\` of ${label}`;
}
