import type { ObjectShape, Property } from "../../model/shape.ts";
import { isOneWay } from "../../values/left-out.ts";
import { isOpen } from "./compare-lists.ts";
import { mergeObjects } from "./face.ts";
import { compareFacets, objectFacets, withFacet } from "./facets.ts";
import type { Direction } from "../../values/verdict.ts";
import { judgeFacet, judgeNamed, record } from "./judge-edit.ts";
import type { Walk } from "./walk.ts";
import type { WalkNode } from "./walk-node.ts";

export function compareObjects(
  walk: Walk,
  node: WalkNode,
  before: readonly ObjectShape[],
  after: readonly ObjectShape[],
): void {
  const one = mergeObjects(before);
  const other = mergeObjects(after);
  if (one === undefined || other === undefined) return;
  const old = new Map(one.properties.map((property) => [property.name, property]));
  const fresh = new Map(other.properties.map((property) => [property.name, property]));
  const pair = { walk, node, one, other };
  for (const [name, property] of old) {
    const now = fresh.get(name);
    if (now === undefined) compareRemoved(pair, property);
    else compareKept(pair, property, now);
  }
  for (const [name, property] of fresh) if (!old.has(name)) compareAdded(pair, property);
  compareRequired(pair);
  compareUnnamed(pair);
  compareFacets(node, objectFacets, one, other);
}

interface Pair {
  readonly walk: Walk;
  readonly node: WalkNode;
  readonly one: ObjectShape;
  readonly other: ObjectShape;
}

/** A property that does not travel this way is none. */
function compareKept({ walk, node, one }: Pair, was: Property, is: Property): void {
  const { name } = was;
  const wasHidden = isOneWay(node.engine, was.shape);
  const isHidden = isOneWay(node.engine, is.shape);
  if (wasHidden && isHidden) return;
  const other: Direction = node.direction === "request" ? "response" : "request";
  const isOther = ({ shape }: Property): boolean =>
    isOneWay({ models: walk.models, direction: other }, shape);
  const places = { before: was.shape.place, after: is.shape.place };
  if (wasHidden !== isHidden) {
    const rule = isHidden ? "property-hidden" : is.required ? "required-property-shown" : "property-shown";
    const to = [{ ...one, properties: one.properties.map((each) => (each.name === name ? is : each)) }];
    const least = isHidden ? leastOf(node) : undefined;
    judgeNamed(node, rule, {
      about: `shown ${name}`,
      from: [one],
      to,
      ...places,
      old: name,
      new: name,
      least,
    });
    return;
  }
  if (was.required !== is.required) {
    const to = one.properties.map((each) => (each.name === name ? { ...each, required: is.required } : each));
    const rule = is.required ? "property-became-required" : "property-became-optional";
    const suspect = { about: `required ${name}`, from: [one], to: [{ ...one, properties: to }], ...places };
    judgeNamed(node, rule, { ...suspect, old: name, new: name });
  }
  if (isOther(was) !== isOther(is)) {
    const rule = isOther(is) ? "property-became-one-way" : "property-became-two-way";
    const suspect = { about: `shown ${name}`, from: [], to: [], ...places, old: name, new: name };
    record(node, rule, suspect, { kind: "included" });
  }
  walk.enter(node, { kind: "property", name }, [was.shape], [is.shape]);
}

function compareRemoved({ node, one, other }: Pair, was: Property): void {
  const { name, required, shape } = was;
  if (isOneWay(node.engine, was.shape)) {
    const suspect = {
      about: `property ${name}`,
      from: [],
      to: [],
      before: shape.place,
      after: null,
      old: name,
    };
    record(node, "hidden-property-removed", suspect, { kind: "included" });
    return;
  }
  const isClosed = other.rest?.kind === "never";
  const to = {
    ...one,
    properties: one.properties.filter((each) => each.name !== name),
    ...(isClosed && other.rest !== undefined ? { rest: other.rest } : {}),
  };
  judgeNamed(node, required ? "required-property-removed" : "property-removed", {
    about: `property ${name}`,
    from: [one],
    to: [to],
    before: shape.place,
    after: null,
    old: name,
    least: leastOf(node),
  });
}

function compareAdded({ node, one }: Pair, is: Property): void {
  const { name, required, shape } = is;
  if (isOneWay(node.engine, is.shape)) {
    const suspect = {
      about: `property ${name}`,
      from: [],
      to: [],
      before: null,
      after: shape.place,
      new: name,
    };
    record(node, "hidden-property-added", suspect, { kind: "included" });
    return;
  }
  judgeNamed(node, required ? "required-property-added" : "property-added", {
    about: `property ${name}`,
    from: [one],
    to: [{ ...one, properties: [...one.properties, is] }],
    before: null,
    after: shape.place,
    new: name,
    most: mostOf(node, one),
  });
}

/** What a client goes on sending is ignored, which is worth a look though it breaks nobody. */
function leastOf({ direction }: WalkNode): "warning" | undefined {
  return direction === "request" ? "warning" : undefined;
}

/** Whoever reads an object has to expect members that it did not name, even where it said that there are none. */
function mostOf({ direction }: WalkNode, { rest }: ObjectShape): "warning" | undefined {
  return direction === "response" && rest?.kind === "never" ? "warning" : undefined;
}

/** Names that must be there, though no property is listed for them. */
function compareRequired({ node, one, other }: Pair): void {
  const old = new Set(one.alsoRequired);
  const fresh = new Set(other.alsoRequired);
  const places = { before: one.place, after: other.place };
  for (const name of new Set([...old, ...fresh])) {
    if (old.has(name) === fresh.has(name)) continue;
    const isListed = [...one.properties, ...other.properties].some((each) => each.name === name);
    if (isListed) continue;
    const names = fresh.has(name) ? [...old, name] : [...old].filter((each) => each !== name);
    const rule = fresh.has(name) ? "property-became-required" : "property-became-optional";
    const suspect = { about: `required ${name}`, from: [one], to: [{ ...one, alsoRequired: names }] };
    judgeNamed(node, rule, { ...suspect, ...places, old: name, new: name });
  }
}

function compareUnnamed({ walk, node, one, other }: Pair): void {
  const { rest: old } = one;
  const { rest: now } = other;
  if (
    old !== undefined &&
    now !== undefined &&
    ![old, now].some((shape) => isOpen(shape) || shape.kind === "never")
  )
    walk.enter(node, { kind: "rest", name: "other" }, [old], [now]);
  else if (!(isOpen(old) && isOpen(now)) && old?.kind !== now?.kind) {
    const suspect = { about: "additional", from: [one], to: [withFacet(one, other, ["rest"])] };
    const places = { before: old?.place ?? one.place, after: now?.place ?? other.place };
    judgeFacet(node, "additional-properties", { ...suspect, ...places, most: mostOf(node, one) });
  }
  const patterns = new Map((one.patterns ?? []).map(({ pattern, shape }) => [pattern, shape]));
  const fresh = new Map((other.patterns ?? []).map(({ pattern, shape }) => [pattern, shape]));
  const isKept = [...patterns.keys()].every((pattern) => fresh.has(pattern)) && patterns.size === fresh.size;
  if (!isKept) {
    const suspect = { about: "patterns", from: [one], to: [withFacet(one, other, ["patterns"])] };
    judgeFacet(node, "pattern-properties", { ...suspect, before: one.place, after: other.place });
  }
  for (const [pattern, shape] of patterns) {
    const also = fresh.get(pattern);
    if (also !== undefined) walk.enter(node, { kind: "rest", name: pattern }, [shape], [also]);
  }
}
