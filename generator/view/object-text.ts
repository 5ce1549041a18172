import type { ObjectShape, Property } from "../model/shape.ts";
import { docComment } from "./doc-comment.ts";
import { factTags, factWords } from "./facts.ts";
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
 * described, then an index signature for all others where the spec speaks of them.
 */
export function objectMembers(
  shape: ObjectShape,
  context: TypeContext,
  print: PrintType,
): readonly MemberView[] {
  const properties = shape.properties.filter((property) => travels(property.shape, context));
  const hidden = new Set(
    shape.properties.filter((property) => !properties.includes(property)).map(({ name }) => name),
  );
  const also = (shape.alsoRequired ?? []).filter((name) => !hidden.has(name));
  const members = [
    ...properties.map((property) => propertyMember(property, context, print)),
    ...also.map((name) => ({ doc: [], key: propertyKey(name), text: "unknown" })),
  ];
  const index = indexType(shape, context, print);
  if (index !== undefined) {
    const text = unionOf([index, ...propertyTypes(properties, context, print)]).text;
    return [...members, { doc: [], key: "[name: string]", text }];
  }
  const isUntold = members.length === 0 && shape.rest === undefined;
  return isUntold && hidden.size === 0 ? [{ doc: [], key: "[name: string]", text: "unknown" }] : members;
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
function indexType(
  { rest, patterns = [] }: ObjectShape,
  context: TypeContext,
  print: PrintType,
): TypeText | undefined {
  const spoken = [...patterns.map(({ shape }) => shape), ...(rest === undefined ? [] : [rest])];
  const types = spoken.filter(({ kind }) => kind !== "never").map((shape) => print(shape, inside(context)));
  return types.length === 0 ? undefined : unionOf(types);
}

/** An index signature has to allow for the named properties, absent ones included. */
function propertyTypes(
  properties: readonly Property[],
  context: TypeContext,
  print: PrintType,
): readonly TypeText[] {
  const types = properties.map(({ shape }) => print(shape, inside(context)));
  return properties.some(({ required }) => !required) ? [...types, tight("undefined")] : types;
}
