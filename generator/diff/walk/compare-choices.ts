import type { Json } from "../../json.ts";
import { childPointer, type Place } from "../../location.ts";
import type { ChoiceShape, Shape } from "../../model/shape.ts";
import { listOf } from "../../subtype/boxes.ts";
import type { Term } from "../../subtype/term.ts";
import { showValue } from "../../values/show-value.ts";
import { valueKey } from "../../values/value-key.ts";
import type { Face } from "./face.ts";
import { judgeFacet, judgeNamed, record, type Suspect } from "./judge-edit.ts";
import { placeOf } from "./place-of.ts";
import type { WalkNode } from "./walk-node.ts";

/** Values by `valueKey`. */
type Listed = ReadonlyMap<string, Json>;

/** Which values came and went. What is listed outside of what else is said does not exist. */
export function compareChoices(node: WalkNode, one: Face, other: Face): void {
  const places = {
    before: listPlace(one) ?? placeOf(node.before),
    after: listPlace(other) ?? placeOf(node.after),
  };
  const old = listedBy(node, one);
  const fresh = listedBy(node, other);
  if (old === undefined || fresh === undefined || isExtensible(one) !== isExtensible(other)) {
    judgeFacet(node, "values", { about: "values", from: one.core, to: other.core, ...places });
    return;
  }
  if (old.size > 0 && fresh.size > 0 && [...old.keys()].every((key) => !fresh.has(key))) {
    judgeFacet(node, "values", { about: "values", from: termOf(old), to: termOf(fresh), ...places });
    return;
  }
  const pair: Pair = { node, one, other, old, places, known: isExtensible(one) ? "known-" : "" };
  noteRemoved(
    pair,
    [...old].filter(([key, value]) => !fresh.has(key) && value !== null),
  );
  noteAdded(
    pair,
    [...fresh].filter(([key, value]) => !old.has(key) && value !== null),
  );
}

function isExtensible({ choices }: Face): boolean {
  return choices.some(({ extensible }) => extensible === true);
}

/** The list itself; a single value is hardly one, and a list that grows has a name of its own. */
function listPlace({ choices: [choice] }: Face): Place | undefined {
  if (choice === undefined || choice.values.length < 2 || choice.extensible === true) return undefined;
  return { file: choice.place.file, pointer: childPointer(choice.place.pointer, "enum") };
}

interface Pair {
  readonly node: WalkNode;
  readonly one: Face;
  readonly other: Face;
  readonly old: Listed;
  readonly places: Pick<Suspect, "before" | "after">;
  /** The beginning of the rules for lists that are known to grow. */
  readonly known: "" | "known-";
}

type Entries = readonly (readonly [string, Json])[];

function noteRemoved({ node, old, places, known, one }: Pair, gone: Entries): void {
  const [first] = gone;
  if (first === undefined) return;
  const keys = new Set(gone.map(([key]) => key));
  const left = new Map([...old].filter(([key]) => !keys.has(key)));
  const about = `values removed ${[...keys].join(" ")}`;
  const before = valuePlace(places.before, one, gone);
  const byRule = known !== "";
  const suspect = { about, from: termOf(old), to: termOf(left), ...places, before, old: shown(gone), byRule };
  if (known === "") judgeNamed(node, "value-removed", suspect);
  else if (node.direction === "response") record(node, "known-value-removed", suspect, { kind: "included" });
  else record(node, "known-value-removed", suspect, { kind: "refuted", value: first[1] });
}

function noteAdded({ node, old, places, known, other }: Pair, added: Entries): void {
  if (added.length === 0) return;
  const more = new Map([...old, ...added]);
  const about = `values added ${added.map(([key]) => key).join(" ")}`;
  const after = valuePlace(places.after, other, added);
  const byRule = known !== "";
  const suspect = { about, from: termOf(old), to: termOf(more), ...places, after, new: shown(added), byRule };
  if (known === "") judgeNamed(node, "value-added", suspect);
  else record(node, "known-value-added", suspect, { kind: "included" });
}

/** Where the first of some values stands in its list. */
function valuePlace(list: Place | null, { choices: [choice] }: Face, [first]: Entries): Place | null {
  if (list === null || choice === undefined || first === undefined || !list.pointer.endsWith("/enum"))
    return list;
  const index = choice.values.findIndex(({ value }) => valueKey(value) === first[0]);
  return index < 0 ? list : { file: list.file, pointer: childPointer(list.pointer, index) };
}

const mostShown = 8;

/** As many as a sentence bears, each in backticks of its own. */
function shown(entries: Entries): string {
  const texts = entries.slice(0, mostShown).map(([, value]) => showValue(value));
  return [...texts, ...(entries.length > mostShown ? ["…"] : [])].join("`, `");
}

function termOf(values: Listed): Term {
  return [listOf([...values.values()])];
}

function listedBy(node: WalkNode, face: Face): Listed | undefined {
  const [first] = face.choices;
  if (first === undefined) return undefined;
  const rest = face.core.map((shape) => (shape.kind === "choice" ? withinOf(shape) : shape));
  const values = face.choices.reduce<Listed>(
    (left, { values: listed }) => {
      const keys = new Map(listed.map(({ value }) => [valueKey(value), value]));
      return new Map([...left].filter(([key]) => keys.has(key)));
    },
    new Map(first.values.map(({ value }) => [valueKey(value), value])),
  );
  return new Map([...values].filter(([, value]) => node.engine.fits(rest, value)));
}

function withinOf(shape: ChoiceShape): Shape {
  return shape.within ?? { kind: "any", place: shape.place };
}
