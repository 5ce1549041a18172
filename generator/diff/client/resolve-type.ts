import type { Surface } from "./surface.ts";
import { all, type Member, type ObjectType, type TsType, union, unquoted, word } from "./ts-type.ts";

/** Says what a type of a package stands for: no name of another type, no intersection that can be made one type. */
export type Resolve = (type: TsType) => TsType;

const deepest = 100;

/**
 * @param types those of the package
 * @param isIgnored whether nobody looks at what an answer holds that promised to hold nothing
 */
export function openResolve({ types }: Pick<Surface, "types">, isIgnored = false): Resolve {
  const known = new WeakMap<TsType, TsType>();
  return (type) => resolve(type, 0);

  function resolve(type: TsType, depth: number): TsType {
    if (type.kind !== "name" && type.kind !== "all" && type.kind !== "union") return type;
    const found = known.get(type);
    if (found !== undefined) return found;
    const made = depth > deepest ? type : opened(type, depth + 1);
    known.set(type, made);
    return made;
  }

  function opened(type: TsType, depth: number): TsType {
    if (type.kind === "union") return unionOf(type.branches.map((branch) => resolve(branch, depth)));
    if (type.kind === "all")
      return type.parts.map((part) => resolve(part, depth)).reduce((one, other) => meet(one, other, depth));
    if (type.kind !== "name") return type;
    const declared = types.get(type.name);
    if (declared !== undefined && type.args.length === 0) return resolve(declared.type(), depth);
    if (type.name === "Omit") return omitted(type.args, depth);
    const runtime = runtimeType(type.name, isIgnored ? type.args.map((arg) => seen(arg, depth)) : type.args);
    return runtime === undefined ? type : resolve(runtime, depth);
  }

  function seen(arg: TsType, depth: number): TsType {
    const { kind } = resolve(arg, depth);
    return kind === "void" || kind === "undefined" ? word("unknown") : arg;
  }

  /** What two resolved types hold at once. */
  function meet(one: TsType, other: TsType, depth: number): TsType {
    if (one.kind === "unknown" || other.kind === "never") return other;
    if (other.kind === "unknown" || one.kind === "never") return one;
    if (one.kind === "union") return unionOf(one.branches.map((branch) => meet(branch, other, depth)));
    if (other.kind === "union") return unionOf(other.branches.map((branch) => meet(one, branch, depth)));
    if (one.kind === "object" && other.kind === "object") return merged(one, other, depth);
    if (isAnything(other)) return isNothing(one) ? word("never") : one;
    if (isAnything(one)) return isNothing(other) ? word("never") : other;
    if ((isNothing(one) && isComposite(other)) || (isNothing(other) && isComposite(one)))
      return word("never");
    const isScalars = isScalar(one) && isScalar(other);
    if (!isScalars) return all([one, other]);
    if (isSame(one, other) || (one.kind === "literal" && one.of === other.kind)) return one;
    return other.kind === "literal" && other.of === one.kind ? other : word("never");
  }

  function merged(one: ObjectType, other: ObjectType, depth: number): TsType {
    const members = new Map<string, Member>(one.members);
    for (const [name, member] of other.members) {
      const own = members.get(name);
      if (own === undefined) {
        members.set(name, member);
        continue;
      }
      const type: TsType = { kind: "all", parts: [own.type, member.type] };
      // Objects with different tags have no values in common.
      if (isTag(own.type, depth) && isTag(member.type, depth) && resolve(type, depth).kind === "never")
        return word("never");
      members.set(name, { optional: own.optional && member.optional, type });
    }
    const indexes = [one.index, other.index].filter((index) => index !== undefined);
    return {
      kind: "object",
      members,
      index: indexes.length === 0 ? undefined : all(indexes),
      isInterface: one.isInterface || other.isInterface,
    };
  }

  function isTag(type: TsType, depth: number): boolean {
    const here = resolve(type, depth);
    const branches = here.kind === "union" ? here.branches : [here];
    return branches.every(({ kind }) => kind === "literal");
  }

  function omitted([from, names]: readonly TsType[], depth: number): TsType {
    if (from === undefined || names === undefined) return word("unknown");
    const source = resolve(from, depth);
    const left = new Set(
      (names.kind === "union" ? names.branches : [names]).flatMap((name) =>
        name.kind === "literal" ? [unquoted(name.text)] : [],
      ),
    );
    const without = (type: TsType): TsType => {
      if (type.kind !== "object") return type;
      // An index signature swallows the names of the members.
      const kept = type.index === undefined ? [...type.members].filter(([name]) => !left.has(name)) : [];
      return { ...type, members: new Map(kept), isInterface: false };
    };
    return source.kind === "union" ? unionOf(source.branches.map(without)) : without(source);
  }
}

/** Types of the runtime that are more than a name to a program. */
function runtimeType(name: string, [first, second]: readonly TsType[]): TsType | undefined {
  const bytes = ["Blob", "ArrayBuffer", "ArrayBufferView"].map((each): TsType => nominal(each));
  if (name === "BinaryPart") return union([...bytes, word("string")]);
  if (name === "BinaryBody") return union([...bytes, nominal("ReadableStream"), word("string")]);
  if (name === "JsonLines" && first !== undefined)
    return union([nominal("Iterable", [first]), nominal("AsyncIterable", [first]), nominal("BinaryBody")]);
  if (name !== "ApiResponse" || first === undefined || second === undefined) return undefined;
  const members = [
    ["status", first],
    ["data", second],
  ] as const;
  return {
    kind: "object",
    members: new Map(members.map(([key, type]) => [key, { optional: false, type }])),
    index: undefined,
    isInterface: true,
  };
}

function nominal(name: string, args: readonly TsType[] = []): TsType {
  return { kind: "name", name, args };
}

function unionOf(branches: readonly TsType[]): TsType {
  const flat = branches.flatMap((branch) => (branch.kind === "union" ? branch.branches : [branch]));
  if (flat.some(({ kind }) => kind === "unknown")) return word("unknown");
  return union(flat.filter(({ kind }) => kind !== "never"));
}

/** `{}`: everything but null and undefined. */
function isAnything(type: TsType): boolean {
  return type.kind === "object" && type.members.size === 0 && type.index === undefined;
}

function isNothing({ kind }: TsType): boolean {
  return kind === "null" || kind === "undefined" || kind === "void";
}

function isComposite({ kind }: TsType): boolean {
  return kind === "object" || kind === "list" || kind === "tuple";
}

function isScalar({ kind }: TsType): boolean {
  return !["object", "list", "tuple", "all", "name", "template"].includes(kind);
}

function isSame(one: TsType, other: TsType): boolean {
  if (one.kind === "literal" && other.kind === "literal") return one.text === other.text;
  return one.kind === other.kind;
}
