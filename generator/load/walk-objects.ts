import { placeKey } from "../location.ts";
import { isList, isMap, type Json } from "../json.ts";
import { childOf, items, mapOf, member, members } from "./node.ts";
import type { SpecNode, SpecObject, SpecVersion } from "./document.ts";
import type { FieldShape, ObjectKind } from "./grammar/grammar.ts";
import { grammarOf, mayRefer, shapeOf } from "./grammar/grammar-of.ts";
import { borrowedProperties } from "./stray-references.ts";

/** A reference that was met, and what is expected where it leads. */
export interface Met {
  readonly reference: SpecNode;
  readonly kind: ObjectKind;
  /** A map of such objects is expected, and none of them. */
  readonly isOfMap?: true;
  /** The object that holds it. */
  readonly holder: SpecObject;
}

/** A walk over the objects of a spec. It stops at every reference, for someone to follow it. */
export interface Walk {
  readonly objects: readonly SpecObject[];
  /** Go on at a node, in which an object of some kind is expected. Returns the references that are met. */
  enter(kind: ObjectKind, node: SpecNode): readonly Met[];
  /** The same where several of them are expected, by their names. */
  enterMap(kind: ObjectKind, node: SpecNode): readonly Met[];
}

interface Progress {
  readonly version: SpecVersion;
  readonly objects: SpecObject[];
  /** Kinds and places. */
  readonly seen: Set<string>;
  readonly met: Met[];
}

/**
 * Walk by the grammar of a version. What stands in examples, defaults, enums and extensions is data: no
 * `$ref` there refers to anything. Where an object is expected and something else stands, nobody goes.
 */
export function startWalk(version: SpecVersion): Walk {
  const objects: SpecObject[] = [];
  const seen = new Set<string>();
  const enter = (kind: ObjectKind, nodes: readonly SpecNode[]): readonly Met[] => {
    const met: Met[] = [];
    for (const node of nodes) if (isMap(node.value)) walkObject({ version, objects, seen, met }, kind, node);
    return met;
  };
  return {
    objects,
    enter: (kind, node) => enter(kind, [node]),
    enterMap: (kind, node) =>
      enter(
        kind,
        members(node).map(([, each]) => each),
      ),
  };
}

function walkObject(walk: Progress, kind: ObjectKind, node: SpecNode): void {
  if (!isNew(walk, kind, node)) return;
  const grammar = grammarOf(kind, walk.version);
  const reference = member(node, "$ref");
  if (mayRefer(grammar) && typeof reference?.value === "string") {
    const holder: SpecObject = { kind: "Reference", node };
    if (isNew(walk, "Reference", node)) walk.objects.push(holder);
    walk.met.push({ reference, kind, holder });
    return;
  }
  const object: SpecObject = { kind, node };
  walk.objects.push(object);
  const properties = kind === "Schema" ? borrowedProperties(node) : undefined;
  if (properties !== undefined) walk.met.push({ reference: properties, kind, isOfMap: true, holder: object });
  for (const name of mapOf(node)?.keys() ?? []) {
    const shape = shapeOf(grammar, name);
    const child = shape !== undefined && leadsOn(shape) ? childOf(node, name) : undefined;
    if (shape !== undefined && child !== undefined) walkShape(walk, shape, child, object);
  }
}

function isNew({ seen }: Progress, kind: ObjectKind, { place }: SpecNode): boolean {
  const before = seen.size;
  seen.add(`${kind} ${placeKey(place)}`);
  return seen.size > before;
}

function walkShape(walk: Progress, shape: FieldShape, node: SpecNode, holder: SpecObject): void {
  switch (shape.holds) {
    case "object":
      if (isMap(node.value)) walkObject(walk, shape.kind, node);
      break;
    case "list":
      for (const item of items(node)) walkShape(walk, shape.of, item, holder);
      break;
    case "map":
      for (const [, child] of members(node)) walkShape(walk, shape.of, child, holder);
      break;
    case "either":
      for (const choice of shape.choices.filter((one) => fits(one, node.value)).slice(0, 1)) {
        walkShape(walk, choice, node, holder);
      }
      break;
    case "string":
      if (shape.refersTo !== undefined && typeof node.value === "string") {
        walk.met.push({ reference: node, kind: shape.refersTo, holder });
      }
      break;
    default:
  }
}

/** Whether objects or references can stand in a field. */
function leadsOn(shape: FieldShape): boolean {
  if (shape.holds === "object") return true;
  if (shape.holds === "list" || shape.holds === "map") return leadsOn(shape.of);
  if (shape.holds === "either") return shape.choices.some(leadsOn);
  return shape.holds === "string" && shape.refersTo !== undefined;
}

function fits(shape: FieldShape, value: Json): boolean {
  if (shape.holds === "object" || shape.holds === "map") return isMap(value);
  if (shape.holds === "list") return isList(value);
  return shape.holds === "either" && shape.choices.some((choice) => fits(choice, value));
}
