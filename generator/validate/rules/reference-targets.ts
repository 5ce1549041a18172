import { diagnostic } from "../../diagnostic.ts";
import { componentKind } from "../../load/component-sections.ts";
import type { SpecNode, SpecVersion } from "../../load/document.ts";
import type { FieldShape, ObjectKind } from "../../load/grammar/grammar.ts";
import { grammarOf, mayRefer, shapeOf } from "../../load/grammar/grammar-of.ts";
import { items, mapOf, member, members } from "../../load/node.ts";
import { fieldOf } from "../grammar-words.ts";
import type { Rule } from "../rule.ts";
import { describeKind } from "../words.ts";

/** A reference to a component leads to what is wanted in its place: a parameter, and no schema. */
export const referenceTargets: Rule = function* ({ document, objects }) {
  for (const object of objects) {
    const grammar = grammarOf(object.kind, document.version);
    for (const name of mapOf(object.node)?.keys() ?? []) {
      const shape = shapeOf(grammar, name);
      const value = shape === undefined ? undefined : member(object.node, name);
      for (const { kind, node } of value === undefined ? [] : placesIn(shape, value)) {
        const reference = member(node, "$ref");
        if (typeof reference?.value !== "string" || !canRefer(kind, document.version)) continue;
        const target = document.resolve(reference.value, node.place);
        const found = target && componentKind(document, target.place);
        if (found === undefined || found === kind) continue;
        const params = { found: describeKind(found), wanted: describeKind(kind) };
        // Where a schema is wanted the client can be made all the same: it lets any value pass.
        const code = kind === "Schema" ? "reference-to-no-schema" : "reference-to-another-kind";
        yield diagnostic(code, reference.place, params);
      }
    }
  }
};

/** Whether a reference may stand in the place of an object, or have its own meaning in it. */
function canRefer(kind: ObjectKind, version: SpecVersion): boolean {
  return mayRefer(grammarOf(kind, version)) || fieldOf(kind, version, "$ref") !== undefined;
}

interface ObjectPlace {
  readonly kind: ObjectKind;
  readonly node: SpecNode;
}

/** Where a value holds objects, and of which kind. */
function placesIn(shape: FieldShape | undefined, node: SpecNode): readonly ObjectPlace[] {
  if (shape?.holds === "object") return mapOf(node) === undefined ? [] : [{ kind: shape.kind, node }];
  if (shape?.holds === "list") return items(node).flatMap((item) => placesIn(shape.of, item));
  if (shape?.holds === "map") return members(node).flatMap(([, inner]) => placesIn(shape.of, inner));
  return shape?.holds === "either" ? shape.choices.flatMap((choice) => placesIn(choice, node)) : [];
}
