import type { Schema } from "./spec.ts";

/** The next number from 0 up to 1, the same series for the same seed. */
export type Dice = () => number;

export function diceOf(seed: number): Dice {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(dice: Dice, list: readonly [T, ...T[]]): T {
  return list[Math.floor(dice() * list.length)] ?? list[0];
}

const names = ["a", "b", "ab"] as const;
const texts = ["", "a", "ab", "abc", "x1", "😀"] as const;
const patterns = ["^a", "b$", "^a+(b|c)*$", "^[a-c]{1,2}$", "^(?=.*a)", "x\\d", "^.$"] as const;
const types = ["string", "number", "integer", "array", "object", "null", "boolean"] as const;

/** Some value, of one or two levels. */
export function randomValue(dice: Dice, depth = 0): unknown {
  const throwOf = dice();
  if (depth > 1 || throwOf < 0.5) return pick(dice, [null, true, 0, 1, 2, 1.5, -1, ...texts]);
  if (throwOf < 0.7) {
    return Array.from({ length: Math.floor(dice() * 4) }, () => randomValue(dice, depth + 1));
  }
  const present = names.filter(() => dice() < 0.5);
  return Object.fromEntries(present.map((name) => [name, randomValue(dice, depth + 1)]));
}

type Make = (dice: Dice, depth: number) => unknown;

const inner: Make = (dice, depth) => randomSchema(dice, depth + 1);
const some = (dice: Dice): string[] => names.filter(() => dice() < 0.3);
const small = (dice: Dice): number => Math.floor(dice() * 3);

// Each keyword with how often it stands in a schema. What Ajv itself gets wrong in some company is left to the table.
const keywords: readonly (readonly [string, number, Make])[] = [
  ["type", 0.4, (dice) => pick(dice, types)],
  ["enum", 0.06, (dice) => [...new Set([pick(dice, texts), pick(dice, texts), 1, null])]],
  ["const", 0.04, (dice) => randomValue(dice, 1)],
  ["minLength", 0.1, small],
  ["maxLength", 0.1, small],
  ["pattern", 0.1, (dice) => pick(dice, patterns)],
  ["minimum", 0.1, (dice) => pick(dice, [0, 1, 1.5])],
  ["exclusiveMaximum", 0.1, (dice) => pick(dice, [1, 2])],
  ["multipleOf", 0.06, (dice) => pick(dice, [0.5, 1, 2])],
  ["items", 0.12, inner],
  ["contains", 0.08, inner],
  ["maxContains", 0.05, small],
  ["minItems", 0.06, small],
  ["maxItems", 0.06, small],
  ["uniqueItems", 0.06, () => true],
  [
    "properties",
    0.25,
    (dice, depth) => Object.fromEntries(some(dice).map((name) => [name, inner(dice, depth)])),
  ],
  ["required", 0.12, some],
  ["patternProperties", 0.08, (dice, depth) => ({ [pick(dice, patterns)]: inner(dice, depth) })],
  ["additionalProperties", 0.1, inner],
  ["unevaluatedProperties", 0.1, inner],
  ["propertyNames", 0.05, inner],
  ["minProperties", 0.05, small],
  ["maxProperties", 0.05, small],
  ["dependentRequired", 0.05, (dice) => ({ [pick(dice, names)]: [pick(dice, names)] })],
  ["dependentSchemas", 0.05, (dice, depth) => ({ [pick(dice, names)]: inner(dice, depth) })],
  ["allOf", 0.1, (dice, depth) => [inner(dice, depth), inner(dice, depth)]],
  ["anyOf", 0.1, (dice, depth) => [inner(dice, depth), inner(dice, depth)]],
  ["oneOf", 0.1, (dice, depth) => [inner(dice, depth), inner(dice, depth)]],
  ["not", 0.05, inner],
];

/** A schema of all keywords, mostly with a few values that fit and many that do not. */
export function randomSchema(dice: Dice, depth = 0): Schema {
  if (depth > 2 || (depth > 0 && dice() < 0.1))
    return pick<Schema>(dice, [true, {}, { type: "string" }, { minimum: 1 }]);
  const present = keywords.filter(([, often]) => dice() < often);
  return Object.fromEntries(present.map(([keyword, , make]) => [keyword, make(dice, depth)]));
}
