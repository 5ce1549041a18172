import { expect, it } from "vitest";
import { isList, isMap, type Json } from "../../generator/json.ts";
import { readJson } from "../../generator/load/read-json.ts";

function valueOf(text: string): Json | undefined {
  const { value, faults } = readJson(text);
  expect(faults).toEqual([]);
  return value;
}

/** As `JSON.parse` would have it, for values that both can hold. */
function plain(value: Json | undefined): unknown {
  if (isMap(value)) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  return isList(value) ? value.map(plain) : value;
}

it.each([
  '{"a":[1,-0.5e+3,"x\\n\\u00e9\\ud83d\\ude00",true,false,null,{}],"b":{"c":[[]]}}',
  " \t\r\n[ 0 , 10 , 1.50 , -1 , 1E5 , 1e-7 ] \n",
  '"\\"\\\\\\/\\b\\f\\n\\r\\t"',
  '"\u007f\u2028 \u00e9"',
  "0",
  "null",
])("reads %s as JSON.parse does", (text) => {
  expect(plain(valueOf(text))).toEqual(JSON.parse(text));
});

it("keeps the order of keys, numbers among them, and knows no prototype", () => {
  const value = valueOf('{"b":1,"200":2,"__proto__":3,"1":4,"":5,"constructor":6}');
  expect(isMap(value) && [...value.keys()]).toEqual(["b", "200", "__proto__", "1", "", "constructor"]);
});

it("passes over a byte order mark", () => {
  expect(valueOf("\uFEFF[1]")).toEqual([1]);
});

it.each([
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", 9007199254740993n],
  ["-9223372036854775808", -9223372036854775808n],
  ["1e400", "1e400"],
])("reads the number %s without loss", (text, value) => {
  expect(valueOf(text)).toBe(value);
});

it("keeps a number of very many digits as text", () => {
  const digits = "9".repeat(20_000);
  expect(valueOf(`[${digits}, ${"9".repeat(1000)}]`)).toEqual([digits, BigInt("9".repeat(1000))]);
});

it.each([
  ["a trailing comma in an object", '{\n  "a": 1,\n}', "2:9", "a comma stands before the closing }"],
  ["a trailing comma in a list", "[1, 2,]", "1:6", "a comma stands before the closing ]"],
  ["two commas", "[1,,2]", "1:4", "a value is missing here"],
  ["a comma too many", '{"a": 1,, "b": 2}', "1:9", "there is a comma too many"],
  ["a comma first", '{, "a": 1}', "1:2", "there is a comma too many"],
  ["a missing comma", '{"a": 1\n "b": 2}', "2:2", "a comma is missing before this"],
  ["a missing colon", '{"a" 1}', "1:6", "the colon after a key is missing"],
  ["an equals sign", '{"a"= 1}', "1:5", "= stands where a colon should be"],
  ["a colon in a list", '["a": 1]', "1:5", "there is a colon too many"],
  ["a missing value", '{"a": }', "1:7", "a value is missing here"],
  ["a line comment", '{\n  // one\n  "a": 1}', "2:3", "JSON has no comments"],
  ["a block comment", '{"a": /* one */ 1}', "1:7", "JSON has no comments"],
  ["a comment behind a value", '{"a": 1 // one\n}', "1:9", "JSON has no comments"],
  ["a comment behind a key", '{"a" /* one */ : 1}', "1:6", "JSON has no comments"],
  ["a comment at the end", "{} # one", "1:4", "JSON has no comments"],
  ["a key in single quotes", "{'a': 1}", "1:2", "a single quote opens a text"],
  ["a text in single quotes", "{\"a\": 'b'}", "1:7", "a single quote opens a text"],
  ["a key without quotes", "{a: 1}", "1:2", "a key without quotes"],
  ["a text without quotes", '{"a": b}', "1:7", "no value starts like this"],
  ["a word that is none", '{"a": True}', "1:7", '"True" is no value of JSON'],
  ["undefined", "[undefined]", "1:2", '"undefined" is no value of JSON'],
  ["a longer word", "[nullable]", "1:2", "no value starts like this"],
  ["a leading zero", "[01]", "1:2", '"01" is no number of JSON'],
  ["a leading plus", "[+1]", "1:2", '"+1" is no number of JSON'],
  ["a leading point", "[.5]", "1:2", '".5" is no number of JSON'],
  ["a point at the end", "[1.]", "1:2", '"1." is no number of JSON'],
  ["a power without digits", "[1e]", "1:2", '"1e" is no number of JSON'],
  ["a minus", "[-]", "1:2", '"-" is no number of JSON'],
  ["a hexadecimal number", "[0x1F]", "1:2", '"0x1F" is no number of JSON'],
  ["infinity", "[-Infinity]", "1:2", '"-Infinity" is no number of JSON'],
  ["not a number", "[NaN]", "1:2", '"NaN" is no number of JSON'],
  ["an open text", '{"a": "b\n}', "1:7", "this quote is not closed on its line"],
  ["an open text at the end", '{"a": "b', "1:7", "this quote is not closed on its line"],
  ["a tab in a text", '["a\tb"]', "1:4", "a tab stands inside a text"],
  ["a control character in a text", '["a\u0001b"]', "1:4", "a control character stands inside a text"],
  ["a lone backslash", '["\\d"]', "1:3", "this backslash means nothing in JSON"],
  ["half an escape", '["\\u12"]', "1:3", "this backslash means nothing in JSON"],
  ["an open object", '{\n  "a": {\n    "b": 1\n', "2:8", "this { is never closed"],
  ["an open list", '{"a": [1', "1:7", "this [ is never closed"],
  ["an open object before a key", '{"a": 1, ', "1:1", "this { is never closed"],
  ["a wrong bracket", '{"a": [1}', "1:9", "} closes what [ opened"],
  ["a bracket too many", "{}}", "1:3", "nothing opened the bracket that is closed here"],
  ["a second value", "{} {}", "1:4", "more follows after the end"],
  ["an end before the value", '{"a":', "1:6", "the text ends where a value should be"],
])("is told of %s", (_, text, place, why) => {
  const { value, faults } = readJson(text);
  expect(value).toBeUndefined();
  const [fault] = faults;
  if (fault?.kind !== "syntax") throw new Error("There is no fault of syntax.");
  expect([`${fault.position.line}:${fault.position.column}`, fault.why]).toEqual([place, why]);
  expect(fault.hint).toMatch(/^[A-Z].*\.$/);
});

it("takes for JSON what JSON.parse does, and nothing else", () => {
  const bits = "{}[],:\"\\01.eE+- \n\ttrufalsn/'a".split("");
  const base = '{"a":[1,-0.5e+3,"x\\n"],"b":{"c":[]},"d":true}';
  const disagreements: string[] = [];
  for (let at = 0; at <= base.length; at++) {
    for (const bit of ["", ...bits]) {
      for (const cut of [0, 1, 2]) {
        const text = base.slice(0, at) + bit + base.slice(at + cut);
        if (isJson(text) !== (readJson(text).value !== undefined)) disagreements.push(text);
      }
    }
  }
  expect(disagreements).toEqual([]);
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

it("tells both places of a key that is there twice, and lets the first one count", () => {
  const { value, faults } = readJson('{\n "a": [{"b": 1,\n   "b": 2}],\n "a": 3\n}');
  expect(faults).toEqual([
    { kind: "duplicate-key", keys: ["a", "0", "b"], position: { line: 3, column: 4 }, firstLine: 2 },
    { kind: "duplicate-key", keys: ["a"], position: { line: 4, column: 2 }, firstLine: 2 },
  ]);
  expect(plain(value)).toEqual({ a: [{ b: 1 }] });
});

it("tells no more than a thousand faults", () => {
  expect(readJson(`{${'"a": 1,\n'.repeat(5000)}"b": 1}`).faults).toHaveLength(1000);
});

it.each(["[", '{"a":'])("refuses what is nested without end in %s", (open) => {
  expect(readJson(open.repeat(100_000))).toEqual({
    value: undefined,
    faults: [{ kind: "too-deep", position: { line: 1, column: open.length * 256 + 1 } }],
  });
});

it("reads 256 levels", () => {
  expect(readJson("[".repeat(256) + "]".repeat(256)).faults).toEqual([]);
});

it("reads long texts and numbers without a deep stack", () => {
  const long = "x\\n".repeat(1_000_000);
  expect(valueOf(`["${long}"]`)).toEqual(["x\n".repeat(1_000_000)]);
  expect(readJson("1".repeat(5_000_000)).faults).toEqual([]);
});
