import { isMap, type Json, type JsonMap } from "../json.ts";
import type { ObjectShape } from "../model/shape.ts";
import { parsePattern } from "../values/parse-pattern.ts";
import { isMatch } from "../values/sample-object.ts";
import { samplePattern } from "../values/sample-pattern.ts";
import type { Engine } from "./engine.ts";
import { first, type Gap, gap } from "./gap.ts";
import { isNothing, type Members, membersOf } from "./members.ts";
import type { Term } from "./term.ts";

/**
 * Objects of the shapes of `a`, seen from those of `b` (JSON Schema 2020-12 core 10.3.2, validation 6.5). A member that
 * only `b` lists is none that `a` has, though an open object might: whoever adds a property breaks nobody.
 *
 * @param whole all conditions of `a`, for samples
 */
export function objectGap(
  engine: Engine,
  a: readonly ObjectShape[],
  b: readonly ObjectShape[],
  whole: Term,
): Gap | undefined {
  const pair: Pair = { engine, a, b, one: membersOf(engine, a), other: membersOf(engine, b), whole };
  return (
    requiredGap(pair) ??
    namedGap(pair) ??
    unnamedGap(pair) ??
    countGap(pair) ??
    nameGap(pair) ??
    dependentGap(pair)
  );
}

interface Pair {
  readonly engine: Engine;
  readonly a: readonly ObjectShape[];
  readonly b: readonly ObjectShape[];
  readonly one: Members;
  readonly other: Members;
  readonly whole: Term;
}

/** Whether no object satisfies the shapes: it must have a member that has no value. */
export function isEmptyObject(engine: Engine, shapes: readonly ObjectShape[]): boolean {
  const members = membersOf(engine, shapes);
  return [...members.required].some((name) => members.of(name).some(isNothing));
}

/** Whether no object is in both: a member that one of them must have has no value that both allow. */
export function areObjectsApart(
  engine: Engine,
  a: readonly ObjectShape[],
  b: readonly ObjectShape[],
): boolean {
  const one = membersOf(engine, a);
  const other = membersOf(engine, b);
  const needed = new Set([...one.required, ...other.required]);
  return [...needed].some((name) => engine.isApart(one.of(name), other.of(name)));
}

function requiredGap({ engine, one, other, whole }: Pair): Gap | undefined {
  const missing = [...other.required].find((name) => !one.required.has(name));
  if (missing === undefined) return undefined;
  return gap(`${JSON.stringify(missing)} need not be there`, function* () {
    for (const base of bases(engine, whole)) {
      yield new Map([...base].filter(([name]) => name !== missing));
    }
  });
}

function namedGap({ engine, one, other, whole }: Pair): Gap | undefined {
  for (const name of new Set([...one.names, ...other.names])) {
    if (one.isHidden(name) || other.isHidden(name)) continue;
    const mine = one.of(name);
    if (mine.length === 0 && !one.names.has(name)) continue;
    const inner = engine.within(mine, other.of(name));
    if (inner !== undefined) return gap(inner.why, () => withMember(engine, whole, name, inner.candidates()));
  }
  return undefined;
}

const mostMembers = 150;

/** Objects with a member of this name and one of these values after the other. */
export function* withMember(
  engine: Engine,
  whole: Term,
  name: string,
  values: Iterable<Json>,
): Iterable<JsonMap> {
  const known = [...bases(engine, whole)];
  for (const value of first(mostMembers, values)) {
    for (const base of known) yield new Map([...base, [name, value]]);
  }
}

/** Objects to start from: one that fits, and where none was found one without members. */
function bases(engine: Engine, whole: Term): readonly JsonMap[] {
  const sample = engine.sample(whole);
  return isMap(sample) ? [sample] : [new Map()];
}

function unnamedGap({ engine, one, other, whole }: Pair): Gap | undefined {
  for (const { pattern, shape } of other.patterns) {
    const same = one.patterns.filter((each) => each.pattern === pattern).map((each) => each.shape);
    const mine = same.length > 0 ? same : one.rest;
    const inner = engine.within(mine, [shape]);
    if (inner !== undefined)
      return gap(inner.why, () => withMember(engine, whole, nameFor(pattern), inner.candidates()));
  }
  for (const { pattern, shape } of one.patterns) {
    if (other.patterns.some((each) => each.pattern === pattern)) continue;
    const inner = engine.within([shape], other.rest);
    if (inner !== undefined)
      return gap(inner.why, () => withMember(engine, whole, nameFor(pattern), inner.candidates()));
  }
  const inner = other.rest.length === 0 ? undefined : engine.within(one.rest, other.rest);
  if (inner === undefined) return undefined;
  return gap(inner.why, () => withMember(engine, whole, freeName(one, other), inner.candidates()));
}

function nameFor(pattern: string): string {
  const parsed = parsePattern(pattern);
  if (parsed === undefined) return "name";
  for (const text of samplePattern(parsed, 0)) if (isMatch(pattern, text)) return text;
  return "name";
}

function freeName(one: Members, other: Members): string {
  const isTaken = (name: string): boolean =>
    one.of(name).length !== one.rest.length || one.names.has(name) || other.names.has(name);
  return ["other", "more", "extra", "x0", "zzz"].find((name) => !isTaken(name)) ?? "other-1";
}

function countGap({ engine, a, b, one, whole }: Pair): Gap | undefined {
  const least = Math.max(one.required.size, ...a.map(({ minProperties = 0 }) => minProperties));
  const most = Math.min(
    one.isClosed ? one.names.size : Infinity,
    ...a.map(({ maxProperties = Infinity }) => maxProperties),
  );
  const asked = Math.max(0, ...b.map(({ minProperties = 0 }) => minProperties));
  const allowed = Math.min(...b.map(({ maxProperties = Infinity }) => maxProperties));
  if (least < asked)
    return gap("fewer members were let through", function* () {
      for (const base of bases(engine, whole)) {
        yield base;
        yield new Map([...base].filter(([name]) => one.required.has(name)));
      }
    });
  if (most <= allowed) return undefined;
  return gap("more members were let through", () => largeObjects(engine, whole, one, allowed + 1));
}

const mostFilled = 200;

function* largeObjects(engine: Engine, whole: Term, members: Members, count: number): Iterable<JsonMap> {
  if (count > mostFilled) return;
  for (const base of bases(engine, whole)) {
    const filled = new Map(base);
    for (const name of members.names) {
      if (filled.size >= count) break;
      const value = filled.has(name) ? undefined : engine.sample(members.of(name));
      if (value !== undefined) filled.set(name, value);
    }
    for (let index = 1; filled.size < count; index += 1) {
      filled.set(`more${index}`, engine.sample(members.of(`more${index}`)) ?? index);
    }
    yield filled;
  }
}

function nameGap({ engine, a, b, one, whole }: Pair): Gap | undefined {
  const asked = b.flatMap(({ names }) => names ?? []);
  if (asked.length === 0) return undefined;
  const odd = [...one.names].find((name) => !engine.fits(asked, name));
  if (odd !== undefined)
    return gap("a name is none that is let through", () =>
      withMember(engine, whole, odd, [engine.sample(one.of(odd)) ?? null]),
    );
  if (one.isClosed) return undefined;
  const names: Term = a.flatMap((shape) => shape.names ?? []);
  const inner = engine.within(names.length > 0 ? names : [anyText(b)], asked);
  if (inner === undefined) return undefined;
  return gap(inner.why, function* () {
    for (const name of inner.candidates()) {
      if (typeof name !== "string") continue;
      yield* withMember(engine, whole, name, [engine.sample(one.of(name)) ?? "text"]);
    }
  });
}

function anyText([shape]: readonly ObjectShape[]): Term[number] {
  return { kind: "string", place: shape?.place ?? { file: "", pointer: "" } };
}

function dependentGap({ engine, a, b, one, whole }: Pair): Gap | undefined {
  for (const { name, requires } of b.flatMap(({ dependentRequired }) => dependentRequired ?? [])) {
    if (isNever(one, name)) continue;
    const met = a.flatMap(({ dependentRequired }) =>
      (dependentRequired ?? []).flatMap((rule) => (rule.name === name ? rule.requires : [])),
    );
    const missing = requires.find(
      (other) => other !== name && !one.required.has(other) && !met.includes(other),
    );
    if (missing !== undefined)
      return gap(`${JSON.stringify(missing)} need not stand beside ${JSON.stringify(name)}`, function* () {
        for (const object of withMember(engine, whole, name, [engine.sample(one.of(name)) ?? "text"])) {
          yield new Map([...object].filter(([other]) => other !== missing));
        }
      });
  }
  for (const { name, shape } of b.flatMap(({ dependentShapes }) => dependentShapes ?? [])) {
    if (isNever(one, name)) continue;
    const own = a.flatMap(({ dependentShapes }) => dependentShapes ?? []);
    if (own.some((rule) => rule.name === name && rule.shape === shape)) continue;
    const asked: Term = [
      ...whole,
      ...own.filter((rule) => rule.name === name).map((rule) => rule.shape),
      { kind: "object", place: shape.place, properties: [], alsoRequired: [name] },
    ];
    // A rule that comes with a property is no mere list of more of them: what it says of others counts.
    const inner = engine.within(asked, [shape]) ?? newRuleGap(engine, asked, shape, own.length);
    if (inner === undefined) continue;
    return gap(inner.why, function* () {
      const value = engine.sample(one.of(name)) ?? "text";
      for (const object of inner.candidates()) if (isMap(object)) yield new Map([[name, value], ...object]);
      yield* withMember(engine, asked, name, [value]);
    });
  }
  return undefined;
}

function newRuleGap(engine: Engine, whole: Term, rule: Term[number], others: number): Gap | undefined {
  if (others > 0 || rule.kind !== "object") return undefined;
  const members = membersOf(engine, [rule]);
  const name = [...members.names].find((each) => engine.within([], members.of(each)) !== undefined);
  if (name === undefined) return undefined;
  const inner = engine.within([], members.of(name));
  return inner && gap(inner.why, () => withMember(engine, whole, name, inner.candidates()));
}

function isNever(members: Members, name: string): boolean {
  return members.isHidden(name) || members.of(name).some(isNothing);
}
