import type { Place } from "../location.ts";
import type { Api } from "../model/api.ts";
import type { Operation } from "../model/operation.ts";
import type {
  Bump,
  Change,
  ChangeDirection,
  Comparison,
  Level,
  ReachedOperation,
  Verdict,
  Witness,
} from "./change.ts";
import type { Finding } from "./protocol/finding.ts";
import { judgeFacet } from "./walk/judge-edit.ts";
import type { Walk } from "./walk/walk.ts";
import { reachOf } from "./walk/reach-of.ts";
import { ruleOf } from "./rules/rules.ts";
import type { Edit, WalkNode } from "./walk/walk-node.ts";
import { isSameText } from "./same-text.ts";

export interface Compared {
  readonly before: Api;
  readonly after: Api;
  readonly walk: Walk;
  readonly findings: readonly Finding[];
  /** Where schemas are met first, and by which operations. */
  readonly roots: ReadonlyMap<WalkNode, ReadonlySet<Operation>>;
  readonly levels: Readonly<Record<string, Level | "off">>;
}

/** One list of all that was found, each edit once, the worst first. */
export function concludeChanges({ before, after, walk, findings, roots, levels }: Compared): Comparison {
  for (const node of walk.nodes.values()) explainHarm(node);
  const reach = reachOf(walk, roots);
  const edits = [...walk.nodes.values()].flatMap((node) => node.edits.map((edit) => ({ node, edit })));
  const groups = groupBy(edits, ({ edit }) => identityOf(edit));
  const changes = [
    ...groupBy(
      findings,
      (finding) =>
        `${finding.code} ${finding.about} ${placeText(finding.before)} ${placeText(finding.after)}`,
    ).map(changeOfFindings),
    ...groups.flatMap((group) => changeOfEdits(group, reach) ?? []),
  ].flatMap((change) => setLevel(change, levels));
  const sorted = withUniqueIds(changes).toSorted((a, b) => rank(a) - rank(b));
  const verdict = verdictOf(sorted);
  return { verdict, bump: bumpOf(sorted, isSameText(before, after)), changes: sorted };
}

/** A pair of schemas that breaks somebody without an edit that says so is an edit as a whole. */
function explainHarm(node: WalkNode): void {
  if (node.isSafe) return;
  const isExplained =
    node.edits.some(({ harm }) => harm !== "none") || node.children.some((child) => !child.isSafe);
  if (isExplained) return;
  const [before, after] = [node.before[0]?.place ?? null, node.after[0]?.place ?? null];
  judgeFacet(node, "schema", { about: "schema", from: node.before, to: node.after, before, after });
}

const ranks: Readonly<Record<Level, number>> = { breaking: 0, warning: 1, info: 2 };

function rank({ level }: Change): number {
  return ranks[level];
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const known = groups.get(key(value));
    if (known === undefined) groups.set(key(value), [value]);
    else known.push(value);
  }
  return [...groups.values()];
}

/** The same edit, seen in both directions or from several schemas, has the same places and is about the same. */
function identityOf({ about, before, after }: Edit): string {
  return `${about} ${placeText(before)} ${placeText(after)}`;
}

function placeText(place: Place | null): string {
  return place === null ? "-" : `${place.file}#${place.pointer}`;
}

interface Seen {
  readonly node: WalkNode;
  readonly edit: Edit;
}

interface Judged extends Seen {
  readonly level: Level;
  readonly code: string;
  readonly hurt: ReadonlySet<Operation>;
  readonly reached: ReadonlySet<Operation>;
}

function changeOfEdits(group: readonly Seen[], reach: ReturnType<typeof reachOf>): Change | undefined {
  const judged = group.map((seen): Judged => {
    const code = `${seen.node.direction}-${seen.edit.rule}`;
    const { hurt, reached } = reach(seen.node);
    return { ...seen, code, hurt, reached, level: levelOf(seen, code, hurt.size > 0) };
  });
  const sorted = judged.toSorted(
    (a, b) =>
      ranks[a.level] - ranks[b.level] ||
      Number(b.edit.witness !== undefined) - Number(a.edit.witness !== undefined),
  );
  const [worst] = sorted;
  if (worst === undefined) return undefined;
  const { node, edit, code, level } = worst;
  const rule = ruleOf(code);
  const subject = subjectOf(node);
  return {
    id: `${code} ${node.home.schema ?? node.home.label} ${node.path} ${edit.about}`,
    code,
    level,
    direction: node.direction,
    operations: operationsOf(sorted),
    schema: node.home.schema,
    message: sentence(rule.message({ subject, old: edit.old, new: edit.new })),
    why: level === rule.level ? rule.why : whyElse(level),
    before: edit.before,
    after: edit.after,
    witness: edit.harm === "proved" && level !== "info" ? witnessOf(node, edit) : null,
    unproved: level === "info" ? null : (edit.unproved ?? null),
    suggestion: level === "info" ? null : (rule.instead ?? null),
    accepted: null,
    client: [],
  };
}

/** What was ignored is worth a look though it breaks nobody. */
const ignored = /^request-(?:required-)?property-removed$/;

function levelOf({ node, edit }: Seen, code: string, isHurtful: boolean): Level {
  const rule = ruleOf(code);
  if (/^(?:request|response)-(?:discriminator|misplaced-limit|known-value)-/.test(code)) return rule.level;
  if (edit.harm === "none" || !isHurtful) return ignored.test(code) ? "warning" : "info";
  const isOpened = code === "response-additional-properties-loosened" && edit.harm === "proved";
  if (isOpened && node.direction === "response") return "warning";
  if (edit.harm === "possible") return "warning";
  return rule.level === "info" ? "breaking" : rule.level;
}

function whyElse(level: Level): string {
  if (level === "info") return "It keeps no client from going on.";
  return level === "warning"
    ? "Nobody can tell from the spec whether a client notices."
    : "A client of the old API no longer gets along.";
}

function witnessOf({ direction }: WalkNode, { witness }: Edit): Witness | null {
  if (witness === undefined) return null;
  const isRequest = direction === "request";
  return {
    kind: "value",
    value: witness.value,
    before: isRequest ? "accepted" : "rejected",
    after: isRequest ? "rejected" : "accepted",
    schemas: { before: witness.before, after: witness.after },
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

function reachedOperation(
  { operationId, method, path }: Operation,
  direction: ChangeDirection,
): ReachedOperation {
  return { operation: operationId ?? `${method} ${path}`, method, path, direction };
}

function subjectOf({ home, path }: WalkNode): string {
  return path === "" ? home.label : `the property \`${path}\` of ${home.label}`;
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function changeOfFindings(group: readonly Finding[]): Change {
  const [finding] = group as readonly [Finding, ...Finding[]];
  const { code, about, subject, before, after, direction } = finding;
  const rule = ruleOf(code);
  const level = finding.level ?? rule.level;
  const operations = group.flatMap((each) =>
    each.operations.map((operation) => reachedOperation(operation, direction)),
  );
  const first = operations[0];
  return {
    id: `${code} ${first?.method ?? ""} ${first?.path ?? ""} ${about}`,
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
}

function setLevel(change: Change, levels: Compared["levels"]): readonly Change[] {
  const level = levels[change.code];
  if (level === "off") return [];
  return [level === undefined ? change : { ...change, level }];
}

/** Two changes of one id would be accepted together. */
function withUniqueIds(changes: readonly Change[]): readonly Change[] {
  const counts = new Map<string, number>();
  return changes.map((change) => {
    const id = change.id.trim().replaceAll(/\s+/g, " ");
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return { ...change, id: count === 1 ? id : `${id} (${count})` };
  });
}

function verdictOf(changes: readonly Change[]): Verdict {
  const [worst] = changes;
  if (worst === undefined) return "none";
  return worst.level === "info" ? "compatible" : worst.level;
}

const additions = /(?:^|-)(?:added|loosened|optional|widened|allowed)$/;

function bumpOf(changes: readonly Change[], isSame: boolean): Bump {
  if (changes.some(({ level }) => level === "breaking")) return "major";
  if (changes.some(({ code, level }) => level === "warning" || additions.test(code))) return "minor";
  return changes.length > 0 || !isSame ? "patch" : "none";
}
