import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { SpecNode } from "../load/document.ts";
import type { Field, ObjectGrammar, ObjectKind } from "../load/grammar/grammar.ts";
import { grammarOf, mayRefer } from "../load/grammar/grammar-of.ts";
import { member, members } from "../load/node.ts";
import { isReferredText } from "../load/stray-references.ts";
import { checkReference } from "./check-reference.ts";
import { checkShape, mendType, type ShapeFault } from "./check-shape.ts";
import { explainUnknown } from "./explain-unknown.ts";
import { foreignKeyword } from "./foreign-keyword.ts";
import { fieldOf } from "./grammar-words.ts";
import type { Rule, Subject } from "./rule.ts";
import { describeKind, describeShape, describeValue, listWords } from "./words.ts";

/** Compare every object of a spec with the fields that its version of the specification gives it. */
export const checkStructure: Rule = function* (subject) {
  const { version } = subject.document;
  for (const object of subject.objects) {
    const { kind, node } = object;
    const grammar = grammarOf(kind, version);
    const reference = mayRefer(grammar) ? member(node, "$ref") : undefined;
    if (kind === "Reference") yield* checkReference(subject, node);
    // What would be a reference if its `$ref` were a text is nothing else.
    else if (reference !== undefined) yield* checkField(subject, "Reference", "$ref", reference);
    else {
      for (const [name, value] of members(node)) {
        yield* foreignKeyword(version, object, name, value) ?? checkField(subject, kind, name, value);
      }
      yield* checkMissing(kind, grammar.fields, node);
    }
  }
};

function* checkField(
  subject: Subject,
  kind: ObjectKind,
  name: string,
  value: SpecNode,
): Iterable<Diagnostic> {
  const { version } = subject.document;
  const field = fieldOf(kind, version, name);
  const shape = field?.shape ?? grammarOf(kind, version).others;
  if (name.startsWith("x-")) return;
  if (shape === undefined) yield explainUnknown(subject, kind, name, value);
  else {
    for (const fault of checkShape(shape, value, `\`${name}\``)) {
      const isText = shape.holds === "string" && fault.node === value;
      const mild = isText ? tolerateText(name, field, fault) : tolerateProperties(kind, name, value, fault);
      yield mild ?? complain(subject, kind, name, fault);
    }
  }
}

function tolerateText(
  name: string,
  field: Field | undefined,
  { node, what }: ShapeFault,
): Diagnostic | undefined {
  if (node.value === null && field?.required !== true) return diagnostic("empty-field", node.place, { what });
  if (!isReferredText(name, node)) return undefined;
  return diagnostic("reference-in-text", node.place, { what }, { on: "key" });
}

function tolerateProperties(
  kind: ObjectKind,
  name: string,
  value: SpecNode,
  { node }: ShapeFault,
): Diagnostic | undefined {
  const isProperties = kind === "Schema" && name === "properties" && typeof node.value === "string";
  if (!isProperties || node.place.pointer !== `${value.place.pointer}/$ref`) return undefined;
  return diagnostic("referred-properties", node.place, {}, { on: "key" });
}

function complain({ effort }: Subject, kind: ObjectKind, name: string, fault: ShapeFault): Diagnostic {
  const { node, what } = fault;
  if (fault.kind === "word") {
    const { word, words } = fault;
    const isBody = kind === "Parameter" && (word === "body" || word === "formData");
    const like = isBody ? undefined : effort.likelyWord(word, words);
    const otherwise = isBody ? "A body stands under `requestBody`." : `It is one of ${listWords(words)}.`;
    return diagnostic("wrong-word", node.place, { what, word, like, otherwise });
  }
  const wanted = describeShape(fault.wanted);
  const help = mendField(kind, name) ?? mendType(fault.wanted, node.value);
  return diagnostic("wrong-type", node.place, { what, wanted, found: describeValue(node.value), help });
}

/** What to do where many a person has the same wrong idea of a field. */
function mendField(kind: ObjectKind, name: string): string | undefined {
  if (kind === "Schema" && name === "required") {
    return "In a schema it lists the properties that must be there, and stands beside `properties`.";
  }
  return undefined;
}

function* checkMissing(
  kind: ObjectKind,
  fields: ObjectGrammar["fields"],
  node: SpecNode,
): Iterable<Diagnostic> {
  for (const [name, { required }] of Object.entries(fields)) {
    if (required !== true || member(node, name) !== undefined) continue;
    if (kind === "Response" && name === "description") {
      yield diagnostic("missing-description", node.place, {}, { on: "key" });
    } else if (kind !== "Operation" || name !== "responses") {
      yield diagnostic("missing-field", node.place, { name, kind: describeKind(kind) }, { on: "key" });
    }
  }
}
