import { isList, type Json } from "../json.ts";
import type { ListShape } from "../model/shape.ts";
import type { Engine } from "./engine.ts";
import { first, type Gap, gap } from "./gap.ts";
import { isNothing } from "./members.ts";
import type { Term } from "./term.ts";

/** Lists of the shapes of `a`, seen from those of `b` (JSON Schema 2020-12 core 10.3.1, validation 6.4). */
export function listGap(
  engine: Engine,
  a: readonly ListShape[],
  b: readonly ListShape[],
  whole: Term,
): Gap | undefined {
  const pair: Pair = { engine, a, b, whole };
  return countGap(pair) ?? itemGap(pair) ?? uniqueGap(pair) ?? containsGap(pair);
}

interface Pair {
  readonly engine: Engine;
  readonly a: readonly ListShape[];
  readonly b: readonly ListShape[];
  readonly whole: Term;
}

export function isEmptyList(shapes: readonly ListShape[]): boolean {
  return leastItems(shapes) > mostItems(shapes);
}

function leastItems(shapes: readonly ListShape[]): number {
  return Math.max(
    0,
    ...shapes.map(({ minItems = 0, contains, minContains = 1 }) =>
      Math.max(minItems, contains === undefined ? 0 : minContains),
    ),
  );
}

function mostItems(shapes: readonly ListShape[]): number {
  const closed = shapes.map(({ items, unevaluated, prefix = [] }) =>
    [items, unevaluated].some((shape) => shape !== undefined && isNothing(shape)) ? prefix.length : Infinity,
  );
  return Math.min(...closed, ...shapes.map(({ maxItems = Infinity }) => maxItems));
}

/** What is said of the item at an index. */
export function itemAt(shapes: readonly ListShape[], index: number): Term {
  const said = shapes.flatMap(
    ({ prefix = [], items, unevaluated }) => prefix[index] ?? items ?? unevaluated ?? [],
  );
  return [...new Set(said)];
}

function countGap({ engine, a, b, whole }: Pair): Gap | undefined {
  const asked = Math.max(0, ...b.map(({ minItems = 0 }) => minItems));
  const allowed = mostItems(b);
  const least = leastItems(a);
  if (least < asked)
    return gap("shorter lists were let through", () => [
      listOf(engine, a, least),
      engine.sample(whole) ?? [],
    ]);
  if (mostItems(a) <= allowed) return undefined;
  return gap("longer lists were let through", () => [listOf(engine, a, Math.max(allowed + 1, least))]);
}

const longest = 2000;

function listOf(engine: Engine, shapes: readonly ListShape[], count: number): readonly Json[] {
  const isUnique = shapes.some(({ unique }) => unique === true);
  return Array.from({ length: Math.min(count, longest) }, (_, index) => {
    const item = engine.sample(itemAt(shapes, index)) ?? index;
    return isUnique ? varied(item, index) : item;
  });
}

function varied(item: Json, index: number): Json {
  if (typeof item === "number") return item + index;
  return typeof item === "string" ? `${item}${index === 0 ? "" : index}` : item;
}

function itemGap({ engine, a, b, whole }: Pair): Gap | undefined {
  const longestPrefix = Math.max(0, ...[...a, ...b].map(({ prefix = [] }) => prefix.length));
  const most = mostItems(a);
  for (let index = 0; index <= longestPrefix && index < most; index += 1) {
    const inner = engine.within(itemAt(a, index), itemAt(b, index));
    if (inner === undefined) continue;
    return gap(inner.why, function* () {
      const sample = engine.sample(whole);
      const base = isList(sample) ? sample : [];
      for (const value of first(150, inner.candidates())) {
        yield [...listOf(engine, a, Math.min(index, most)).slice(0, index), value];
        if (base.length > index) yield base.with(index, value);
        const least = leastItems(a);
        if (least > index + 1) yield [...listOf(engine, a, least)].with(index, value);
      }
    });
  }
  return undefined;
}

function uniqueGap({ engine, a, b }: Pair): Gap | undefined {
  const isUnique = (shapes: readonly ListShape[]): boolean => shapes.some(({ unique }) => unique === true);
  if (!isUnique(b) || isUnique(a) || mostItems(a) < 2) return undefined;
  return gap("an item could be there twice", function* () {
    const item = engine.sample(itemAt(a, 0)) ?? "text";
    const least = Math.max(leastItems(a), 2);
    yield Array.from({ length: Math.min(least, longest) }, () => item);
    const second = engine.sample(itemAt(a, 1)) ?? item;
    yield [item, second, second];
  });
}

function mostHeld({ minContains = 1, maxContains = minContains }: ListShape): number {
  return maxContains;
}

/** What must be in a list how often is compared where both say the same of the item. */
function containsGap({ engine, a, b, whole }: Pair): Gap | undefined {
  for (const { contains, minContains = 1, maxContains = Infinity } of b) {
    if (contains === undefined) continue;
    const own = a.filter((shape) => shape.contains !== undefined);
    const isMet = own.some(
      (shape) =>
        shape.contains !== undefined &&
        (minContains === 0 ||
          ((shape.minContains ?? 1) >= minContains &&
            engine.within([shape.contains], [contains]) === undefined)) &&
        (maxContains === Infinity ||
          ((shape.maxContains ?? Infinity) <= maxContains &&
            engine.within([contains], [shape.contains]) === undefined)),
    );
    if (isMet || (minContains === 0 && maxContains >= mostItems(a))) continue;
    return gap("what a list must contain differs", function* () {
      yield [];
      const sample = engine.sample(whole);
      if (isList(sample)) yield sample;
      const mine = own.flatMap((shape) => shape.contains ?? []);
      const item = engine.sample([...itemAt(a, 0), ...mine]) ?? "text";
      const held = engine.sample([...itemAt(a, 0), contains]) ?? item;
      for (const each of [item, held, "text", 0, null, true, new Map<string, Json>()]) {
        const least = Math.max(leastItems(a), 1);
        for (const count of [1, 2, minContains - 1, maxContains + 1, least, ...own.map(mostHeld)]) {
          if (count >= 0 && count < longest) yield Array.from({ length: count }, () => each);
        }
      }
    });
  }
  return undefined;
}
