import { openResolve, type Resolve } from "./resolve-type.ts";
import type { Surface } from "./surface.ts";
import {
  type Member,
  type ObjectType,
  type TsType,
  type TupleType,
  union,
  type UnionType,
  unquoted,
  word,
} from "./ts-type.ts";

/** Whether a value of a type of one package can stand where another package wants one of its own, as TypeScript sees it. */
export interface Relation {
  readonly isAssignable: (source: TsType, target: TsType) => boolean;
  readonly sourceOf: Resolve;
  readonly targetOf: Resolve;
}

const deepest = 100;

/** Which named types are taken to be assignable, because they are compared by themselves. */
export type IsGiven = (source: string, target: string) => boolean;

/**
 * Strict, as in `strict` with `exactOptionalPropertyTypes`.
 *
 * @param isRead whether the target is what a program reads values as
 */
export function openRelation(
  source: Pick<Surface, "types">,
  target: Pick<Surface, "types">,
  isGiven: IsGiven,
  isRead = false,
): Relation {
  const sourceOf = openResolve(source);
  const targetOf = openResolve(target, isRead);
  // What is under way counts as true: types that name themselves are assignable if nothing else speaks against it.
  const known = new WeakMap<TsType, Map<TsType, boolean>>();
  let depth = 0;
  return { isAssignable: relate, sourceOf, targetOf };

  /** Names are looked at before what they stand for, lest it is lost which of them are given. */
  function relate(from: TsType, to: TsType): boolean {
    if (from.kind === "union") return from.branches.every((branch) => relate(branch, to));
    if (from.kind === "name" && to.kind === "name") {
      const isDeclared = source.types.has(from.name) && target.types.has(to.name);
      if (isDeclared && isGiven(from.name, to.name)) return true;
    }
    if (to.kind === "union" && to.branches.some((branch) => relate(from, branch))) return true;
    return remembered(sourceOf(from), targetOf(to));
  }

  function remembered(from: TsType, to: TsType): boolean {
    if (from.kind === "literal" || depth > deepest) return depth > deepest || relateResolved(from, to);
    const answers = known.get(from) ?? new Map<TsType, boolean>();
    known.set(from, answers);
    const before = answers.get(to);
    if (before !== undefined) return before;
    answers.set(to, true);
    depth += 1;
    const isRelated = relateResolved(from, to);
    depth -= 1;
    answers.set(to, isRelated);
    return isRelated;
  }

  function relateResolved(from: TsType, to: TsType): boolean {
    if (to.kind === "unknown" || from.kind === "never") return true;
    if (from.kind === "unknown" || to.kind === "never") return false;
    if (from.kind === "union") return from.branches.every((branch) => remembered(branch, to));
    if (to.kind === "union") return relateToUnion(from, to);
    if (to.kind === "all") return to.parts.every((part) => relate(from, part));
    if (from.kind === "all") return from.parts.some((part) => relate(part, to));
    if (to.kind === "object") return relateToObject(from, to);
    if (from.kind === "list" || from.kind === "tuple")
      return (to.kind === "list" || to.kind === "tuple") && relateLists(asTuple(from), asTuple(to));
    if (from.kind === "name") return to.kind === "name" && relateNominal(from, to);
    if (from.kind === "literal") return relateLiteral(from, to);
    if (from.kind === "template")
      return to.kind === "string" || (to.kind === "template" && isMatch(filled(from.text), to.text));
    return from.kind === to.kind || (from.kind === "undefined" && to.kind === "void");
  }

  function relateToUnion(from: TsType, to: UnionType): boolean {
    if (from.kind === "boolean" && !to.branches.some(({ kind }) => kind === "boolean"))
      return ["true", "false"].every((text) => relateToUnion({ kind: "literal", of: "boolean", text }, to));
    if (to.branches.some((branch) => remembered(from, branch))) return true;
    return from.kind === "object" && relateTagged(from, to);
  }

  /** An object whose tag may have several values goes with the branches of all of these. */
  function relateTagged(from: ObjectType, to: UnionType): boolean {
    const tags = [...from.members].filter(([name, member]) => {
      const isTag = to.branches.some(
        (branch) => branch.kind === "object" && literalsOf(branch.members.get(name), targetOf).length > 0,
      );
      return isTag && literalsOf(member, sourceOf).length > 1;
    });
    const [tag] = tags;
    if (tag === undefined || tags.length > 3) return false;
    const [name, member] = tag;
    return literalsOf(member, sourceOf).every((type) => {
      const members = new Map(from.members).set(name, { optional: type.kind === "undefined", type });
      return relateToUnion({ ...from, members }, to);
    });
  }

  function relateToObject(from: TsType, to: ObjectType): boolean {
    if (from.kind === "object") return relateObjects(from, to);
    const isEmpty = to.members.size === 0 && to.index === undefined;
    return isEmpty && !["null", "undefined", "void"].includes(from.kind);
  }

  function relateObjects(from: ObjectType, to: ObjectType): boolean {
    const isWeak =
      to.members.size > 0 && to.index === undefined && [...to.members.values()].every(isOptional);
    if (isWeak && from.members.size > 0 && ![...from.members.keys()].some((name) => to.members.has(name)))
      return false;
    return (
      [...to.members].every(([name, member]) => relateMember(from, name, member)) && relateIndex(from, to)
    );
  }

  function relateMember(from: ObjectType, name: string, to: Member): boolean {
    const member = from.members.get(name);
    if (member === undefined) return to.optional;
    return (to.optional || !member.optional) && relate(member.type, to.type);
  }

  function relateIndex(from: ObjectType, to: ObjectType): boolean {
    const { index } = to;
    if (index === undefined) return true;
    if (from.index !== undefined) return relate(from.index, index);
    return !from.isInterface && [...from.members.values()].every(({ type }) => relate(type, index));
  }

  function relateLists(from: TupleType, to: TupleType): boolean {
    const isLong = from.rest !== undefined || from.items.length > to.items.length;
    if (to.rest === undefined && isLong) return false;
    const length = Math.max(from.items.length, to.items.length) + 1;
    return Array.from({ length }, (_, at) => at).every((at) => {
      const [one, other] = [from.items[at], to.items[at]];
      if (other !== undefined && !other.optional && (one === undefined || one.optional)) return false;
      const [type, wanted] = [one?.type ?? from.rest, other?.type ?? to.rest];
      return type === undefined || wanted === undefined || relate(type, wanted);
    });
  }

  function relateNominal(
    from: TsType & { readonly kind: "name" },
    to: TsType & { readonly kind: "name" },
  ): boolean {
    if (from.name !== to.name) return false;
    return from.args.every((arg, index) => {
      const other = to.args[index];
      return other !== undefined && relate(arg, other);
    });
  }
}

function isOptional({ optional }: Member): boolean {
  return optional;
}

/** The values that a member may have, that it may be missing included; none where they are not listed. */
function literalsOf(member: Member | undefined, resolve: Resolve): readonly TsType[] {
  if (member === undefined) return [];
  const type = resolve(member.type);
  const branches = type.kind === "union" ? type.branches : [type];
  const listed = branches.filter(({ kind }) => kind === "literal");
  const isMissing = member.optional || branches.some(({ kind }) => kind === "undefined");
  const isListed =
    listed.length > 0 && branches.every(({ kind }) => kind === "literal" || kind === "undefined");
  if (!isListed) return [];
  return isMissing ? [...listed, word("undefined")] : listed;
}

function asTuple(type: TsType): TupleType {
  if (type.kind === "tuple") return type;
  return { kind: "tuple", items: [], rest: type.kind === "list" ? type.item : union([]) };
}

function relateLiteral(from: TsType & { readonly kind: "literal" }, to: TsType): boolean {
  if (to.kind === "literal") return to.text === from.text;
  if (to.kind === "template" && from.of === "string") return isMatch(unquoted(from.text), to.text);
  return to.kind === from.of;
}

const hole = "${string}";

function filled(template: string): string {
  return template.replaceAll(hole, "x");
}

function isMatch(text: string, template: string): boolean {
  const parts = template.split(hole).map((part) => part.replaceAll(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^]*")}$`).test(text);
}
