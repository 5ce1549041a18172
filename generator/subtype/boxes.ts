import type { Json } from "../json.ts";
import type { ChoiceShape, ListShape, NumberShape, ObjectShape, Shape, StringShape } from "../model/shape.ts";
import { everyKind, type Kind, kindOf } from "../values/contradiction.ts";
import { isSame } from "../values/value-key.ts";
import { type Entered, type Models, nowhere, openTerm, type Part, type Term } from "./term.ts";

export type TypedShape = StringShape | NumberShape | ListShape | ObjectShape;

/** Values of one kind that satisfy a number of conditions, all at once. A set of values is a union of such boxes. */
export interface Box {
  readonly kind: Kind;
  readonly parts: readonly TypedShape[];
  /** No value but these. */
  readonly listed?: readonly Json[];
  /** No value of these. */
  readonly nots: readonly Shape[];
}

/** Raised where the alternatives multiply beyond what is worth the time. */
export class TooManyBoxes extends Error {
  constructor() {
    super("too many alternatives");
    this.name = "TooManyBoxes";
  }
}

const mostBoxes = 2000;
const mostExclusive = 64;

const everything: readonly Box[] = everyKind.map((kind) => ({ kind, parts: [], nots: [] }));

/** The boxes that a term is made of; one without a value may be among them. */
export function boxesOf(models: Models, term: Term): readonly Box[] {
  return within({ models, entered: nowhere }, everything, term).map(withOwnList);
}

interface Way {
  readonly models: Models;
  readonly entered: Entered;
}

function within({ models, entered: before }: Way, boxes: readonly Box[], term: Term): readonly Box[] {
  const { parts, entered } = openTerm(models, term, before);
  // What lists values or kinds goes first: it leaves fewer boxes to what multiplies them.
  const ordered = parts.toSorted((a, b) => weightOf(a) - weightOf(b));
  const way = { models, entered };
  const made = ordered.reduce((left, part) => left.flatMap((box) => narrow(way, box, part)), boxes);
  if (made.length > mostBoxes) throw new TooManyBoxes();
  return made;
}

function weightOf(shape: Part): number {
  if (shape.kind === "union") return 2;
  return shape.kind === "conditional" ? 3 : 1;
}

function narrow(way: Way, box: Box, shape: Part): readonly Box[] {
  switch (shape.kind) {
    case "any":
      return [box];
    case "never":
      return [];
    case "null":
    case "boolean":
      return box.kind === shape.kind ? [box] : [];
    case "string":
    case "number":
    case "list":
    case "object":
      if (box.kind === shape.kind) return [withPart(box, shape)];
      return shape.implied === true ? [box] : [];
    case "choice":
      return within(way, [box], shape.within === undefined ? [] : [shape.within]).flatMap((each) =>
        listed(each, shape),
      );
    case "union":
      return shape.branches.flatMap((branch, index) => {
        // A discriminator says which branch a value is of (OpenAPI 3.1, 4.8.25), whatever else it would fit.
        const isExclusive = shape.mode === "one" && shape.discriminator === undefined;
        const others = isExclusive ? shape.branches.filter((_, other) => other !== index) : [];
        const nots = others.length > mostExclusive ? [] : others;
        return within(way, [{ ...box, nots: [...box.nots, ...nots] }], [branch]);
      });
    case "not":
      return without(way.models, box, shape.shape);
    case "conditional": {
      const { condition, then, otherwise } = shape;
      const unmet = without(way.models, box, condition);
      return [
        ...within(way, [box], then === undefined ? [condition] : [condition, then]),
        ...(otherwise === undefined ? unmet : within(way, unmet, [otherwise])),
      ];
    }
  }
}

const mostParts = 200;

/** What is said twice is said once. */
function withPart(box: Box, shape: TypedShape): Box {
  if (box.parts.includes(shape)) return box;
  if (box.parts.length >= mostParts) throw new TooManyBoxes();
  return { ...box, parts: [...box.parts, shape] };
}

/** A list that is known to grow keeps nothing out. */
function listed(box: Box, { values, extensible }: ChoiceShape): readonly Box[] {
  if (extensible === true) return [box];
  const own = values.map(({ value }) => value).filter((value) => kindOf(value) === box.kind);
  const before = box.listed;
  const left =
    before === undefined ? own : own.filter((value) => before.some((other) => isSame(value, other)));
  return left.length === 0 ? [] : [{ ...box, listed: left }];
}

/** The kinds of value that a mere type names are gone as a whole. */
function without(models: Models, box: Box, not: Shape): readonly Box[] {
  const { parts } = openTerm(models, [not]);
  const [only] = parts;
  if (only === undefined || (parts.length === 1 && only.kind === "any")) return [];
  if (parts.length === 1 && isMereType(only)) return only.kind === box.kind ? [] : [box];
  if (parts.length === 1 && only.kind === "union" && only.mode === "any") {
    return only.branches.reduce<readonly Box[]>(
      (left, branch) => left.flatMap((each) => without(models, each, branch)),
      [box],
    );
  }
  return [{ ...box, nots: [...box.nots, not] }];
}

const decorations = new Set(["kind", "place", "notes", "integer", "properties"]);

function isMereType(shape: Shape): boolean {
  if (shape.kind === "null" || shape.kind === "boolean") return true;
  if (shape.kind !== "string" && shape.kind !== "number" && shape.kind !== "list" && shape.kind !== "object")
    return false;
  if (shape.kind === "number" && shape.integer) return false;
  if (shape.kind === "object" && shape.properties.length > 0) return false;
  return Object.keys(shape).every((key) => decorations.has(key));
}

function withOwnList(box: Box): Box {
  if (box.listed !== undefined) return box;
  if (box.kind === "null") return { ...box, listed: [null] };
  return box.kind === "boolean" ? { ...box, listed: [false, true] } : box;
}

const noPlace = { file: "", pointer: "" };

/** All values of a kind. */
export const ofKind: Readonly<Record<Kind, Shape>> = {
  null: { kind: "null", place: noPlace },
  boolean: { kind: "boolean", place: noPlace },
  number: { kind: "number", place: noPlace, integer: false },
  string: { kind: "string", place: noPlace },
  list: { kind: "list", place: noPlace },
  object: { kind: "object", place: noPlace, properties: [] },
};

/** These values and no others. */
export function listOf(values: readonly Json[]): Shape {
  return { kind: "choice", place: noPlace, values: values.map((value) => ({ value })) };
}
