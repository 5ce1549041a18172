import { type Json, printJson } from "../../json.ts";
import type { Place } from "../../location.ts";
import type { Notes, Shape } from "../../model/shape.ts";
import { openTerm, type Term } from "../../subtype/term.ts";
import { showValue } from "../../values/show-value.ts";
import { isSame, valueKey } from "../../values/value-key.ts";
import { record, type Suspect } from "./judge-edit.ts";
import type { Walk } from "./walk.ts";
import type { WalkNode } from "./walk-node.ts";

const harmless = { kind: "included" } as const;

/** What is said of values without keeping any out: defaults, and that something is on its way out. */
export function compareNotes({ models }: Walk, node: WalkNode): void {
  const old = notesOf(models, node.before);
  const fresh = notesOf(models, node.after);
  const places = { before: node.before[0]?.place ?? null, after: node.after[0]?.place ?? null };
  const suspect = { from: [], to: [], ...places };
  compareDefaults(node, old, fresh, suspect);
  compareMisplaced(node, old, fresh, places);
  const wasDeprecated = find(old, "deprecated") === true;
  const isDeprecated = find(fresh, "deprecated") === true;
  if (wasDeprecated !== isDeprecated)
    record(node, isDeprecated ? "deprecated" : "reinstated", { ...suspect, about: "deprecated" }, harmless);
}

/** Where several are given, in parts of one schema, their order says nothing. */
function compareDefaults(
  node: WalkNode,
  old: readonly Notes[],
  fresh: readonly Notes[],
  suspect: Bare,
): void {
  const defaultsOf = (notes: readonly Notes[]) =>
    new Map(
      notes.flatMap((note) =>
        note.default === undefined ? [] : [[valueKey(note.default), note.default] as const],
      ),
    );
  const was = defaultsOf(old);
  const is = defaultsOf(fresh);
  const [gone] = [...was].filter(([key]) => !is.has(key));
  const [added] = [...is].filter(([key]) => !was.has(key));
  if (gone === undefined && added === undefined) return;
  const rule =
    gone === undefined ? "default-added" : added === undefined ? "default-removed" : "default-changed";
  const shown = { old: gone && textOf(gone[1]), new: added && textOf(added[1]) };
  record(node, rule, { ...suspect, about: "default", ...shown }, harmless);
}

/** Lists and objects in full as long as they are short. */
function textOf(value: Json): string {
  const text = printJson(value, "").replaceAll("\n", " ");
  return text.length > 60 ? showValue(value) : text;
}

type Bare = Omit<Suspect, "about">;

/** Limits of a type that the schema does not allow keep nothing out; their author meant something all the same. */
function compareMisplaced(
  node: WalkNode,
  old: readonly Notes[],
  fresh: readonly Notes[],
  places: Places,
): void {
  const limitsOf = (notes: readonly Notes[]) =>
    new Map(
      notes.flatMap(({ misplaced = [] }) => misplaced.map(({ keyword, value }) => [keyword, value] as const)),
    );
  const was = limitsOf(old);
  const is = limitsOf(fresh);
  for (const keyword of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(keyword), is.get(keyword)];
    if (isSameOption(one, other)) continue;
    const shown = {
      old: one === undefined ? undefined : `${keyword}: ${showValue(one)}`,
      new: other === undefined ? undefined : `${keyword}: ${showValue(other)}`,
    };
    const suspect = { about: keyword, from: [], to: [], ...places, ...shown, byRule: true };
    record(node, `misplaced-limit-${effectOf(keyword, one, other)}`, suspect, harmless);
  }
}

function effectOf(keyword: string, one: Json | undefined, other: Json | undefined): string {
  if (one === undefined || other === false) return other === false ? "loosened" : "tightened";
  if (other === undefined) return "loosened";
  if (typeof one !== "number" || typeof other !== "number") return "changed";
  return other < one === keyword.startsWith("max") ? "tightened" : "loosened";
}

type Places = { readonly before: Place | null; readonly after: Place | null };

function isSameOption(one: Json | undefined, other: Json | undefined): boolean {
  return one === undefined || other === undefined ? one === other : isSame(one, other);
}

function find<K extends keyof Notes>(notes: readonly Notes[], key: K): Notes[K] | undefined {
  return notes.find((each) => each[key] !== undefined)?.[key];
}

/** From the outside to the inside. */
function notesOf(models: Walk["models"], term: Term): readonly Notes[] {
  const outer = term.flatMap((shape: Shape) => [shape, ...(shape.kind === "all" ? shape.parts : [])]);
  return [...outer, ...openTerm(models, term).parts].flatMap(({ notes }) => notes ?? []);
}
