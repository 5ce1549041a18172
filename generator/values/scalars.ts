import type { Json } from "../json.ts";
import { isList, isMap } from "../json.ts";
import type { Model } from "../model/api.ts";
import type { Choice, ChoiceShape, Shape } from "../model/shape.ts";
import { valueKey } from "./value-key.ts";

/** Values without members or items: all of some kinds, and others one by one. */
export interface Scalars {
  readonly kinds: ReadonlySet<ScalarKind>;
  /** What is listed, by `valueKey`; also of a kind of which all are held, for a list that is known to grow. */
  readonly listed: ReadonlyMap<string, Choice>;
}

export type ScalarKind = "string" | "number";

type Models = ReadonlyMap<string, Model>;

/** More shapes than any honest scalar is made of. */
const mostShapes = 500;

interface Search {
  readonly models: Models;
  left: number;
}

/** The scalars that a shape holds; undefined where it may hold anything else, or too much is said to tell. */
export function scalarsOf(shape: Shape, models: Models): Scalars | undefined {
  return find(shape, { models, left: mostShapes }, []);
}

/** What both hold. */
export function meetOf(one: Scalars, other: Scalars): Scalars {
  const shared = [
    ...[...one.listed].filter(([key, { value }]) => other.listed.has(key) || holdsKind(other, value)),
    ...[...other.listed].filter(([key, { value }]) => !one.listed.has(key) && holdsKind(one, value)),
  ];
  return { kinds: new Set([...one.kinds].filter((kind) => other.kinds.has(kind))), listed: new Map(shared) };
}

/** Whether two hold the same, and list the same. */
export function isSameScalars(one: Scalars, other: Scalars): boolean {
  const same = (a: { readonly size: number; keys(): Iterable<string> }, b: { has(key: string): boolean }) =>
    [...a.keys()].every((key) => b.has(key));
  return (
    one.kinds.size === other.kinds.size &&
    one.listed.size === other.listed.size &&
    same(one.kinds, other.kinds) &&
    same(one.listed, other.listed)
  );
}

function find(shape: Shape, search: Search, entered: readonly string[]): Scalars | undefined {
  search.left -= 1;
  if (search.left < 0) return undefined;
  switch (shape.kind) {
    case "never":
      return scalars([], []);
    case "null":
      return scalars([], [null]);
    case "boolean":
      return scalars([], [true, false]);
    case "string":
    case "number":
      return shape.implied === true ? undefined : scalars([shape.kind], []);
    case "choice":
      return ofChoice(shape);
    case "reference": {
      const model = entered.includes(shape.id) ? undefined : search.models.get(shape.id);
      return model && find(model.shape, search, [...entered, shape.id]);
    }
    case "union":
      return joined(shape.branches.map((branch) => find(branch, search, entered)));
    case "all": {
      const [first, ...others] = shape.parts.flatMap((part) => find(part, search, entered) ?? []);
      return first && others.reduce(meetOf, first);
    }
    default:
      return undefined;
  }
}

function ofChoice({ values, extensible }: ChoiceShape): Scalars | undefined {
  if (values.some(({ value }) => isMap(value) || isList(value))) return undefined;
  const kinds = values.flatMap(({ value }) => kindOf(value) ?? []);
  return { kinds: new Set(extensible === true ? kinds : []), listed: listOf(values) };
}

function joined(branches: readonly (Scalars | undefined)[]): Scalars | undefined {
  const known = branches.filter((branch) => branch !== undefined);
  if (known.length < branches.length) return undefined;
  return {
    kinds: new Set(known.flatMap(({ kinds }) => [...kinds])),
    listed: new Map(known.flatMap(({ listed }) => [...listed])),
  };
}

function scalars(kinds: readonly ScalarKind[], values: readonly Json[]): Scalars {
  return { kinds: new Set(kinds), listed: listOf(values.map((value) => ({ value }))) };
}

function listOf(values: readonly Choice[]): ReadonlyMap<string, Choice> {
  return new Map(values.map((choice) => [valueKey(choice.value), choice]));
}

function holdsKind({ kinds }: Scalars, value: Json): boolean {
  const kind = kindOf(value);
  return kind !== undefined && kinds.has(kind);
}

function kindOf(value: Json): ScalarKind | undefined {
  if (typeof value === "string") return "string";
  return typeof value === "number" || typeof value === "bigint" ? "number" : undefined;
}
