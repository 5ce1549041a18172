import {
  array,
  assert,
  constantFrom,
  dictionary,
  letrec,
  oneof,
  property,
  shuffledSubarray,
} from "fast-check";
import { expect, it } from "vitest";
import { type Json, printJson } from "../../generator/json.ts";
import { openOverlays } from "../../generator/load/overlays/open-overlays.ts";
import { parseFile } from "../../generator/load/source-file.ts";

const head = (version: string): string => `overlay: ${version}\ninfo: { title: T, version: "1" }\nactions:\n`;

/** What a value becomes by the actions of one overlay. */
function changed(text: string, actions: string, version = "1.1.0"): { value: Json; told: readonly string[] } {
  return changedBy(text, [head(version) + actions]);
}

function changedBy(text: string, overlays: readonly string[]): { value: Json; told: readonly string[] } {
  const opened = openOverlays(overlays.map((overlay, index) => ({ file: `${index}.yaml`, text: overlay })));
  const { source, diagnostics } = opened.applyTo(parseFile("spec.yaml", text).source);
  return { value: source.value, told: [...opened.diagnostics, ...diagnostics].map(({ code }) => code) };
}

const line = (value: Json): string => printJson(value, "").replaceAll("\n", "").replaceAll(": ", ":");

it.each([
  ["sets a member", "{ a: 1 }", `- { target: $, update: { b: 2 } }`, `{"a":1,"b":2}`],
  [
    "puts another value in its place",
    "{ a: 1, b: 2 }",
    `- { target: $, update: { a: x } }`,
    `{"a":"x","b":2}`,
  ],
  [
    "takes null for a value",
    "{ a: 1, b: null }",
    `- { target: $, update: { a: null, b: 2 } }`,
    `{"a":null,"b":2}`,
  ],
  [
    "merges objects, however deep",
    "{ a: { b: { c: 1 } } }",
    `- { target: $, update: { a: { b: { d: 2 } } } }`,
    `{"a":{"b":{"c":1,"d":2}}}`,
  ],
  [
    "joins lists inside of objects",
    "{ a: { b: [1] } }",
    `- { target: $.a, update: { b: [2, [3]] } }`,
    `{"a":{"b":[1,2,[3]]}}`,
  ],
  ["appends an object to a list", "{ a: [1] }", `- { target: $.a, update: { b: 2 } }`, `{"a":[1,{"b":2}]}`],
  ["appends a value to a list", "{ a: [1] }", `- { target: $.a, update: 2 }`, `{"a":[1,2]}`],
  ["joins a list to a list", "{ a: [1] }", `- { target: $.a, update: [2, 3] }`, `{"a":[1,2,3]}`],
  ["changes a single value", "{ a: [1, 2] }", `- { target: "$.a[1]", update: x }`, `{"a":[1,"x"]}`],
  [
    "changes every node that is selected",
    "{ a: { x: 1 }, b: { x: 2 } }",
    `- { target: $.*, update: { y: 0 } }`,
    `{"a":{"x":1,"y":0},"b":{"x":2,"y":0}}`,
  ],
  [
    "changes a node once, however often it is selected",
    "{ a: [1] }",
    `- { target: "$['a','a']", update: 2 }`,
    `{"a":[1,2]}`,
  ],
  [
    "changes nodes inside of nodes",
    "{ a: { a: {} } }",
    `- { target: $..a, update: { b: 1 } }`,
    `{"a":{"a":{"b":1},"b":1}}`,
  ],
  [
    "selects by a filter",
    "{ a: [{ n: x }, { n: y }] }",
    `- { target: "$.a[?@.n == 'y']", update: { z: 1 } }`,
    `{"a":[{"n":"x"},{"n":"y","z":1}]}`,
  ],
  ["removes a member", "{ a: 1, b: 2 }", `- { target: $.a, remove: true }`, `{"b":2}`],
  [
    "removes items",
    "{ a: [1, 2, 3, 4] }",
    `- { target: "$.a[?@ == 1 || @ == 3]", remove: true }`,
    `{"a":[2,4]}`,
  ],
  [
    "removes what is inside of what it removes",
    "{ a: { a: 1 }, b: 2 }",
    `- { target: $..a, remove: true }`,
    `{"b":2}`,
  ],
  [
    "removes rather than updates",
    "{ a: {}, b: 2 }",
    `- { target: $.a, remove: true, update: { c: 1 } }`,
    `{"b":2}`,
  ],
  [
    "copies an object into another",
    "{ a: { x: 1 }, b: { y: 2 } }",
    `- { target: $.b, copy: $.a }`,
    `{"a":{"x":1},"b":{"y":2,"x":1}}`,
  ],
  [
    "copies a list behind another",
    "{ a: [1], b: [2] }",
    `- { target: $.b, copy: $.a }`,
    `{"a":[1],"b":[2,1]}`,
  ],
  ["copies a single value", "{ a: 1, b: 2 }", `- { target: $.b, copy: $.a }`, `{"a":1,"b":1}`],
  [
    "moves",
    "{ a: { x: 1 } }",
    `- { target: $, update: { b: {} } }\n- { target: $.b, copy: $.a }\n- { target: $.a, remove: true }`,
    `{"b":{"x":1}}`,
  ],
  ["copies the whole into a part", "{ a: { } }", `- { target: $.a, copy: $ }`, `{"a":{"a":{}}}`],
  [
    "goes on with what the action before made",
    "{ a: 1 }",
    `- { target: $.a, remove: true }\n- { target: $, update: { a: [2] } }`,
    `{"a":[2]}`,
  ],
  [
    "finds names of every kind",
    `{ "it's": { "a\\nb": 1, "~/": 2, "\\\\": 3 } }`,
    `- { target: '$..["a\\nb", "~/", "\\\\"]', update: 0 }`,
    `{"it's":{"a\\nb":0,"~/":0,"\\\\":0}}`,
  ],
  [
    "finds the names of prototypes",
    `{ __proto__: { constructor: 1 } }`,
    `- { target: "$['__proto__']", update: { toString: 2 } }`,
    `{"__proto__":{"constructor":1,"toString":2}}`,
  ],
])("%s", (_, spec, actions, result) => {
  const { value, told } = changed(spec, actions);
  expect(told).toEqual([]);
  expect(line(value)).toBe(result);
});

it("does the same in every version that has the words for it", () => {
  const update = "- { target: $.a, update: { b: [2] } }\n- { target: $.c, remove: true }";
  const results = ["1.0.0", "1.0.1", "1.1.0", "1.2.0"].map((version) =>
    changed("{ a: { b: [1] }, c: {} }", update, version),
  );
  expect(results.map(({ value, told }) => [line(value), told])).toEqual(
    results.map(() => [`{"a":{"b":[1,2]}}`, []]),
  );
});

it("uses overlays in their order, and in each the actions in theirs", () => {
  const add = (item: string): string => `${head("1.1.0")}- { target: $.a, update: ${item} }\n`;
  const twice = `${add("1")}- { target: $.a, update: 2 }`;
  expect(line(changedBy("{ a: [] }", [twice, add("3")]).value)).toBe(`{"a":[1,2,3]}`);
  expect(line(changedBy("{ a: [] }", [add("3"), twice]).value)).toBe(`{"a":[3,1,2]}`);
});

it("leaves long integers, the order of keys and texts as they are, in the spec and in the overlay", () => {
  const spec = `{ "b": 9223372036854775807, "200": 1.5, "a": { "10": "x", "9": -9007199254740993 } }`;
  const { value } = changed(spec, `- { target: $.a, update: { "3": 18446744073709551615, "1": .5 } }`);
  expect(printJson(value, "").replaceAll("\n", "")).toBe(
    `{"b": 9223372036854775807,"200": 1.5,"a": {"10": "x","9": -9007199254740993,"3": 18446744073709551615,"1": 0.5}}`,
  );
});

it("finds a long integer as well as any other number", () => {
  const spec = "{ a: [{ max: 9223372036854775807 }, { max: 5 }] }";
  const { value } = changed(spec, `- { target: "$.a[?@.max > 5]", remove: true }`);
  expect(line(value)).toBe(`{"a":[{"max":5}]}`);
});

it("changes what an alias repeats only where it is selected", () => {
  const { value } = changed("{ a: &x { n: 1 }, b: *x }", "- { target: $.b, update: { n: 2 } }");
  expect(line(value)).toBe(`{"a":{"n":1},"b":{"n":2}}`);
});

const json = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { maxDepth: 4 },
    constantFrom(null, true, "", "x", 0, -1.5),
    array(tie("value"), { maxLength: 3 }),
    dictionary(constantFrom("a", "b", "10", "9", "__proto__", "~/", "it's"), tie("value"), {
      maxKeys: 4,
    }),
  ),
})).value;

/** Every pointer of a value. */
function pointersIn(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  const below = Object.entries(value).flatMap(([key, part]) =>
    pointersIn(part, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
  return [pointer, ...below];
}

it("changes nothing by actions that find nothing, put in nothing or take out what they put in", () => {
  const actions = [
    `- { target: "$..nowhere", remove: true }`,
    `- { target: $, update: {} }`,
    `- { target: $, update: { z: { y: [1] } } }\n- { target: $.z, remove: true }`,
    `- { target: "$..*", remove: false }`,
  ];
  assert(
    property(dictionary(constantFrom("a", "b"), json), shuffledSubarray(actions), (spec, chosen) => {
      const text = JSON.stringify(spec);
      const overlay =
        chosen.length === 0 ? `${head("1.1.0").trimEnd()} []` : head("1.1.0") + chosen.join("\n");
      const opened = openOverlays([{ file: "o.yaml", text: overlay }]);
      const before = parseFile("spec.json", text).source;
      const { source, originOf } = opened.applyTo(before);
      expect(printJson(source.value)).toBe(printJson(before.value));
      for (const pointer of pointersIn(JSON.parse(text))) {
        expect(originOf(pointer)).toEqual({ file: "spec.json", pointer });
      }
    }),
  );
});

it("comes to the same whatever the order of actions that have nothing to do with one another", () => {
  const actions = ["a", "b", "c", "d"].map((name) => `- { target: $.${name}, update: { n: ["${name}"] } }`);
  const spec = "{ a: {}, b: { n: [0] }, c: { m: 1 }, d: {} }";
  const result = line(changed(spec, actions.join("\n")).value);
  assert(
    property(shuffledSubarray(actions, { minLength: 4 }), (shuffled) => {
      expect(line(changed(spec, shuffled.join("\n")).value)).toBe(result);
    }),
  );
});
