import { componentKind } from "../load/component-sections.ts";
import type { SpecDocument, SpecNode, SpecObject } from "../load/document.ts";
import type { ObjectKind } from "../load/grammar/grammar.ts";
import { follow, mapOf, member, textOf } from "../load/node.ts";
import { childPointer, type Place, pointerKeys } from "../location.ts";
import type { Names } from "../names/names.ts";
import { componentKey, sectionInBundle } from "./component-key.ts";
import { bareReference, idOf, landingOf, referencesOf } from "./reference-fields.ts";

/** Where everything stands in the bundle. */
export interface BundlePlan {
  /** What the spec says an object is, by the object's id. */
  readonly kinds: ReadonlyMap<string, ObjectKind>;
  /** What stands in the place of an object with a `$ref`, by the object's id. */
  readonly standIns: ReadonlyMap<string, SpecNode>;
  /** The components that the entry file does not have, in the order in which something leads to them. */
  readonly additions: readonly Addition[];
  /** The pointer in the bundle to what a place holds; undefined if that is not part of the bundle. */
  homeOf(place: Place): string | undefined;
}

export interface Addition {
  /** The keys that lead to it from the root, its own key excepted. */
  readonly section: readonly string[];
  readonly key: string;
  readonly node: SpecNode;
}

/**
 * Find a home for everything that the entry file refers to elsewhere. A component or a path that only points at a
 * file becomes its content, and is what others refer to; what lies inside of something with a home is at home
 * there; the rest becomes components under keys that are free.
 */
export function planBundle(document: SpecDocument, names: Names): BundlePlan {
  const kinds = new Map<string, ObjectKind>();
  for (const { kind, node } of document.objects) if (!kinds.has(idOf(node))) kinds.set(idOf(node), kind);
  const homes = new Map<string, string>();
  const standIns = new Map<string, SpecNode>();
  for (const object of document.objects) {
    const landed = standInFor(document, kinds, homes, object);
    if (landed === undefined) continue;
    const { place } = object.node;
    const isBare = bareReference(object.node) !== undefined;
    // Of two components that point at one thing, the second refers to the first.
    if (homes.has(idOf(landed)) && componentKind(document, place) !== undefined) continue;
    standIns.set(idOf(object.node), landed);
    const isHome = isBare && place.file === document.entry;
    if (isHome && !homes.has(idOf(landed))) homes.set(idOf(landed), place.pointer);
  }

  const targets = targetsOf(document, kinds, standIns);
  const additions: Addition[] = [];
  const taken = new Set<string>();
  for (const [id, { node, section }] of targets) {
    const hasHome =
      homes.has(id) || idsAround(node.place).some((each) => homes.has(each) || targets.has(each));
    if (hasHome) continue;
    const held = mapOf(section.reduce<SpecNode | undefined>(member, document.root));
    const pointerOf = (key: string): string => [...section, key].reduce(childPointer, "");
    const isFree = (key: string): boolean => !taken.has(pointerOf(key)) && held?.has(key) !== true;
    const key = componentKey(node.place, section.at(-1) ?? "", names.models.get(id)?.type, isFree);
    taken.add(pointerOf(key));
    homes.set(id, pointerOf(key));
    additions.push({ section, key, node });
  }
  return { kinds, standIns, additions, homeOf: (place) => homeOf(document, homes, place) };
}

/**
 * What an object makes way for: in the entry file a component that is a bare reference, and the `$ref` of a path; the
 * `$ref` in the place of an operation, wherever its path is written.
 */
function standInFor(
  document: SpecDocument,
  kinds: ReadonlyMap<string, ObjectKind>,
  homes: ReadonlyMap<string, string>,
  object: SpecObject,
): SpecNode | undefined {
  const { node } = object;
  const reference = textOf(node, "$ref");
  const landed = reference === undefined ? undefined : landingOf(document, object, reference);
  if (landed === undefined || landed.place.file === document.entry) return undefined;
  const isComponent = componentKind(document, node.place) !== undefined && bareReference(node) !== undefined;
  const [top, ...keys] = pointerKeys(homeOf(document, homes, node.place) ?? "");
  const isOfPaths = top === "paths" || top === "webhooks";
  const isPath = isOfPaths && keys.length === 1 && node.place.file === document.entry;
  const isMethod = keys.length === 2 || (keys.length === 3 && keys[1] === "additionalOperations");
  const isOperation = isOfPaths && isMethod && kinds.get(idOf(landed)) === "Operation";
  return isComponent || isPath || isOperation ? landed : undefined;
}

interface Target {
  readonly node: SpecNode;
  readonly section: readonly string[];
}

/** Everything in other files that some reference needs a home for, by id, in the order in which it is met. */
function targetsOf(
  document: SpecDocument,
  kinds: ReadonlyMap<string, ObjectKind>,
  standIns: ReadonlyMap<string, SpecNode>,
): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const object of document.objects) {
    if (standIns.has(idOf(object.node))) continue;
    for (const text of referencesOf(document, object)) {
      const node = landingOf(document, object, text);
      if (node === undefined || node.place.file === document.entry || targets.has(idOf(node))) continue;
      const section = sectionInBundle(kindOf(document, kinds, node), document.version);
      if (section !== undefined) targets.set(idOf(node), { node, section });
    }
  }
  return targets;
}

/** The kind of a node; where that is a reference with words of its own, the kind of what it leads to. */
function kindOf(
  document: SpecDocument,
  kinds: ReadonlyMap<string, ObjectKind>,
  node: SpecNode,
): ObjectKind | undefined {
  // A boolean is a schema, and no object (JSON Schema core, section 4.3.2).
  if (typeof node.value === "boolean") return "Schema";
  const kind = kinds.get(idOf(node));
  const end = kind === "Reference" ? follow(document, node) : undefined;
  return end === undefined ? kind : kinds.get(idOf(end));
}

function homeOf(
  document: SpecDocument,
  homes: ReadonlyMap<string, string>,
  place: Place,
): string | undefined {
  const { file, pointer } = place;
  if (file === document.entry) return pointer;
  for (const id of [`${file}#${pointer}`, ...idsAround(place)]) {
    const home = homes.get(id);
    if (home !== undefined) return home + pointer.slice(id.length - file.length - 1);
  }
  return undefined;
}

/** The ids of whatever a place lies in, the nearest first. */
function idsAround({ file, pointer }: Place): readonly string[] {
  const ids: string[] = [];
  for (
    let end = pointer.lastIndexOf("/");
    end >= 0;
    end = end === 0 ? -1 : pointer.lastIndexOf("/", end - 1)
  ) {
    ids.push(`${file}#${pointer.slice(0, end)}`);
  }
  return ids;
}
