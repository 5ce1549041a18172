import { format } from "prettier";
import { expect, it } from "vitest";
import type { Json } from "../../../generator/json.ts";
import { callStatement, importLine } from "../../../generator/view/docs/sample-code.ts";
import {
  jsonNotation,
  layOut,
  layOutOpen,
  typescriptNotation,
} from "../../../generator/view/docs/value-layout.ts";
import { json } from "../../values/spec.ts";

const long = "x".repeat(107);
const values: readonly (readonly [string, unknown])[] = [
  ["nothing", {}],
  ["scalars", { a: 1, b: -2.5, c: true, d: null, e: "f", g: [], h: {} }],
  ["odd keys", { "a-b": 1, "1": 2, "it's": 3, 'say "hi"': 4, ünï: 5, constructor: 6 }],
  ["quotes", { a: 'say "hi"', b: "it's", c: `"it's"`, d: "\\ \n \u2028" }],
  ["a long text", { a: long, longer: long, list: [long, "short"] }],
  ["one object in a list", { a: [{ b: 1, c: 2 }] }],
  [
    "several objects in a list",
    {
      a: [
        { b: 1, c: 2 },
        { b: 3, c: 4 },
      ],
    },
  ],
  ["several small objects in a list", { a: [{ b: 1 }, { b: 3 }] }],
  [
    "several lists in a list",
    {
      a: [
        [1, 2],
        [3, 4],
      ],
      b: [[1], [2]],
    },
  ],
  ["many numbers", { a: Array.from({ length: 80 }, (_, index) => index * 7) }],
  ["a list that does not fit", { names: Array.from({ length: 20 }, (_, index) => `name ${index}`) }],
  ["nesting that does not fit", { a: { b: { c: { d: long } } }, e: { f: [{ g: [long] }] } }],
  ["a line that just fits", { abcdef: "x".repeat(97) }],
  ["a line that just does not fit", { abcdef: "x".repeat(98), abcd: "x".repeat(99), abcde: "x".repeat(99) }],
  ["a list", [1, "two", [3], { four: 4 }]],
  ["a text", "alone"],
];

it.each(values)("lays out %s as the usual formatter does, as JSON", async (_case, value) => {
  const text = layOutOpen(json(value), jsonNotation);
  expect(await format(text, { parser: "json", printWidth: 110 })).toBe(`${text}\n`);
  expect(JSON.parse(text)).toEqual(value);
});

it.each(values)("lays out %s as the usual formatter does, as an argument", async (_case, value) => {
  const statement = callStatement(call({ object: json(value) }));
  expect(await format(statement, { parser: "typescript", printWidth: 110 })).toBe(`${statement}\n`);
});

it("keeps every digit, and a member that is called like the prototype", () => {
  const value = new Map<string, Json>([
    ["big", 12345678901234567890n],
    ["__proto__", 1],
  ]);
  expect(layOut(value, jsonNotation)).toBe('{ "big": 12345678901234567890, "__proto__": 1 }');
  expect(layOut(value, typescriptNotation)).toBe('{ big: 12345678901234567890n, ["__proto__"]: 1 }');
});

// The names of some APIs are longer than a line.
it.each([60, 70, 76, 78, 79, 80, 81, 82, 83, 84, 85, 86, 88, 95, 110])(
  "breaks a call of %i characters where the usual formatter does",
  async (length) => {
    const callee = `await api.g.${"f".repeat(length)}`;
    const object = json({ clientId: "5d1c8a7e", body: { a: 1, b: "x" } });
    const statements = [
      call({ callee }),
      call({ callee, object }),
      call({ callee, object, assign: "" }),
      call({ callee, object, before: ["transport"] }),
      call({ callee, object: json({}), after: ["options"] }),
      call({ callee, object, after: ["options"] }),
    ].map((one) => callStatement(one));
    const text = `${statements.join("\n")}\n`;
    expect(await format(text, { parser: "typescript", printWidth: 110 })).toBe(text);
  },
);

it("breaks an import of several names", async () => {
  const names = ["createTransport", "getSomethingWithAName"];
  for (const from of ["short", "x".repeat(80), "x".repeat(200)]) {
    for (const some of [names, names.slice(1)]) {
      const line = `${importLine(some, from)}\n`;
      expect(await format(line, { parser: "typescript", printWidth: 110 })).toBe(line);
    }
  }
});

function call(given: Partial<Parameters<typeof callStatement>[0]>): Parameters<typeof callStatement>[0] {
  return {
    assign: "const result =",
    callee: "await api.f",
    before: [],
    object: undefined,
    after: [],
    ...given,
  };
}
