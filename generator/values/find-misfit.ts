import { isList, isMap, type Json } from "../json.ts";
import type { Model } from "../model/api.ts";
import type {
  AllShape,
  ChoiceShape,
  ListShape,
  NumberShape,
  ObjectShape,
  ReferenceShape,
  Shape,
  StringShape,
} from "../model/shape.ts";
import { judgeList } from "./judge-list.ts";
import { judgeNumber } from "./judge-number.ts";
import { judgeObject } from "./judge-object.ts";
import { judgeString } from "./judge-string.ts";
import { judgeConditional, judgeNot, judgeUnion } from "./judge-union.ts";
import { showChoices, showValue } from "./show-value.ts";
import { isSame } from "./value-key.ts";
import {
  conclude,
  type Direction,
  isSpent,
  type Misfit,
  misfit,
  mostSteps,
  type Run,
  type Spot,
  start,
  type Verdict,
  wrongKind,
} from "./verdict.ts";

/**
 * Why a value does not belong to a shape, by JSON Schema 2020-12; undefined if it belongs, and wherever that
 * cannot be told for sure (an unknown format, a pattern that does not compile, a schema without an end).
 */
export function findMisfit(
  models: ReadonlyMap<string, Model>,
  shape: Shape,
  value: Json,
  direction: Direction,
): Misfit | undefined {
  return openJudge(models, direction)(shape, value);
}

/** The misfit of a value in a shape, many times over. */
export type Judge = (shape: Shape, value: Json) => Misfit | undefined;

/** `findMisfit` for many values. All of them together take no more than `budget` steps; the rest is passed. */
export function openJudge(
  models: ReadonlyMap<string, Model>,
  direction: Direction,
  budget = mostSteps,
): Judge {
  const patterns: Run["patterns"] = new Map();
  let left = budget;
  return (shape, value) => {
    if (left <= 0) return undefined;
    const run: Run = { models, direction, judge, patterns, steps: 0 };
    const verdict = judge(run, shape, value, start);
    left -= Math.min(run.steps, mostSteps);
    return run.steps > mostSteps || verdict === "unsure" ? undefined : verdict;
  };
}

function judge(run: Run, shape: Shape, value: Json, from: Spot): Verdict {
  const spot = { ...from, depth: from.depth + 1 };
  if (isSpent(run, spot)) return "unsure";
  switch (shape.kind) {
    case "any":
      return undefined;
    case "never":
      return misfit(shape, spot, "the schema allows no value here");
    case "null":
      return value === null ? undefined : wrongKind(shape, spot, value, ["null"]);
    case "boolean":
      return typeof value === "boolean" ? undefined : wrongKind(shape, spot, value, ["boolean"]);
    case "string":
    case "number":
    case "list":
    case "object":
      return judgeTyped(run, shape, value, spot);
    case "choice":
      return judgeChoice(run, shape, value, spot);
    case "reference":
      return judgeReference(run, shape, value, spot);
    case "all":
      return judgeAll(run, shape, value, spot);
    case "union":
      return judgeUnion(run, shape, value, spot);
    case "not":
      return judgeNot(run, shape, value, spot);
    case "conditional":
      return judgeConditional(run, shape, value, spot);
  }
}

type TypedShape = StringShape | NumberShape | ListShape | ObjectShape;

/** A value of another kind is none where the kind was asked for, and passes where it was only spoken of. */
function judgeTyped(run: Run, shape: TypedShape, value: Json, spot: Spot): Verdict {
  if (shape.kind === "string" && typeof value === "string") {
    return conclude(judgeString(run, shape, value, spot));
  }
  if (shape.kind === "number" && (typeof value === "number" || typeof value === "bigint")) {
    return conclude(judgeNumber(shape, value, spot));
  }
  if (shape.kind === "list" && isList(value)) return conclude(judgeList(run, shape, value, spot));
  if (shape.kind === "object" && isMap(value)) return conclude(judgeObject(run, shape, value, spot));
  return shape.implied ? undefined : wrongKind(shape, spot, value, [kindOf(shape)]);
}

/** The word that a schema has for it. */
function kindOf(shape: TypedShape): string {
  if (shape.kind === "list") return "array";
  return shape.kind === "number" && shape.integer ? "integer" : shape.kind;
}

/** A list that is known to grow refuses nothing. */
function judgeChoice(run: Run, shape: ChoiceShape, value: Json, spot: Spot): Verdict {
  const { values, within, extensible } = shape;
  run.steps += values.length;
  const typed = within && run.judge(run, within, value, spot);
  if (typeof typed === "object") return typed;
  if (extensible || values.some((choice) => isSame(choice.value, value))) return typed;
  const choices = showChoices(values.map((choice) => choice.value));
  const subject = isMap(value) || isList(value) ? "it" : showValue(value);
  return misfit(shape, spot, `${subject} is not ${values.length > 1 ? "one of " : ""}${choices}`);
}

function judgeReference(run: Run, shape: ReferenceShape, value: Json, spot: Spot): Verdict {
  const { entered, above, beside } = spot;
  const model = run.models.get(shape.id);
  if (model === undefined || entered.includes(shape.id)) return "unsure";
  const through: Spot = {
    ...spot,
    entered: [...entered, shape.id],
    beside: [],
    above: [...above, ...beside],
  };
  return run.judge(run, model.shape, value, through);
}

function judgeAll(run: Run, shape: AllShape, value: Json, spot: Spot): Verdict {
  const among: Spot = { ...spot, beside: [...spot.beside, ...shape.parts] };
  const verdicts = function* (): Iterable<Verdict> {
    for (const part of shape.parts) yield run.judge(run, part, value, among);
  };
  return conclude(verdicts());
}
