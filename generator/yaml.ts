import {
  Composer,
  type CST,
  Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Parser,
  visit,
  type YAMLMap,
} from "yaml";
import type { Json } from "./json.ts";
import { convertYaml } from "./load/convert-yaml.ts";
import { explainYaml } from "./load/explain-yaml.ts";
import { offsetsIn } from "./load/locate-yaml.ts";
import { deepestNesting, type Locate, positionsIn, type Reading, type TextFault } from "./load/text-fault.ts";
import type { YamlNode, YamlPair, YamlScalar } from "./load/yaml-node.ts";
import { offsetDeeperThan, openingBefore } from "./load/yaml-tokens.ts";
import { escapeUnseen } from "./unseen.ts";

/**
 * Read one YAML 1.2 document (core schema, merge keys). Dates stay text, a bare key becomes its source text,
 * an integer beyond 2^53 a bigint, and what JSON has no number for (`.inf`) its source text. A value that
 * several aliases name is one and the same object.
 */
export function readYaml(text: string): Reading {
  const { root, fault } = parse(text);
  return fault === undefined ? convertYaml(root, positionsIn(text)) : { value: undefined, faults: [fault] };
}

/** The way from keys to positions in a text. Merged keys are found where they stand. */
export function locateYaml(text: string): Locate {
  const position = positionsIn(text);
  const offsetOf = offsetsIn(parse(text).root);
  return (keys, on) => position(offsetOf(keys, on));
}

/** Print a value as YAML in block style, members in their order, lines as long as they are. */
export function writeYaml(value: Json): string {
  // Readers of YAML 1.1 are still about: what they would take for a date or a boolean is quoted.
  const options = { lineWidth: 0, compat: "yaml-1.1", aliasDuplicateObjects: false } as const;
  const document = new Document(value, options);
  const text = document.toString(options);
  if (escapeUnseen(text) === text) return text;
  // What nobody sees is escaped, which only a text in double quotes can be.
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string" || escapeUnseen(scalar.value) === scalar.value) return;
      scalar.type = "QUOTE_DOUBLE";
    },
  });
  return escapeUnseen(document.toString(options));
}

type Composed = Document.Parsed | Document;

interface Parsed {
  /** With a syntax fault, as much as could be made out. */
  readonly root: YamlNode | undefined;
  readonly fault?: TextFault;
}

function parse(text: string): Parsed {
  const tokens = [...new Parser().parse(text)];
  const tooDeep = offsetDeeperThan(deepestNesting, tokens);
  // The composer recurses, and near the end of its stack a regular expression would end the whole process.
  if (tooDeep !== undefined) {
    return { root: undefined, fault: { kind: "too-deep", position: positionsIn(text)(tooDeep) } };
  }
  const documents = compose(tokens);
  const contents = documents[0]?.contents ?? undefined;
  const root = contents === undefined ? undefined : nodeOf(contents, new Map());
  const fault = syntaxFaultIn(text, tokens, documents);
  return fault === undefined ? { root } : { root, fault };
}

function compose(tokens: readonly CST.Token[]): readonly Composed[] {
  // Equal keys are found in the conversion: the library compares each key with every other one.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, intAsBigInt: true });
  return [...composer.compose(tokens)];
}

function syntaxFaultIn(
  text: string,
  tokens: readonly CST.Token[],
  documents: readonly Composed[],
): TextFault | undefined {
  const error = documents.flatMap(({ errors }) => errors)[0];
  const second = documents[1]?.range?.[0];
  if (error === undefined && second === undefined) return undefined;
  const { code, message, pos } = error ?? { code: "MULTIPLE_DOCS", message: "", pos: [second ?? 0] };
  const opening = /closing|end with/.test(message) ? openingBefore(pos[0], tokens) : undefined;
  // The parser stops at the start of a line; a person looks at the first word.
  const blanks = code === "TAB_AS_INDENT" ? 0 : text.slice(pos[0], pos[0] + 200).search(/[^ ]|$/);
  const offset = opening ?? pos[0] + blanks;
  const line = text.slice(offset, offset + 200).split("\n", 1)[0] ?? "";
  const { why, hint } = explainYaml(code, message, line);
  return { kind: "syntax", language: "YAML", position: positionsIn(text)(offset), why, hint };
}

/** The latest node of each anchor; undefined while that node is being made. */
type Anchors = Map<string, YamlNode | undefined>;

/**
 * The library's node as ours, every alias bound to what it repeats. An absent value is a null at `offset`.
 */
function nodeOf(node: unknown, anchors: Anchors, offset = 0): YamlNode {
  if (isAlias(node)) {
    const { source: name, range } = node;
    const target = anchors.get(name);
    const isInside = target === undefined && anchors.has(name);
    return { kind: "alias", offset: range?.[0] ?? offset, name, target, isInside };
  }
  const anchor = isScalar(node) || isSeq(node) || isMap(node) ? node.anchor : undefined;
  if (anchor !== undefined) anchors.set(anchor, undefined);
  const made = contentOf(node, anchors, offset);
  if (anchor !== undefined) anchors.set(anchor, made);
  return made;
}

function contentOf(node: unknown, anchors: Anchors, offset: number): YamlNode {
  if (isMap(node)) return { kind: "map", offset: node.range?.[0] ?? offset, pairs: pairsOf(node, anchors) };
  if (isSeq(node)) {
    const items = node.items.map((item) => nodeOf(item, anchors));
    return { kind: "list", offset: node.range?.[0] ?? offset, items };
  }
  if (!isScalar(node)) return { kind: "scalar", offset, value: null, source: "", isPlain: true };
  const { value, source = "", type, range } = node;
  const isPlain = type === "PLAIN";
  return { kind: "scalar", offset: range?.[0] ?? offset, value: scalarOf(value), source, isPlain };
}

function pairsOf(map: YAMLMap, anchors: Anchors): readonly YamlPair[] {
  return map.items.map((pair) => {
    const key = nodeOf(pair.key, anchors);
    return { key, value: nodeOf(pair.value, anchors, key.offset) };
  });
}

function scalarOf(value: unknown): YamlScalar["value"] {
  if (typeof value === "string" || typeof value === "number") return value;
  return typeof value === "bigint" || typeof value === "boolean" ? value : null;
}
