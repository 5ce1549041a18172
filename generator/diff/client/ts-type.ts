/** A type of the generated package, as far as the printer of types makes use of TypeScript. */
export type TsType =
  WordType | LiteralType | TemplateType | ListType | TupleType | ObjectType | NamedType | UnionType | AllType;

export const words = [
  "unknown",
  "never",
  "string",
  "number",
  "boolean",
  "bigint",
  "null",
  "undefined",
  "void",
] as const;

export interface WordType {
  readonly kind: (typeof words)[number];
}

/** One value, as it is written: texts in double quotes. */
export interface LiteralType {
  readonly kind: "literal";
  readonly of: "string" | "number" | "bigint" | "boolean";
  readonly text: string;
}

/** A text with holes: `image/${string}`. */
export interface TemplateType {
  readonly kind: "template";
  readonly text: string;
}

export interface ListType {
  readonly kind: "list";
  readonly item: TsType;
}

export interface TupleType {
  readonly kind: "tuple";
  readonly items: readonly { readonly optional: boolean; readonly type: TsType }[];
  readonly rest: TsType | undefined;
}

export interface ObjectType {
  readonly kind: "object";
  readonly members: ReadonlyMap<string, Member>;
  /** What any other member holds. */
  readonly index: TsType | undefined;
  /** The members of an interface are no index signature by themselves, those of other objects are. */
  readonly isInterface: boolean;
}

export interface Member {
  readonly optional: boolean;
  readonly type: TsType;
}

/** A type by its name; what it stands for depends on the package. */
export interface NamedType {
  readonly kind: "name";
  readonly name: string;
  readonly args: readonly TsType[];
}

export interface UnionType {
  readonly kind: "union";
  readonly branches: readonly TsType[];
}

export interface AllType {
  readonly kind: "all";
  readonly parts: readonly TsType[];
}

/** A type that is one word. */
export function word(kind: WordType["kind"]): WordType {
  return { kind };
}

/** What several types hold between them. */
export function union(branches: readonly TsType[]): TsType {
  const [only] = branches;
  if (only === undefined) return word("never");
  return branches.length === 1 ? only : { kind: "union", branches };
}

/** What several types hold at once. */
export function all(parts: readonly TsType[]): TsType {
  const [only] = parts;
  if (only === undefined) return word("unknown");
  return parts.length === 1 ? only : { kind: "all", parts };
}

/** The text that a literal in double quotes stands for. */
export function unquoted(literal: string): string {
  const text: unknown = JSON.parse(literal);
  return typeof text === "string" ? text : literal;
}
