import { expect, it } from "vitest";
import type { Json } from "../../generator/json.ts";
import { isList, isMap } from "../../generator/json.ts";
import { readYaml, writeYaml } from "../../generator/yaml.ts";

/** The value of a text without faults. */
function valueOf(text: string): Json | undefined {
  const { value, faults } = readYaml(text);
  expect(faults).toEqual([]);
  return value;
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  return isMap(value) ? value.get(key) : undefined;
}

it("keeps the order of keys, numbers among them, and knows no prototype", () => {
  const value = valueOf("b: 1\n200: 2\n__proto__: 3\n1: 4\na: 5\nconstructor: 6\n");
  expect([...(isMap(value) ? value : [])]).toEqual([
    ["b", 1],
    ["200", 2],
    ["__proto__", 3],
    ["1", 4],
    ["a", 5],
    ["constructor", 6],
  ]);
});

it.each<[string, Json]>([
  ["2024-01-31", "2024-01-31"],
  ["2024-01-31T12:00:00Z", "2024-01-31T12:00:00Z"],
  ["yes", "yes"],
  ["true", true],
  ["~", null],
  ["", null],
  ["null", null],
  ["0123", 123],
  ["0o17", 15],
  ["0x1F", 31],
  ["1e3", 1000],
  ["1.10", 1.1],
  ["9007199254740991", 9007199254740991],
  ["9007199254740993", 9007199254740993n],
  ["-9223372036854775808", -9223372036854775808n],
  ["9007199254740992.0", 9007199254740992],
  [".inf", ".inf"],
  [".nan", ".nan"],
  ["12:30:45", "12:30:45"],
  ["1_000", "1_000"],
  ["!custom text", "text"],
  ["'it''s'", "it's"],
  ['"\\u00e9\\n"', "é\n"],
])("reads %s as a value of its own kind", (text, value) => {
  expect(valueOf(text)).toBe(value);
});

it("keeps a number of very many digits as text, as in JSON", () => {
  const digits = "9".repeat(20_000);
  expect(valueOf(`[${digits}, ${"9".repeat(1000)}]`)).toEqual([digits, BigInt("9".repeat(1000))]);
});

it.each([
  ["true: x", "true"],
  ["null: x", "null"],
  ["~: x", "~"],
  ["0x10: x", "0x10"],
  ["1.0: x", "1.0"],
  ["2024-01-31: x", "2024-01-31"],
  ["'200': x", "200"],
  [": x", ""],
  ["a: &n k\n*n : x", "k"],
])("reads the key of %j as %j", (text, key) => {
  expect(memberOf(valueOf(text), key)).toBe("x");
});

it("merges what << names, behind the keys of the object itself", () => {
  const text = [
    "base: &base { a: 1, b: 1, c: 1 }",
    "more: &more { b: 2, d: 2 }",
    "one: { <<: *base, b: own }",
    "two: { b: own, <<: [*more, *base] }",
    "quoted: { '<<': kept }",
  ].join("\n");
  const value = valueOf(text);
  expect(memberOf(value, "one")).toEqual(new Map(Object.entries({ a: 1, b: "own", c: 1 })));
  expect(memberOf(value, "two")).toEqual(new Map(Object.entries({ b: "own", d: 2, a: 1, c: 1 })));
  expect(memberOf(value, "quoted")).toEqual(new Map([["<<", "kept"]]));
});

it("makes one object of all that an alias repeats", () => {
  const value = valueOf("a: &x { k: [1] }\nb: *x\nc: [*x]");
  const shared = memberOf(value, "a");
  expect(memberOf(value, "b")).toBe(shared);
  const list = memberOf(value, "c");
  expect(isList(list) && list[0]).toBe(shared);
});

it("takes the anchor that was set last", () => {
  const value = valueOf("a: &x 1\nb: *x\nc: &x 2\nd: *x");
  expect([memberOf(value, "b"), memberOf(value, "d")]).toEqual([1, 2]);
});

it("reads what an alias repeats although it stands below a key that does not count", () => {
  const { value, faults } = readYaml("a: 1\na: { b: &x [2] }\nc: *x");
  expect(faults.map(({ kind }) => kind)).toEqual(["duplicate-key"]);
  expect(memberOf(value, "c")).toEqual([2]);
});

const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
for (let level = 1; level <= 30; level++) {
  bomb.push(
    `a${level}: &a${level} [${Array(10)
      .fill(`*a${level - 1}`)
      .join(", ")}]`,
  );
}
const merged = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`).join(", ");

it.each([
  ["lists of lists", bomb.join("\n"), 31],
  ["merges", `a: &a { ${merged} }\nb:\n${"  - { <<: *a }\n".repeat(5_000)}`, 3],
])("refuses %s of aliases that would fill the memory, at once", (_, text, line) => {
  const start = performance.now();
  const { value, faults } = readYaml(text);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(value).toBeUndefined();
  expect(faults).toEqual([expect.objectContaining({ kind: "aliases" })]);
  expect(faults[0]?.position.line).toBe(line);
});

it.each([
  ["lists", "[".repeat(100_000)],
  ["objects", "{a: ".repeat(20_000)],
  ["dashes", "- ".repeat(20_000)],
  ["keys of keys", "? ".repeat(20_000)],
  ["indented keys", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
])("refuses %s that are nested without end", (_, text) => {
  expect(readYaml(text)).toEqual({
    value: undefined,
    faults: [expect.objectContaining({ kind: "too-deep" })],
  });
});

it("counts the levels that an alias brings along", () => {
  const nested = (inner: string): string => "[".repeat(200) + inner + "]".repeat(200);
  expect(readYaml(`a: &a ${nested("")}\nb: { c: *a }`).faults).toEqual([]);
  expect(readYaml(`a: &a ${nested("")}\nb: ${nested("*a")}`).faults).toEqual([
    { kind: "too-deep", position: { line: 2, column: 204 } },
  ]);
});

it("reads 250 levels", () => {
  expect(readYaml("[".repeat(250) + "]".repeat(250)).faults).toEqual([]);
});

it("tells both places of a key that is there twice, and lets the first one count", () => {
  const { value, faults } = readYaml("paths:\n  /a: 1\n  b:\n    - c: 1\n      c: 2\n  /a: 3\n");
  expect(faults).toEqual([
    { kind: "duplicate-key", keys: ["paths", "b", "0", "c"], position: { line: 5, column: 7 }, firstLine: 4 },
    { kind: "duplicate-key", keys: ["paths", "/a"], position: { line: 6, column: 3 }, firstLine: 2 },
  ]);
  expect(memberOf(memberOf(value, "paths"), "/a")).toBe(1);
});

it("tells no more than a thousand faults", () => {
  expect(readYaml("a: 1\n".repeat(5000)).faults).toHaveLength(1000);
});

const awkward = [
  ["<<", "yes", "n", "on", "200", "1e3", "0x1F", "017", "1_000", ".inf", "~", "null", "", " ", "="],
  ["2024-01-31", "12:30:45", "a: b", "a #b", "#a", "- a", "? a", "*a", "&a", "!a", "%a", "@a", "`a`"],
  ["{a}", "[a]", "'a'", '"a"', "a\nb", "a\n\n", " a", "a ", "\ta", "a\tb", "\u0000", "\u0085", "\u2028"],
  ["---", "...", "a\r\nb", "|", ">", "x ".repeat(200), "x".repeat(2000), "é", "\u{1F600}", "__proto__"],
].flat();

it.each(awkward)("writes %j so that it is read as the same text", (text) => {
  const value = new Map<string, Json>([
    [text, text],
    ["list", [text, new Map([[text, [text]]])]],
  ]);
  expect(valueOf(writeYaml(value))).toEqual(value);
});

it("writes in the order of the value, numbers without loss, nothing as an alias", () => {
  const shared = new Map([["x", 1]]);
  const value = new Map<string, Json>([
    ["b", 9007199254740993n],
    ["a", shared],
    ["c", [shared, null, true, 0.1, [], new Map()]],
    ["date", "2024-01-31"],
  ]);
  expect(writeYaml(value)).toBe(
    [
      "b: 9007199254740993",
      "a:",
      "  x: 1",
      "c:",
      "  - x: 1",
      "  - null",
      "  - true",
      "  - 0.1",
      "  - []",
      "  - {}",
      'date: "2024-01-31"',
      "",
    ].join("\n"),
  );
});
