import type { Json } from "../json.ts";
import { type Box, listOf, ofKind } from "./boxes.ts";
import type { Engine } from "./engine.ts";
import { type Gap, gap } from "./gap.ts";
import type { Term } from "./term.ts";
import { isEmptyList, itemAt, listGap } from "./within-list.ts";
import { areNumbersApart, isEmptyNumber, numberGap } from "./within-number.ts";
import { areObjectsApart, isEmptyObject, objectGap } from "./within-object.ts";
import { isEmptyString, stringGap } from "./within-string.ts";

/** Why not every value of one box was seen to be in another; undefined: it is proved. */
export function boxGap(engine: Engine, a: Box, b: Box): Gap | undefined {
  if (a.kind !== b.kind) return engine.spelled ? spelledGap(engine, a, b) : otherType(engine, a);
  if (b.listed !== undefined) {
    const whole = termOfBox(engine, a);
    const inner = kindGap(engine, a, { ...a, parts: [], nots: [] });
    return gap("the other side lists its values", function* () {
      if (inner !== undefined) yield* inner.candidates();
      yield* valuesBeside(engine, a, whole);
    });
  }
  return kindGap(engine, a, b) ?? notGap(engine, a, b);
}

function kindGap(engine: Engine, a: Box, b: Box): Gap | undefined {
  const whole = termOfBox(engine, a);
  switch (a.kind) {
    case "null":
    case "boolean":
      return undefined;
    case "number":
      return numberGap(only(a, "number"), only(b, "number"));
    case "string":
      return stringGap(engine, only(a, "string"), only(b, "string"));
    case "list":
      return listGap(engine, only(a, "list"), only(b, "list"), whole);
    case "object":
      return objectGap(engine, only(a, "object"), only(b, "object"), whole);
  }
}

function only<K extends Box["parts"][number]["kind"]>({ parts }: Box, kind: K) {
  return parts.filter((part): part is Extract<Box["parts"][number], { kind: K }> => part.kind === kind);
}

/** Some values of the box, for want of a reason to look for others. */
function* valuesBeside(engine: Engine, a: Box, whole: Term): Iterable<Json> {
  const sample = engine.sample(whole);
  if (sample !== undefined) yield sample;
  if (a.kind === "string") yield* ["text", "", "other", "a", "1"];
  if (a.kind === "number") yield* [0, 1, -1, 7, 1.5, 12_345];
  if (a.kind === "list") yield* [[], [engine.sample(itemAt(only(a, "list"), 0)) ?? null]];
  if (a.kind === "object") yield new Map();
}

function otherType(engine: Engine, a: Box): Gap {
  return gap("another type", () => valuesBeside(engine, a, typed(engine, a)));
}

function typed(engine: Engine, a: Box): Term {
  if (a.parts.length > 0) return termOfBox(engine, a);
  const mere = ofKind[a.kind];
  return [mere, ...termOfBox(engine, a)];
}

/** As text every number and every truth value is a string, unless something is asked of that string. */
function spelledGap(engine: Engine, a: Box, b: Box): Gap | undefined {
  const isScalar = a.kind === "number" || a.kind === "boolean";
  const isFree = b.kind === "string" && b.listed === undefined && b.nots.length === 0;
  if (isScalar && isFree && stringGap(engine, [], only(b, "string")) === undefined) return undefined;
  return otherType(engine, a);
}

/** What `b` leaves out must be out of `a` as well. */
function notGap(engine: Engine, a: Box, b: Box): Gap | undefined {
  const whole = termOfBox(engine, a);
  const own = typed(engine, { ...a, nots: [] });
  const odd = b.nots.find(
    (not) =>
      !a.nots.some((mine) => engine.within([not], [mine]) === undefined) && !engine.isApart(own, [not]),
  );
  if (odd === undefined) return undefined;
  return gap("what one side leaves out overlaps with what the other allows", function* () {
    const both = engine.sample([...whole, odd]);
    if (both !== undefined) yield both;
    const other = engine.sample([odd]);
    if (other !== undefined) yield other;
    yield* valuesBeside(engine, a, whole);
  });
}

/** Whether a box is seen to hold no value. */
export function isEmptyBox(engine: Engine, box: Box): boolean {
  if (box.listed !== undefined) return box.listed.length === 0;
  switch (box.kind) {
    case "number":
      return isEmptyNumber(only(box, "number"));
    case "string":
      return isEmptyString(only(box, "string"));
    case "list":
      return isEmptyList(only(box, "list"));
    case "object":
      return isEmptyObject(engine, only(box, "object"));
    default:
      return false;
  }
}

export function areBoxesApart(engine: Engine, a: Box, b: Box): boolean {
  if (a.kind !== b.kind) return true;
  const [listed, other] = a.listed === undefined ? [b.listed, a] : [a.listed, b];
  if (listed !== undefined) return !listed.some((value) => isIn(engine, other, value));
  if (a.kind === "number") return areNumbersApart(only(a, "number"), only(b, "number"));
  if (a.kind === "string") return isEmptyString([...only(a, "string"), ...only(b, "string")]);
  if (a.kind === "list") return isEmptyList([...only(a, "list"), ...only(b, "list")]);
  return a.kind === "object" && areObjectsApart(engine, only(a, "object"), only(b, "object"));
}

function isIn(engine: Engine, box: Box, value: Json): boolean {
  const listed: Term = box.listed === undefined ? [] : [listOf(box.listed)];
  return engine.fits([...listed, ...termOfBox(engine, box)], value);
}

/** A box as a term again, its list of values left out. */
export function termOfBox({ negated }: Engine, { parts, nots }: Box): Term {
  return [...parts, ...nots.map(negated)];
}
