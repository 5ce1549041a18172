import { isList } from "../json.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import { flagOf, follow, items, mapOf, member, members, textOf } from "../load/node.ts";
import { anchorOf } from "../load/shared-anchors.ts";
import { borrowedProperties } from "../load/stray-references.ts";
import { buildChoice } from "./build-choice.ts";
import { buildDiscriminator } from "./build-discriminator.ts";
import { buildNotes } from "./build-notes.ts";
import {
  buildList,
  buildNumber,
  buildObject,
  buildString,
  isSchema,
  keywordsByType,
  type Build,
  within,
} from "./build-typed-shape.ts";
import { isBefore31 } from "./is-before-31.ts";
import type { Heirs } from "./list-heirs.ts";
import { present } from "./present.ts";
import type { References } from "./references.ts";
import { readSwaggerSchema } from "./swagger/read-swagger-schema.ts";
import type { Discriminator, Notes, ReferenceShape, Shape, UnionShape } from "./shape.ts";

/** What stands around a schema: the version decides what its keywords mean. */
export interface ShapeContext {
  readonly document: SpecDocument;
  readonly references: References;
  /** Inside of properties that a schema has from elsewhere. */
  readonly isBorrowed?: true;
  /** Whom a discriminator without a list of variants tells apart. */
  readonly heirs: Heirs;
  /** The names by which a `$dynamicRef` may mean one schema or another. */
  readonly sharedAnchors: ReadonlySet<string>;
}

/**
 * Build the shape of a Schema Object (JSON Schema 2020-12; OpenAPI 3.0 schemas are read as what they mean in
 * it). Each keyword that stands for a condition of its own becomes a part; several parts hold at once.
 * Anything that is not a schema is the shape of every value.
 */
export function buildShape(context: ShapeContext, written: SpecNode): Shape {
  if (written.value === false) return { kind: "never", place: written.place };
  if (mapOf(written) === undefined) return { kind: "any", place: written.place };
  const isSwagger = context.document.version === "2.0";
  const node = isSwagger ? readSwaggerSchema(written, context.heirs) : written;
  const notes = buildNotes(node);
  const reference = buildReference(context, node);
  // Before 3.1 a Reference Object is nothing but its `$ref`: what stands beside it has no meaning.
  if (reference !== undefined && isBefore31(context.document)) {
    // Swagger 2.0 has no other way to say that null may stand there too.
    return isSwagger && flagOf(node, "nullable") === true ? orNull(reference) : reference;
  }
  const parts =
    reference === undefined ? buildParts(context, node) : [reference, ...buildParts(context, node)];
  return conjunction(context, node, parts, notes);
}

function conjunction(
  context: ShapeContext,
  node: SpecNode,
  parts: readonly Shape[],
  notes: Notes | undefined,
): Shape {
  const [only] = parts;
  const discriminator = buildDiscriminator(context.references, node, [], context.heirs(node));
  if (only === undefined) return withNotes({ kind: "any", place: node.place }, notes);
  const all = present<Shape>({ kind: "all", place: node.place, parts, discriminator });
  const standsAlone = parts.length === 1 && (only.place === node.place || only.notes === undefined);
  const isBase = discriminator !== undefined && only.kind !== "union" && member(node, "allOf") !== undefined;
  const single =
    only.place === node.place ? discriminated(only, discriminator) : { ...only, place: node.place };
  const whole = standsAlone && !isBase ? single : all;
  return withNotes(isNullableWhole(context, node) ? orNull(whole) : whole, notes);
}

/** A schema that others are made of tells them apart too; a union has been told its own way. */
function discriminated(shape: Shape, discriminator: Discriminator | undefined): Shape {
  if (discriminator === undefined) return shape;
  if (shape.kind === "object") return { ...shape, discriminator };
  if (shape.kind !== "union" || shape.discriminator !== undefined) return shape;
  return { ...shape, branches: shape.branches.map((branch) => discriminated(branch, discriminator)) };
}

/** OpenAPI 3.0 ties `nullable` to `type`; who writes it beside a list of schemas means null or one of these. */
function isNullableWhole(context: ShapeContext, node: SpecNode): boolean {
  if (!isBefore31(context.document) || flagOf(node, "nullable") !== true) return false;
  return ["allOf", "oneOf", "anyOf"].some((keyword) => items(member(node, keyword)).length > 0);
}

function orNull(shape: Shape): Shape {
  const { place } = shape;
  return { kind: "union", place, mode: "any", branches: [shape, { kind: "null", place }] };
}

function withNotes(shape: Shape, notes: Notes | undefined): Shape {
  return notes === undefined ? shape : { ...shape, notes };
}

/** What makes the condition that is a schema's own, rather than one of the schemas inside it. */
const ownKeywords: ReadonlySet<string> = new Set([
  "type",
  "format",
  "enum",
  "const",
  "x-extensible-enum",
  ...Object.values(keywordsByType).flat(),
]);

/** The conditions of one schema in the order in which they are written. */
function buildParts(context: ShapeContext, node: SpecNode): readonly Shape[] {
  const build: Build = (inner) => buildShape(context, inner);
  const own = buildChoice(node, buildTyped(context, node, build), isBefore31(context.document));
  const parts: Shape[] = [];
  let isOwnDone = own === undefined;
  for (const [keyword, inner] of members(node)) {
    if (keyword === "allOf") for (const part of items(inner)) parts.push(build(part));
    else if (keyword === "oneOf" || keyword === "anyOf") {
      if (items(inner).length > 0) parts.push(buildUnion(context, node, keyword));
    } else if (keyword === "not") {
      if (isSchema(inner)) parts.push(buildNot(node, build(inner)));
    } else if (keyword === "if") {
      if (isSchema(inner)) parts.push(buildConditional(node, inner, build));
    } else if (own !== undefined && !isOwnDone && ownKeywords.has(keyword)) {
      parts.push(own);
      isOwnDone = true;
    }
  }
  return parts;
}

/** Nothing is what is not anything. */
function buildNot({ place }: SpecNode, shape: Shape): Shape {
  return shape.kind === "any" ? { kind: "never", place } : { kind: "not", place, shape };
}

function buildConditional(node: SpecNode, condition: SpecNode, build: Build): Shape {
  return present<Shape>({
    kind: "conditional",
    place: node.place,
    condition: build(condition),
    then: within(node, "then", build),
    otherwise: within(node, "else", build),
  });
}

function buildUnion(context: ShapeContext, node: SpecNode, keyword: "oneOf" | "anyOf"): UnionShape {
  const schemas = items(member(node, keyword));
  return present<UnionShape>({
    kind: "union",
    place: node.place,
    mode: keyword === "oneOf" ? "one" : "any",
    branches: schemas.map((schema) => buildShape(context, schema)),
    discriminator: buildDiscriminator(context.references, node, schemas),
  });
}

function buildReference(context: ShapeContext, node: SpecNode): ReferenceShape | undefined {
  const dynamic = textOf(node, "$dynamicRef");
  // What stands for one schema here and for another there stands for anything.
  const isShared = context.sharedAnchors.has(anchorOf(dynamic ?? ""));
  const reference = textOf(node, "$ref") ?? (isShared ? undefined : dynamic);
  const id = reference === undefined ? undefined : context.references.refer(reference, node);
  return id === undefined ? undefined : { kind: "reference", place: node.place, id };
}

/** The conditions that `type` and the keywords of each type make together; undefined if there are none. */
function buildTyped(context: ShapeContext, node: SpecNode, build: Build): Shape | undefined {
  const types = typesOf(context, node);
  if (types !== undefined) {
    const branches = types.map((type) => shapeOfType(context, node, type, build));
    const [only] = branches;
    if (only !== undefined && branches.length === 1) return only;
    return { kind: "union", place: node.place, mode: "any", branches };
  }
  const implied = impliedTypes(node).map((type) => shapeOfType(context, node, type, build, true));
  const [only] = implied;
  if (only === undefined || implied.length === 1) return only;
  return { kind: "all", place: node.place, parts: implied };
}

/** The list under `type`, `null` added where OpenAPI 3.0 says `nullable`; undefined if any type will do. */
function typesOf(context: ShapeContext, node: SpecNode): readonly string[] | undefined {
  const type = member(node, "type")?.value;
  const listed = isList(type) ? type.filter((item) => typeof item === "string") : undefined;
  const types = typeof type === "string" ? [type] : listed;
  if (types === undefined || types.length === 0) return undefined;
  const isNullable = isBefore31(context.document) && flagOf(node, "nullable") === true;
  return [...new Set(isNullable && !isNullableWhole(context, node) ? [...types, "null"] : types)];
}

const numberFormats: ReadonlySet<string> = new Set(["int32", "int64", "float", "double"]);

/** The types that the keywords of a schema without `type` speak of. */
function impliedTypes(node: SpecNode): readonly string[] {
  const schema = mapOf(node);
  const types = Object.entries(keywordsByType).flatMap(([type, keywords]) =>
    keywords.some((keyword) => schema?.has(keyword)) ? [type] : [],
  );
  const format = textOf(node, "format");
  if (format === undefined || types.length > 0) return types;
  return [numberFormats.has(format) ? "number" : "string"];
}

function shapeOfType(
  context: ShapeContext,
  node: SpecNode,
  type: string,
  build: Build,
  implied?: true,
): Shape {
  switch (type) {
    case "null":
      return { kind: "null", place: node.place };
    case "boolean":
      return { kind: "boolean", place: node.place };
    case "string":
      return buildString(node, build, implied);
    case "number":
    case "integer":
      return buildNumber(node, type === "integer", implied);
    case "array":
      return buildList(node, build, implied);
    case "object":
      return buildObject(node, buildProperties(context, node), build, implied);
    default:
      return { kind: "any", place: node.place };
  }
}

/**
 * The shapes of the properties, by name. Those that a `$ref` among them leads to come last; that once, for such
 * properties may lead to themselves again.
 */
function buildProperties(
  context: ShapeContext,
  node: SpecNode,
): readonly (readonly [name: string, shape: Shape])[] {
  const properties = member(node, "properties");
  const reference = borrowedProperties(node);
  const own = members(properties).filter(([, { place }]) => place.pointer !== reference?.place.pointer);
  const built = new Map(own.map(([name, schema]) => [name, buildShape(context, schema)]));
  if (reference === undefined || context.isBorrowed === true) return [...built];
  const inner: ShapeContext = { ...context, isBorrowed: true };
  for (const [name, schema] of members(follow(context.document, properties))) {
    if (!built.has(name)) built.set(name, buildShape(inner, schema));
  }
  return [...built];
}
