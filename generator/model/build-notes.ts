import type { SpecDocument, SpecNode } from "../load/document.ts";
import { flagOf, items, mapOf, member, members, textOf, textsOf } from "../load/node.ts";
import { isBefore31 } from "./is-before-31.ts";
import { present, whenSome, whenTrue } from "./present.ts";
import type { Docs, Extension, Misplaced, Notes } from "./shape.ts";

/** What a Schema Object says beside its constraints (JSON Schema validation, section 9); undefined if nothing. */
export function buildNotes(node: SpecNode): Notes | undefined {
  const examples = exampleNodes(node);
  const notes = present<Notes>({
    title: textOf(node, "title"),
    description: textOf(node, "description"),
    deprecated: whenTrue(flagOf(node, "deprecated")),
    readOnly: whenTrue(flagOf(node, "readOnly")),
    writeOnly: whenTrue(flagOf(node, "writeOnly")),
    default: member(node, "default")?.value,
    examples: whenSome(examples.map(({ value }) => value)),
    examplesAt: whenSome(examples.map(({ place }) => place)),
    docs: buildDocs(node),
    name: textOf(node, "x-name"),
    extensions: buildExtensions(node, [
      "x-name",
      "x-enum-varnames",
      "x-enum-descriptions",
      "x-extensible-enum",
    ]),
    misplaced: whenSome(misplacedLimits(node)),
  });
  return Object.keys(notes).length === 0 ? undefined : notes;
}

/** The limits in each type, and the types that they speak of. */
const limits: readonly (readonly [type: string, keywords: readonly string[]])[] = [
  ["string", ["minLength", "maxLength", "pattern"]],
  ["number", ["minimum", "maximum", "multipleOf"]],
  ["array", ["minItems", "maxItems", "uniqueItems"]],
  ["object", ["minProperties", "maxProperties"]],
];

function misplacedLimits(node: SpecNode): readonly Misplaced[] {
  const type = member(node, "type");
  const allowed = type === undefined ? [] : [textOf(node, "type") ?? "", ...textsOf(node, "type")];
  if (type === undefined) return [];
  return limits.flatMap(([kind, keywords]) => {
    const isAllowed = allowed.includes(kind) || (kind === "number" && allowed.includes("integer"));
    if (isAllowed) return [];
    return keywords.flatMap((keyword) => {
      const value = member(node, keyword)?.value;
      return value === undefined ? [] : [{ keyword, value }];
    });
  });
}

/** `examples` of JSON Schema, then the older `example`. */
function exampleNodes(node: SpecNode): readonly SpecNode[] {
  const example = member(node, "example");
  return [...items(member(node, "examples")), ...(example ? [example] : [])];
}

/** External Documentation Object (OpenAPI 3.1, 4.8.11). */
export function buildDocs(node: SpecNode): Docs | undefined {
  const docs = member(node, "externalDocs");
  const url = textOf(docs, "url");
  if (url === undefined) return undefined;
  return present<Docs>({ url, description: textOf(docs, "description") });
}

/** The `x-` fields of an object, those left out that the model spells in words of its own. */
export function buildExtensions(
  node: SpecNode,
  known: readonly string[] = [],
): readonly Extension[] | undefined {
  if (mapOf(node) === undefined) return undefined;
  const extensions = members(node).filter(([name]) => name.startsWith("x-") && !known.includes(name));
  return whenSome(extensions.map(([name, { value }]) => ({ name, value })));
}

/**
 * A text of an object that a Reference Object may lead to: the reference's own stands before the target's
 * (OpenAPI 3.1, 4.8.23); before 3.1 it means nothing.
 */
export function textBeside(
  document: SpecDocument,
  reference: SpecNode | undefined,
  target: SpecNode,
  key: "summary" | "description",
): string | undefined {
  const own = isBefore31(document) ? undefined : textOf(reference, key);
  return own ?? textOf(target, key);
}
