import { isList, isMap, type Json } from "../../json.ts";
import type { Place } from "../../location.ts";
import { isWitness, relate, type Relation, shrink } from "../../subtype/find-witness.ts";
import { first } from "../../subtype/gap.ts";
import type { Term } from "../../subtype/term.ts";
import { isSame } from "../../values/value-key.ts";
import type { Harm, ShownValue, ToldEdit, WalkNode } from "./walk-node.ts";

/** What was edited: the old schema, and the old schema with this edit only. */
export interface Suspect extends ToldEdit {
  readonly from: Term;
  readonly to: Term;
}

/** Note an edit under the name of what it does to the set of values; one that does nothing is none. */
export function judgeFacet(node: WalkNode, facet: string, suspect: Suspect): void {
  const lost = relate(node.engine, suspect.from, suspect.to);
  const won = relate(node.engine, suspect.to, suspect.from);
  if (lost.kind === "included" && won.kind === "included") {
    // Formats that keep no text out tell people something.
    if (facet === "format" || facet === "pattern") record(node, `${facet}-changed`, suspect, lost);
    return;
  }
  const effect = lost.kind === "included" ? "loosened" : won.kind === "included" ? "tightened" : "changed";
  const harmful = node.direction === "request" ? lost : won;
  record(node, `${facet}-${effect}`, suspect, harmful);
}

/** Note an edit of a name that is known, whatever it does to the set of values. */
export function judgeNamed(node: WalkNode, rule: string, suspect: Suspect): void {
  const [a, b] = node.direction === "request" ? [suspect.from, suspect.to] : [suspect.to, suspect.from];
  record(node, rule, suspect, relate(node.engine, a, b));
}

/** Note an edit whose effect is known. */
export function record(node: WalkNode, rule: string, suspect: Suspect, harmful: Relation): void {
  const { from: _, to: __, ...told } = suspect;
  const edit = { rule, ...told };
  if (harmful.kind === "included") {
    node.edits.push({ ...edit, harm: "none" });
    return;
  }
  if (harmful.kind === "refuted") {
    const { value } = harmful;
    node.edits.push({ ...edit, harm: "proved", prove: () => witnessOf(node, value) });
    return;
  }
  const harm: Harm = node.isSafe ? "none" : "possible";
  node.edits.push({ ...edit, harm, ...(harm === "none" ? {} : { unproved: harmful.why }) });
}

const mostLifted = 60;

/** The value inside a value of the home where that proves it too; else by itself. */
function witnessOf(node: WalkNode, value: Json): ShownValue | undefined {
  const { engine, home } = node;
  const [a, b] = sidesOf(node, home.before, home.after);
  const places = placesOf(home.before, home.after);
  for (const whole of first(mostLifted, node.lift([value]))) {
    if (places !== undefined && isWitness(engine, a, b, whole))
      return {
        value: shrink(whole, (less) => holds(less, value) && isWitness(engine, a, b, less)),
        ...places,
      };
  }
  // What one alternative no longer takes another one may.
  if (node.isBranch) return undefined;
  const [one, other] = sidesOf(node, node.before, node.after);
  const near = placesOf(node.before, node.after);
  if (near === undefined) return undefined;
  if (isWitness(engine, one, other, value)) return { value, ...near };
  // Another edit of the same schema may let this one value through: any other will do.
  const relation = relate(engine, one, other);
  return relation.kind === "refuted" ? { value: relation.value, ...near } : undefined;
}

/** Whether a value stands somewhere in another one. */
function holds(whole: Json, value: Json): boolean {
  if (isSame(whole, value)) return true;
  if (isList(whole)) return whole.some((item) => holds(item, value));
  return isMap(whole) && [...whole.values()].some((member) => holds(member, value));
}

function sidesOf({ direction }: WalkNode, before: Term, after: Term): readonly [Term, Term] {
  return direction === "request" ? [before, after] : [after, before];
}

function placesOf(
  [before]: Term,
  [after]: Term,
): { readonly before: Place; readonly after: Place } | undefined {
  return before && after && { before: before.place, after: after.place };
}
