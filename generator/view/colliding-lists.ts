import type { ChoiceShape, ObjectShape, Property, Shape } from "../model/shape.ts";
import {
  bothProperties,
  byName,
  modelOrSelf,
  type NamedProperties,
  namedProperties,
} from "./named-properties.ts";
import type { TypeContext } from "./type-context.ts";

/** What parts that hold at once say of the same properties, taken out of them. */
export interface Collisions {
  /** The names to leave out of each part. */
  readonly omitted: ReadonlyMap<Shape, readonly string[]>;
  /** The properties as all of the parts have them. */
  readonly properties: readonly Property[];
}

interface Holder extends NamedProperties {
  /** Undefined for the object that is written out. */
  readonly part: Shape | undefined;
}

/**
 * The properties of which two parts say what TypeScript would make too much of: `"a" | (string & {})` at once with
 * `"b" | (string & {})`, or with itself where one of them may be absent, is any string to it. The same goes for objects that have such properties.
 *
 * @param own the object that is written out among the parts
 */
export function collidingLists(
  parts: readonly Shape[],
  own: ObjectShape | undefined,
  context: TypeContext,
): Collisions {
  const { models, discriminators } = context.views;
  const holders: readonly Holder[] = [
    ...parts.flatMap((part) => {
      const named = part.kind === "reference" ? namedProperties(part, models) : undefined;
      return named === undefined ? [] : [{ part, ...named }];
    }),
    ...(own === undefined ? [] : [{ part: undefined, ids: [], properties: byName(own.properties) }]),
  ];
  const names = new Set(holders.flatMap(({ properties }) => [...properties.keys()]));
  const omitted = new Map<Shape, string[]>();
  const found = [...names].flatMap((name) => {
    const among = holders.filter(({ properties }) => properties.has(name));
    const isTag = among.some(({ ids }) => ids.some((id) => discriminators.has(`${id} ${name}`)));
    const same = among.flatMap(({ properties }) => properties.get(name) ?? []);
    if (isTag || !isCollision(same, context, { left: mostComparisons })) return [];
    for (const { part } of among) {
      if (part !== undefined) omitted.set(part, [...(omitted.get(part) ?? []), name]);
    }
    return same.length === 0 ? [] : [same.reduce(bothProperties)];
  });
  return { omitted, properties: found };
}

/** Objects in objects are looked into as long as there are not too many of them. */
const mostComparisons = 100;

function isCollision(
  [first, ...others]: readonly Property[],
  context: TypeContext,
  search: { left: number },
): boolean {
  search.left -= 1;
  if (first === undefined || others.length === 0 || search.left < 0) return false;
  const isAlike = ({ required, shape }: Property): boolean =>
    required === first.required && modelOrSelf(shape) === modelOrSelf(first.shape);
  if (others.every(isAlike)) return false;
  const all = [first, ...others];
  if (all.some(({ shape }) => hasOpenList(shape, context))) return true;
  const inner = all.map(({ shape }) => namedProperties(shape, context.views.models)?.properties);
  const named = inner.filter((each) => each !== undefined);
  if (named.length < all.length) return false;
  const names = new Set(named.flatMap((each) => [...each.keys()]));
  return [...names].some((name) =>
    isCollision(
      named.flatMap((each) => each.get(name) ?? []),
      context,
      search,
    ),
  );
}

/** Whether the type of a shape lists values and is open to others, as it stands or in a branch. */
function hasOpenList(shape: Shape, context: TypeContext): boolean {
  const pending = [{ shape, isOpen: context.isOpen }];
  const seen = new Set<string>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { shape: here, isOpen } = next;
    if (here.kind === "choice" && isGrowing(here, isOpen)) return true;
    if (here.kind === "union") for (const branch of here.branches) pending.push({ shape: branch, isOpen });
    if (here.kind === "all") for (const part of here.parts) pending.push({ shape: part, isOpen });
    if (here.kind !== "reference" || seen.has(here.id)) continue;
    seen.add(here.id);
    const model = context.views.models.get(here.id);
    if (model !== undefined) pending.push({ shape: model.shape, isOpen: isOpenModel(here.id, context) });
  }
  return false;
}

function isGrowing({ values, extensible }: ChoiceShape, isOpen: boolean): boolean {
  if (extensible !== true && (!isOpen || values.length < 2)) return false;
  return values.some(({ value }) => ["string", "number", "bigint"].includes(typeof value));
}

/** Whether the type that a reference names is open: it stands in a file of its own, and is met in other places too. */
function isOpenModel(id: string, { views, direction }: TypeContext): boolean {
  if (direction === "request" && views.names.models.get(id)?.input !== undefined) return false;
  const { request = false, response = false } = views.directions.get(id) ?? {};
  return !request || response;
}
