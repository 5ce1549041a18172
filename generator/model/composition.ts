import type { Api } from "./api.ts";
import { discriminatorOf } from "./directions.ts";
import { everyShapeOf } from "./every-shape.ts";
import { findRings } from "./find-rings.ts";
import { innerShapes } from "./inner-shapes.ts";
import type { Shape } from "./shape.ts";

/** Of what a value's own shape is made: that of its members and items is apart. */
export interface Composition {
  /** How many shapes it is made of, each counted as often as it is met. */
  readonly size: number;
  /** How many shapes stand inside each other at the most. */
  readonly depth: number;
}

export interface Compositions {
  /** By the model's id. Models that are made of each other are made of all of them, each once. */
  readonly models: ReadonlyMap<string, Composition>;
  /** All values of the API together. */
  readonly size: number;
}

/** Weigh what the shapes of an API are made of, without writing it out. */
export function weighCompositions(api: Api): Compositions {
  const made = new Map(api.models.map((model) => [model.id, madeOf(model.shape)]));
  const models = new Map<string, Composition>();
  // The rings come after those that they lead to.
  for (const ids of findRings(new Map([...made].map(([id, each]) => [id, each.ids])))) {
    const parts = ids.map((id) => weigh(made.get(id) ?? nothing, models));
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    const depth = parts.reduce((sum, part) => sum + part.depth, 0);
    for (const id of ids) models.set(id, { size, depth });
  }
  const size = valuesOf(api).reduce((sum, shape) => sum + weigh(madeOf(shape), models).size, 0);
  return { models, size };
}

/** What a shape is made of by itself, and the models that it refers to. */
interface Made extends Composition {
  readonly ids: readonly string[];
}

const nothing: Made = { size: 0, depth: 0, ids: [] };

/** The shapes that hold at once with a shape or in its place, itself included. */
function madeOf(shape: Shape): Made {
  const ids: string[] = [];
  let size = 0;
  let depth = 0;
  let level = [shape];
  for (; level.length > 0; depth++) {
    for (const here of level) {
      // Who refers to a shape that tells apart its variants means one of these.
      size += 1 + (discriminatorOf(here)?.mapping.length ?? 0);
      if (here.kind === "reference") ids.push(here.id);
    }
    level = level.flatMap((here) => (isApart(here) ? [] : innerShapes(here)));
  }
  return { size, depth, ids };
}

/** What is inside of these has values of its own. */
function isApart({ kind }: Shape): boolean {
  return kind === "object" || kind === "list" || kind === "string";
}

/** A model that is not weighed yet is of the same ring, and counted there. */
function weigh({ size, depth, ids }: Made, models: ReadonlyMap<string, Composition>): Composition {
  const met = ids.flatMap((id) => models.get(id) ?? []);
  return {
    size: met.reduce((sum, model) => sum + model.size, size),
    depth: depth + met.reduce((most, model) => Math.max(most, model.depth), 0),
  };
}

/** The shapes of all values: whole bodies and models, members and items. */
function valuesOf(api: Api): readonly Shape[] {
  const every = everyShapeOf(api);
  const inner = new Set(every.flatMap((shape) => (isApart(shape) ? [] : innerShapes(shape))));
  return every.filter((shape) => !inner.has(shape));
}
