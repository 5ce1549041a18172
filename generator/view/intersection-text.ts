import { consistsOf, withoutVariants } from "./alias-cycles.ts";
import type { AllShape, Notes, ObjectShape, Property, Shape, UnionShape } from "../model/shape.ts";
import { collidingLists } from "./colliding-lists.ts";
import { membersText, objectMembers } from "./object-text.ts";
import { isMereCondition, isUntold } from "./is-unknown.ts";
import { withMergedLists } from "./merged-lists.ts";
import { isSilent } from "./named-properties.ts";
import { nullableParts } from "./nullable-parts.ts";
import { objectsIn, requiredNames } from "./objects-in.ts";
import { dependentShapes, namesWithin, offeredProperties } from "./offered-properties.ts";
import { withSharedScalars } from "./shared-scalars.ts";
import { stringLiteral } from "./text.ts";
import {
  bracketed,
  type PrintType,
  tight,
  type TypeContext,
  type TypeText,
  unionOf,
} from "./type-context.ts";

/**
 * The type of values that several shapes hold at once. Objects that are written out become one; a condition
 * without a type of its own, such as a length, says nothing that a type could.
 */
export function intersectionText(shape: AllShape, context: TypeContext, print: PrintType): TypeText {
  const whole = flatParts(shape).map((part) => unlisted(part, context));
  const flat = flatParts({ ...shape, parts: whole });
  const conditions = flat.filter((part) => !isMereCondition(part));
  const { models } = context.views;
  // Beside anything else, `type: object` says nothing more.
  const special = conditions.filter((part) => !isUntold(part) && !isSilentModel(part, context));
  const { parts: bare, isNullable } = nullableParts(special.length === 0 ? conditions : special);
  const parts = withSharedScalars(withMergedLists(bare), models);
  const objects = parts.filter((part) => part.kind === "object");
  const around = objectsIn(parts, models);
  const own = objects.length === 0 ? undefined : described(mergedObject(objects, flat), around);
  const { omitted, properties } = collidingLists(parts, own, context);
  const isAlone = parts.length === objects.length;
  const sometimes = [...flat.filter(({ kind }) => kind === "conditional"), ...flat.flatMap(dependentShapes)];
  const offered =
    around.length === 0 ? [] : offeredProperties(sometimes, () => namesWithin(parts, models), models);
  const drawn = withProperties(own, [...properties, ...offered], shape);
  const beside: TypeContext = {
    ...context,
    isBeside: context.isBeside === true || !isAlone || sometimes.length > 0,
  };
  const drawnText = drawn && ownText(drawn, isAlone, beside, print);
  const texts = parts.flatMap((part) => {
    if (part.kind === "union") return [print(describedBranches(part, around), beside)];
    if (part.kind !== "object") {
      return [without(print(part, { ...beside, isPart: true }), omitted.get(part))];
    }
    // All of them are drawn where the first one stands.
    return part === objects[0] ? (drawnText ?? []) : [];
  });
  const text = intersectionOf(own === undefined ? [...texts, ...(drawnText ?? [])] : texts);
  return isNullable ? unionOf([text, tight("null")]) : text;
}

/** Types joined to an intersection, each once; one that anything fits says nothing. */
function intersectionOf(texts: readonly TypeText[]): TypeText {
  const telling = texts.filter(({ text }) => text !== "unknown");
  const distinct = [...new Map(telling.map((each) => [each.text, each])).values()];
  const [only] = distinct;
  if (only === undefined) return tight("unknown");
  if (distinct.length === 1) return only;
  return { text: distinct.map(bracketed).join(" & "), binds: "as intersection" };
}

function isSilentModel(part: Shape, context: TypeContext): boolean {
  return part.kind === "reference" && isSilent(part, context);
}

/** What is written out; nothing where none of it travels this way and other parts have something to say. */
function ownText(
  own: ObjectShape,
  isAlone: boolean,
  context: TypeContext,
  print: PrintType,
): readonly TypeText[] {
  if (!isAlone && isSilent(own, context)) return [];
  return [tight(membersText(objectMembers(own, context, print)))];
}

/** An object with other properties in the place of those that have their names; undefined if it has none. */
function withProperties(
  own: ObjectShape | undefined,
  properties: readonly Property[],
  { place }: AllShape,
): ObjectShape | undefined {
  if (properties.length === 0) return own;
  const byName = new Map([...(own?.properties ?? []), ...properties].map((each) => [each.name, each]));
  return { ...(own ?? { kind: "object", place }), properties: [...byName.values()] };
}

/** A type without some of its properties. */
function without(type: TypeText, names: readonly string[] = []): TypeText {
  return names.length === 0 ? type : tight(`Omit<${type.text}, ${names.map(stringLiteral).join(" | ")}>`);
}

/** A part that lists the model in the making as one of its variants, without the list. */
function unlisted(part: Shape, { owner, views }: TypeContext): Shape {
  if (owner === undefined || part.kind !== "reference" || !consistsOf(part, owner, views.models)) return part;
  return withoutVariants(part, owner, views.models);
}

function flatParts({ parts }: AllShape): readonly Shape[] {
  return parts.flatMap((part) => (part.kind === "all" ? flatParts(part) : [part]));
}

/** Branches that require what another part describes: `anyOf: [{ required: [a] }, { required: [b] }]`. */
function describedBranches(union: UnionShape, around: readonly ObjectShape[]): UnionShape {
  const branches = union.branches.map((branch) =>
    branch.kind === "object" ? described(branch, around) : branch,
  );
  return { ...union, branches };
}

/**
 * An object with what the objects around it say of its properties: what they are, and that they are required. To
 * TypeScript, `{ a: unknown } & { a?: string }` may lack its `a`.
 */
function described(object: ObjectShape, around: readonly ObjectShape[]): ObjectShape {
  const required = requiredNames(around);
  const properties = object.properties.map((property) =>
    required.has(property.name) ? { ...property, required: true } : property,
  );
  const found = (object.alsoRequired ?? []).flatMap((name) => {
    const same = around.flatMap((other) => other.properties.filter((property) => property.name === name));
    return same.slice(0, 1).map(({ shape }) => ({ name, required: true, shape }));
  });
  const names = new Set(found.map(({ name }) => name));
  const others = (object.alsoRequired ?? []).filter((name) => !names.has(name));
  return { ...object, properties: [...properties, ...found], alsoRequired: others };
}

/**
 * One object that holds what all of them hold: a property of several is of all their shapes at once.
 *
 * @param flat these and all that holds beside them
 */
function mergedObject(objects: readonly ObjectShape[], flat: readonly Shape[]): ObjectShape {
  const [first] = objects;
  if (first === undefined) throw new Error("There is no object to merge.");
  const byName = new Map<string, ObjectShape["properties"][number][]>();
  for (const property of objects.flatMap(({ properties }) => properties)) {
    const known = byName.get(property.name);
    if (known === undefined) byName.set(property.name, [property]);
    else known.push(property);
  }
  const required = new Set(objects.flatMap(({ alsoRequired = [] }) => alsoRequired));
  const unevaluated = flat.flatMap((part) => (part.kind === "object" ? (part.unevaluated ?? []) : [])).at(-1);
  const rests = objects.flatMap(({ rest }) => (rest === undefined ? [] : [rest]));
  return {
    ...unconditional(objects.reduce((all, object) => ({ ...all, ...object }))),
    place: first.place,
    properties: [...byName].map(([name, same]) => ({
      name,
      required: required.has(name) || same.some((property) => property.required),
      shape: allShapes(same.map(({ shape }) => shape)),
    })),
    alsoRequired: [...required].filter((name) => !byName.has(name)),
    patterns: objects.flatMap(({ patterns = [] }) => patterns),
    ...(rests.length === 0 ? {} : { rest: allShapes(rests) }),
    ...(unevaluated === undefined ? {} : { unevaluated }),
  };
}

/** An object without what it says of some objects only. */
function unconditional({ dependentShapes: _sometimes, ...object }: ObjectShape): ObjectShape {
  return object;
}

function allShapes(shapes: readonly Shape[]): Shape {
  const [first] = shapes;
  if (first === undefined) throw new Error("There is no shape to hold.");
  const only = shapes.length === 1 ? first : shapes.find(({ kind }) => kind === "never");
  if (only !== undefined) return only;
  const notes: Notes = shapes.reduce((all, shape) => ({ ...all, ...shape.notes }), {});
  return {
    kind: "all",
    place: first.place,
    parts: shapes,
    ...(Object.keys(notes).length > 0 ? { notes } : {}),
  };
}
