import { isMap, type Json } from "../json.ts";
import type { ConditionalShape, Discriminator, Shape, UnionShape } from "../model/shape.ts";
import type { Gathered } from "./gather-parts.ts";
import { type Sampler, together, type Way } from "./sampler.ts";

/** A branch that the value has come through already: a base that lists its own descendants. */
export function isMet({ branches }: UnionShape, ids: readonly string[]): boolean {
  return branches.some((branch) => branch.kind === "reference" && ids.includes(branch.id));
}

/** A value by each branch in turn, null last, with the name of the branch where a discriminator asks for it. */
export function* sampleBranches(
  sampler: Sampler,
  { parts, ids }: Gathered,
  union: UnionShape,
  way: Way,
): Iterable<Json> {
  const others = parts.filter((part) => part !== union);
  const { branches, discriminator } = union;
  const isNull = (branch: Shape): boolean => branch.kind === "null";
  for (const branch of [...branches.filter((each) => !isNull(each)), ...branches.filter(isNull)]) {
    const deeper = { ...way, here: ids, depth: way.depth + 1 };
    const value = sampler.sample(sampler, together([branch, ...others]), deeper);
    if (value === undefined) continue;
    if (discriminator !== undefined && branch.kind === "reference") {
      yield* tagValue(value, [discriminator], [branch.id]).filter((tagged) => sampler.fits(branch, tagged));
    }
    yield value;
  }
}

/** The object with the name of its model under the property of each discriminator that knows the model. */
export function tagValue(
  value: Json,
  discriminators: readonly Discriminator[],
  ids: readonly string[],
): readonly Json[] {
  return discriminators.flatMap(({ property, mapping }) => {
    const id = ids.find((each) => mapping.some((entry) => entry.id === each));
    const name = mapping.find((entry) => entry.id === id)?.value;
    return isMap(value) && name !== undefined ? [new Map([...value, [property, name]])] : [];
  });
}

/** A value without regard to the condition, then one that meets it, then one that does not. */
export function* sampleConditional(
  sampler: Sampler,
  { parts, ids }: Gathered,
  conditional: ConditionalShape,
  way: Way,
): Iterable<Json> {
  const { condition, then, otherwise } = conditional;
  const others = parts.filter((part) => part !== conditional);
  for (const option of [[], then ? [condition, then] : [condition], otherwise ? [otherwise] : []]) {
    const deeper = { ...way, here: ids, depth: way.depth + 1 };
    const value = sampler.sample(sampler, together([...option, ...others]), deeper);
    if (value !== undefined) yield value;
  }
}
