import type { Json } from "../json.ts";
import { isList, isMap } from "../json.ts";
import type {
  ChoiceShape,
  Discriminator,
  ListShape,
  NumberShape,
  ReferenceShape,
  Shape,
  StringShape,
  UnionShape,
} from "../model/shape.ts";
import { discriminatorOf } from "../model/directions.ts";
import { branchesWithout, isMereCircle } from "./alias-cycles.ts";
import { intersectionText } from "./intersection-text.ts";
import { isLongChoice, isLongInteger } from "./exact-integers.ts";
import { isUnknown } from "./is-unknown.ts";
import { objectText } from "./object-text.ts";
import { objectsIn, requiredNames } from "./objects-in.ts";
import { scalarsOf } from "../values/scalars.ts";
import { literalText, propertyKey, stringLiteral } from "./text.ts";
import { bracketed, inside, tight, type TypeContext, type TypeText, unionOf } from "./type-context.ts";

/** The type of a shape: every JSON value that the shape holds, as far as TypeScript can say it, is of that type. */
export function typeText(shape: Shape, context: TypeContext): TypeText {
  switch (shape.kind) {
    case "any":
    case "not":
      return tight("unknown");
    case "never":
    case "null":
    case "boolean":
      return tight(shape.kind);
    case "string":
      return tight(stringText(shape, context));
    case "number":
      return numberText(shape, context);
    case "list":
      return tight(listText(shape, context));
    case "object":
      return tight(objectText(shape, context, typeText));
    case "choice":
      return choiceText(shape, context);
    case "reference":
      return variantsText(shape, context) ?? tight(referenceText(shape.id, context));
    case "union":
      return unionText(shape, context);
    case "all":
      return intersectionText(shape, context, typeText);
    case "conditional":
      return tight("unknown");
  }
}

function stringText({ format, encoding, mediaType }: StringShape, context: TypeContext): string {
  const isBytes = format === "binary" || (mediaType !== undefined && encoding === undefined);
  if (!isBytes || !context.isBinary) return "string";
  if (context.direction === "response") return "Blob";
  return context.runtimeType("BinaryPart", "multipart");
}

/** A request may hold an integer that only a bigint is exact about. */
function numberText(shape: NumberShape, { direction, views }: TypeContext): TypeText {
  if (!isLongInteger(shape)) return tight("number");
  if (views.config.int64 === "bigint") return tight("bigint");
  return direction === "request" ? { text: "number | bigint", binds: "as union" } : tight("number");
}

/** `items` after a prefix is the rest of a tuple, if there may be any; the prefix is optional from `minItems` on. */
function listText({ prefix, minItems = 0, maxItems, ...shape }: ListShape, context: TypeContext): string {
  // A list that is nothing else has no other schema that could know of further items.
  const isClosed = prefix !== undefined && shape.contains === undefined && context.isPart !== true;
  const items = shape.items ?? (isClosed ? shape.unevaluated : undefined);
  // What a full list has no room for is not printed, or its imports would stand unused.
  const isFull = prefix !== undefined && maxItems !== undefined && maxItems <= prefix.length;
  const more: Shape = isFull
    ? { kind: "never", place: shape.place }
    : (items ?? { kind: "any", place: shape.place });
  const rest = typeText(more, inside(context));
  if (prefix === undefined) return `${bracketed(rest)}[]`;
  const first = prefix.map((one, index) => {
    const item = typeText(one, inside(context));
    return index < minItems ? item.text : `${bracketed(item)}?`;
  });
  const others = rest.text === "never" ? [] : [`...${bracketed(rest)}[]`];
  return `[${[...first, ...others].join(", ")}]`;
}

function choiceText(shape: ChoiceShape, context: TypeContext): TypeText {
  const { values, within, extensible } = shape;
  const isBig = isBigint(shape, context);
  const listed = values
    .filter(({ value }) => value !== null)
    .map(({ value }) => literalType(valueType(value, isBig)));
  const isNullable = listed.length < values.length || holdsNull(within);
  const isGrowing = extensible === true || (context.isOpen && values.length > 1);
  const kinds = isGrowing ? (["string", "number"] as const) : [];
  const open = kinds.filter((kind) => values.some(({ value }) => typeof value === kind));
  return unionOf([
    ...listed,
    ...open.map((kind) => tight(`(${kind === "number" && isBig ? "bigint" : kind} & {})`)),
    ...(isNullable ? [tight("null")] : []),
  ]);
}

/** Whether integers of a shape are bigints. */
function isBigint(shape: Shape, { views }: TypeContext): boolean {
  return views.config.int64 === "bigint" && (isLongInteger(shape) || isLongChoice(shape));
}

/** What follows a number below zero would take it without its sign. */
function literalType(text: string): TypeText {
  return text.startsWith("-") ? { text, binds: "as intersection" } : tight(text);
}

/** The type of one value. Digits that a number cannot hold make no literal of it. */
function valueType(value: Json, isBig = false): string {
  if (isBig && (typeof value === "bigint" || Number.isInteger(value))) return `${String(value)}n`;
  if (typeof value === "bigint") return "number";
  if (isList(value)) return `[${value.map((item) => valueType(item)).join(", ")}]`;
  if (!isMap(value)) return literalText(value);
  const members = [...value].map(([key, member]) => `${propertyKey(key)}: ${valueType(member)}`);
  return members.length === 0 ? "Record<string, never>" : `{ ${members.join("; ")} }`;
}

/** A spec that allows null beside an enum means the list to hold it. */
function holdsNull(within: Shape | undefined): boolean {
  if (within?.kind === "null") return true;
  return within?.kind === "union" && within.branches.some(holdsNull);
}

function referenceText(id: string, { views, direction, nameOf }: TypeContext): string {
  const names = views.names.models.get(id);
  if (names === undefined || isMereCircle(id, views.models)) return "unknown";
  return nameOf(direction === "request" ? (names.input ?? names.type) : names.type);
}

/**
 * The variants of a model that tells apart what is made of it; undefined for any other, and where the model itself is
 * meant. An alias names it, for a variant may be made of that alias.
 */
function variantsText({ id, place }: ReferenceShape, context: TypeContext): TypeText | undefined {
  if (context.owner !== undefined || context.isPart === true) return undefined;
  const base = context.views.models.get(id)?.shape;
  const isUnion = base?.kind === "all" && base.parts.some(({ kind }) => kind === "union");
  const discriminator =
    base === undefined || isUnion || base.kind === "union" ? undefined : discriminatorOf(base);
  if (discriminator === undefined || discriminator.mapping.length === 0) return undefined;
  const ids = [...new Set(discriminator.mapping.map((variant) => variant.id))];
  const branches = ids.map((variant): Shape => ({ kind: "reference", place, id: variant }));
  return unionText(
    { kind: "union", place, mode: "one", branches, discriminator },
    { ...context, isPart: true },
  );
}

/** Branches that a discriminator tells apart say so in their types, so that comparing it narrows them. */
function unionText(shape: UnionShape, context: TypeContext): TypeText {
  const { branches, discriminator } = shape;
  if (isUnknown(shape, context)) return tight("unknown");
  return unionOf(
    branches.map((branch) => {
      const text = openText(branchText(branch, context), branches, context);
      const member = discriminator === undefined ? undefined : tagMember(branch, discriminator, context);
      if (member === undefined) return text;
      return { text: `${bracketed(text)} & { ${member} }`, binds: "as intersection" };
    }),
  );
}

/** Any text beside listed ones, spelled so that an editor still suggests these; an open list has it already. */
function openText(text: TypeText, branches: readonly Shape[], context: TypeContext): TypeText {
  if (text.text !== "string") return text;
  const { models } = context.views;
  const lists = branches.filter((branch) => {
    const listed = scalarsOf(branch, models)?.listed.values() ?? [];
    return [...listed].some(({ value }) => typeof value === "string");
  });
  if (lists.length === 0) return text;
  const isOpen = lists.some((list) => typeText(list, context).text.includes("(string & {})"));
  return tight(isOpen ? "never" : "(string & {})");
}

/** A union that is a branch of its own branch adds nothing to itself; the other's branches are written out. */
function branchText(branch: Shape, context: TypeContext): TypeText {
  const { owner, views } = context;
  const open = owner === undefined ? [branch] : branchesWithout(branch, owner, views.models);
  return unionOf(open.map((shape) => typeText(shape, context)));
}

/**
 * The property with the values that a discriminator tells a branch by; undefined where the branch itself says as much,
 * or nothing of the kind. A branch that may lack the property may do so all the same.
 */
function tagMember(branch: Shape, discriminator: Discriminator, context: TypeContext): string | undefined {
  const { views } = context;
  // The branch that takes what no other one does has any value there, or none.
  if (branch.kind !== "reference" || discriminator.fallback === branch.id) return undefined;
  const values = discriminator.mapping.filter(({ id }) => id === branch.id).map(({ value }) => value);
  const objects = objectsIn([branch], views.models);
  const name = discriminator.property;
  const property = objects.flatMap(({ properties }) => properties).find((one) => one.name === name);
  // A union has a value there for each of its own branches.
  if (property === undefined && leadsToUnion(branch, views.models)) return undefined;
  const tags = tagsAmong(values, property?.shape, context);
  const isOptional = property !== undefined && !requiredNames(objects).has(name);
  return tags.length === 0
    ? undefined
    : `${stringLiteral(name)}${isOptional ? "?" : ""}: ${tags.join(" | ")}`;
}

/** Those of the values that a property may have; none where it has no others anyway. */
function tagsAmong(
  values: readonly string[],
  shape: Shape | undefined,
  context: TypeContext,
): readonly string[] {
  const scalars = shape === undefined ? undefined : scalarsOf(shape, context.views.models);
  const isBig = shape !== undefined && isBigint(shape, context);
  if (scalars === undefined || scalars.kinds.has("string")) return values.map(stringLiteral);
  const own = [...scalars.listed.values()].flatMap(({ value }) => (value === null ? [] : [value]));
  const told = own.filter((value) => values.includes(String(value)));
  // A mapping has texts, also for values that are numbers.
  const isNumber = scalars.kinds.has("number");
  const numbers = isNumber ? values.map(Number).filter(Number.isFinite) : [];
  if (!isNumber && told.length === own.length) return [];
  return [...new Set([...told, ...numbers].map((value) => valueType(value, isBig)))];
}

/** Whether what a reference leads to, past other references, is a union. */
function leadsToUnion(shape: Shape, models: TypeContext["views"]["models"]): boolean {
  const seen = new Set<string>();
  let here: Shape | undefined = shape;
  while (here?.kind === "reference" && !seen.has(here.id)) {
    seen.add(here.id);
    here = models.get(here.id)?.shape;
  }
  return here?.kind === "union" || (here?.kind === "all" && here.parts.some(({ kind }) => kind === "union"));
}
