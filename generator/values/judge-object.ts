import type { Json, JsonMap } from "../json.ts";
import type { ObjectShape, Shape } from "../model/shape.ts";
import { evaluatedBeside } from "./evaluated.ts";
import { mayBeLeftOut } from "./left-out.ts";
import { matches } from "./judge-string.ts";
import { count, showValue } from "./show-value.ts";
import { inside, type Misfit, misfit, type Run, type Spot, type Verdict } from "./verdict.ts";

/** JSON Schema 2020-12: core 10.2.2.4, 10.3.2 and 11.3, validation 6.5. */
export function* judgeObject(run: Run, shape: ObjectShape, value: JsonMap, spot: Spot): Iterable<Verdict> {
  const { minProperties, maxProperties } = shape;
  run.steps += shape.properties.length;
  yield* judgeRequired(run, shape, value, spot);
  if (minProperties !== undefined && value.size < minProperties) {
    yield misfit(shape, spot, `it has fewer than ${count(minProperties, "property")}`);
  }
  if (maxProperties !== undefined && value.size > maxProperties) {
    yield misfit(shape, spot, `it has more than ${count(maxProperties, "property")}`);
  }
  yield* judgeMembers(run, shape, value, spot);
  if (shape.names !== undefined) yield* judgeNames(run, shape.names, value, spot);
  for (const { name, shape: dependent } of shape.dependentShapes ?? []) {
    if (value.has(name)) yield run.judge(run, dependent, value, { ...spot, depth: spot.depth + 1 });
  }
  if (shape.unevaluated !== undefined) {
    const evaluated = evaluatedBeside(run, shape, value, spot);
    for (const [name, member] of value) {
      if (!evaluated.has(name)) yield judgeOther(run, shape.unevaluated, name, member, spot);
    }
  }
}

function* judgeRequired(run: Run, shape: ObjectShape, value: JsonMap, spot: Spot): Iterable<Verdict> {
  const required = shape.properties.flatMap((property) => (property.required ? [property.name] : []));
  const missing = (name: string, why: string): Verdict =>
    mayBeLeftOut(run, [shape, ...spot.beside, ...spot.above], name) ? "unsure" : misfit(shape, spot, why);
  for (const name of [...required, ...(shape.alsoRequired ?? [])]) {
    if (!value.has(name)) yield missing(name, `${showValue(name)} is missing`);
  }
  for (const { name, requires } of shape.dependentRequired ?? []) {
    const absent = value.has(name) ? requires.find((other) => !value.has(other)) : undefined;
    if (absent !== undefined)
      yield missing(absent, `${showValue(absent)} is missing beside ${showValue(name)}`);
  }
}

function* judgeMembers(run: Run, shape: ObjectShape, value: JsonMap, spot: Spot): Iterable<Verdict> {
  const shapes = new Map(shape.properties.map((property) => [property.name, property.shape]));
  for (const [name, member] of value) {
    const own = shapes.get(name);
    let isNamed = own !== undefined;
    if (own !== undefined) yield run.judge(run, own, member, inside(spot, name));
    for (const { pattern, shape: matched } of shape.patterns ?? []) {
      const isMatch = matches(run, pattern, name);
      isNamed ||= isMatch !== false;
      if (isMatch === undefined) yield "unsure";
      if (isMatch === true) yield run.judge(run, matched, member, inside(spot, name));
    }
    if (!isNamed && shape.rest !== undefined) yield judgeOther(run, shape.rest, name, member, spot);
  }
}

/** A property that no name speaks of. */
function judgeOther(run: Run, shape: Shape, name: string, member: Json, spot: Spot): Verdict {
  const here = inside(spot, name);
  return shape.kind === "never"
    ? misfit(shape, here, `the schema has no property ${showValue(name)}`)
    : run.judge(run, shape, member, here);
}

function* judgeNames(run: Run, names: Shape, value: JsonMap, spot: Spot): Iterable<Verdict> {
  for (const name of value.keys()) {
    const verdict = run.judge(run, names, name, inside(spot, name));
    yield isMisfit(verdict) ? { ...verdict, why: `its name does not fit: ${verdict.why}` } : verdict;
  }
}

function isMisfit(verdict: Verdict): verdict is Misfit {
  return typeof verdict === "object";
}
