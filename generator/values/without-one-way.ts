import { isList, isMap, type Json, type JsonMap } from "../json.ts";
import type { Shape } from "../model/shape.ts";
import { gatherParts, type Part } from "./gather-parts.ts";
import { isOneWay } from "./left-out.ts";
import { byName, shapesOf } from "./sample-object.ts";
import { isTired, type Sampler, together } from "./sampler.ts";

/** The value of an author without the properties that do not travel in this direction. */
export function withoutOneWay(sampler: Sampler, shape: Shape, value: Json): Json {
  if ((!isMap(value) && !isList(value)) || isTired(sampler)) return value;
  const parts = openParts(sampler, shape, value);
  if (isMap(value)) return withoutMembers(sampler, parts, value);
  const items = parts.flatMap((part) => (part.kind === "list" ? (part.items ?? []) : []));
  return value.map((item) => withoutOneWay(sampler, together(items), item));
}

function withoutMembers(sampler: Sampler, parts: readonly Part[], value: JsonMap): JsonMap {
  const objects = parts.filter((part) => part.kind === "object");
  const named = byName(objects);
  return new Map(
    [...value].flatMap(([name, member]): readonly (readonly [string, Json])[] => {
      const shape = together(shapesOf(objects, named, name));
      return isOneWay(sampler, shape) ? [] : [[name, withoutOneWay(sampler, shape, member)]];
    }),
  );
}

/**
 * The conditions for the value, those of the branches that it fits included.
 *
 * @param here the models that were entered for the value: a branch may lead back to one
 */
function openParts(
  sampler: Sampler,
  shape: Shape,
  value: Json,
  here: readonly string[] = [],
): readonly Part[] {
  const { parts = [], ids = [] } = gatherParts(sampler.models, shape, { around: [], here }) ?? {};
  return parts.flatMap((part) => {
    if (part.kind === "choice" && part.within !== undefined)
      return openParts(sampler, part.within, value, ids);
    if (part.kind !== "union") return [part];
    const branch = part.branches.find((each) => sampler.fits(each, value));
    return branch === undefined ? [] : openParts(sampler, branch, value, ids);
  });
}
