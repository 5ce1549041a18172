import { type Place, placeKey } from "../location.ts";
import type { Operation } from "../model/operation.ts";
import type { Change } from "./change.ts";
import { changeOfEdits } from "./change-of-edits.ts";
import { groupBy } from "./group-by.ts";
import { changeOfFindings } from "./change-of-findings.ts";
import type { Finding } from "./protocol/finding.ts";
import { judgeFacet } from "./walk/judge-edit.ts";
import type { Walk } from "./walk/walk.ts";
import { reachOf } from "./walk/reach-of.ts";
import type { Edit, WalkNode } from "./walk/walk-node.ts";
import { spellingHash } from "../names/spelling-hash.ts";

export interface Compared {
  readonly walk: Walk;
  readonly findings: readonly Finding[];
  /** Where schemas are met first, and by which operations. */
  readonly roots: ReadonlyMap<WalkNode, ReadonlySet<Operation>>;
}

/** One list of all that was found, each edit once. */
export function concludeChanges({ walk, findings, roots }: Compared): readonly Change[] {
  for (const node of walk.nodes.values()) explainHarm(node);
  const reach = reachOf(walk, roots);
  const edits = [...walk.nodes.values()].flatMap((node) => node.edits.map((edit) => ({ node, edit })));
  const groups = groupBy(edits, ({ edit }) => identityOf(edit));
  const changes = [
    ...[...groupBy(findings, wordsOf).values()].flatMap(changeOfFindings),
    ...[...groups.values()].flatMap((group) => changeOfEdits(group, reach)),
  ];
  return withUniqueIds(changes);
}

/** A pair of schemas that breaks somebody without an edit that says so is an edit as a whole. */
function explainHarm(node: WalkNode): void {
  if (node.isSafe || node.isBranch) return;
  if (isExplained(node)) return;
  const [before, after] = [node.before[0]?.place ?? null, node.after[0]?.place ?? null];
  judgeFacet(node, "schema", { about: "schema", from: node.before, to: node.after, before, after });
}

function isExplained({ edits, children }: WalkNode): boolean {
  return (
    edits.some(({ harm }) => harm !== "none") ||
    children.some((child) => !child.isSafe && (!child.isBranch || isExplained(child)))
  );
}

/** The same edit, seen in both directions or from several schemas, has the same places and is about the same. */
function identityOf({ about, before, after }: Edit): string {
  return `${about} ${placeText(before)} ${placeText(after)}`;
}

/** What is found at several operations in the same words is told once. */
function wordsOf({ code, about, subject, level, old, new: now, direction }: Finding): string {
  return JSON.stringify([code, about, subject, level, old, now, direction]);
}

function placeText(place: Place | null): string {
  return place === null ? "-" : placeKey(place);
}

const longestId = 160;

/** Somebody has to copy it. */
function shortId(id: string): string {
  return id.length <= longestId ? id : `${id.slice(0, longestId - 20)}… ${spellingHash(id).slice(0, 12)}`;
}

/** Two changes of one id would be accepted together. */
function withUniqueIds(changes: readonly Change[]): readonly Change[] {
  const counts = new Map<string, number>();
  return changes.map((change) => {
    const id = shortId(change.id.trim().replaceAll(/\s+/g, " "));
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return { ...change, id: count === 1 ? id : `${id} (${count})` };
  });
}
