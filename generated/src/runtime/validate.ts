// Part of the runtime that specwright ships with each client. Do not edit.
import { isEvaluated, isNamed, referred } from "./evaluated.js";
import type { JsonSchema, SchemaObject, Schemas } from "./json-schema.js";
import { has, isList, isObject, isOfType, type Members, namesIn, textOf, typeWords } from "./json-value.js";
import { matches, numberRules, textRules } from "./judge-scalar.js";
import { listSizes, objectSizes } from "./judge-size.js";
import { mayBeLeftOut } from "./left-out.js";

/** What is wrong about a value, without a word of the value. */
export interface Issue {
  readonly message: string;
  /** The way to it: names of members and numbers of items. */
  readonly path: readonly (string | number)[];
}

/** Which way a value travels, seen from the client. */
export type Direction = "request" | "response";

/**
 * Judges a value by a schema; it fits where nothing is found. What does not travel may be missing although it is
 * required: a readOnly property in a request, a writeOnly one in a response. Of formats only dates, times and UUIDs are
 * judged. A member that is `undefined` is not there, and a bigint is an integer.
 */
export function issuesOf(
  schema: JsonSchema,
  value: unknown,
  $defs: Schemas,
  direction: Direction,
): readonly Issue[] {
  const found: Issue[] = [];
  judge(schema, value, { $defs, direction, found, depth: 0, whole: schema, entered: [] });
  return found;
}

/** Where a value is judged. */
interface Spot {
  readonly $defs: Schemas;
  readonly direction: Direction;
  /** Grows. */
  readonly found: Issue[];
  readonly step?: Step;
  readonly depth: number;
  /** All that is said of this value. */
  readonly whole: JsonSchema;
  /** The schemas that references led to on this value's account: one that leads back adds nothing. */
  readonly entered: readonly string[];
}

interface Step {
  readonly key: string | number;
  readonly before: Step | undefined;
}

/** Values nest no deeper: what judges them has a stack to mind. */
const deepest = 256;

function judge(schema: JsonSchema, value: unknown, spot: Spot): void {
  if (typeof schema === "boolean") return say(spot, !schema && "must not be there");
  if (spot.depth > deepest) return say(spot, "must not be nested so deeply");
  for (const keyword of Object.keys(schema)) {
    anyRules[keyword]?.(schema, value, spot);
    if (typeof value === "string") say(spot, textRules[keyword]?.(value, schema));
    else if (typeof value === "number" || typeof value === "bigint") {
      say(spot, numberRules[keyword]?.(value, schema));
    } else if (isList(value)) {
      say(spot, listSizes[keyword]?.(value, schema));
      listRules[keyword]?.(schema, value, spot);
    } else if (isObject(value)) {
      say(spot, objectSizes[keyword]?.(namesIn(value).length, schema));
      objectRules[keyword]?.(schema, value, spot);
    }
  }
}

function say({ found, step }: Spot, message: string | false | undefined): void {
  if (!message) return;
  const path: (string | number)[] = [];
  for (let here = step; here; here = here.before) path.unshift(here.key);
  found.push({ message, path });
}

function inside(spot: Spot, key: string | number, whole: JsonSchema): Spot {
  return { ...spot, step: { key, before: spot.step }, depth: spot.depth + 1, whole, entered: [] };
}

function judgeInner(schema: JsonSchema, value: unknown, key: string | number, spot: Spot): void {
  if (schema !== true) judge(schema, value, inside(spot, key, schema));
}

/** What a schema finds by itself. */
function trial(schema: JsonSchema, value: unknown, spot: Spot): readonly Issue[] {
  const found: Issue[] = [];
  judge(schema, value, { ...spot, found });
  return found;
}

function fits(schema: JsonSchema, value: unknown, spot: Spot): boolean {
  return trial(schema, value, spot).length === 0;
}

type Rules<Value> = Readonly<Record<string, (schema: SchemaObject, value: Value, spot: Spot) => void>>;

/** JSON Schema core, 10.2 and 11, and validation, 6.1: what holds whatever the value is. */
const anyRules: Rules<unknown> = {
  $ref({ $ref = "" }, value, spot) {
    const { $defs, entered } = spot;
    if (!entered.includes($ref))
      judge(referred($ref, $defs), value, { ...spot, entered: [...entered, $ref] });
  },
  type({ type = [] }, value, spot) {
    const types = typeof type === "string" ? [type] : type;
    if (types.some((one) => isOfType(value, one))) return;
    say(spot, `must be ${types.map((one) => typeWords[one] ?? one).join(" or ")}`);
  },
  enum({ enum: listed = [] }, value, spot) {
    const isScalar = typeof value !== "object" && typeof value !== "bigint";
    if (listed.includes(value) || (!isScalar && listed.some((one) => textOf(one) === textOf(value)))) return;
    const more = listed.length > 8 ? ", …" : "";
    say(
      spot,
      `must be one of ${listed
        .slice(0, 8)
        .map((one) => textOf(one))
        .join(", ")}${more}`,
    );
  },
  const({ const: only }, value, spot) {
    say(spot, textOf(only) !== textOf(value) && `must be ${textOf(only)}`);
  },
  allOf({ allOf = [] }, value, spot) {
    for (const part of allOf) judge(part, value, spot);
  },
  anyOf({ anyOf = [] }, value, spot) {
    if (!anyOf.some((branch) => fits(branch, value, spot))) sayClosest(anyOf, value, spot);
  },
  oneOf({ oneOf = [] }, value, spot) {
    const fitting = oneOf.filter((branch) => fits(branch, value, spot)).length;
    if (fitting === 0) sayClosest(oneOf, value, spot);
    say(spot, fitting > 1 && `must fit only one of ${oneOf.length} schemas`);
  },
  not({ not = false }, value, spot) {
    say(spot, fits(not, value, spot) && "must be something else");
  },
  if({ if: condition = true, then: so = true, else: otherwise = true }, value, spot) {
    judge(fits(condition, value, spot) ? so : otherwise, value, spot);
  },
};

/** Says that no branch fits, and what is missing for the one that comes closest. */
function sayClosest(branches: readonly JsonSchema[], value: unknown, spot: Spot): void {
  say(spot, `must fit one of ${branches.length} schemas`);
  const trials = branches.map((branch) => trial(branch, value, spot));
  // Whatever is wrong about the value itself, and not inside of it, makes it something else.
  const distance = (issues: readonly Issue[]): number =>
    issues.reduce((sum, { path }) => sum + (path.length > spot.depth ? 1 : 1000), 0);
  const [closest] = trials.sort((a, b) => distance(a) - distance(b));
  if (closest && distance(closest) < 1000) spot.found.push(...closest);
}

/** JSON Schema core, 10.3.1 and 11.2, and validation, 6.4. */
const listRules: Rules<readonly unknown[]> = {
  prefixItems({ prefixItems = [] }, list, spot) {
    for (const [index, schema] of prefixItems.entries()) {
      if (index < list.length) judgeInner(schema, list[index], index, spot);
    }
  },
  items({ prefixItems = [], items = true }, list, spot) {
    for (let index = prefixItems.length; index < list.length; index++) {
      judgeInner(items, list[index], index, spot);
    }
  },
  contains(schema, list, spot) {
    const { contains = true, minContains = 1, maxContains = Infinity } = schema;
    const count = list.filter((item, index) => fits(contains, item, inside(spot, index, contains))).length;
    say(spot, count < minContains && `must hold at least ${minContains} items of a kind`);
    say(spot, count > maxContains && `must hold at most ${maxContains} items of a kind`);
  },
  unevaluatedItems({ unevaluatedItems = true, ...schema }, list, spot) {
    for (const [index, item] of list.entries()) {
      if (!isSeen(schema, index, item, list, spot)) judgeInner(unevaluatedItems, item, index, spot);
    }
  },
};

/** JSON Schema core, 10.3.2 and 11.3, and validation, 6.5. */
const objectRules: Rules<Members> = {
  properties({ properties = {} }, value, spot) {
    for (const name of namesIn(value)) {
      if (Object.hasOwn(properties, name)) judgeInner(properties[name] ?? true, value[name], name, spot);
    }
  },
  patternProperties({ patternProperties = {} }, value, spot) {
    for (const [pattern, schema] of Object.entries(patternProperties)) {
      for (const name of namesIn(value)) {
        if (matches(pattern, name)) judgeInner(schema, value[name], name, spot);
      }
    }
  },
  additionalProperties({ additionalProperties: rest = true, ...schema }, value, spot) {
    for (const name of namesIn(value)) {
      if (!isNamed(schema, name)) judgeInner(rest, value[name], name, spot);
    }
  },
  propertyNames({ propertyNames = true }, value, spot) {
    for (const name of namesIn(value)) judgeInner(propertyNames, name, name, spot);
  },
  required(schema, value, spot) {
    sayMissing(schema.required ?? [], schema, value, spot);
  },
  dependentRequired(schema, value, spot) {
    for (const [name, required] of Object.entries(schema.dependentRequired ?? {})) {
      if (has(value, name)) sayMissing(required, schema, value, spot);
    }
  },
  dependentSchemas({ dependentSchemas = {} }, value, spot) {
    for (const [name, schema] of Object.entries(dependentSchemas)) {
      if (has(value, name)) judge(schema, value, spot);
    }
  },
  unevaluatedProperties({ unevaluatedProperties: rest = true, ...schema }, value, spot) {
    for (const name of namesIn(value)) {
      if (!isSeen(schema, name, value[name], value, spot)) judgeInner(rest, value[name], name, spot);
    }
  },
};

function sayMissing(required: readonly string[], schema: SchemaObject, value: Members, spot: Spot): void {
  const { whole, $defs, direction } = spot;
  const note = direction === "request" ? "readOnly" : "writeOnly";
  for (const name of required) {
    if (!has(value, name) && !mayBeLeftOut([whole, schema], name, $defs, note))
      say(inside(spot, name, true), "must be given");
  }
}

function isSeen(
  schema: JsonSchema,
  key: string | number,
  inner: unknown,
  value: Members | readonly unknown[],
  spot: Spot,
): boolean {
  return isEvaluated(schema, key, value, {
    $defs: spot.$defs,
    holds: (other) => fits(other, value, spot),
    holdsInside: (other) => fits(other, inner, inside(spot, key, other)),
  });
}
