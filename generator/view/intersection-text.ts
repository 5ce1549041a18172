import { consistsOf, withoutVariants } from "./alias-cycles.ts";
import type { AllShape, ObjectShape, Shape, UnionShape } from "../model/shape.ts";
import { membersText, objectMembers } from "./object-text.ts";
import { isMereCondition, isUntold } from "./is-unknown.ts";
import { objectsIn, requiredNames } from "./objects-in.ts";
import { bracketed, type PrintType, tight, type TypeContext, type TypeText } from "./type-context.ts";

/**
 * The type of values that several shapes hold at once. Objects that are written out become one; a condition
 * without a type of its own, such as a length, says nothing that a type could.
 */
export function intersectionText(shape: AllShape, context: TypeContext, print: PrintType): TypeText {
  const whole = flatParts(shape).map((part) => unlisted(part, context));
  const conditions = flatParts({ ...shape, parts: whole }).filter((part) => !isMereCondition(part));
  // Beside anything else, `type: object` says nothing more.
  const special = conditions.filter((part) => !isUntold(part));
  const parts = special.length === 0 ? conditions : special;
  const objects = parts.filter((part) => part.kind === "object");
  const around = objectsIn(parts, context.views.models);
  const texts = parts.flatMap((part) => {
    if (part.kind === "union") return [print(describedBranches(part, around), context)];
    if (part.kind !== "object") return [print(part, { ...context, isPart: true })];
    // All of them are drawn where the first one stands.
    if (part !== objects[0]) return [];
    const merged = described(mergedObject(objects), around);
    return [tight(membersText(objectMembers(merged, context, print)))];
  });
  const telling = texts.filter(({ text }) => text !== "unknown");
  const distinct = telling.filter(
    ({ text }, index) => telling.findIndex((other) => other.text === text) === index,
  );
  const [only] = distinct;
  if (only === undefined) return tight("unknown");
  if (distinct.length === 1) return only;
  return { text: distinct.map(bracketed).join(" & "), binds: "as intersection" };
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

/** One object that holds what all of them hold: a property of several is of all their shapes at once. */
function mergedObject(objects: readonly ObjectShape[]): ObjectShape {
  const [first, ...others] = objects;
  if (first === undefined) throw new Error("There is no object to merge.");
  return others.reduce(mergePair, first);
}

function mergePair(a: ObjectShape, b: ObjectShape): ObjectShape {
  const byName = new Map(a.properties.map((property) => [property.name, property]));
  for (const property of b.properties) {
    const before = byName.get(property.name);
    byName.set(
      property.name,
      before === undefined
        ? property
        : {
            name: property.name,
            required: before.required || property.required,
            shape: bothShapes(before.shape, property.shape),
          },
    );
  }
  const required = new Set([...(a.alsoRequired ?? []), ...(b.alsoRequired ?? [])]);
  const rest = a.rest !== undefined && b.rest !== undefined ? bothShapes(a.rest, b.rest) : (a.rest ?? b.rest);
  return {
    ...a,
    ...b,
    place: a.place,
    properties: [...byName.values()].map((property) =>
      required.has(property.name) ? { ...property, required: true } : property,
    ),
    alsoRequired: [...required].filter((name) => !byName.has(name)),
    patterns: [...(a.patterns ?? []), ...(b.patterns ?? [])],
    ...(rest === undefined ? {} : { rest }),
  };
}

function bothShapes(a: Shape, b: Shape): Shape {
  const never = [a, b].find(({ kind }) => kind === "never");
  if (never !== undefined) return never;
  const notes = { ...a.notes, ...b.notes };
  return { kind: "all", place: a.place, parts: [a, b], ...(Object.keys(notes).length > 0 ? { notes } : {}) };
}
