// Our reader of JSON agrees with that of the language, and the one of YAML with both, for YAML is a superset of JSON.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { printJson } from "../../generator/json.ts";
import { readJson } from "../../generator/load/read-json.ts";
import { readYaml, writeYaml } from "../../generator/yaml.ts";
import { json, plain } from "../values/spec.ts";
import { awkwardTexts, awkwardWords } from "./awkward-words.ts";
import { patience, runs } from "./runs.ts";

const texts = fc.oneof(fc.constantFrom(...awkwardWords, ...awkwardTexts), fc.string({ unit: "grapheme" }));
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    texts,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.integer(),
    fc.constantFrom(true, false, null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(texts, tie("value"), { maxKeys: 4 }),
  ),
}));
const indents = fc.constantFrom("", " ", "\t", "    ");

/** A value as JSON with members of their own alone, whatever these are called. */
function same(value: unknown): unknown {
  return plain(json(value));
}

it(
  "reads JSON as JSON.parse does",
  () => {
    fc.assert(
      fc.property(values, indents, (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const { value: read, faults } = readJson(text);
        expect(faults, text).toEqual([]);
        expect(plain(read ?? null), text).toEqual(small(same(JSON.parse(text))));
      }),
      runs(300),
    );
  },
  patience,
);

it(
  "refuses what JSON.parse refuses",
  () => {
    const broken = fc
      .tuple(values, fc.nat(), fc.constantFrom(...'{}[]",:0-e.\\ \n\u0000tN'.split(""), ""))
      .map(([value, at, sign]) => {
        const text = JSON.stringify(value);
        const index = at % (text.length + 1);
        return text.slice(0, index) + sign + text.slice(index + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        const { value, faults } = readJson(text);
        const isTwin = faults.length > 0 && value !== undefined;
        expect(faults.length === 0 || isTwin, text).toBe(isJson(text));
      }),
      runs(500),
    );
  },
  patience,
);

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Whole numbers beyond 2^53 are read to the last digit. */
function small(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(small);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, small(member)]));
  }
  return typeof value === "number" && /^-?\d{16,}$/.test(String(value)) && !Number.isSafeInteger(value)
    ? BigInt(String(value))
    : value;
}

it(
  "reads JSON as YAML too, and what it writes as YAML",
  () => {
    fc.assert(
      fc.property(values, fc.constantFrom("", "  "), (value, indent) => {
        const text = printJson(json(value), indent);
        const { value: read, faults } = readJson(text);
        expect(faults, text).toEqual([]);
        expect(readYaml(text), text).toEqual({ value: read, faults: [] });
        const yaml = writeYaml(read ?? null);
        expect(readYaml(yaml), yaml).toEqual({ value: read, faults: [] });
      }),
      runs(150),
    );
  },
  patience,
);
