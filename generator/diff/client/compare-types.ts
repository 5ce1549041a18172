import type { Shape } from "../../model/shape.ts";
import type { Place } from "../../location.ts";
import { objectsIn } from "../../view/objects-in.ts";
import type { Relation } from "./open-relation.ts";
import { printType } from "./print-type.ts";
import type { Resolve } from "./resolve-type.ts";
import type { Origin, Surface } from "./surface.ts";
import type { NoteSymbol } from "./surface-change.ts";
import { type Member, type ObjectType, type TsType, union } from "./ts-type.ts";

/** What comparing types needs. */
export interface TypeComparison {
  readonly before: Surface;
  readonly after: Surface;
  /** Whether a program makes values of the type or reads them. */
  readonly use: "made" | "read";
  /** From the old types to the new ones where values are made, the other way round where they are read. */
  readonly relation: Relation;
  readonly isPaired: (before: string, after: string) => boolean;
  readonly note: NoteSymbol;
  /** Pairs of names that are not paired and were looked into. */
  readonly seen: Set<string>;
}

/** Where in both packages a comparison is, and where in the specs. */
export interface Spot {
  readonly symbol: string;
  readonly before: Origin;
  readonly after: Origin;
  readonly member?: string | undefined;
  /** New names of members, by the old ones. */
  readonly renamed?: ReadonlyMap<string, string>;
}

const deepest = 30;

/** Tell everything in a type that a program written for the old one trips over. */
export function compareTypes(
  comparison: TypeComparison,
  spot: Spot,
  was: TsType,
  is: TsType,
  depth = 0,
): void {
  if (was.kind === "name" && is.kind === "name" && isKnown(comparison, was.name, is.name)) return;
  const { relation, use } = comparison;
  const isMade = use === "made";
  const [oldOf, nowOf] = isMade
    ? [relation.sourceOf, relation.targetOf]
    : [relation.targetOf, relation.sourceOf];
  if (depth < deepest) {
    const [old, now] = [oldOf(was), nowOf(is)];
    if (old.kind === "object" && now.kind === "object")
      return compareMembers(comparison, spot, old, now, depth);
    if (old.kind === "list" && now.kind === "list")
      return compareTypes(comparison, itemOf(comparison, spot), old.item, now.item, depth + 1);
  }
  const isFine = isMade ? relation.isAssignable(was, is) : relation.isAssignable(is, was);
  const [old, now] = [onlyObject(was, oldOf), onlyObject(is, nowOf)];
  if (depth < deepest && old !== undefined && now !== undefined) {
    const others = isMade ? [old.others, now.others] : [now.others, old.others];
    const isToBlame = isFine || relation.isAssignable(union(others[0] ?? []), union(others[1] ?? []));
    let isTold = false;
    const note: NoteSymbol = (change) => {
      isTold = true;
      comparison.note(change);
    };
    if (isToBlame) compareTypes({ ...comparison, note }, spot, old.object, now.object, depth + 1);
    if (isTold) return;
  }
  if (isFine) {
    const single = old?.object ?? was;
    const branches =
      isMade || depth >= deepest || oldOf(single).kind !== "object" ? [] : severalObjects(is, nowOf);
    // What is read of the only object there was has to be in each of those that there are now.
    for (const branch of branches) compareTypes(comparison, spot, single, branch, depth + 1);
    return;
  }
  const what = isMade ? "takes" : "holds";
  tell(comparison, spot, `${what} ${printType(is)} instead of ${printType(was)}`);
}

/** The only object among the branches of a union, as it is called there, and the other branches. */
function onlyObject(
  type: TsType,
  resolve: Resolve,
): { readonly object: TsType; readonly others: readonly TsType[] } | undefined {
  if (type.kind !== "union") return undefined;
  const objects = type.branches.filter((branch) => ["object", "name"].includes(resolve(branch).kind));
  const [object, ...more] = objects;
  if (object === undefined || more.length > 0 || resolve(object).kind === "name") return undefined;
  return { object, others: type.branches.filter((branch) => branch !== object) };
}

/** The objects of a union that has several of them. */
function severalObjects(type: TsType, resolve: Resolve): readonly TsType[] {
  const here = resolve(type);
  const objects = here.kind === "union" ? here.branches.filter(({ kind }) => kind === "object") : [];
  return objects.length > 1 ? objects : [];
}

/** Whether two names are told by themselves or have been. */
function isKnown({ isPaired, seen, before, after }: TypeComparison, was: string, is: string): boolean {
  if (!before.types.has(was) || !after.types.has(is)) return false;
  const key = `${was} ${is}`;
  if (isPaired(was, is) || seen.has(key)) return true;
  seen.add(key);
  return false;
}

function compareMembers(
  comparison: TypeComparison,
  spot: Spot,
  old: ObjectType,
  now: ObjectType,
  depth: number,
): void {
  const { renamed = new Map<string, string>() } = spot;
  const isMade = comparison.use === "made";
  const taken = new Set(renamed.values());
  for (const [name, was] of old.members) {
    const is = now.members.get(name);
    const other = renamed.get(name);
    const inside = memberOf(comparison, spot, name, other);
    if (other !== undefined) tell(comparison, inside, `is now called ${quoted(other)}`);
    else if (is === undefined) compareLost(comparison, inside, was, now.index);
    else {
      const isNeeded = isMade && was.optional && !is.optional;
      if (isNeeded) tell(comparison, inside, "has to be given");
      if (!isMade && !was.optional && is.optional) tell(comparison, inside, "may be undefined");
      compareTypes(comparison, inside, isNeeded ? given(was.type) : was.type, is.type, depth + 1);
    }
  }
  for (const [name, is] of now.members) {
    if (old.members.has(name) || taken.has(name)) continue;
    const inside = memberOf(comparison, spot, name, undefined);
    if (isMade && !is.optional) tell(comparison, inside, "is new and has to be given");
    else if (isMade && old.index !== undefined)
      compareTypes(comparison, inside, old.index, is.type, depth + 1);
  }
  compareIndexes(comparison, spot, old, now, depth);
}

/** What a field may hold if it is given. */
function given(type: TsType): TsType {
  if (type.kind !== "union") return type;
  return union(type.branches.filter(({ kind }) => kind !== "undefined"));
}

/** A member that is gone; others of any name may take its place. */
function compareLost(comparison: TypeComparison, spot: Spot, was: Member, index: TsType | undefined): void {
  if (index === undefined) return tell(comparison, spot, "is gone");
  if (comparison.use === "read" && !was.optional) return tell(comparison, spot, "may be missing");
  compareTypes(comparison, spot, was.type, index, deepest);
}

function compareIndexes(
  comparison: TypeComparison,
  spot: Spot,
  { index: was, ...old }: ObjectType,
  { index: is, ...now }: ObjectType,
  depth: number,
): void {
  const isMade = comparison.use === "made";
  if (was !== undefined && is !== undefined) {
    const inside = { ...spot, symbol: `${spot.symbol}[name]` };
    return compareTypes(comparison, inside, was, is, depth + 1);
  }
  if (was?.kind === "never" && (isMade || now.members.size === 0)) return;
  if (was?.kind === "never") return tell(comparison, spot, "has properties now");
  if (was !== undefined) return tell(comparison, spot, "has no other properties than the named ones");
  if (is === undefined || !isMade) return;
  const { relation } = comparison;
  const isTaken =
    !old.isInterface && [...old.members.values()].every(({ type }) => relation.isAssignable(type, is));
  if (!isTaken && !now.isInterface) tell(comparison, spot, "takes other properties now");
  else if (!isTaken) tell(comparison, spot, "takes any property now, which an interface does not fit");
}

function tell({ note, use }: TypeComparison, { symbol, before, after, member }: Spot, message: string): void {
  note({
    symbol,
    level: "breaking",
    message,
    before: before.place,
    after: after.place,
    schema: before.schema,
    operation: before.operation,
    member,
    use,
  });
}

function memberOf(
  { before, after }: TypeComparison,
  spot: Spot,
  name: string,
  renamed: string | undefined,
): Spot {
  return {
    symbol: /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)
      ? `${spot.symbol}.${name}`
      : `${spot.symbol}[${quoted(name)}]`,
    before: originOf(before, spot.before, name),
    after: originOf(after, spot.after, renamed ?? name),
    member: name,
  };
}

function originOf({ models }: Surface, origin: Origin, name: string): Origin {
  const { members, shape, ...around } = origin;
  const own = members?.get(name);
  if (own !== undefined) return own;
  const found = shape && objectsIn([bare(shape)], models).flatMap(({ properties }) => properties);
  const property = found?.find((each) => each.name === name);
  return property === undefined ? around : { ...around, ...placed(property.shape) };
}

/** The shape without the null beside it. */
function bare(shape: Shape): Shape {
  if (shape.kind !== "union") return shape;
  const [only, ...others] = shape.branches.filter(({ kind }) => kind !== "null");
  return only === undefined || others.length > 0 ? shape : only;
}

function itemOf({ before, after }: TypeComparison, spot: Spot): Spot {
  const inside = ({ models }: Surface, { shape, ...origin }: Origin): Origin => {
    const list = shape?.kind === "reference" ? models.get(shape.id)?.shape : shape;
    return list?.kind === "list" && list.items !== undefined ? { ...origin, ...placed(list.items) } : origin;
  };
  return {
    ...spot,
    symbol: `${spot.symbol}[]`,
    before: inside(before, spot.before),
    after: inside(after, spot.after),
  };
}

function placed(shape: Shape): { readonly place: Place; readonly shape: Shape } {
  return { place: shape.place, shape };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
