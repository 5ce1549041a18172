import type {
  ChoiceShape,
  ListShape,
  NumberShape,
  ObjectShape,
  Shape,
  StringShape,
  UnionShape,
} from "../../model/shape.ts";
import { together } from "../../values/sampler.ts";
import { type Models, openTerm, type Part, type Term } from "../../subtype/term.ts";

/** What a term looks like once bundles, references and wraps that say no more than "or null" are opened. */
export interface Face {
  readonly strings: readonly StringShape[];
  readonly numbers: readonly NumberShape[];
  readonly lists: readonly ListShape[];
  readonly objects: readonly ObjectShape[];
  readonly choices: readonly ChoiceShape[];
  readonly unions: readonly UnionShape[];
  /** Booleans, `not`, conditions, nothing at all. */
  readonly others: readonly Part[];
  /** Everything but null, as a term. */
  readonly core: Term;
}

const mostOpened = 60;

export function faceOf(models: Models, term: Term): Face {
  const parts = core(models, openTerm(models, term).parts, 0).filter(({ kind }) => kind !== "any");
  const open = parts.flatMap((part) =>
    part.kind === "choice" && part.within !== undefined
      ? [part, ...core(models, openTerm(models, [part.within]).parts, 0)]
      : [part],
  );
  return {
    strings: open.filter((part) => part.kind === "string"),
    numbers: open.filter((part) => part.kind === "number"),
    lists: open.filter((part) => part.kind === "list"),
    objects: open.filter((part) => part.kind === "object"),
    choices: open.filter((part) => part.kind === "choice"),
    unions: open.filter((part) => part.kind === "union"),
    others: open.filter(({ kind }) => ["boolean", "never", "not", "conditional", "null"].includes(kind)),
    core: parts,
  };
}

/** Unions of one branch are that branch; null is looked at apart. */
function core(models: Models, parts: readonly Part[], depth: number): readonly Part[] {
  if (depth > mostOpened) return parts;
  return parts.flatMap((part) => {
    if (part.kind !== "union") return [part];
    const branches = part.branches.filter((branch) => !isNull(models, branch));
    const [only] = branches;
    if (only === undefined) return [part];
    if (branches.length === 1) return core(models, openTerm(models, [only]).parts, depth + 1);
    return branches.length === part.branches.length ? [part] : [{ ...part, branches }];
  });
}

function isNull(models: Models, branch: Shape): boolean {
  const { parts } = openTerm(models, [branch]);
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return false;
  return (
    only.kind === "null" ||
    (only.kind === "choice" && only.values.length > 0 && only.values.every(({ value }) => value === null))
  );
}

/** Several object shapes that hold at once, as one. Names that one of them closes off are not told from the others' own. */
export function mergeObjects(shapes: readonly ObjectShape[]): ObjectShape | undefined {
  const [first, ...others] = shapes;
  if (first === undefined || others.length === 0)
    return first && withRest(first, first.rest ?? first.unevaluated);
  const named = new Map<string, { readonly required: boolean; readonly shapes: readonly Shape[] }>();
  for (const { name, required, shape } of shapes.flatMap(({ properties }) => properties)) {
    const known = named.get(name);
    named.set(name, {
      required: required || known?.required === true,
      shapes: [...(known?.shapes ?? []), shape],
    });
  }
  const also = new Set(shapes.flatMap(({ alsoRequired }) => alsoRequired ?? []));
  const properties = [...named].map(([name, said]) => ({
    name,
    required: said.required || also.has(name),
    shape: together(said.shapes),
  }));
  const rest = shapes.flatMap((shape) => shape.unevaluated ?? shape.rest ?? []);
  const limits = (key: "minProperties" | "maxProperties", pick: (...values: number[]) => number) => {
    const given = shapes.flatMap((shape) => shape[key] ?? []);
    return given.length === 0 ? {} : { [key]: pick(...given) };
  };
  const merged: ObjectShape = {
    kind: "object",
    place: first.place,
    properties,
    alsoRequired: [...also].filter((name) => !named.has(name)),
    patterns: shapes.flatMap(({ patterns }) => patterns ?? []),
    dependentRequired: shapes.flatMap(({ dependentRequired }) => dependentRequired ?? []),
    dependentShapes: shapes.flatMap(({ dependentShapes }) => dependentShapes ?? []),
    ...limits("minProperties", Math.max),
    ...limits("maxProperties", Math.min),
    ...(shapes.some(({ names }) => names !== undefined)
      ? { names: together(shapes.flatMap(({ names }) => names ?? [])) }
      : {}),
  };
  return withRest(merged, rest.length === 0 ? undefined : together(rest));
}

function withRest({ unevaluated: _, rest: __, ...shape }: ObjectShape, rest: Shape | undefined): ObjectShape {
  const names = new Set(shape.properties.map(({ name }) => name));
  const also = new Set(shape.alsoRequired ?? []);
  const properties = shape.properties.map((property) =>
    also.has(property.name) ? { ...property, required: true } : property,
  );
  const alsoRequired = [...also].filter((name) => !names.has(name));
  return {
    ...shape,
    properties,
    ...(alsoRequired.length > 0 ? { alsoRequired } : {}),
    ...(rest === undefined ? {} : { rest }),
  };
}

/** Several shapes of one kind that hold at once, as one; undefined where one shape cannot say what they say. */
export function mergeStrings(shapes: readonly StringShape[]): StringShape | undefined {
  const [first, ...others] = shapes;
  if (first === undefined || others.length === 0) return first;
  for (const key of ["pattern", "format", "encoding", "mediaType", "content"] as const) {
    if (new Set(shapes.flatMap((shape) => shape[key] ?? [])).size > 1) return undefined;
  }
  return {
    ...joined(shapes, first),
    ...bounds(shapes, ["minLength"], ["maxLength"]),
    kind: "string",
    place: first.place,
  };
}

export function mergeNumbers(shapes: readonly NumberShape[]): NumberShape | undefined {
  const [first, ...others] = shapes;
  if (first === undefined || others.length === 0) return first;
  for (const key of ["multipleOf", "format"] as const) {
    if (new Set(shapes.flatMap((shape) => shape[key] ?? [])).size > 1) return undefined;
  }
  const low = ["minimum", "exclusiveMinimum"] as const;
  const high = ["maximum", "exclusiveMaximum"] as const;
  const integer = shapes.some((shape) => shape.integer);
  return {
    ...joined(shapes, first),
    ...bounds(shapes, low, high),
    kind: "number",
    integer,
    place: first.place,
  };
}

export function mergeLists(shapes: readonly ListShape[]): ListShape | undefined {
  const [first, ...others] = shapes;
  if (first === undefined || others.length === 0) return first;
  for (const key of ["prefix", "contains", "unevaluated", "minContains", "maxContains"] as const) {
    if (shapes.filter((shape) => shape[key] !== undefined).length > 1) return undefined;
  }
  const items = shapes.flatMap((shape) => shape.items ?? []);
  return {
    ...joined(shapes, first),
    ...bounds(shapes, ["minItems"], ["maxItems"]),
    ...(items.length === 0 ? {} : { items: together(items) }),
    kind: "list",
    place: first.place,
  };
}

/** All that is said by any of them; of what two say the last one counts, until it is put right. */
function joined<S extends Shape>(shapes: readonly S[], first: S): S {
  return shapes.reduce((all, shape) => ({ ...all, ...shape }), first);
}

type Bound =
  | "minLength"
  | "maxLength"
  | "minItems"
  | "maxItems"
  | "minimum"
  | "maximum"
  | "exclusiveMinimum"
  | "exclusiveMaximum";

type Bounded = Partial<Readonly<Record<Bound, number | bigint>>>;

/** The strictest of each bound. */
function bounds(
  shapes: readonly Bounded[],
  low: readonly Bound[],
  high: readonly Bound[],
): Partial<Record<Bound, number>> {
  const found: Partial<Record<Bound, number>> = {};
  for (const key of [...low, ...high]) {
    const given = shapes.flatMap((shape) => (shape[key] === undefined ? [] : [Number(shape[key])]));
    if (given.length > 0) found[key] = low.includes(key) ? Math.max(...given) : Math.min(...given);
  }
  return found;
}
