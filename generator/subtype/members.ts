import type { ObjectShape, Shape } from "../model/shape.ts";
import { isOneWay } from "../values/left-out.ts";
import { matchPattern } from "../values/match-pattern.ts";
import { parsePattern } from "../values/parse-pattern.ts";
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
  const own = new Map<string, Map<ObjectShape, Shape[]>>();
  for (const shape of shapes) {
    for (const property of shape.properties) {
      const known = own.get(property.name) ?? new Map<ObjectShape, Shape[]>();
      known.set(shape, [...(known.get(shape) ?? []), property.shape]);
      own.set(property.name, known);
    }
  }
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
    of: (name) => saidOf(shapes, own.get(name), name),
    rest,
    patterns,
    isClosed: patterns.length === 0 && rest.some(isNothing),
  };
}

function saidOf(
  shapes: readonly ObjectShape[],
  own: ReadonlyMap<ObjectShape, readonly Shape[]> | undefined,
  name: string,
): Term {
  const said = shapes.flatMap((shape) => {
    const found = [
      ...(own?.get(shape) ?? []),
      ...(shape.patterns ?? []).filter(({ pattern }) => isMatch(pattern, name)).map((one) => one.shape),
    ];
    return found.length > 0 || shape.rest === undefined ? found : [shape.rest];
  });
  const all = said.length > 0 ? said : shapes.flatMap(({ unevaluated }) => unevaluated ?? []);
  return [...new Set(all)];
}

export function isNothing(shape: Shape): boolean {
  return shape.kind === "never" || (shape.kind === "not" && shape.shape.kind === "any");
}

export function isMatch(source: string, name: string): boolean {
  const pattern = parsePattern(source);
  return pattern !== undefined && matchPattern(pattern, name, { steps: 0 }) === true;
}
