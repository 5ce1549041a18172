import { diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { borrowedProperties } from "../../load/stray-references.ts";
import { follow, items, mapOf, member, members } from "../../load/node.ts";
import type { Rule, Subject } from "../rule.ts";
import { keyOf } from "../subject.ts";

/** What else can give a schema properties of other names. */
const sources: readonly string[] = [
  "$ref",
  "$dynamicRef",
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "patternProperties",
];

/**
 * `required` lists names that `properties` defines. JSON Schema asks for no such thing, so only a schema that
 * has all its properties to itself is looked at.
 */
export const unknownRequiredProperty: Rule = function* (subject) {
  const { effort, of } = subject;
  const parts = partsOf(subject);
  for (const schema of of("Schema")) {
    const properties = mapOf(member(schema, "properties"));
    if (properties === undefined || isOpen(schema) || parts.has(keyOf(schema))) continue;
    for (const { value, place } of items(member(schema, "required"))) {
      if (typeof value !== "string" || properties.has(value)) continue;
      const params = { name: value, like: effort.likelyWord(value, [...properties.keys()]) };
      yield diagnostic("unknown-required-property", place, params);
    }
  }
};

function isOpen(schema: SpecNode): boolean {
  const rest = member(schema, "additionalProperties")?.value ?? false;
  if (borrowedProperties(schema) !== undefined) return true;
  return rest !== false || sources.some((keyword) => member(schema, keyword) !== undefined);
}

/** The schemas that are conditions of another one, where the properties may stand. */
function partsOf({ document, of }: Subject): ReadonlySet<string> {
  const parts = of("Schema").flatMap((schema) => {
    const lists = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => items(member(schema, keyword)));
    const single = ["not", "if", "then", "else"].map((keyword) => member(schema, keyword));
    const dependent = members(member(schema, "dependentSchemas")).map(([, inner]) => inner);
    return [...lists, ...single, ...dependent];
  });
  return new Set(
    parts.flatMap((part) => {
      const target = follow(document, part);
      return target === undefined ? [] : [keyOf(target)];
    }),
  );
}
