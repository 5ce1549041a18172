import { diagnostic, type Diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
import { mapOf, member } from "../../load/node.ts";
import { checkShape, type ShapeFault } from "../check-shape.ts";
import { type ExtensionGrammar, ownExtensions } from "../own-extensions.ts";
import type { Rule } from "../rule.ts";
import { describeShape, describeValue, listWords } from "../words.ts";

/** An extension of ours holds what we read from it; a value that we cannot read must not go by in silence. */
export const extensionShapes: Rule = function* ({ of, typed }) {
  for (const extension of ownExtensions) {
    const owners = extension.on.flatMap((kind) => (kind === "Schema" ? typed : of(kind)));
    for (const owner of new Set(owners)) {
      const node = member(owner, extension.name);
      if (node !== undefined) yield* checkExtension(extension, node);
    }
  }
};

function* checkExtension(
  { name, shape, fields, example }: ExtensionGrammar,
  node: SpecNode,
): Iterable<Diagnostic> {
  // These are others' words too, and the code is sound without them.
  const code = name.startsWith("x-enum-") ? "wrong-enum-extension" : "wrong-extension";
  for (const fault of checkShape(shape, node, `\`${name}\``)) yield complain(code, fault, example);
  if (mapOf(node) === undefined) return;
  for (const [key, field] of Object.entries(fields ?? {})) {
    const what = `\`${name}.${key}\``;
    const value = member(node, key);
    if (value === undefined) {
      if (field.required !== true) continue;
      const params = { what, why: "is missing", example };
      yield diagnostic(code, node.place, params, { on: "key" });
    } else for (const fault of checkShape(field.shape, value, what)) yield complain(code, fault, example);
  }
}

function complain(
  code: "wrong-extension" | "wrong-enum-extension",
  fault: ShapeFault,
  example: string,
): Diagnostic {
  const { node, what } = fault;
  const wanted = fault.kind === "word" ? listWords(fault.words) : describeShape(fault.wanted);
  const why = `must be ${wanted}, but it is ${describeValue(node.value)}`;
  return diagnostic(code, node.place, { what, why, example });
}
