import { isMap, type Json } from "../json.ts";
import type { ConditionalShape, NotShape, Shape, UnionShape } from "../model/shape.ts";
import { type Misfit, misfit, type Run, type Spot, type Verdict, wrongKind } from "./verdict.ts";

/** `anyOf`, `oneOf`, several types (JSON Schema 2020-12 core, 10.2.1). */
export function judgeUnion(run: Run, shape: UnionShape, value: Json, spot: Spot): Verdict {
  const verdicts: Verdict[] = [];
  for (const branch of shape.branches) {
    const verdict = run.judge(run, branch, value, spot);
    if (verdict === undefined && shape.mode === "any") return undefined;
    verdicts.push(verdict);
  }
  const fits = verdicts.filter((verdict) => verdict === undefined).length;
  const isUnsure = verdicts.includes("unsure");
  if (fits === 1 && !isUnsure) return undefined;
  if (fits > 1) {
    const named = namedBranch(shape, value);
    // A discriminator is taken at its word: the branch that it names is the one that is meant.
    if (named !== undefined && typeof verdicts[named] !== "object") return verdicts[named];
    return misfit(
      shape,
      spot,
      `it fits ${fits} of the ${shape.branches.length} schemas under oneOf, where one may fit`,
    );
  }
  return isUnsure ? "unsure" : explain(shape, value, spot, verdicts.filter(isMisfit));
}

function isMisfit(verdict: Verdict): verdict is Misfit {
  return typeof verdict === "object";
}

/**
 * Why no branch fits. A person meant one of them: the one that the discriminator names, else the only one that
 * takes this kind of value.
 */
function explain(shape: UnionShape, value: Json, spot: Spot, misfits: readonly Misfit[]): Misfit {
  const named = misfits[namedBranch(shape, value) ?? -1];
  if (named !== undefined) return named;
  const isOfOtherKind = (each: Misfit): boolean => each.wanted !== undefined && each.pointer === spot.pointer;
  const close = misfits.filter((each) => !isOfOtherKind(each));
  const wanted = misfits.filter(isOfOtherKind).flatMap((each) => each.wanted ?? []);
  const [only] = close;
  if (only === undefined && wanted.length > 0) return wrongKind(shape, spot, value, wanted);
  const keyword = shape.mode === "one" ? "oneOf" : "anyOf";
  const why = `it fits none of the ${shape.branches.length} schemas under ${keyword}`;
  const refusal = only !== undefined && close.length === 1 ? only : misfit(shape, spot, why);
  return wanted.length > 0 && refusal.pointer === spot.pointer ? { ...refusal, wanted } : refusal;
}

/** The number of the branch that the discriminator's property of the value names. */
function namedBranch({ discriminator, branches }: UnionShape, value: Json): number | undefined {
  const name = discriminator && isMap(value) ? value.get(discriminator.property) : undefined;
  const id = discriminator?.mapping.find((entry) => entry.value === name)?.id;
  const index = branches.findIndex((branch) => branch.kind === "reference" && branch.id === id);
  return index === -1 ? undefined : index;
}

/** `not` (JSON Schema 2020-12 core, 10.2.1.4). */
export function judgeNot(run: Run, shape: NotShape, value: Json, spot: Spot): Verdict {
  const verdict = run.judge(run, shape.shape, value, spot);
  if (verdict === "unsure") return verdict;
  return verdict === undefined ? misfit(shape, spot, "it is what the schema under not describes") : undefined;
}

/** `if`, `then`, `else` (JSON Schema 2020-12 core, 10.2.2). */
export function judgeConditional(run: Run, shape: ConditionalShape, value: Json, spot: Spot): Verdict {
  const { condition, then, otherwise } = shape;
  const verdict = run.judge(run, condition, value, spot);
  if (verdict === "unsure") return verdict;
  const branch: Shape | undefined = verdict === undefined ? then : otherwise;
  return branch && run.judge(run, branch, value, spot);
}
