import { isList } from "../json.ts";
import type { SpecNode } from "../load/document.ts";
import { flagOf, items, mapOf, member, members, numberOf, textOf, textsOf } from "../load/node.ts";
import { present, whenSome, whenTrue } from "./present.ts";
import type { ListShape, NumberShape, ObjectShape, Shape, StringShape } from "./shape.ts";

/** Builds the shape of a schema inside another one. */
export type Build = (node: SpecNode) => Shape;

/** The kinds of value that JSON Schema has constraints for, each with the keywords that constrain it. */
export const keywordsByType: Readonly<Record<"string" | "number" | "array" | "object", readonly string[]>> = {
  string: ["minLength", "maxLength", "pattern", "contentEncoding", "contentMediaType", "contentSchema"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  array: [
    "items",
    "prefixItems",
    "contains",
    "minContains",
    "maxContains",
    "minItems",
    "maxItems",
    "uniqueItems",
    "unevaluatedItems",
  ],
  object: [
    "properties",
    "required",
    "patternProperties",
    "additionalProperties",
    "propertyNames",
    "minProperties",
    "maxProperties",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedProperties",
  ],
};

export function buildString(node: SpecNode, build: Build, implied: true | undefined): StringShape {
  return present<StringShape>({
    kind: "string",
    place: node.place,
    implied,
    format: textOf(node, "format"),
    minLength: countOf(node, "minLength"),
    maxLength: countOf(node, "maxLength"),
    pattern: textOf(node, "pattern"),
    encoding: textOf(node, "contentEncoding"),
    mediaType: textOf(node, "contentMediaType"),
    content: within(node, "contentSchema", build),
  });
}

/** OpenAPI 3.0 writes an exclusive bound as a flag beside the bound, 3.1 as a bound of its own. */
export function buildNumber(node: SpecNode, integer: boolean, implied: true | undefined): NumberShape {
  const minimum = numberOf(node, "minimum");
  const maximum = numberOf(node, "maximum");
  const above = flagOf(node, "exclusiveMinimum") === true;
  const below = flagOf(node, "exclusiveMaximum") === true;
  return present<NumberShape>({
    kind: "number",
    place: node.place,
    implied,
    integer,
    format: textOf(node, "format"),
    minimum: above ? undefined : minimum,
    maximum: below ? undefined : maximum,
    exclusiveMinimum: above ? minimum : numberOf(node, "exclusiveMinimum"),
    exclusiveMaximum: below ? maximum : numberOf(node, "exclusiveMaximum"),
    multipleOf: numberOf(node, "multipleOf"),
  });
}

/** A list of schemas under `items` is how drafts before 2020-12 wrote `prefixItems`. */
export function buildList(node: SpecNode, build: Build, implied: true | undefined): ListShape {
  const isTuple = isList(member(node, "items")?.value);
  const prefix = items(member(node, isTuple ? "items" : "prefixItems")).map(build);
  return present<ListShape>({
    kind: "list",
    place: node.place,
    implied,
    prefix: whenSome(prefix),
    items: within(node, isTuple ? "additionalItems" : "items", build),
    contains: within(node, "contains", build),
    minContains: countOf(node, "minContains"),
    maxContains: countOf(node, "maxContains"),
    minItems: countOf(node, "minItems"),
    maxItems: countOf(node, "maxItems"),
    unique: whenTrue(flagOf(node, "uniqueItems")),
    unevaluated: within(node, "unevaluatedItems", build),
  });
}

/** @param described the shapes under `properties`, by name */
export function buildObject(
  node: SpecNode,
  described: readonly (readonly [string, Shape])[],
  build: Build,
  implied: true | undefined,
): ObjectShape {
  const required = new Set(textsOf(node, "required"));
  const properties = described.map(([name, shape]) => ({ name, required: required.has(name), shape }));
  const listed = new Set(properties.map(({ name }) => name));
  return present<ObjectShape>({
    kind: "object",
    place: node.place,
    implied,
    properties,
    alsoRequired: whenSome([...required].filter((name) => !listed.has(name))),
    patterns: whenSome(
      members(member(node, "patternProperties")).map(([pattern, schema]) => ({
        pattern,
        shape: build(schema),
      })),
    ),
    rest: within(node, "additionalProperties", build),
    names: within(node, "propertyNames", build),
    minProperties: countOf(node, "minProperties"),
    maxProperties: countOf(node, "maxProperties"),
    dependentRequired: whenSome(
      members(member(node, "dependentRequired")).map(([name]) => ({
        name,
        requires: textsOf(member(node, "dependentRequired"), name),
      })),
    ),
    dependentShapes: whenSome(
      members(member(node, "dependentSchemas")).map(([name, schema]) => ({ name, shape: build(schema) })),
    ),
    unevaluated: within(node, "unevaluatedProperties", build),
  });
}

/** The shape under a keyword; undefined where the keyword holds no schema. */
export function within(node: SpecNode, keyword: string, build: Build): Shape | undefined {
  const schema = member(node, keyword);
  return schema !== undefined && isSchema(schema) ? build(schema) : undefined;
}

/** Whether a node can be a schema at all: an object, true or false. */
export function isSchema(node: SpecNode): boolean {
  return typeof node.value === "boolean" || mapOf(node) !== undefined;
}

function countOf(node: SpecNode, keyword: string): number | undefined {
  const value = numberOf(node, keyword);
  return value === undefined ? undefined : Number(value);
}
