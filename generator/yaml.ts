import {
  type Alias,
  Composer,
  type CST,
  type Document,
  type ErrorCode,
  isAlias,
  isMap as isYamlMap,
  isScalar,
  isSeq,
  type Node,
  Parser,
  stringify,
  visit,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import { isList, isMap, type Json } from "./json.ts";
import { deepestNesting, type Locate, positionsIn, type Reading, type TextFault } from "./load/text-fault.ts";

/** More values than a text may gain by its aliases. */
const mostAliasedValues = 1_000_000;

/**
 * Read one YAML 1.2 document (core schema, merge keys). Dates stay text, a bare key becomes its source text,
 * an integer beyond 2^53 a bigint, and what JSON has no number for (`.inf`) its source text. A value that
 * several aliases name is one and the same object.
 */
export function readYaml(text: string): Reading {
  const position = positionsIn(text);
  const tokens = [...new Parser().parse(text)];
  const tooDeep = firstTooDeep(tokens);
  // The composer recurses, and near the end of its stack a regular expression would end the whole process.
  if (tooDeep !== undefined) {
    return { value: undefined, faults: [{ kind: "too-deep", position: position(tooDeep) }] };
  }
  const documents = compose(tokens);
  const error = documents.flatMap(({ errors }) => errors)[0];
  const second = documents[1]?.range[0];
  const conversion: Conversion = { position, faults: [], anchors: new Map(), size: 0, aliased: 0 };
  if (error !== undefined) conversion.faults.push(syntaxFault(position(error.pos[0]), ...explain(error)));
  else if (second !== undefined) {
    conversion.faults.push(syntaxFault(position(second), ...explanations.MULTIPLE_DOCS));
  } else {
    const value = convert(documents[0]?.contents ?? undefined, conversion);
    const { aliased, largest } = conversion;
    if (largest !== undefined && aliased > mostAliasedValues) conversion.faults.push(largest);
    if (conversion.faults.every(({ kind }) => kind === "duplicate-key")) {
      return { value, faults: conversion.faults };
    }
  }
  return { value: undefined, faults: conversion.faults };
}

/** The way from keys to positions in a text that `readYaml` can read. Merged keys are found where they stand. */
export function locateYaml(text: string): Locate {
  const position = positionsIn(text);
  const document = compose([...new Parser().parse(text)])[0];
  const targets = document === undefined ? new Map<Alias, Node>() : aliasTargets(document);
  return (keys, on) => {
    let node = document?.contents ?? undefined;
    let key: Node | undefined;
    for (const name of keys) {
      const here = isAlias(node) ? targets.get(node) : node;
      const [nextKey, next] = childOf(here, name, targets);
      if (next === undefined && nextKey === undefined) break;
      key = nextKey;
      node = next ?? nextKey;
    }
    return position((on === "key" ? (key ?? node) : node)?.range?.[0] ?? 0);
  };
}

/** Print a value as YAML in block style, members in their order, lines as long as they are. */
export function writeYaml(value: Json): string {
  // Readers of YAML 1.1 are still about: what they would take for a date or a boolean is quoted.
  const options = { lineWidth: 0, compat: "yaml-1.1", aliasDuplicateObjects: false } as const;
  return stringify(value, options);
}

type Composed = Document.Parsed | Document;

function compose(tokens: readonly CST.Token[]): readonly Composed[] {
  // Equal keys are found in the conversion: the library compares each key with every other one.
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, intAsBigInt: true });
  return [...composer.compose(tokens)];
}

function firstTooDeep(tokens: readonly CST.Token[]): number | undefined {
  const pending = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    if (depth > deepestNesting) return "offset" in token ? token.offset : 0;
    if (token.type === "document" && token.value !== undefined) pending.push({ token: token.value, depth });
    if (!("items" in token)) continue;
    for (const { key, value } of token.items) {
      if (key != null) pending.push({ token: key, depth: depth + 1 });
      if (value !== undefined) pending.push({ token: value, depth: depth + 1 });
    }
  }
  return undefined;
}

interface Conversion {
  readonly position: ReturnType<typeof positionsIn>;
  readonly faults: TextFault[];
  /** The latest node of each anchor; its value is absent while it is being converted. */
  readonly anchors: Map<string, { readonly value: Json; readonly size: number } | undefined>;
  /** Values so far, those behind an alias counted each time. */
  size: number;
  aliased: number;
  largest?: TextFault & { readonly kind: "aliases" };
}

function convert(node: Node | undefined, into: Conversion): Json {
  into.size += 1;
  if (isAlias(node)) return convertAlias(node, into);
  if (node === undefined) return null;
  const before = into.size;
  const anchor = isScalar(node) || isYamlMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor !== undefined) into.anchors.set(anchor, undefined);
  const value = convertContent(node, into);
  if (anchor !== undefined) into.anchors.set(anchor, { value, size: into.size - before + 1 });
  return value;
}

function convertContent(node: Node, into: Conversion): Json {
  if (isYamlMap(node)) return convertMap(node, into);
  if (isSeq(node)) return node.items.map((item) => convert(asNode(item), into));
  if (!isScalar(node)) return null;
  const { value, source } = node;
  if (typeof value === "bigint") {
    return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : (source ?? "");
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function convertAlias(alias: Alias, into: Conversion): Json {
  const target = into.anchors.get(alias.source);
  if (target === undefined) {
    const isInside = into.anchors.has(alias.source);
    const why = isInside
      ? `*${alias.source} stands inside the value that it names`
      : `no &${alias.source} stands before *${alias.source}`;
    const hint = "An alias repeats a value that was given its anchor further up, and that is complete there.";
    into.faults.push(syntaxFault(into.position(alias.range?.[0] ?? 0), why, hint));
    return null;
  }
  const { value, size } = target;
  into.size += size;
  into.aliased += size;
  if (size > (into.largest?.size ?? 0)) {
    const position = into.position(alias.range?.[0] ?? 0);
    into.largest = { kind: "aliases", position, alias: alias.source, size };
  }
  return value;
}

function convertMap(map: YAMLMap, into: Conversion): Json {
  const result = new Map<string, Json>();
  const firsts = new Map<string, number>();
  for (const { key: rawKey, value } of map.items) {
    const key = asNode(rawKey);
    const offset = key?.range?.[0] ?? 0;
    if (isMergeKey(key)) {
      merge(convert(asNode(value), into), result, into, offset);
      continue;
    }
    const name = keyText(key);
    if (name === undefined) {
      const hint = "Use a name; objects and lists can only be values.";
      into.faults.push(syntaxFault(into.position(offset), "an object or a list is used as a key", hint));
      continue;
    }
    const first = firsts.get(name);
    if (first !== undefined) {
      const firstLine = into.position(first).line;
      into.faults.push({ kind: "duplicate-key", position: into.position(offset), key: name, firstLine });
      continue;
    }
    firsts.set(name, offset);
    result.set(name, convert(asNode(value), into));
  }
  return result;
}

/** What is merged in yields to the keys of the object itself, and to what was merged in before. */
function merge(merged: Json, result: Map<string, Json>, into: Conversion, offset: number): void {
  const sources = isList(merged) ? merged : [merged];
  for (const source of sources) {
    if (!isMap(source)) {
      const hint = "Give it an alias of an object, or a list of such aliases.";
      into.faults.push(syntaxFault(into.position(offset), "<< merges something that is no object", hint));
      return;
    }
    for (const [key, value] of source) if (!result.has(key)) result.set(key, value);
  }
}

function asNode(node: unknown): Node | undefined {
  return isAlias(node) || isScalar(node) || isYamlMap(node) || isSeq(node) ? node : undefined;
}

function isMergeKey(key: Node | undefined): boolean {
  return isScalar(key) && key.type === "PLAIN" && key.source === "<<";
}

function keyText(key: Node | undefined): string | undefined {
  if (key === undefined) return "";
  if (!isScalar(key)) return undefined;
  return typeof key.value === "string" ? key.value : (key.source ?? "");
}
