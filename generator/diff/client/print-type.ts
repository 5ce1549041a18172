import type { TsType } from "./ts-type.ts";

const longest = 70;

/** A type on one line, as a sentence has room for it. */
export function printType(type: TsType): string {
  const text = textOf(type, 0);
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}

function textOf(type: TsType, depth: number): string {
  const inner = (one: TsType): string => textOf(one, depth + 1);
  switch (type.kind) {
    case "literal":
      return type.text;
    case "template":
      return `\`${type.text}\``;
    case "list":
      return `${bracketed(type.item, inner)}[]`;
    case "tuple": {
      const items = type.items.map(({ optional, type: item }) => `${inner(item)}${optional ? "?" : ""}`);
      const rest = type.rest === undefined ? [] : [`...${bracketed(type.rest, inner)}[]`];
      return `[${[...items, ...rest].join(", ")}]`;
    }
    case "object":
      return objectText(type, depth, inner);
    case "name":
      return type.args.length === 0 ? type.name : `${type.name}<${type.args.map(inner).join(", ")}>`;
    case "union":
      return type.branches.map(inner).join(" | ");
    case "all":
      return isOpenText(type) ? "string" : type.parts.map((part) => bracketed(part, inner)).join(" & ");
    default:
      return type.kind;
  }
}

function objectText(
  { members, index }: TsType & { readonly kind: "object" },
  depth: number,
  inner: (type: TsType) => string,
): string {
  if (members.size === 0 && index === undefined) return "{}";
  if (depth > 1) return "{ … }";
  const named = [...members].map(
    ([name, { optional, type }]) => `${name}${optional ? "?" : ""}: ${inner(type)}`,
  );
  const others = index === undefined ? [] : [`[name: string]: ${inner(index)}`];
  return `{ ${[...named, ...others].join("; ")} }`;
}

/** `(string & {})`: any text, spelled so that an editor suggests the listed ones. */
function isOpenText({ parts }: TsType & { readonly kind: "all" }): boolean {
  const [one, other] = parts;
  return one?.kind === "string" && other?.kind === "object" && other.members.size === 0;
}

function bracketed(type: TsType, inner: (type: TsType) => string): string {
  const text = inner(type);
  return type.kind === "union" || (type.kind === "all" && !isOpenText(type)) ? `(${text})` : text;
}
