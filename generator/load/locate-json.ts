import { endOfPlain } from "./json-cursor.ts";
import { type Locate, positionsIn } from "./text-fault.ts";

/** Where a member's key and value, or an item, starts. */
interface Child {
  readonly key: number;
  readonly value: number;
}

type Children = ReadonlyMap<string, Child>;

/**
 * The way from keys to positions in a JSON text. An object or a list is searched once, when it is first on
 * the way; a text that is broken somewhere is good for what stands before.
 */
export function locateJson(text: string): Locate {
  const position = positionsIn(text);
  const known = new Map<number, Children>();
  const childrenAt = (offset: number): Children => {
    const children = known.get(offset) ?? findChildren(text, offset);
    known.set(offset, children);
    return children;
  };
  return (keys, on) => {
    let here: Child = { key: start(text), value: start(text) };
    for (const name of keys) {
      const child = childrenAt(here.value).get(name);
      if (child === undefined) break;
      here = child;
    }
    return position(here[on]);
  };
}

function start(text: string): number {
  return afterBlanks(text, text.startsWith("\uFEFF") ? 1 : 0);
}

/** The children of the object or the list that opens at an offset; none if neither does. */
function findChildren(text: string, offset: number): Children {
  const children = new Map<string, Child>();
  const isObject = text.charAt(offset) === "{";
  if (!isObject && text.charAt(offset) !== "[") return children;
  let at = afterBlanks(text, offset + 1);
  for (let index = 0; at < text.length && !/[}\]]/.test(text.charAt(at)); index++) {
    const key = at;
    const keyEnd = isObject ? endOfValue(text, at) : at;
    const name = isObject ? keyIn(text, key, keyEnd) : String(index);
    const value = isObject ? afterBlanks(text, afterBlanks(text, keyEnd) + 1) : at;
    if (name !== undefined && !children.has(name)) children.set(name, { key, value });
    // Behind the value stands a comma; a broken text must still be got through.
    at = afterBlanks(text, Math.max(endOfValue(text, value), at + 1));
    if (text.charAt(at) === ",") at = afterBlanks(text, at + 1);
  }
  return children;
}

function keyIn(text: string, from: number, to: number): string | undefined {
  try {
    return String(JSON.parse(text.slice(from, to)));
  } catch {
    return undefined;
  }
}

/** Where the value that starts at an offset ends: brackets are matched, texts and words passed over. */
function endOfValue(text: string, offset: number): number {
  let depth = 0;
  for (let at = offset; at < text.length; at++) {
    const next = text.charAt(at);
    if (next === '"') at = endOfText(text, at) - 1;
    else if (next === "{" || next === "[") depth += 1;
    else if (next === "}" || next === "]") depth -= 1;
    if (depth < 0 || (depth === 0 && next === ",")) return at;
    if (depth === 0 && /["}\]]/.test(next)) return at + 1;
  }
  return text.length;
}

/** Behind the quote that closes the text which opens at an offset. */
function endOfText(text: string, offset: number): number {
  let at = endOfPlain(text, offset + 1);
  while (at < text.length && text.charAt(at) !== '"') {
    at = endOfPlain(text, at + (text.charAt(at) === "\\" ? 2 : 1));
  }
  return at + 1;
}

function afterBlanks(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
