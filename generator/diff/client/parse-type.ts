import {
  all,
  type LiteralType,
  type Member,
  type ObjectType,
  type TsType,
  union,
  unquoted,
  word,
  words,
} from "./ts-type.ts";

/** Read a type as the printer of types writes it; one that it does not write is no other type than itself. */
export function parseType(text: string): TsType {
  const reader: Reader = { tokens: tokensOf(text), at: 0, isLost: false };
  const type = readUnion(reader);
  const isRead = !reader.isLost && reader.at === reader.tokens.length;
  return isRead ? type : { kind: "name", name: text, args: [] };
}

/** Read the members of an interface. */
export function parseMembers(
  members: readonly { readonly key: string; readonly text: string }[],
): ObjectType {
  const lines = members.map(({ key, text }) => `${key}: ${text};`);
  const type = parseType(["{", ...lines, "}"].join("\n"));
  const object: ObjectType =
    type.kind === "object" ? type : { kind: "object", members: new Map(), index: type, isInterface: true };
  return { ...object, isInterface: true };
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  /** Something stood where nothing of its kind can stand. */
  isLost: boolean;
}

const spaceOrComment = String.raw`\s+|\/\*[^]*?\*\/|\/\/.*`;
const text = '"(?:[^"\\\\]|\\\\.)*"|`[^`]*`';
const number = String.raw`-?\d[\d.]*(?:e[+-]?\d+)?n?`;
const identifier = String.raw`[\p{ID_Start}$_][\p{ID_Continue}$]*`;
const sign = String.raw`\.\.\.|[^]`;

const isText = /^"[^]*"$/;
const isWord = /^[\p{ID_Start}$_]/u;

function tokensOf(code: string): readonly string[] {
  const token = new RegExp(`(${spaceOrComment})|${text}|${number}|${identifier}|${sign}`, "gu");
  return [...code.matchAll(token)].flatMap(([whole, left]) => (left === undefined ? [whole] : []));
}

function next(reader: Reader): string {
  const token = reader.tokens[reader.at];
  if (token === undefined) reader.isLost = true;
  else reader.at += 1;
  return token ?? "";
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at += 1;
  return true;
}

function expect(reader: Reader, token: string): void {
  if (!take(reader, token)) reader.isLost = true;
}

function readUnion(reader: Reader): TsType {
  take(reader, "|");
  const branches = [readIntersection(reader)];
  while (take(reader, "|")) branches.push(readIntersection(reader));
  return union(branches);
}

function readIntersection(reader: Reader): TsType {
  const parts = [readPostfix(reader)];
  while (take(reader, "&")) parts.push(readPostfix(reader));
  return all(parts);
}

function readPostfix(reader: Reader): TsType {
  let type = readOne(reader);
  while (reader.tokens[reader.at] === "[" && reader.tokens[reader.at + 1] === "]") {
    reader.at += 2;
    type = { kind: "list", item: type };
  }
  return type;
}

function readOne(reader: Reader): TsType {
  const token = next(reader);
  if (token === "(") {
    const type = readUnion(reader);
    expect(reader, ")");
    return type;
  }
  if (token === "{") return readObject(reader);
  if (token === "[") return readTuple(reader);
  const literal = literalOf(token);
  if (literal !== undefined) return literal;
  if (token.startsWith("`")) return { kind: "template", text: token.slice(1, -1) };
  const known = words.find((one) => one === token);
  if (known !== undefined) return word(known);
  if (!isWord.test(token)) reader.isLost = true;
  return readNamed(reader, token);
}

function literalOf(token: string): LiteralType | undefined {
  if (token === "true" || token === "false") return { kind: "literal", of: "boolean", text: token };
  // The same text may be escaped in several ways.
  if (isText.test(token)) return { kind: "literal", of: "string", text: JSON.stringify(JSON.parse(token)) };
  if (!/^-?\d/.test(token)) return undefined;
  if (token.endsWith("n")) return { kind: "literal", of: "bigint", text: token };
  return { kind: "literal", of: "number", text: String(Number(token)) };
}

function readNamed(reader: Reader, name: string): TsType {
  const args: TsType[] = [];
  if (take(reader, "<")) {
    do args.push(readUnion(reader));
    while (take(reader, ","));
    expect(reader, ">");
  }
  const [, value] = args;
  if (name === "Record" && value !== undefined)
    return { kind: "object", members: new Map(), index: value, isInterface: false };
  return { kind: "name", name, args };
}

function readTuple(reader: Reader): TsType {
  const items: { optional: boolean; type: TsType }[] = [];
  let rest: TsType | undefined;
  while (!reader.isLost && !take(reader, "]")) {
    if (take(reader, "...")) {
      const list = readPostfix(reader);
      rest = list.kind === "list" ? list.item : list;
    } else {
      const type = readUnion(reader);
      items.push({ optional: take(reader, "?"), type });
    }
    take(reader, ",");
  }
  return { kind: "tuple", items, rest };
}

function readObject(reader: Reader): ObjectType {
  const members = new Map<string, Member>();
  let index: TsType | undefined;
  while (!reader.isLost && !take(reader, "}")) {
    if (take(reader, "[")) {
      while (!reader.isLost && !take(reader, "]")) next(reader);
      expect(reader, ":");
      index = readUnion(reader);
    } else {
      const name = readKey(reader);
      const optional = take(reader, "?");
      expect(reader, ":");
      members.set(name, { optional, type: readUnion(reader) });
    }
    if (!take(reader, ";")) take(reader, ",");
  }
  return { kind: "object", members, index, isInterface: false };
}

function readKey(reader: Reader): string {
  const key = next(reader);
  if (isText.test(key)) return unquoted(key);
  const following = reader.tokens[reader.at];
  return key === "readonly" && following !== ":" && following !== "?" ? readKey(reader) : key;
}
