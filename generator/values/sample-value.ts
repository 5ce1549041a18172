import type { Json } from "../json.ts";
import type { Model } from "../model/api.ts";
import type { Shape } from "../model/shape.ts";
import { openJudge } from "./find-misfit.ts";
import { gatherParts, type Gathered } from "./gather-parts.ts";
import { isMet, sampleBranches, sampleConditional } from "./sample-branches.ts";
import { samplePlain } from "./sample-plain.ts";
import { isTired, type Sampler, type Way } from "./sampler.ts";
import type { Direction } from "./verdict.ts";
import { withoutOneWay } from "./without-one-way.ts";

const deepest = 20;
const judgingBudget = 50_000;

/**
 * A value that a reader can take for real: the first example of the spec, else its default, else one made by the
 * type, of required properties only. The same shape always gives the same value. It fits wherever one that
 * fits is easily found; null where there is none.
 */
export function sampleValue(models: ReadonlyMap<string, Model>, shape: Shape, direction: Direction): Json {
  const judge = openJudge(models, direction, judgingBudget);
  const fits = (inner: Shape, value: Json): boolean => judge(inner, value) === undefined;
  const sampler: Sampler = { models, direction, fits, sample, steps: 0 };
  const own = [...models.values()].filter((model) => model.shape === shape).map(({ id }) => id);
  return sample(sampler, shape, { around: [], here: own, depth: 0, nth: 0 }) ?? null;
}

function sample(sampler: Sampler, shape: Shape, way: Way): Json | undefined {
  if (isTired(sampler) || way.depth > deepest) return undefined;
  const gathered = gatherParts(sampler.models, shape, way);
  if (gathered === undefined) return undefined;
  for (const value of givenValues(gathered, way.nth)) {
    const trimmed = withoutOneWay(sampler, shape, value);
    if (sampler.fits(shape, trimmed)) return trimmed;
  }
  let fallback: Json | undefined;
  for (const value of madeValues(sampler, gathered, way)) {
    if (sampler.fits(shape, value)) return value;
    fallback ??= value;
  }
  return fallback;
}

/** What the author gives; a default of null says that there is none. */
function givenValues({ notes }: Gathered, nth: number): readonly Json[] {
  return notes.flatMap(({ examples, default: fallback }) => {
    const example = examples?.[nth];
    return [
      ...(example === undefined ? [] : [example]),
      ...(nth > 0 || fallback === undefined || fallback === null ? [] : [fallback]),
    ];
  });
}

function* madeValues(sampler: Sampler, gathered: Gathered, way: Way): Iterable<Json> {
  const { parts, ids } = gathered;
  const choice = parts.find((part) => part.kind === "choice");
  const open = parts.find(
    (part) => part.kind === "conditional" || (part.kind === "union" && !isMet(part, ids)),
  );
  if (choice !== undefined) {
    const from = way.nth % Math.max(choice.values.length, 1);
    yield* [...choice.values.slice(from), ...choice.values.slice(0, from)].map(({ value }) => value);
  } else if (open?.kind === "union") yield* sampleBranches(sampler, gathered, open, way);
  else if (open?.kind === "conditional") yield* sampleConditional(sampler, gathered, open, way);
  else yield* samplePlain(sampler, gathered, way);
}
