import { behindAlias, isMergeKey, keyText, type YamlMap, type YamlNode, type YamlPair } from "./yaml-node.ts";

/** Finds the offset of the node that keys lead to, or of the nearest one above it that is there. */
export type FindOffset = (keys: readonly string[], on: "key" | "value") => number;

/** The members of each object that was on the way, so that it is searched once. */
type Index = Map<YamlMap, ReadonlyMap<string, YamlPair>>;

/** The way from keys to offsets in a YAML text. What is merged in is found where it stands. */
export function offsetsIn(root: YamlNode | undefined): FindOffset {
  const index: Index = new Map();
  return (keys, on) => {
    let node = root;
    let key: YamlNode | undefined;
    for (const name of keys) {
      const child = childOf(node, name, index, new Set());
      if (child === undefined) break;
      ({ key, value: node } = child);
    }
    return (on === "key" ? (key ?? node) : node)?.offset ?? 0;
  };
}

/** A member with its key, or an item twice. */
function childOf(
  parent: YamlNode | undefined,
  name: string,
  index: Index,
  seen: Set<YamlNode>,
): YamlPair | undefined {
  const node = behindAlias(parent);
  // A text in which objects merge each other over and over is refused, but its faults are located.
  if (node === undefined || node.kind === "scalar" || seen.has(node)) return undefined;
  seen.add(node);
  if (node.kind === "list") {
    const item = /^\d+$/.test(name) ? node.items[Number(name)] : undefined;
    return item === undefined ? undefined : { key: item, value: item };
  }
  const own = membersOf(node, index).get(name);
  if (own !== undefined) return own;
  for (const source of node.pairs.flatMap(mergedBy)) {
    const child = childOf(source, name, index, seen);
    if (child !== undefined) return child;
  }
  return undefined;
}

function membersOf(map: YamlMap, index: Index): ReadonlyMap<string, YamlPair> {
  const known = index.get(map);
  if (known !== undefined) return known;
  const members = new Map<string, YamlPair>();
  for (const pair of map.pairs) {
    const name = isMergeKey(pair.key) ? undefined : keyText(pair.key);
    if (name !== undefined && !members.has(name)) members.set(name, pair);
  }
  index.set(map, members);
  return members;
}

function mergedBy({ key, value }: YamlPair): readonly YamlNode[] {
  if (!isMergeKey(key)) return [];
  const source = behindAlias(value);
  if (source?.kind === "list") return source.items;
  return source === undefined ? [] : [source];
}
