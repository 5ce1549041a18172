/**
 * As much as matters here of the tree of tokens that the YAML parser makes before it knows what they mean.
 */
export interface YamlToken {
  readonly type: string;
  readonly offset?: number;
  readonly source?: string;
  readonly items?: readonly { readonly key?: YamlToken | null; readonly value?: YamlToken }[];
  readonly value?: YamlToken;
  /** Of a value in brackets: the opening one, and what was found where the closing one belongs. */
  readonly start?: Piece | readonly Piece[];
  readonly end?: readonly Piece[];
}

interface Piece {
  readonly source: string;
}

/** Where a value is nested deeper than so many levels; undefined if none is. */
export function offsetDeeperThan(levels: number, tokens: readonly YamlToken[]): number | undefined {
  for (const { token, depth } of tokensWithin(tokens)) if (depth > levels) return token.offset ?? 0;
  return undefined;
}

/** Where the last bracket or quote at or before an offset opens that nothing closes. */
export function openingBefore(offset: number, tokens: readonly YamlToken[]): number | undefined {
  let last: number | undefined;
  for (const { token } of tokensWithin(tokens)) {
    const start = token.offset ?? 0;
    if (start <= offset && start >= (last ?? 0) && isUnclosed(token)) last = start;
  }
  return last;
}

function isUnclosed({ type, source = "", start, end = [] }: YamlToken): boolean {
  if (type === "flow-collection") {
    const isObject = start !== undefined && "source" in start && start.source === "{";
    return end[0]?.source !== (isObject ? "}" : "]");
  }
  const quote = type === "single-quoted-scalar" ? "'" : '"';
  return type.endsWith("-quoted-scalar") && (source.length < 2 || !source.endsWith(quote));
}

/** Every token of a tree, without recursion: nothing bounds its depth yet. */
function* tokensWithin(
  tokens: readonly YamlToken[],
): Iterable<{ readonly token: YamlToken; readonly depth: number }> {
  const pending = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    const { token, depth } = next;
    if (token.type === "document" && token.value !== undefined) pending.push({ token: token.value, depth });
    for (const { key, value } of token.items ?? []) {
      if (key != null) pending.push({ token: key, depth: depth + 1 });
      if (value !== undefined) pending.push({ token: value, depth: depth + 1 });
    }
  }
}
