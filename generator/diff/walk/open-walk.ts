import type { Json } from "../../json.ts";
import type { Engine } from "../../subtype/engine.ts";
import { first } from "../../subtype/gap.ts";
import { openEngine } from "../../subtype/open-engine.ts";
import { openKeys, type Models, type Term } from "../../subtype/term.ts";
import { withMember } from "../../subtype/within-object.ts";
import type { Direction } from "../../values/verdict.ts";
import { compareFaces } from "./compare-faces.ts";
import { compareNotes } from "./compare-notes.ts";
import { openSameness } from "./same-shape.ts";
import type { Step, Walk } from "./walk.ts";
import type { Home, WalkNode } from "./walk-node.ts";

const deepest = 150;

/**
 * @param isRenamed whether a component of the one name may be one of the other name now
 */
export function openWalk(models: Models, isRenamed: (before: string, after: string) => boolean): Walk {
  const keyOf = openKeys();
  const isSame = openSameness(models);
  const nodes = new Map<string, WalkNode>();
  const engines = new Map<string, Engine>();
  let depth = 0;

  const walk: Walk = {
    models,
    isSame,
    nodes,
    engineFor,
    visit({ label, before, after, direction, spelled }) {
      const home: Home = { label, schema: null, before: [before], after: [after] };
      const engine = engineFor(direction, spelled);
      return meet({
        engine,
        direction,
        home,
        path: "",
        before: [before],
        after: [after],
        lift: (values) => values,
        isBranch: false,
      });
    },
    enter(parent, step, before, after) {
      const { engine, direction, home } = parent;
      const path = pathTo(parent.path, step);
      const lift = (values: Iterable<Json>): Iterable<Json> => parent.lift(around(parent, step, values));
      const isBranch = step.kind === "branch";
      const node = meet({ engine, direction, home, path, before, after, lift, isBranch });
      if (node !== undefined) parent.children.push(node);
    },
  };
  return walk;

  function engineFor(direction: Direction, spelled: boolean): Engine {
    const key = `${direction} ${spelled}`;
    const engine = engines.get(key) ?? openEngine(models, { direction, spelled, keyOf, isSame });
    engines.set(key, engine);
    return engine;
  }

  function meet(met: Omit<WalkNode, "edits" | "children" | "isSafe">): WalkNode | undefined {
    if (depth > deepest || areSame(met.before, met.after)) return undefined;
    const pair = atHome(met);
    const key = `${keyOf(pair.before)} ${keyOf(pair.after)} ${pair.direction} ${pair.engine.spelled}`;
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const { engine, direction, before, after } = pair;
    const [a, b] = direction === "request" ? [before, after] : [after, before];
    const isSafe = engine.within(a, b) === undefined;
    const node: WalkNode = { ...pair, edits: [], children: [], isSafe };
    nodes.set(key, node);
    depth += 1;
    compareNotes(walk, node);
    compareFaces(walk, node);
    depth -= 1;
    return node;
  }

  function areSame(a: Term, b: Term): boolean {
    return (
      a.length === b.length &&
      a.every((shape, index) => {
        const other = b[index];
        return other !== undefined && isSame(shape, other);
      })
    );
  }

  /** Two references lead to a home of their own, whoever comes this way. */
  function atHome<M extends Omit<WalkNode, "edits" | "children" | "isSafe">>(met: M): M {
    const one = modelOf(met.before);
    const other = modelOf(met.after);
    if (one === undefined || other === undefined) return met;
    const before = [one.shape];
    const after = [other.shape];
    // Where a reference leads to another component it is the reference that was edited.
    const isOther = one.key !== undefined && other.key !== undefined && one.key !== other.key;
    if (isOther && !isRenamed(one.key, other.key)) return { ...met, before, after };
    const schema = other.key ?? one.key ?? null;
    const name = schema ?? /[^/]+$/.exec(other.id)?.[0] ?? "";
    const home: Home = { label: `the schema \`${name}\``, schema, before, after };
    return {
      ...met,
      home,
      path: "",
      before,
      after,
      lift: (values: Iterable<Json>) => values,
      isBranch: false,
    };
  }

  function modelOf(term: Term) {
    const [shape] = term;
    return term.length === 1 && shape?.kind === "reference" ? models.get(shape.id) : undefined;
  }
}

function pathTo(path: string, step: Step): string {
  if (step.kind === "branch") return path;
  if (step.kind === "item") return `${path}[]`;
  if (step.kind === "rest") return path === "" ? "*" : `${path}.*`;
  return path === "" ? step.name : `${path}.${step.name}`;
}

const mostAround = 30;

function around(
  { engine, direction, before, after }: WalkNode,
  step: Step,
  values: Iterable<Json>,
): Iterable<Json> {
  const whole = direction === "request" ? before : after;
  if (step.kind === "branch") return values;
  if (step.kind !== "item") return withMember(engine, whole, step.name, first(mostAround, values));
  return listsAround(engine, whole, step.index, first(mostAround, values));
}

function* listsAround(engine: Engine, whole: Term, index: number, values: Iterable<Json>): Iterable<Json> {
  const sample = engine.sample(whole);
  const base = Array.isArray(sample) ? (sample as readonly Json[]) : [];
  for (const value of values) {
    yield [...base.slice(0, index), value];
    if (base.length > index) yield base.with(index, value);
    yield Array.from({ length: index + 1 }, (_, at) => (at === index ? value : (base[at] ?? value)));
  }
}
