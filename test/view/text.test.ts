import { expect, it } from "vitest";
import type { Json } from "../../generator/json.ts";
import { docComment, tagText } from "../../generator/view/doc-comment.ts";
import { literalText, propertyKey, stringLiteral } from "../../generator/view/text.ts";

const payloads = [
  'a"; alert(1); //',
  "a'b`c${d}",
  "back\\slash",
  "line\nbreak\r\u2028\u2029",
  "*/ alert(1); /*",
  "</script><script>",
  "\u202e\u2066 right to left",
  "\u0000\u0007\u001b[31m",
  "__proto__",
  "constructor",
  "\ud800 lone",
];

it.each(payloads)("keeps %j in a string literal, and it is the same text again", (text) => {
  const literal = stringLiteral(text);
  expect(JSON.parse(literal)).toBe(text);
  expect(literal).not.toMatch(/[\n\r\u2028\u2029\u202e\u2066]/);
});

it.each([
  ["name", "name"],
  ["$ref", "$ref"],
  ["größe", "größe"],
  ["class", "class"],
  ["a-b", '"a-b"'],
  ["1st", '"1st"'],
  ["", '""'],
  ["__proto__", '"__proto__"'],
  ["a b", '"a b"'],
  ["[name: string]", '"[name: string]"'],
])("writes the property %j as %s", (name, key) => {
  expect(propertyKey(name)).toBe(key);
});

const literals: readonly (readonly [Json, string])[] = [
  [null, "null"],
  [true, "true"],
  [-1.5, "-1.5"],
  [9007199254740993n, "9007199254740993n"],
  ['a"b', '"a\\"b"'],
  [[1, [2]], "[1, [2]]"],
  [
    new Map<string, Json>([
      ["a-b", 1],
      ["c", new Map()],
    ]),
    '{ "a-b": 1, c: {} }',
  ],
  [new Map<string, Json>([["__proto__", 1]]), '{ ["__proto__"]: 1 }'],
];

it.each(literals)("writes the value %o as %s", (value, text) => {
  expect(literalText(value)).toBe(text);
});

it("puts a short comment on one line, a longer one into a frame, and nothing for nothing", () => {
  expect(docComment(["Short."])).toEqual(["/** Short. */"]);
  expect(docComment(["One.", "Two."])).toEqual(["/**", " * One.", " *", " * Two.", " */"]);
  expect(docComment([undefined, ""])).toEqual([]);
  expect(docComment(["Old."], ["@deprecated"])).toEqual(["/**", " * Old.", " *", " * @deprecated", " */"]);
  expect(docComment([], ["@deprecated"])).toEqual(["/** @deprecated */"]);
});

it("lets no text end the comment, begin a tag or hide from the eye", () => {
  const hostile = "a */ b\n@deprecated and {@link x} \u202e c\u0000 d\u2028e user@example.com";
  const lines = docComment([hostile]).join("\n");
  expect(lines.match(/\*\//g)).toHaveLength(1);
  expect(lines).not.toMatch(/(^|[\s{])@/m);
  expect(lines).not.toMatch(/[\u0000\u2028\u202e]/);
  expect(lines).toContain("user@example.com");
});

it("lets our own words hold tags", () => {
  expect(docComment([{ own: "See {@link x}." }])).toEqual(["/** See {@link x}. */"]);
  expect(tagText("a\n b */")).toBe("a b *\\/");
});
