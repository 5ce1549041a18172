/** A node of a YAML text, with the offset where it starts and, if the text names it, its anchor. */
export type YamlNode = YamlScalar | YamlList | YamlMap | YamlAlias;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly offset: number;
  readonly value: string | number | bigint | boolean | null;
  /** As it was written, without quotes. */
  readonly source: string;
  readonly isPlain: boolean;
}

export interface YamlList {
  readonly kind: "list";
  readonly offset: number;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly kind: "map";
  readonly offset: number;
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlAlias {
  readonly kind: "alias";
  readonly offset: number;
  readonly name: string;
  /**
   * What bore that name last before the alias; undefined if nothing did, or what did is not complete there.
   */
  readonly target: YamlNode | undefined;
  /** Whether the alias stands inside of what it names. */
  readonly isInside: boolean;
}

/** The node, or what it repeats. */
export function behindAlias(node: YamlNode | undefined): Exclude<YamlNode, YamlAlias> | undefined {
  let here = node;
  while (here?.kind === "alias") here = here.target;
  return here;
}

/** Whether a key is `<<`, which merges other objects in (YAML 1.1 merge key, in wide use since). */
export function isMergeKey(key: YamlNode): boolean {
  return key.kind === "scalar" && key.isPlain && key.source === "<<";
}

/** A key as text: `200` and `true` are written the same way as names. Undefined if it is no scalar. */
export function keyText(key: YamlNode): string | undefined {
  const node = behindAlias(key);
  if (node?.kind !== "scalar") return undefined;
  return typeof node.value === "string" ? node.value : node.source;
}
