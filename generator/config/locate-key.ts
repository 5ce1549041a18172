/** A line and a column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One container that the walk is in, and the member or item of it that comes next. */
interface Frame {
  readonly isObject: boolean;
  at: string | number;
}

/**
 * Where a text that is valid JSON has a member's key or a list's item. The start of the text for no keys at all,
 * or if there is no such member.
 */
export function locateKey(text: string, keys: readonly (string | number)[]): Position {
  const frames: Frame[] = [];
  let opens = false;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const frame = frames.at(-1);
    const starts = opens && token !== "}" && token !== "]";
    if (starts && frame?.isObject === true) frame.at = String(JSON.parse(token));
    if (starts && isAt(frames, keys)) return positionAt(text, index);
    opens = token === "{" || token === "[" || token === ",";
    if (token === "{" || token === "[") frames.push({ isObject: token === "{", at: 0 });
    else if (token === "}" || token === "]") frames.pop();
    else if (token === "," && frame !== undefined && typeof frame.at === "number") frame.at += 1;
  }
  return { line: 1, column: 1 };
}

export function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

function isAt(frames: readonly Frame[], keys: readonly (string | number)[]): boolean {
  return frames.length === keys.length && keys.every((key, index) => frames[index]?.at === key);
}
