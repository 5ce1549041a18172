import { type Place, pointerKeys } from "../location.ts";
import type { SpecDocument, SpecNode, SpecVersion } from "./document.ts";
import type { FieldShape, ObjectKind } from "./grammar/grammar.ts";
import { grammarOf, shapeOf } from "./grammar/grammar-of.ts";
import { member, members } from "./node.ts";

interface Holder {
  readonly kind: ObjectKind;
  /** What leads to it from the root of a document. */
  readonly keys: readonly string[];
}

/** What holds the objects that are there to be referred to: in Swagger 2.0 the document itself. */
function holderOf(version: SpecVersion): Holder {
  return version === "2.0" ? { kind: "Swagger", keys: [] } : { kind: "Components", keys: ["components"] };
}

/**
 * The keys that lead to the components of a kind: `components`, `schemas`, or in Swagger 2.0 `definitions`. Undefined
 * where the version has no such components.
 */
export function sectionOf(kind: ObjectKind, version: SpecVersion): readonly string[] | undefined {
  const holder = holderOf(version);
  const fields = Object.entries(grammarOf(holder.kind, version).fields);
  const [section] = fields.find(([, { shape }]) => kindOfEach(shape) === kind) ?? [];
  return section === undefined ? undefined : [...holder.keys, section];
}

/** The components of a kind in the order of the spec. */
export function componentsOf(
  { root, version }: Pick<SpecDocument, "root" | "version">,
  kind: ObjectKind,
): readonly (readonly [string, SpecNode])[] {
  const keys = sectionOf(kind, version) ?? [];
  return keys.length === 0 ? [] : members(keys.reduce<SpecNode | undefined>(member, root));
}

/** The kind of object that a component is, by the section that holds it; undefined for what is no component. */
export function componentKind(
  { entry, version }: Pick<SpecDocument, "entry" | "version">,
  { file, pointer }: Place,
): ObjectKind | undefined {
  const { kind, keys } = holderOf(version);
  const [section = "", name, ...inside] = pointerKeys(pointer).slice(keys.length);
  const isInHolder = pointer.startsWith(keys.map((key) => `/${key}/`).join(""));
  if (file !== entry || !isInHolder || name === undefined || inside.length > 0) return undefined;
  return kindOfEach(shapeOf(grammarOf(kind, version), section));
}

/** The kind of object that a map holds under each name. */
function kindOfEach(shape: FieldShape | undefined): ObjectKind | undefined {
  return shape?.holds === "map" ? kindIn(shape.of) : undefined;
}

function kindIn(shape: FieldShape): ObjectKind | undefined {
  if (shape.holds === "either") return shape.choices.map(kindIn).find((kind) => kind !== undefined);
  return shape.holds === "object" ? shape.kind : undefined;
}
