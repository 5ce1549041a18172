/** A regular expression as its language: which texts it holds, not how an engine searches them. */
export type Pattern =
  | { readonly kind: "character"; readonly holds: (character: string) => boolean }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly branches: readonly Pattern[] }
  | { readonly kind: "repeat"; readonly part: Pattern; readonly min: number; readonly max: number }
  | {
      readonly kind: "edge";
      readonly holds: (before: string | undefined, after: string | undefined) => boolean;
    }
  | { readonly kind: "look"; readonly part: Pattern; readonly ahead: boolean };

export interface ParsedPattern {
  /** Characters are code points (flag `u`), not UTF-16 units. */
  readonly unicode: boolean;
  readonly root: Pattern;
}

const longestSource = 2000;
const deepestGroup = 100;

/**
 * Parse an ECMA-262 regular expression, with flag `u` or, where that does not compile, without. Undefined for
 * what is none, for what needs memory (back references, looking behind) and for what came after ES2023.
 */
export function parsePattern(source: string): ParsedPattern | undefined {
  if (source.length > longestSource) return undefined;
  const flags = flagsOf(source);
  if (flags === undefined) return undefined;
  const root = parse(source, flags);
  return root && { unicode: flags === "u", root };
}

/** The flags under which a text is a regular expression of ECMA-262; undefined if it is none. */
export function flagsOf(source: string): "u" | "" | undefined {
  return (["u", ""] as const).find((flags) => compiles(source, flags));
}

function compiles(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const group = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/y;
const memory = /\\(?:[1-9]|k|0\d)/y;
const characterClass = /\[(?:\\.|[^\]\\])*\]/sy;
const unicodeEscape = /\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|u\{[^}]*\}|[pP]\{[^}]*\})/y;
const escape = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[a-zA-Z]|.)/sy;

/** The source has compiled, so what is not understood here is beyond us and not wrong. */
function parse(source: string, flags: string): Pattern | undefined {
  let at = 0;
  let isBeyond = false;

  function take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = at;
    const found = expression.exec(source) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  }

  function parseChoice(depth: number): Pattern {
    const branches = [parseSequence(depth)];
    while (source[at] === "|") {
      at += 1;
      branches.push(parseSequence(depth));
    }
    const [only] = branches;
    return only !== undefined && branches.length === 1 ? only : { kind: "choice", branches };
  }

  function parseSequence(depth: number): Pattern {
    const parts: Pattern[] = [];
    while (!isBeyond && at < source.length && source[at] !== "|" && source[at] !== ")") {
      parts.push(parseRepeat(parseAtom(depth)));
    }
    return { kind: "sequence", parts };
  }

  function parseRepeat(part: Pattern): Pattern {
    const found = take(quantifier);
    if (found === undefined) return part;
    const [, sign, least, comma, most] = found;
    if (sign !== undefined) {
      return { kind: "repeat", part, min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Infinity };
    }
    const max = comma === undefined ? Number(least) : most === "" ? Infinity : Number(most);
    return { kind: "repeat", part, min: Number(least), max };
  }

  function parseAtom(depth: number): Pattern {
    const opening = take(group)?.[0];
    if (opening !== undefined) return parseGroup(opening, depth);
    const edge = edges.find(([text]) => source.startsWith(text, at));
    if (edge !== undefined) {
      at += edge[0].length;
      return { kind: "edge", holds: edge[1] };
    }
    isBeyond ||= take(memory) !== undefined;
    const longer = take(characterClass) ?? (flags === "u" ? take(unicodeEscape) : undefined) ?? take(escape);
    const text =
      longer?.[0] ?? (flags === "u" ? String.fromCodePoint(source.codePointAt(at) ?? 0) : source[at]);
    if (longer === undefined) at += text?.length ?? 1;
    return { kind: "character", holds: characterTest(text ?? "", flags) };
  }

  function parseGroup(opening: string, depth: number): Pattern {
    const isNewer = opening === "(" && source[at] === "?";
    isBeyond ||= isNewer || depth > deepestGroup || opening === "(?<=" || opening === "(?<!";
    if (isBeyond) return { kind: "sequence", parts: [] };
    const part = parseChoice(depth + 1);
    at += 1;
    return opening === "(?=" || opening === "(?!" ? { kind: "look", part, ahead: opening === "(?=" } : part;
  }

  const root = parseChoice(0);
  return isBeyond ? undefined : root;
}

type Edge = (before: string | undefined, after: string | undefined) => boolean;

const isWord = (character: string | undefined): boolean => character !== undefined && /^\w$/.test(character);

const edges: readonly (readonly [string, Edge])[] = [
  ["^", (before) => before === undefined],
  ["$", (_, after) => after === undefined],
  ["\\b", (before, after) => isWord(before) !== isWord(after)],
  ["\\B", (before, after) => isWord(before) === isWord(after)],
];

/** What one character of the source says of one character of a text: the engine knows, and cannot run away. */
function characterTest(text: string, flags: string): (character: string) => boolean {
  if (/^[^\\[.]/.test(text)) return (character) => character === text;
  const expression = new RegExp(`^(?:${text})$`, flags);
  return (character) => expression.test(character);
}
