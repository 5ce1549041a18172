import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import type { Place } from "../location.ts";
import type { ListShape, ObjectShape, Shape, UnionShape } from "../model/shape.ts";
import { matches } from "./judge-string.ts";
import { inside, isSpent, type Run, type Spot } from "./verdict.ts";

/** Names of properties, or numbers of items. */
type Keys = Iterable<string | number>;

/**
 * The members or items that `unevaluatedProperties` or `unevaluatedItems` of a shape does not speak of: those
 * that its own schema, or one inside it that holds, has looked at (JSON Schema 2020-12 core, section 11).
 */
export function evaluatedBeside(
  run: Run,
  self: ObjectShape | ListShape,
  value: JsonMap | readonly Json[],
  spot: Spot,
): ReadonlySet<string | number> {
  const inSchema = spot.beside.filter(({ place }) => isWithin(place, self.place));
  return new Set([self, ...inSchema].flatMap((shape) => [...evaluatedBy({ run, self, value }, shape, spot)]));
}

/** Parts of one schema share its place or lie beneath it; schemas around it do not. */
function isWithin(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && `${inner.pointer}/`.startsWith(`${outer.pointer}/`);
}

interface Search {
  readonly run: Run;
  /** The shape that asks: it has nothing to say about the rest before it knows the rest. */
  readonly self: Shape;
  readonly value: JsonMap | readonly Json[];
}

function* evaluatedBy(search: Search, shape: Shape, spot: Spot): Keys {
  const { run, value } = search;
  const deeper = { ...spot, depth: spot.depth + 1 };
  if (isSpent(run, deeper)) return;
  switch (shape.kind) {
    case "object":
      if (isMap(value)) yield* evaluatedNames(search, shape, value, deeper);
      return;
    case "list":
      if (isList(value)) yield* evaluatedItems(search, shape, value, deeper);
      return;
    case "reference": {
      const model = run.models.get(shape.id);
      if (model === undefined || spot.entered.includes(shape.id)) return;
      yield* evaluatedBy(search, model.shape, { ...deeper, entered: [...spot.entered, shape.id] });
      return;
    }
    case "choice":
      if (shape.within !== undefined) yield* evaluatedBy(search, shape.within, deeper);
      return;
    case "all":
      for (const part of shape.parts) yield* evaluatedBy(search, part, deeper);
      return;
    case "union":
      for (const branch of fitting(search, shape, deeper)) yield* evaluatedBy(search, branch, deeper);
      return;
    case "conditional": {
      const { condition, then, otherwise } = shape;
      const holds = holdsFor(search, condition, value, deeper);
      if (holds) yield* evaluatedBy(search, condition, deeper);
      const branch = holds ? then : otherwise;
      if (branch !== undefined) yield* evaluatedBy(search, branch, deeper);
      return;
    }
    default:
      return;
  }
}

function* evaluatedNames(search: Search, shape: ObjectShape, value: JsonMap, spot: Spot): Keys {
  const { run, self } = search;
  if (shape.rest !== undefined || (shape.unevaluated !== undefined && shape !== self)) {
    yield* value.keys();
    return;
  }
  const listed = new Set(shape.properties.map(({ name }) => name));
  for (const name of value.keys()) {
    // A pattern that nobody can match may speak of this name.
    const isMatch = shape.patterns?.some(({ pattern }) => matches(run, pattern, name) !== false);
    if (listed.has(name) || isMatch === true) yield name;
  }
  for (const { name, shape: dependent } of shape.dependentShapes ?? []) {
    if (value.has(name)) yield* evaluatedBy(search, dependent, spot);
  }
}

function* evaluatedItems(search: Search, shape: ListShape, list: readonly Json[], spot: Spot): Keys {
  const { contains, prefix = [] } = shape;
  const isAll = shape.items !== undefined || (shape.unevaluated !== undefined && shape !== search.self);
  for (const [index, item] of list.entries()) {
    const isContained = (): boolean =>
      contains !== undefined && holdsFor(search, contains, item, inside(spot, index));
    if (isAll || index < prefix.length || isContained()) yield index;
  }
}

function fitting(search: Search, shape: UnionShape, spot: Spot): readonly Shape[] {
  return shape.branches.filter(
    (branch) => branch === search.self || holdsFor(search, branch, search.value, spot),
  );
}

/** In doubt it holds, so that what it may have looked at is not complained about. */
function holdsFor({ run }: Search, shape: Shape, value: Json, spot: Spot): boolean {
  return typeof run.judge(run, shape, value, spot) !== "object";
}
