import type { Json } from "../json.ts";
import type { ListShape } from "../model/shape.ts";
import { evaluatedBeside } from "./evaluated.ts";
import { count } from "./show-value.ts";
import { valueKey } from "./value-key.ts";
import { inside, misfit, type Run, type Spot, type Verdict } from "./verdict.ts";

/** JSON Schema 2020-12: core 10.3.1 and 11.2, validation 6.4. */
export function* judgeList(run: Run, shape: ListShape, list: readonly Json[], spot: Spot): Iterable<Verdict> {
  const { minItems, maxItems } = shape;
  if (minItems !== undefined && list.length < minItems) {
    yield misfit(shape, spot, `it has fewer than ${count(minItems, "item")}`);
  }
  if (maxItems !== undefined && list.length > maxItems) {
    yield misfit(shape, spot, `it has more than ${count(maxItems, "item")}`);
  }
  yield* judgeItems(run, shape, list, spot);
  if (shape.contains !== undefined) yield* judgeContains(run, shape, list, spot);
  if (shape.unique) yield* judgeUnique(shape, list, spot);
  if (shape.unevaluated !== undefined) {
    const evaluated = evaluatedBeside(run, shape, list, spot);
    for (const [index, item] of list.entries()) {
      if (evaluated.has(index)) continue;
      yield shape.unevaluated.kind === "never"
        ? misfit(shape.unevaluated, inside(spot, index), "it is an item too many")
        : run.judge(run, shape.unevaluated, item, inside(spot, index));
    }
  }
}

function* judgeItems(run: Run, shape: ListShape, list: readonly Json[], spot: Spot): Iterable<Verdict> {
  const { prefix = [], items } = shape;
  if (items?.kind === "never" && list.length > prefix.length) {
    yield misfit(items, spot, `it has more than ${count(prefix.length, "item")}`);
  }
  for (const [index, item] of list.entries()) {
    const own = prefix[index] ?? items;
    if (own === undefined) return;
    yield run.judge(run, own, item, inside(spot, index));
  }
}

function* judgeContains(run: Run, shape: ListShape, list: readonly Json[], spot: Spot): Iterable<Verdict> {
  const { contains, minContains: least = 1, maxContains: most = Infinity } = shape;
  if (contains === undefined) return;
  const verdicts = list.map((item, index) => run.judge(run, contains, item, inside(spot, index)));
  const sure = verdicts.filter((verdict) => verdict === undefined).length;
  const perhaps = sure + verdicts.filter((verdict) => verdict === "unsure").length;
  if (perhaps < least) {
    yield misfit(shape, spot, `it has fewer than ${count(least, "item")} of the kind under contains`);
  }
  if (sure > most) {
    yield misfit(shape, spot, `it has more than ${count(most, "item")} of the kind under contains`);
  }
  if (sure < least || perhaps > most) yield "unsure";
}

function* judgeUnique(shape: ListShape, list: readonly Json[], spot: Spot): Iterable<Verdict> {
  const first = new Map<string, number>();
  for (const [index, item] of list.entries()) {
    const key = valueKey(item);
    const twin = first.get(key);
    if (twin === undefined) first.set(key, index);
    else yield misfit(shape, inside(spot, index), `it is the same as item ${twin}, counted from 0`);
  }
}
