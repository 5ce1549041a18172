// What the comparison says of random specs and random edits, judged by ajv: every value that proves a change does, and
// where nothing is said to break, no value does.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { loadSpec } from "../../generator/load/load-spec.ts";
import type { Api } from "../../generator/model/api.ts";
import { readJson } from "../../generator/load/read-json.ts";
import type { Place } from "../../generator/location.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import type { Change, Comparison } from "../../generator/diff/change.ts";
import { compareApis } from "../../generator/diff/compare-apis.ts";
import { type Json, printJson } from "../../generator/json.ts";
import type { Direction } from "../../generator/values/verdict.ts";
import { plainWords } from "../properties/awkward-words.ts";
import { type Draw, drawn } from "../properties/draw.ts";
import { yamlOf } from "../properties/packages.ts";
import {
  type Fields,
  randomSchema,
  type Schema,
  schemaReference,
  type Scope,
} from "../properties/random-schema.ts";
import { randomModels, specs } from "../properties/random-spec.ts";
import { isObject, valueOf } from "../properties/random-value.ts";
import { reversed } from "../properties/reversed.ts";
import { patience, runs } from "../properties/runs.ts";
import { edited } from "./random-edit.ts";
import { judgeOf } from "./rule-stories/judge-values.ts";

function apiOf(
  spec: unknown,
  mark = "",
  print: (spec: unknown) => string = (it_) => JSON.stringify(it_),
): Api {
  const { value } = loadSpec("openapi.yaml", () => print(spec));
  if (value === undefined) throw new Error("The random spec cannot be read.");
  return buildModel(value, mark);
}

function compare(before: Api, after: Api): Comparison {
  return compareApis(before, after, { today: "2026-01-01", levels: {} });
}

const named = new Set(["schema-renamed", "request-discriminator-changed", "response-discriminator-changed"]);

function told({ changes }: Comparison): readonly string[] {
  return changes.filter(({ code }) => !named.has(code)).map(({ code, message }) => `${code}: ${message}`);
}

/** The spec with other names for its components. */
function renamed(spec: Fields): unknown {
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => {
        if (key === "$ref" && typeof member === "string" && member.startsWith("#/components/"))
          return [key, `${member}Again`];
        return [key, rename(member)];
      }),
    );
  };
  const whole = rename(spec) as Fields;
  const again = (section: unknown): unknown =>
    isObject(section)
      ? Object.fromEntries(Object.entries(section).map(([key, value]) => [`${key}Again`, value]))
      : section;
  const { components } = whole;
  if (!isObject(components)) return whole;
  const sections = Object.entries(components).map(([key, section]) => [
    key,
    key === "securitySchemes" ? section : again(section),
  ]);
  return { ...whole, components: Object.fromEntries(sections) as unknown };
}

it(
  "finds nothing in a spec beside itself, in whatever order, format and with whatever names it is written",
  () => {
    for (const drawnSpec of fc.sample(specs, runs(20))) {
      // Some numbers are none in JSON.
      const spec = JSON.parse(JSON.stringify(drawnSpec)) as Fields;
      const api = apiOf(spec);
      try {
        expect(compare(api, apiOf(spec, "new "))).toEqual({ verdict: "none", bump: "none", changes: [] });
        expect(told(compare(api, apiOf(reversed(spec), "new ")))).toEqual([]);
        expect(told(compare(api, apiOf(spec, "new ", yamlOf)))).toEqual([]);
        const isRenamable = "openapi" in spec && !JSON.stringify(spec).includes("discriminator");
        if (isRenamable) expect(told(compare(api, apiOf(renamed(spec), "new ")))).toEqual([]);
      } catch (fault) {
        const actual = fault instanceof Error && "actual" in fault ? JSON.stringify(fault.actual) : "";
        throw new Error(`${String(fault)}\n${actual}\n\n${yamlOf(spec)}`, { cause: fault });
      }
    }
  },
  patience,
);

/** Without what ajv does not know: a list that grows refuses nothing. */
function plainly<T>(value: T): T {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === "x-extensible-enum" ? undefined : inner,
  );
  return JSON.parse(text) as T;
}

interface Case {
  readonly draw: Draw;
  readonly scope: Scope;
  readonly before: Readonly<Record<string, Schema>>;
  readonly after: Readonly<Record<string, Schema>>;
}

const cases: fc.Arbitrary<Case> = drawn((draw) => {
  const models = ["Alpha", "Beta", draw.one(plainWords)];
  // Ajv takes what every object inherits for its own.
  const words = ["name", "size", "kind", "from", "to"];
  const scope: Scope = { version: "3.1", models, words, isTyped: true };
  const before = plainly(randomModels(draw, scope));
  const name = models[draw.upTo(2)] ?? "Alpha";
  const old = before[name] ?? true;
  const fresh = plainly(draw.chance(0.85) ? edited(draw, old) : randomSchema(draw, scope));
  return { draw, scope, before, after: { ...before, [name]: fresh } };
});

function specOf({ scope }: Case, schemas: Readonly<Record<string, Schema>>): Fields {
  const paths = scope.models.map((name, index) => {
    const content = { "application/json": { schema: schemaReference(name, scope) } };
    const post = { requestBody: { content }, responses: { "200": { description: "x", content } } };
    return [`/${index}`, { post }];
  });
  const info = { title: "x", version: "1" };
  return { openapi: "3.1.0", info, paths: Object.fromEntries(paths) as unknown, components: { schemas } };
}

/** Undefined where ajv goes round in circles. */
function isTaken(
  spec: Fields,
  direction: Direction,
  place: Pick<Place, "pointer">,
  value: Json,
): boolean | undefined {
  try {
    return judgeOf(JSON.stringify(spec), direction)(place, value);
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function jsonOf(value: unknown): Json {
  return readJson(JSON.stringify(value)).value ?? null;
}

function explain(before: Fields, after: Fields, change: Change | undefined, why: string): string {
  return `${why}\n${printJson(change)}\n--- before\n${yamlOf(before)}\n--- after\n${yamlOf(after)}`;
}

it(
  "proves what it says with values that ajv judges alike",
  () => {
    const faults: string[] = [];
    for (const one of fc.sample(cases, runs(60))) {
      const before = specOf(one, one.before);
      const after = specOf(one, one.after);
      for (const change of compare(apiOf(before), apiOf(after, "new ")).changes) {
        const { witness, direction } = change;
        if (witness?.schemas === undefined || direction === "none") continue;
        const old = isTaken(before, direction, witness.schemas.before, witness.value);
        const now = isTaken(after, direction, witness.schemas.after, witness.value);
        if (old === undefined || now === undefined) continue;
        if (old !== (witness.before === "accepted") || now !== (witness.after === "accepted"))
          faults.push(explain(before, after, change, `ajv says ${String(old)}, ${String(now)}`));
      }
    }
    if (faults[0] !== undefined) throw new Error(faults[0]);
  },
  patience,
);

it(
  "lets no value through that it said nothing of",
  () => {
    const faults: string[] = [];
    for (const one of fc.sample(cases, runs(60))) {
      const before = specOf(one, one.before);
      const after = specOf(one, one.after);
      const { changes } = compare(apiOf(before), apiOf(after, "new "));
      // Members that nobody listed are let through by a rule of its own: nobody sends them.
      if (changes.some(({ code }) => /-property-(?:added|removed)$/.test(code))) continue;
      for (const [index, name] of one.scope.models.entries()) {
        for (const direction of ["request", "response"] as const) {
          const isTold = changes.some(
            ({ level, operations }) =>
              level !== "info" &&
              operations.some(
                (operation) => operation.path === `/${index}` && operation.direction === direction,
              ),
          );
          if (isTold) continue;
          const place = { pointer: `/components/schemas/${name}` };
          const from = direction === "request" ? one.before : one.after;
          const [mine, theirs] = direction === "request" ? [before, after] : [after, before];
          for (let times = 0; times < 4; times += 1) {
            const made = valueOf(one.draw, from[name] ?? true, { schemas: from });
            if (made === undefined) continue;
            const json = jsonOf(made.value);
            const isMine = isTaken(mine, direction, place, json);
            const isTheirs = isTaken(theirs, direction, place, json);
            if (isMine === true && isTheirs === false)
              faults.push(explain(before, after, undefined, `${direction} ${name}: ${printJson(json)}`));
          }
        }
      }
    }
    if (faults[0] !== undefined) throw new Error(faults[0]);
  },
  patience,
);
