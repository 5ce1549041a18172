import type { ObjectShape, Shape } from "../model/shape.ts";
import { isOneWay } from "../values/left-out.ts";
import { byName, shapesOf } from "../values/sample-object.ts";
import type { Engine } from "./engine.ts";
import type { Term } from "./term.ts";

/** What a number of object shapes say together of the members of one object. */
export interface Members {
  /** The names that `properties` lists, without those that do not travel this way. */
  readonly names: ReadonlySet<string>;
  /** Those that stand in every object. */
  readonly required: ReadonlySet<string>;
  readonly isHidden: (name: string) => boolean;
  /** What is said of the member of this name; nothing where any value will do. */
  readonly of: (name: string) => Term;
  /** What is said of members that no name and no pattern speaks of. */
  readonly rest: Term;
  /** Patterns of names, and what is said of each. */
  readonly patterns: readonly { readonly pattern: string; readonly shape: Shape }[];
  /** Whether there are no members but those with a name of their own. */
  readonly isClosed: boolean;
}

export function membersOf(engine: Engine, shapes: readonly ObjectShape[]): Members {
  const own = byName(shapes);
  const hidden = new Set(
    [...own].flatMap(([name, said]) =>
      [...said.values()].flat().some((shape) => isOneWay(engine, shape)) ? [name] : [],
    ),
  );
  const required = shapes.flatMap((shape) => [
    ...shape.properties.flatMap((property) => (property.required ? [property.name] : [])),
    ...(shape.alsoRequired ?? []),
  ]);
  const patterns = shapes.flatMap((shape) => shape.patterns ?? []);
  const rests = shapes.flatMap((shape) => shape.rest ?? []);
  const rest = [...new Set([...rests, ...shapes.flatMap((shape) => shape.unevaluated ?? [])])];
  return {
    names: new Set([...own.keys()].filter((name) => !hidden.has(name))),
    required: new Set(required.filter((name) => !hidden.has(name))),
    isHidden: (name) => hidden.has(name),
    of: (name) => [...new Set(shapesOf(shapes, own, name))],
    rest,
    patterns,
    isClosed: patterns.length === 0 && rest.some(isNothing),
  };
}

export function isNothing(shape: Shape): boolean {
  return shape.kind === "never" || (shape.kind === "not" && shape.shape.kind === "any");
}
