import { diagnostic, type Diagnostic } from "../diagnostic.ts";
import type { SpecNode, SpecVersion } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { grammarOf } from "../load/grammar/grammar-of.ts";
import { mapOf, member, members } from "../load/node.ts";
import { nearestWord } from "../nearest-word.ts";
import { checkReference } from "./check-reference.ts";
import { checkShape, mendType, type ShapeFault } from "./check-shape.ts";
import { explainUnknown } from "./explain-unknown.ts";
import { foreignKeyword } from "./foreign-keyword.ts";
import { fieldOf } from "./grammar-words.ts";
import type { Subject } from "./rule.ts";
import { describeKind, describeShape, describeValue, listWords } from "./words.ts";

/** Compare every object of a spec with the fields that its version of the specification gives it. */
export function* checkStructure(subject: Subject): Iterable<Diagnostic> {
  const { version } = subject.document;
  for (const { kind, node } of subject.objects) {
    if (kind === "Reference") yield* checkReference(subject, node);
    else if (mapOf(node) !== undefined) {
      yield* checkFields(kind, version, node);
      yield* checkMissing(kind, version, node);
    }
  }
}

function* checkFields(kind: ObjectKind, version: SpecVersion, node: SpecNode): Iterable<Diagnostic> {
  const { others } = grammarOf(kind, version);
  for (const [name, value] of members(node)) {
    const foreign = kind === "Schema" ? foreignKeyword(version, node, name, value) : undefined;
    const field = fieldOf(kind, version, name);
    const shape = field?.shape ?? others;
    if (foreign !== undefined) yield foreign;
    else if (name.startsWith("x-")) continue;
    else if (shape === undefined) yield explainUnknown(kind, version, name, value);
    else {
      const isRequired = field?.required === true;
      for (const fault of checkShape(shape, value, `\`${name}\``))
        yield complain(kind, name, isRequired, fault);
    }
  }
}

function complain(kind: ObjectKind, name: string, isRequired: boolean, fault: ShapeFault): Diagnostic {
  const { node, what } = fault;
  if (fault.kind === "word") {
    const { word, words } = fault;
    const isBody = kind === "Parameter" && (word === "body" || word === "formData");
    const like = isBody ? undefined : nearestWord(word, words);
    const otherwise = isBody ? "A body stands under `requestBody`." : `It is one of ${listWords(words)}.`;
    return diagnostic("wrong-word", node.place, { what, word, like, otherwise });
  }
  if (node.value === null && fault.wanted.holds === "string" && !isRequired) {
    return diagnostic("empty-field", node.place, { what });
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

function* checkMissing(kind: ObjectKind, version: SpecVersion, node: SpecNode): Iterable<Diagnostic> {
  for (const [name, { required }] of Object.entries(grammarOf(kind, version).fields)) {
    if (required !== true || member(node, name) !== undefined) continue;
    if (kind === "Response" && name === "description") {
      yield diagnostic("missing-description", node.place, {}, { on: "key" });
    } else if (kind !== "Operation" || name !== "responses") {
      yield diagnostic("missing-field", node.place, { name, kind: describeKind(kind) }, { on: "key" });
    }
  }
}
