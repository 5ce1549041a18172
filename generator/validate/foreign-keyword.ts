import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import { isList, type Json } from "../json.ts";
import type { SpecNode, SpecObject, SpecVersion } from "../load/document.ts";
import { member, textOf } from "../load/node.ts";
import { fieldOf } from "./grammar-words.ts";

/** What an author wrote, and how the version of the spec has it. */
interface Advice {
  readonly what: string;
  readonly help: string;
}

/**
 * The complaint about a keyword, or a value of one, that is of another generation of OpenAPI than the spec: 2.0 had few
 * words, 3.0 a dialect of JSON Schema of its own, 3.1 took over JSON Schema 2020-12. Undefined if it is not.
 */
export function foreignKeyword(
  version: SpecVersion,
  { kind, node: schema }: SpecObject,
  name: string,
  node: SpecNode,
): readonly Diagnostic[] | undefined {
  if (kind !== "Schema") return undefined;
  if (version === "2.0") return foreignIn20(name, node);
  const advice = version === "3.0" ? adviseIn30(name, node.value) : adviseSince31(schema, name, node.value);
  const code = version === "3.0" ? "keyword-of-3-1" : "keyword-of-3-0";
  return advice && [diagnostic(code, node.place, advice, { on: "key" })];
}

/** The words of OpenAPI 3.0 that its grammar lists, so that what stands in them is looked at as well. */
const laterThan20: readonly string[] = ["anyOf", "deprecated", "not", "nullable", "oneOf", "writeOnly"];

function foreignIn20(name: string, { place }: SpecNode): readonly Diagnostic[] | undefined {
  const isKnown = fieldOf("Schema", "2.0", name) !== undefined;
  const isLater = !isKnown && fieldOf("Schema", "3.1", name) !== undefined;
  if (!isLater && !laterThan20.includes(name)) return undefined;
  const help = name === "nullable" ? "Write `x-nullable`." : "Take it out: other tools pass over it.";
  const params = { name, since: isLater ? "3.1" : "3.0", help };
  return [diagnostic("keyword-of-openapi-3", place, params, { on: "key" })];
}

const bounds: Readonly<Record<string, string>> = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" };

function adviseSince31(schema: SpecNode, name: string, value: Json): Advice | undefined {
  if (name === "nullable") return { what: "`nullable`", help: mendNullable(textOf(schema, "type"), value) };
  const bound = Object.hasOwn(bounds, name) ? bounds[name] : undefined;
  if (bound === undefined || typeof value !== "boolean") return undefined;
  const limit = member(schema, bound)?.value;
  const isKnown = typeof limit === "number" || typeof limit === "bigint";
  const instead = isKnown ? `\`${name}: ${limit}\` in the place of \`${bound}\`` : "the bound itself here";
  const help = value ? `Write ${instead}.` : `Take it out: \`${bound}\` is inclusive by itself.`;
  return { what: `\`${name}: ${value}\``, help };
}

function mendNullable(type: string | undefined, value: Json): string {
  if (value !== true) return "Take it out: null is no value unless `type` says so.";
  return type === undefined
    ? 'Write `anyOf` with `{ type: "null" }` as a branch.'
    : `Write \`type: [${type}, "null"]\`.`;
}

function adviseIn30(name: string, value: Json): Advice | undefined {
  const set = "set `openapi: 3.1.0`";
  if (name === "type" && isList(value)) {
    const help = `Write one type, with \`nullable: true\` for null and \`anyOf\` for others, or ${set}.`;
    return { what: "A list under `type`", help };
  }
  if (name === "type" && value === "null") {
    return { what: "`type: null`", help: `Write \`nullable: true\` beside the other type, or ${set}.` };
  }
  if (Object.hasOwn(bounds, name) && typeof value === "number") {
    const help = `Write \`${bounds[name]}: ${value}\` with \`${name}: true\`, or ${set}.`;
    return { what: `\`${name}: ${value}\``, help };
  }
  const isLater =
    fieldOf("Schema", "3.0", name) === undefined && fieldOf("Schema", "3.1", name) !== undefined;
  if (!isLater) return undefined;
  const instead = name === "const" ? "Write `enum` with one value" : "Take it out";
  return { what: `\`${name}\``, help: `${instead}, or ${set}.` };
}
