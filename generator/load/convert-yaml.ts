import { isList, isMap, type Json } from "../json.ts";
import {
  deepestNesting,
  mostDigits,
  mostFaults,
  type positionsIn,
  type Reading,
  type TextFault,
} from "./text-fault.ts";
import { isMergeKey, keyText, type YamlAlias, type YamlMap, type YamlNode } from "./yaml-node.ts";

/** More values than a text may gain by its aliases. */
const mostAliasedValues = 1_000_000;

/** What any text may gain, and how many times over a longer one may: who repeats more has a bomb. */
const fewAliasedValues = 100_000;
const mostRepetitions = 50;

interface Done {
  readonly value: Json;
  /** How many values it holds, itself included. */
  readonly size: number;
  /** How many levels lie below it. */
  readonly height: number;
}

interface Conversion {
  readonly position: ReturnType<typeof positionsIn>;
  readonly faults: TextFault[];
  /** The way to the node that is being converted. */
  readonly keys: string[];
  /** What has been converted and may be repeated. */
  readonly done: Map<YamlNode, Done>;
  /** Values so far, those behind an alias counted each time. */
  size: number;
  /** The deepest level so far below the node that is being converted. */
  deepest: number;
  aliased: number;
  largest?: TextFault & { readonly kind: "aliases" };
}

/** The value of a YAML text. What several aliases repeat is one and the same object. */
export function convertYaml(root: YamlNode | undefined, position: ReturnType<typeof positionsIn>): Reading {
  const into: Conversion = {
    position,
    faults: [],
    keys: [],
    done: new Map(),
    size: 0,
    deepest: 0,
    aliased: 0,
  };
  const value = root === undefined ? null : convert(root, into);
  const { faults, size, aliased, largest } = into;
  const most = Math.max(fewAliasedValues, mostRepetitions * (size - aliased));
  if (largest !== undefined && aliased > Math.min(most, mostAliasedValues)) faults.push(largest);
  return { value: faults.every(({ kind }) => kind === "duplicate-key") ? value : undefined, faults };
}

function convert(node: YamlNode, into: Conversion): Json {
  into.size += 1;
  const depth = into.keys.length;
  into.deepest = Math.max(into.deepest, depth);
  if (node.kind === "alias") return convertAlias(node, into);
  if (node.kind === "scalar") {
    const { value, source } = node;
    if (typeof value === "bigint" && source.length > mostDigits) return source;
    if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
    return typeof value === "number" && !Number.isFinite(value) ? source : value;
  }
  const { size, deepest } = into;
  into.deepest = depth;
  const value = node.kind === "map" ? convertMap(node, into) : convertItems(node.items, into);
  into.done.set(node, { value, size: into.size - size + 1, height: into.deepest - depth });
  into.deepest = Math.max(into.deepest, deepest);
  return value;
}

function convertAt(key: string, node: YamlNode, into: Conversion): Json {
  into.keys.push(key);
  const value = convert(node, into);
  into.keys.pop();
  return value;
}

function convertItems(items: readonly YamlNode[], into: Conversion): Json {
  return items.map((item, index) => convertAt(String(index), item, into));
}

function convertAlias(alias: YamlAlias, into: Conversion): Json {
  const { name, target, offset } = alias;
  if (target === undefined) {
    complain(into, offset, {
      why: alias.isInside
        ? `*${name} stands inside the value that it names`
        : `no &${name} stands before *${name}`,
      hint: "An alias repeats a value that is complete further up. A text that starts with * needs quotes.",
    });
    return null;
  }
  const { value, size, height } = doneOf(target, into);
  into.size += size;
  into.aliased += size;
  into.deepest = Math.max(into.deepest, into.keys.length + height);
  if (into.keys.length + height > deepestNesting) {
    if (into.faults.length < mostFaults) {
      into.faults.push({ kind: "too-deep", position: into.position(offset) });
    }
    return new Map();
  }
  if (size > (into.largest?.size ?? 0)) {
    into.largest = { kind: "aliases", position: into.position(offset), alias: name, size };
  }
  // Too much: the text is refused, and what a merge would copy of it must not fill the memory before.
  return into.aliased > mostAliasedValues ? new Map() : value;
}

/** Not done yet is what stands below the second of two equal keys. */
function doneOf(target: YamlNode, into: Conversion): Done {
  const known = into.done.get(target);
  if (known !== undefined) return known;
  const value = convert(target, into);
  return into.done.get(target) ?? { value, size: 1, height: 0 };
}

function convertMap(map: YamlMap, into: Conversion): Json {
  const result = new Map<string, Json>();
  const firsts = new Map<string, number>();
  for (const { key, value } of map.pairs) {
    const name = keyText(key);
    const first = name === undefined ? undefined : firsts.get(name);
    if (isMergeKey(key)) merge(convertAt("<<", value, into), result, into, key.offset);
    else if (name === undefined) {
      complain(into, key.offset, {
        why: "something other than a name is used as a key",
        hint: "Use a name; objects and lists can only be values.",
      });
    } else if (first !== undefined) complainOfTwin(into, key.offset, name, first);
    else {
      firsts.set(name, key.offset);
      result.set(name, convertAt(name, value, into));
    }
  }
  return result;
}

/** What is merged in yields to the keys of the object itself, and to what was merged in before. */
function merge(merged: Json, result: Map<string, Json>, into: Conversion, offset: number): void {
  for (const source of isList(merged) ? merged : [merged]) {
    if (!isMap(source)) {
      complain(into, offset, {
        why: "<< merges something that is no object",
        hint: "Give it an alias of an object, or a list of such aliases.",
      });
      return;
    }
    for (const [key, value] of source) if (!result.has(key)) result.set(key, value);
  }
}

function complain(into: Conversion, offset: number, words: { why: string; hint: string }): void {
  if (into.faults.length >= mostFaults) return;
  into.faults.push({ kind: "syntax", language: "YAML", position: into.position(offset), ...words });
}

function complainOfTwin(into: Conversion, offset: number, name: string, first: number): void {
  if (into.faults.length >= mostFaults) return;
  const { position, keys } = into;
  into.faults.push({
    kind: "duplicate-key",
    position: position(offset),
    keys: [...keys, name],
    firstLine: position(first).line,
  });
}
