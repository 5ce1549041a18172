import type { Notes, ObjectShape, PatternProperties, Property, Shape } from "../../model/shape.ts";
import { isSame as isSameValue, valueKey } from "../../values/value-key.ts";
import type { Model } from "../../model/api.ts";
import type { Models } from "../../subtype/term.ts";

export type IsSame = (before: Shape, after: Shape) => boolean;

const deepest = 400;

/** So many alternatives, or parts, are looked for wherever they stand now. */
const mostShuffled = 24;

/**
 * Tells whether two shapes say the same, whatever their models are called and wherever they stand: nothing in them is a
 * change then. Words for people do not count; the order of properties and listed values does not either.
 *
 * @param isTaken whether two models are taken for the same without a look inside
 */
export function openSameness(
  models: Models,
  isTaken: (before: Model, after: Model) => boolean = () => false,
): IsSame {
  const known = new Map<string, boolean>();
  /** Pairs that are taken for the same until the first difference is found. */
  let assumed: string[] = [];
  let depth = 0;

  function isSame(a: Shape, b: Shape): boolean {
    if (a === b) return true;
    if (a.kind !== b.kind || depth > deepest || !isSameNotes(a.notes, b.notes)) return false;
    depth += 1;
    const same = isSameKind(a, b);
    depth -= 1;
    return same;
  }

  function isSameModel(a: string, b: string): boolean {
    if (a === b) return true;
    const key = `${a}\n${b}`;
    const decided = known.get(key);
    if (decided !== undefined) return decided;
    const one = models.get(a);
    const other = models.get(b);
    if (one === undefined || other === undefined) return one === other;
    if (isTaken(one, other)) return true;
    const start = assumed.length;
    known.set(key, true);
    assumed.push(key);
    if (isSame(one.shape, other.shape)) return true;
    for (const each of assumed.slice(start)) known.delete(each);
    assumed = assumed.slice(0, start);
    known.set(key, false);
    return false;
  }

  function isSameOption(a: Shape | undefined, b: Shape | undefined): boolean {
    return a === undefined || b === undefined ? a === b : isSame(a, b);
  }

  function areSame(a: readonly Shape[] = [], b: readonly Shape[] = []): boolean {
    return a.length === b.length && a.every((shape, index) => isSameOption(shape, b[index]));
  }

  function areSameInAnyOrder(a: readonly Shape[], b: readonly Shape[]): boolean {
    if (a.length !== b.length || a.length > mostShuffled) return areSame(a, b);
    const left = [...b];
    return a.every((shape, index) => {
      // Most stand where they stood.
      const here = b[index];
      const found =
        here !== undefined && left.includes(here) && isSame(shape, here)
          ? here
          : left.find((each) => isSame(shape, each));
      if (found === undefined) return false;
      left.splice(left.indexOf(found), 1);
      return true;
    });
  }

  function isSameKind(a: Shape, b: Shape): boolean {
    if (a.kind === "reference" && b.kind === "reference") return isSameModel(a.id, b.id);
    if (a.kind === "choice" && b.kind === "choice") {
      const values = new Set(a.values.map(({ value }) => valueKey(value)));
      const others = new Set(b.values.map(({ value }) => valueKey(value)));
      return (
        values.size === others.size &&
        [...values].every((key) => others.has(key)) &&
        a.extensible === b.extensible &&
        isSameOption(a.within, b.within)
      );
    }
    if (a.kind === "object" && b.kind === "object") return isSameObject(a, b);
    if (a.kind === "list" && b.kind === "list")
      return (
        areSame(a.prefix, b.prefix) &&
        isSameOption(a.items, b.items) &&
        isSameOption(a.contains, b.contains) &&
        isSameOption(a.unevaluated, b.unevaluated) &&
        isPlainlySame(a, b)
      );
    if (a.kind === "union" && b.kind === "union")
      return (
        a.mode === b.mode &&
        areSameInAnyOrder(a.branches, b.branches) &&
        isSameDiscriminator(a.discriminator, b.discriminator)
      );
    if (a.kind === "all" && b.kind === "all")
      return areSameInAnyOrder(a.parts, b.parts) && isSameDiscriminator(a.discriminator, b.discriminator);
    if (a.kind === "not" && b.kind === "not") return isSame(a.shape, b.shape);
    if (a.kind === "conditional" && b.kind === "conditional")
      return (
        isSame(a.condition, b.condition) &&
        isSameOption(a.then, b.then) &&
        isSameOption(a.otherwise, b.otherwise)
      );
    if (a.kind === "string" && b.kind === "string")
      return isSameOption(a.content, b.content) && isPlainlySame(a, b);
    return isPlainlySame(a, b);
  }

  function areSameNamed(a: readonly NamedShape[] = [], b: readonly NamedShape[] = []): boolean {
    const others = new Map(b.map(({ name, shape }) => [name, shape]));
    return a.length === b.length && a.every(({ name, shape }) => isSameOption(shape, others.get(name)));
  }

  function isSameObject(a: ObjectShape, b: ObjectShape): boolean {
    const others = new Map(b.properties.map((property) => [property.name, property]));
    const isSameProperty = (property: Property): boolean => {
      const other = others.get(property.name);
      return (
        other !== undefined && other.required === property.required && isSame(property.shape, other.shape)
      );
    };
    return (
      a.properties.length === b.properties.length &&
      a.properties.every(isSameProperty) &&
      areSameNamed(a.patterns?.map(byPattern), b.patterns?.map(byPattern)) &&
      isSameOption(a.rest, b.rest) &&
      isSameOption(a.names, b.names) &&
      isSameOption(a.unevaluated, b.unevaluated) &&
      areSameNamed(a.dependentShapes, b.dependentShapes) &&
      isSameDiscriminator(a.discriminator, b.discriminator) &&
      isPlainlySame(a, b)
    );
  }

  function isSameDiscriminator(a: ObjectShape["discriminator"], b: ObjectShape["discriminator"]): boolean {
    if (a === undefined || b === undefined) return a === b;
    const ids = new Map(b.mapping.map(({ value, id }) => [value, id]));
    return (
      a.property === b.property &&
      a.mapping.length === b.mapping.length &&
      a.mapping.every(({ value, id }) => {
        const other = ids.get(value);
        return other !== undefined && isSameModel(id, other);
      }) &&
      (a.fallback === undefined) === (b.fallback === undefined)
    );
  }

  return isSame;
}

interface NamedShape {
  readonly name: string;
  readonly shape: Shape;
}

function byPattern({ pattern, shape }: PatternProperties): NamedShape {
  return { name: pattern, shape };
}

/** Fields that hold shapes or words, or are compared by themselves. */
const apart = new Set([
  "kind",
  "place",
  "notes",
  "properties",
  "patterns",
  "rest",
  "names",
  "unevaluated",
  "dependentShapes",
  "discriminator",
  "prefix",
  "items",
  "contains",
  "content",
]);

/** Whether all other fields are the same: numbers, words, names. */
function isPlainlySame(a: Shape, b: Shape): boolean {
  const one: Readonly<Record<string, unknown>> = { ...a };
  const other: Readonly<Record<string, unknown>> = { ...b };
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => apart.has(key) || isSameField(one[key], other[key]));
}

function isSameField(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  const sorted = (value: unknown) =>
    JSON.stringify(Array.isArray(value) ? value.map((each) => JSON.stringify(each)).sort() : value);
  return sorted(a) === sorted(b);
}

function isSameNotes(a: Notes = nothing, b: Notes = nothing): boolean {
  return a === b || isSaidTheSame(a, b);
}

const nothing: Notes = {};

function isSaidTheSame(a: Notes, b: Notes): boolean {
  return (
    a.readOnly === b.readOnly &&
    a.writeOnly === b.writeOnly &&
    a.deprecated === b.deprecated &&
    (a.default === undefined || b.default === undefined
      ? a.default === b.default
      : isSameValue(a.default, b.default)) &&
    sunsetOf(a) === sunsetOf(b) &&
    (a.misplaced === b.misplaced || JSON.stringify(a.misplaced ?? []) === JSON.stringify(b.misplaced ?? []))
  );
}

/** What an author says of the life of a schema, in extensions. */
export function sunsetOf({ extensions }: Notes): string {
  if (extensions === undefined) return "[]";
  return JSON.stringify(
    extensions
      .filter(({ name }) => name === "x-sunset" || name === "x-stability-level")
      .map(({ value }) => value),
  );
}
