import type { Model } from "./api.ts";
import type { ValuePath } from "./paging.ts";
import type { ListShape, Shape } from "./shape.ts";

/** A value inside an answer that has a name. */
export interface PageMember {
  readonly path: ValuePath;
  /** As the spec writes it; what it says beside a reference is said there. */
  readonly written: Shape;
  /** What it is once references are followed and `null` is left out; absent where it may be several things. */
  readonly shape: Shape;
}

/** What a shape is once references are followed and `null` is left out; undefined where it may be several things. */
export function plainShape(shape: Shape, models: ReadonlyMap<string, Model>): Shape | undefined {
  const seen = new Set<string>();
  let here: Shape | undefined = shape;
  for (;;) {
    if (here?.kind === "reference") {
      if (seen.has(here.id)) return undefined;
      seen.add(here.id);
      here = models.get(here.id)?.shape;
    } else if (here?.kind === "union") {
      const others: readonly Shape[] = here.branches.filter(({ kind }) => kind !== "null");
      if (others.length !== 1) return undefined;
      [here] = others;
    } else if (here?.kind === "all" && here.parts.length === 1) [here] = here.parts;
    else return here;
  }
}

/** The list that a shape is, by one of its parts if it has several; undefined for anything else. */
export function listOf(shape: Shape, models: ReadonlyMap<string, Model>): ListShape | undefined {
  const parts = plainParts(shape, models);
  const lists = parts.filter((part) => part.kind === "list");
  const isList = parts.every(({ kind }) => kind === "list" || kind === "all");
  return isList && lists.length === 1 ? lists[0] : undefined;
}

/** More parts than anybody writes: what goes on is a circle, or wants to take long. */
const mostParts = 200;

/** All that holds at once with a shape, itself first, references followed; what may be several things is left out. */
function plainParts(shape: Shape, models: ReadonlyMap<string, Model>): readonly Shape[] {
  const pending: Shape[] = [shape];
  const found = new Set<Shape>();
  for (const next of pending) {
    const plain = plainShape(next, models);
    if (plain === undefined || found.has(plain) || found.size >= mostParts) continue;
    found.add(plain);
    if (plain.kind === "all") for (const part of plain.parts) pending.push(part);
  }
  return [...found];
}

/** The properties of an object, those of all its parts together; none of anything else. */
export function pageMembers(
  shape: Shape,
  models: ReadonlyMap<string, Model>,
  lead: ValuePath = [],
): readonly PageMember[] {
  const found = new Map<string, PageMember>();
  for (const part of plainParts(shape, models)) {
    const properties = part.kind === "object" ? part.properties : [];
    for (const { name, shape: written } of properties) {
      const inner = plainShape(written, models);
      // A part that comes later only adds to what is known.
      if (inner !== undefined && !found.has(name)) {
        found.set(name, { path: [...lead, name], written, shape: inner });
      }
    }
  }
  return [...found.values()];
}

/** A name without what sets spellings apart: case, and the signs between words. */
export function foldedName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
