import type { Json, JsonMap } from "../json.ts";
import type { ObjectShape, Shape } from "../model/shape.ts";
import { isOneWay, requiredNames } from "./left-out.ts";
import { matchPattern } from "./match-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";
import { into, type Sampler, together, type Way } from "./sampler.ts";

const mostExtras = 20;

/**
 * An object of the required properties, and of as many others as its shapes demand by number. Undefined if a
 * required one has no value.
 */
export function sampleObject(
  sampler: Sampler,
  shapes: readonly ObjectShape[],
  way: Way,
  ids: readonly string[],
): JsonMap | undefined {
  const object = new Map<string, Json>();
  const inner = into(way, ids);
  const named = byName(shapes);

  function add(name: string): boolean {
    if (object.has(name) || isHidden(sampler, named, name)) return true;
    const value = sampler.sample(sampler, together(shapesOf(shapes, named, name)), inner);
    if (value !== undefined) object.set(name, value);
    return value !== undefined;
  }

  const required = shapes.flatMap((shape) => requiredNames(sampler, shape));
  if (!required.every(add)) return undefined;
  for (const { name, requires } of shapes.flatMap((shape) => shape.dependentRequired ?? [])) {
    if (object.has(name) && !requires.every(add)) return undefined;
  }
  const least = Math.min(Math.max(0, ...shapes.map(({ minProperties }) => minProperties ?? 0)), mostExtras);
  for (const name of spareNames(sampler, shapes, inner)) {
    if (object.size >= least) break;
    add(name);
  }
  return object;
}

/** What each of several shapes says of its properties, by their names. */
export type Named = ReadonlyMap<string, ReadonlyMap<ObjectShape, readonly Shape[]>>;

/** Ask once for all of the properties: an object may have fifty thousand. */
export function byName(shapes: readonly ObjectShape[]): Named {
  const named = new Map<string, Map<ObjectShape, Shape[]>>();
  for (const shape of shapes) {
    for (const property of shape.properties) {
      const known = named.get(property.name) ?? new Map<ObjectShape, Shape[]>();
      known.set(shape, [...(known.get(shape) ?? []), property.shape]);
      named.set(property.name, known);
    }
  }
  return named;
}

function isHidden(sampler: Sampler, named: Named, name: string): boolean {
  return [...(named.get(name)?.values() ?? [])].flat().some((shape) => isOneWay(sampler, shape));
}

/** What is said of the property of this name; where nobody else speaks of it, what is left for such. */
export function shapesOf(shapes: readonly ObjectShape[], named: Named, name: string): readonly Shape[] {
  const said = shapes.flatMap((shape) => {
    const own = named.get(name)?.get(shape) ?? [];
    const matched = (shape.patterns ?? []).filter(({ pattern }) => isMatch(pattern, name));
    const found = [...own, ...matched.map((pattern) => pattern.shape)];
    return found.length > 0 || shape.rest === undefined ? found : [shape.rest];
  });
  return said.length > 0 ? said : shapes.flatMap(({ unevaluated }) => unevaluated ?? []);
}

/** Whether a pattern is surely found in a name. */
export function isMatch(source: string, name: string): boolean {
  const pattern = parsePattern(source);
  return pattern !== undefined && matchPattern(pattern, name, { steps: 0 }) === true;
}

/** Names that may be added: the optional ones in the order of the spec, then such as the shapes let through. */
function* spareNames(sampler: Sampler, shapes: readonly ObjectShape[], way: Way): Iterable<string> {
  yield* shapes.flatMap(({ properties }) => properties.map(({ name }) => name));
  const names = shapes.flatMap((shape) => shape.names ?? []);
  for (let nth = 0; nth < mostExtras; nth += 1) {
    const name = names.length > 0 ? sampler.sample(sampler, together(names), { ...way, nth }) : undefined;
    yield typeof name === "string" ? name : `property${nth + 1}`;
  }
}
