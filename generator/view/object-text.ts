import type { ObjectShape, Property, Shape } from "../model/shape.ts";
import { docComment } from "./doc-comment.ts";
import { factTags, factWords } from "./facts.ts";
import { isUnknown } from "./is-unknown.ts";
import { dependentShapes, offeredProperties } from "./offered-properties.ts";
import type { MemberView } from "./page.ts";
import { propertyKey } from "./text.ts";
import {
  inside,
  type PrintType,
  tight,
  travels,
  type TypeContext,
  type TypeText,
  unionOf,
} from "./type-context.ts";

/** The type of an object in one piece, for a place inside another type. */
export function objectText(shape: ObjectShape, context: TypeContext, print: PrintType): string {
  return membersText(objectMembers(shape, context, print));
}

/** Members as the text of an object type. */
export function membersText(members: readonly MemberView[]): string {
  const lines = members.flatMap(({ doc, key, text }) => [...doc, `${key}: ${text};`]);
  return lines.length === 0 ? "Record<string, never>" : ["{", ...lines, "}"].join("\n");
}

/**
 * The members of an object type: the properties in the order of the spec, then required ones that are not
 * described, then those whose names alone are listed, or an index signature, where the spec speaks of others.
 */
export function objectMembers(
  shape: ObjectShape,
  context: TypeContext,
  print: PrintType,
): readonly MemberView[] {
  const rest = restOf(shape, context);
  const offered = rest === undefined ? offeredBy(shape, context) : [];
  const properties = [...shape.properties, ...offered].filter(({ shape: each }) => travels(each, context));
  const shown = new Set(properties);
  const hidden = new Set(shape.properties.filter((property) => !shown.has(property)).map(({ name }) => name));
  const also = (shape.alsoRequired ?? []).filter((name) => !hidden.has(name));
  const listed = listedNames(shape.names, context);
  const isSignature = also.length === 0 && listed === undefined;
  // A name that is only required may match no pattern. Beside what may be anything a signature says so too.
  const isLost = isSignature
    ? properties.some((property) => isUnknown(property.shape, context))
    : rest === undefined;
  const others = othersType({ ...shape, rest }, context, isLost ? () => tight("unknown") : print);
  const members = [
    ...properties.map((property) => propertyMember(property, context, print)),
    ...also.map((name) => ({ doc: [], key: propertyKey(name), text: others?.text ?? "unknown" })),
  ];
  if (listed !== undefined && rest?.kind !== "never") {
    const known = new Set([...shape.properties.map(({ name }) => name), ...also]);
    const text = others?.text ?? "unknown";
    const more = listed.filter((name) => !known.has(name));
    return [...members, ...more.map((name) => ({ doc: [], key: `${propertyKey(name)}?`, text }))];
  }
  if (others !== undefined) return [...members, indexMember(others, members)];
  const isUntold = members.length === 0 && rest === undefined;
  return isUntold && hidden.size === 0 ? [{ doc: [], key: "[name: string]", text: "unknown" }] : members;
}

/** What holds of all properties that nobody names; nothing of this kind where another shape may name more of them. */
function restOf(shape: ObjectShape, { isBeside, views }: TypeContext): Shape | undefined {
  const { rest, patterns = [], unevaluated, place } = shape;
  if (rest !== undefined) return rest;
  if (isBeside === true) return patterns.length === 0 ? undefined : { kind: "any", place };
  if (unevaluated === undefined || unevaluated.kind === "never") return undefined;
  if (shape.dependentShapes !== undefined) return undefined;
  // Which integers become bigints is known of named properties and of `additionalProperties`.
  return views.config.int64 === "bigint" ? { kind: "any", place } : unevaluated;
}

function offeredBy(shape: ObjectShape, { views }: TypeContext): readonly Property[] {
  const known = (): Set<string> =>
    new Set([...shape.properties.map(({ name }) => name), ...(shape.alsoRequired ?? [])]);
  return offeredProperties(dependentShapes(shape), known, views.models);
}

function propertyMember(
  { name, required, shape }: Property,
  context: TypeContext,
  print: PrintType,
): MemberView {
  const isTag = context.views.discriminators.has(`${context.owner} ${name}`);
  return {
    doc: docComment([shape.notes?.description, factWords(shape)], factTags(shape)),
    key: `${propertyKey(name)}${required ? "" : "?"}`,
    text: print(shape, { ...inside(context), isOpen: context.isOpen && !isTag }).text,
  };
}

/** What any property beside the named ones may hold; undefined where there are none or nothing is said. */
function othersType(
  { rest, patterns = [] }: { readonly rest: Shape | undefined } & Pick<ObjectShape, "patterns">,
  context: TypeContext,
  print: PrintType,
): TypeText | undefined {
  const spoken = [...patterns.map(({ shape }) => shape), ...(rest === undefined ? [] : [rest])];
  if (spoken.some((shape) => isUnknown(shape, context))) return tight("unknown");
  const types = spoken.filter(({ kind }) => kind !== "never").map((shape) => print(shape, inside(context)));
  return types.length === 0 ? undefined : unionOf(types);
}

/** The only names that properties may have, where the spec lists them. */
function listedNames(names: Shape | undefined, { views }: TypeContext): readonly string[] | undefined {
  const shape = names?.kind === "reference" ? views.models.get(names.id)?.shape : names;
  if (shape?.kind !== "choice") return undefined;
  return shape.values.flatMap(({ value }) => (typeof value === "string" ? [value] : []));
}

/** A signature that says more than this is nothing that a reader could make use of. */
const longestSignature = 1000;

/** An index signature has to allow for the named properties, absent ones included. */
function indexMember(others: TypeText, members: readonly MemberView[]): MemberView {
  const types = members.map(({ text }) => tight(text));
  const absent = members.some(({ key }) => key.endsWith("?")) ? [tight("undefined")] : [];
  const { text } = unionOf([others, ...types, ...absent]);
  return { doc: [], key: "[name: string]", text: text.length > longestSignature ? "unknown" : text };
}
