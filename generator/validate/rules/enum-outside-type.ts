import { diagnostic } from "../../diagnostic.ts";
import { isList, isMap, type Json } from "../../json.ts";
import type { SpecNode, SpecVersion } from "../../load/document.ts";
import { flagOf, items, member, textOf, textsOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";
import { nameValue, listWords } from "../words.ts";

/** A value of `enum` or `const` that the schema's own `type` refuses can never occur. */
export const enumOutsideType: Rule = function* ({ document, typed }) {
  for (const schema of typed) {
    const types = typesOf(schema, document.version);
    if (types.length === 0) continue;
    const fixed = member(schema, "const");
    for (const { value, place } of [...items(member(schema, "enum")), ...(fixed ? [fixed] : [])]) {
      if (types.some((type) => isOfType(value, type))) continue;
      const mend = mendValue(value, types, document.version);
      yield diagnostic("enum-outside-type", place, {
        value: nameValue(value),
        types: listWords(types),
        mend,
      });
    }
  }
};

/** What allows null beside a type where null is no type. */
const nullableFlags: ReadonlyMap<SpecVersion, string> = new Map([
  ["2.0", "x-nullable"],
  ["3.0", "nullable"],
]);

function typesOf(schema: SpecNode, version: SpecVersion): readonly string[] {
  const type = textOf(schema, "type");
  const types = type === undefined ? textsOf(schema, "type") : [type];
  const flag = nullableFlags.get(version);
  const isNullable = flag !== undefined && flagOf(schema, flag) === true && types.length > 0;
  return isNullable ? [...types, "null"] : types;
}

function isOfType(value: Json, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "boolean":
    case "string":
      return typeof value === type;
    case "number":
      return typeof value === "number" || typeof value === "bigint";
    case "integer":
      return typeof value === "bigint" || Number.isInteger(value);
    case "array":
      return isList(value);
    case "object":
      return isMap(value);
    default:
      // What is no type at all has been told so.
      return true;
  }
}

function mendValue(value: Json, types: readonly string[], version: SpecVersion): string {
  if (value === null) {
    const flag = nullableFlags.get(version);
    return flag === undefined
      ? 'Add "null" to `type`, or take null out.'
      : `Write \`${flag}: true\` beside \`type\`, or take null out.`;
  }
  const isBare = typeof value === "number" || typeof value === "boolean";
  if (isBare && types.includes("string")) return "Put it in quotes.";
  const isQuoted = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
  if (isQuoted && (types.includes("integer") || types.includes("number"))) return "Take the quotes away.";
  return "Take the value out, or change `type`.";
}
