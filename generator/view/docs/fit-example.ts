import { isList, isMap, type Json } from "../../json.ts";
import { discriminatorOf, oneWay } from "../../model/directions.ts";
import type { ObjectShape, Shape } from "../../model/shape.ts";
import { type Judge, openJudge } from "../../values/find-misfit.ts";
import { sampleValue } from "../../values/sample-value.ts";
import { isLongChoice, isLongInteger } from "../exact-integers.ts";
import type { ViewContext } from "../view-context.ts";
import { isBytes } from "./type-words.ts";
import { type ExampleValue, quotedText } from "./value-layout.ts";

/** An example that a caller can send: the first of the author's that fits, else one made by the schema. */
export function requestExample(
  shape: Shape,
  given: readonly Json[],
  views: ViewContext,
  isBinary = false,
): ExampleValue {
  const judge = openJudge(views.models, "request");
  const fitting = given.find((value) => judge(shape, value) === undefined);
  const value = fitting ?? sampleValue(views.models, shape, "request");
  return fitted(value, shape, { views, judge, isBinary, depth: 0 });
}

interface Fitting {
  readonly views: ViewContext;
  readonly judge: Judge;
  readonly isBinary: boolean;
  readonly depth: number;
}

/** Deeper than any example that a person would read. */
const deepest = 100;

/** The value as an argument, of one of its kinds where its model knows several. */
function fitted(value: Json, shape: Shape, fitting: Fitting): ExampleValue {
  const { models } = fitting.views;
  const base = shape.kind === "reference" ? models.get(shape.id)?.shape : undefined;
  const { property = "", mapping = [] } = (base && discriminatorOf(base)) ?? {};
  const said = isMap(value) ? value.get(property) : undefined;
  const kind = mapping.find((one) => one.value === said) ?? mapping[0];
  if (kind === undefined || base?.kind === "union") return asArgument(value, shape, fitting);
  const target: Shape = { kind: "reference", id: kind.id, place: shape.place };
  const isOne = kind.value === said && fitting.judge(target, value) === undefined;
  const whole = isOne ? value : sampleValue(models, target, "request");
  return asArgument(isMap(whole) ? new Map(whole).set(property, kind.value) : whole, target, fitting);
}

/**
 * The value as an argument that compiles: without properties that the type does not name, for a compiler takes them
 * for mistakes, and without those that only answers have; bytes as a `Blob`.
 */
function asArgument(value: Json, shape: Shape, fitting: Fitting): ExampleValue {
  const { views, isBinary } = fitting;
  const inner = { ...fitting, depth: fitting.depth + 1 };
  if (fitting.depth > deepest) return value;
  if (typeof value === "string") return isBinary && holdsBytes(shape) ? blobOf(value) : value;
  const parts = partsOf(value, shape, fitting);
  if (typeof value === "number" || typeof value === "bigint") {
    const isLong = parts.some((part) => isLongInteger(part) || isLongChoice(part));
    const isBig = isLong && views.config.int64 === "bigint" && Number.isInteger(Number(value));
    return isBig ? { expression: `${BigInt(value)}n` } : value;
  }
  if (isList(value)) {
    const lists = parts.filter((part) => part.kind === "list");
    return value.map((item, index) => {
      const said = lists.flatMap(({ prefix = [], items }) => prefix[index] ?? items ?? []);
      return fitted(item, together(said, shape), inner);
    });
  }
  if (!isMap(value)) return value;
  const objects = parts.filter((part) => part.kind === "object");
  return new Map(
    [...value].flatMap(([name, member]): readonly (readonly [string, ExampleValue])[] => {
      const said = propertyShapes(objects, name);
      if (said === undefined || said.some((part) => oneWay(views.models, part) === "response")) return [];
      return [[name, fitted(member, together(said, shape), inner)]];
    }),
  );
}

function holdsBytes(shape: Shape): boolean {
  if (shape.kind === "all") return shape.parts.some(holdsBytes);
  return shape.kind === "union" ? shape.branches.some(holdsBytes) : isBytes(shape);
}

/** Text as the expression of bytes. */
export function blobOf(text: string): ExampleValue {
  return { expression: `new Blob([${quotedText(text)}])` };
}

/** The conditions that hold for the value: those of the branches that it fits, references followed. */
function partsOf(
  value: Json,
  shape: Shape,
  fitting: Fitting,
  entered: readonly string[] = [],
): readonly Shape[] {
  const { models } = fitting.views;
  switch (shape.kind) {
    case "reference": {
      const model = models.get(shape.id);
      if (model === undefined || entered.includes(shape.id) || entered.length > deepest) return [];
      return partsOf(value, model.shape, fitting, [...entered, shape.id]);
    }
    case "all":
      return shape.parts.flatMap((part) => partsOf(value, part, fitting, entered));
    case "union": {
      const branches = shape.branches.filter((branch) => fitting.judge(branch, value) === undefined);
      return branches.flatMap((branch) => partsOf(value, branch, fitting, entered));
    }
    default:
      return [shape];
  }
}

/** What is said of a property; undefined where no object of them knows it. */
function propertyShapes(objects: readonly ObjectShape[], name: string): readonly Shape[] | undefined {
  const isOpen = objects.every(
    ({ properties, patterns = [], rest }) => properties.length + patterns.length === 0 && rest === undefined,
  );
  if (isOpen) return [];
  const named = objects.flatMap(({ properties }) => properties.filter((property) => property.name === name));
  if (named.length > 0) return named.map(({ shape }) => shape);
  if (objects.some(({ alsoRequired = [] }) => alsoRequired.includes(name))) return [];
  const others = objects.flatMap(({ patterns = [], rest }) => [
    ...patterns.map(({ shape }) => shape),
    ...(rest === undefined || rest.kind === "never" ? [] : [rest]),
  ]);
  return others.length === 0 ? undefined : others;
}

function together(parts: readonly Shape[], around: Shape): Shape {
  const [only] = parts;
  if (only === undefined) return { kind: "any", place: around.place };
  return parts.length === 1 ? only : { kind: "all", place: only.place, parts };
}
