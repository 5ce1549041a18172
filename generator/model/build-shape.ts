import { isList, type Json } from "../json.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import { flagOf, items, mapOf, member, members, textOf } from "../load/node.ts";
import { buildNotes } from "./build-notes.ts";
import {
  buildList,
  buildNumber,
  buildObject,
  buildString,
  keywordsByType,
  type Build,
} from "./build-typed-shape.ts";
import { present } from "./present.ts";
import type { References } from "./references.ts";
import type { Choice, ChoiceShape, Discriminator, Notes, ReferenceShape, Shape, UnionShape } from "./shape.ts";

/** What stands around a schema: the version decides what its keywords mean. */
export interface ShapeContext {
  readonly document: SpecDocument;
  readonly references: References;
}

/**
 * Build the shape of a Schema Object (JSON Schema 2020-12; OpenAPI 3.0 schemas are read as what they mean in
 * it). Each keyword that stands for a condition of its own becomes a part; several parts hold at once.
 * Anything that is not a schema is the shape of every value.
 */
export function buildShape(context: ShapeContext, node: SpecNode): Shape {
  if (node.value === false) return { kind: "never", place: node.place };
  if (mapOf(node) === undefined) return { kind: "any", place: node.place };
  const notes = buildNotes(node);
  const reference = buildReference(context, node);
  // Before 3.1 a Reference Object is nothing but its `$ref`: what stands beside it has no meaning.
  if (reference !== undefined && isBefore31(context)) return reference;
  const parts = reference === undefined ? buildParts(context, node) : [reference, ...buildParts(context, node)];
  return conjunction(context, node, parts, notes);
}

function conjunction(
  context: ShapeContext,
  node: SpecNode,
  parts: readonly Shape[],
  notes: Notes | undefined,
): Shape {
  const [only] = parts;
  const discriminator = buildDiscriminator(context, node, []);
  if (only === undefined) return withNotes({ kind: "any", place: node.place }, notes);
  const standsAlone = parts.length === 1 && (only.place === node.place || only.notes === undefined);
  if (standsAlone && !(discriminator !== undefined && only.kind !== "union" && member(node, "allOf"))) {
    return withNotes(only.place === node.place ? only : { ...only, place: node.place }, notes);
  }
  return withNotes(present<Shape>({ kind: "all", place: node.place, parts, discriminator }), notes);
}

function withNotes(shape: Shape, notes: Notes | undefined): Shape {
  return notes === undefined ? shape : { ...shape, notes };
}

/** The conditions of one schema in the order in which they are written. */
function buildParts(context: ShapeContext, node: SpecNode): readonly Shape[] {
  const build: Build = (inner) => buildShape(context, inner);
  const own = buildValues(node, buildTyped(context, node, build));
  const parts: Shape[] = [];
  let isOwnDone = own === undefined;
  for (const [keyword] of members(node)) {
    const listed = items(member(node, keyword));
    const inner = member(node, keyword);
    if (keyword === "allOf") parts.push(...listed.map(build));
    else if (keyword === "oneOf" || keyword === "anyOf") {
      if (listed.length > 0) parts.push(buildUnion(context, node, keyword));
    } else if (keyword === "not" && inner) parts.push({ kind: "not", place: node.place, shape: build(inner) });
    else if (keyword === "if" && inner) parts.push(buildConditional(node, inner, build));
    else if (own !== undefined && !isOwnDone && keyword !== "$ref") {
      parts.push(own);
      isOwnDone = true;
    }
  }
  return parts;
}

function buildConditional(node: SpecNode, condition: SpecNode, build: Build): Shape {
  const then = member(node, "then");
  const otherwise = member(node, "else");
  return present<Shape>({
    kind: "conditional",
    place: node.place,
    condition: build(condition),
    then: then && build(then),
    otherwise: otherwise && build(otherwise),
  });
}

function buildUnion(context: ShapeContext, node: SpecNode, keyword: "oneOf" | "anyOf"): UnionShape {
  const schemas = items(member(node, keyword));
  return present<UnionShape>({
    kind: "union",
    place: node.place,
    mode: keyword === "oneOf" ? "one" : "any",
    branches: schemas.map((schema) => buildShape(context, schema)),
    discriminator: buildDiscriminator(context, node, schemas),
  });
}

/**
 * Discriminator Object (OpenAPI 3.1, 4.8.25). A value of `mapping` is a component's key or a reference; a
 * branch that the mapping forgets goes by the last part of its `$ref`.
 */
function buildDiscriminator(
  context: ShapeContext,
  node: SpecNode,
  branches: readonly SpecNode[],
): Discriminator | undefined {
  const discriminator = member(node, "discriminator");
  const property = textOf(discriminator, "propertyName");
  if (discriminator === undefined || property === undefined) return undefined;
  const idOfTarget = (text: string): string | undefined =>
    context.references.named(text) ?? context.references.refer(text, discriminator);
  const explicit = members(member(discriminator, "mapping")).flatMap(([value, target]) => {
    const id = typeof target.value === "string" ? idOfTarget(target.value) : undefined;
    return id === undefined ? [] : [{ value, id }];
  });
  const mapped = new Set(explicit.map(({ id }) => id));
  const implicit = branches.flatMap((branch) => {
    const reference = textOf(branch, "$ref");
    const id = reference === undefined ? undefined : context.references.refer(reference, branch);
    if (reference === undefined || id === undefined || mapped.has(id)) return [];
    return [{ value: lastPart(reference), id }];
  });
  const fallback = textOf(discriminator, "defaultMapping");
  return present<Discriminator>({
    property,
    mapping: [...explicit, ...implicit],
    fallback: fallback === undefined ? undefined : idOfTarget(fallback),
  });
}

/** The name that a reference ends in: a component's key, else a file's name without its ending. */
function lastPart(reference: string): string {
  const last = reference.slice(reference.lastIndexOf("/") + 1);
  return last.replace(/#$/, "").replace(/\.(ya?ml|json)$/, "");
}

function buildReference(context: ShapeContext, node: SpecNode): ReferenceShape | undefined {
  const reference = textOf(node, "$ref") ?? textOf(node, "$dynamicRef");
  if (reference === undefined) return undefined;
  const id = context.references.refer(reference, node);
  return id === undefined ? undefined : { kind: "reference", place: node.place, id };
}

/** The conditions that `type` and the keywords of each type make together; undefined if there are none. */
function buildTyped(context: ShapeContext, node: SpecNode, build: Build): Shape | undefined {
  const types = typesOf(context, node);
  if (types !== undefined) {
    const branches = types.map((type) => shapeOfType(node, type, build));
    const [only] = branches;
    if (only !== undefined && branches.length === 1) return only;
    return { kind: "union", place: node.place, mode: "any", branches };
  }
  const implied = impliedTypes(node).map((type) => shapeOfType(node, type, build, true));
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
  const isNullable = isBefore31(context) && flagOf(node, "nullable") === true && !types.includes("null");
  return isNullable ? [...types, "null"] : [...new Set(types)];
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

function shapeOfType(node: SpecNode, type: string, build: Build, implied?: true): Shape {
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
      return buildObject(node, build, implied);
    default:
      return { kind: "any", place: node.place };
  }
}

/** `enum` and `const`, with what else the schema says about the type of the value. */
function buildValues(node: SpecNode, typed: Shape | undefined): Shape | undefined {
  const listed = member(node, "enum");
  const fixed = member(node, "const");
  const extensible = member(node, "x-extensible-enum");
  const open = listed === undefined && isList(extensible?.value) ? extensible : undefined;
  const list = isList(listed?.value) ? listed : open;
  if (list === undefined && fixed === undefined) return typed;
  const choice = (values: readonly Choice[], within: Shape | undefined): ChoiceShape =>
    present<ChoiceShape>({
      kind: "choice",
      place: node.place,
      values,
      within,
      extensible: extensible !== undefined && extensible.value !== false ? true : undefined,
    });
  const fromList = list && choice(buildChoices(node, items(list).map(({ value }) => value)), typed);
  return fixed === undefined ? fromList : choice([{ value: fixed.value }], fromList ?? typed);
}

/** Names and descriptions come by position, or, for descriptions, by value. */
function buildChoices(node: SpecNode, values: readonly Json[]): readonly Choice[] {
  const names = items(member(node, "x-enum-varnames"));
  const described = member(node, "x-enum-descriptions");
  return values.map((value, index) => {
    const name = names[index]?.value;
    const description = items(described)[index]?.value ?? textOf(described, String(value));
    return present<Choice>({
      value,
      name: typeof name === "string" ? name : undefined,
      description: typeof description === "string" ? description : undefined,
    });
  });
}

function isBefore31({ document }: ShapeContext): boolean {
  return document.version === "3.0" || document.version === "2.0";
}
