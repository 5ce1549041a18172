import { expect, it } from "vitest";
import { locateJson } from "../../generator/load/locate-json.ts";
import type { Locate } from "../../generator/load/text-fault.ts";
import { locateYaml } from "../../generator/yaml.ts";

/** The key's and the value's place, with the text that a person sees there. */
function found(locate: Locate, text: string, keys: readonly string[]): readonly string[] {
  return (["key", "value"] as const).map((on) => {
    const { line, column } = locate(keys, on);
    const rest = (text.split("\n")[line - 1] ?? "").slice(column - 1);
    return `${line}:${column} ${rest.slice(0, 6)}`.trimEnd();
  });
}

const yaml = `# A comment.
openapi: 3.1.0
paths:
  /a/{b}:
    get: &get
      tags: [x, "y"]
      empty:
  "quoted": *get
list:
  - one
  - two: 2
    three: 3
base: &base { a: 1, b: 2 }
more: &more { c: 3, <<: *base }
all:
  <<: [*more, { d: 4 }]
  own: 5
  b: 6
nothing: { bare }
`;

it.each([
  ["the whole text", [], ["2:1 openap", "2:1 openap"]],
  ["a member", ["openapi"], ["2:1 openap", "2:10 3.1.0"]],
  ["an object", ["paths"], ["3:1 paths:", "4:3 /a/{b}"]],
  ["a deep object with an anchor", ["paths", "/a/{b}", "get"], ["5:5 get: &", "6:7 tags:"]],
  ["an item", ["paths", "/a/{b}", "get", "tags", "1"], ['6:17 "y"]', '6:17 "y"]']],
  ["an empty value", ["paths", "/a/{b}", "get", "empty"], ["7:7 empty:", "7:13"]],
  ["an alias", ["paths", "quoted"], ['8:3 "quote', "8:13 *get"]],
  ["what stands behind an alias", ["paths", "quoted", "tags"], ["6:7 tags:", '6:13 [x, "y']],
  ["an item of a block list", ["list", "0"], ["10:5 one", "10:5 one"]],
  ["a member of an item", ["list", "1", "three"], ["12:5 three:", "12:12 3"]],
  ["a key beside a merge", ["all", "own"], ["17:3 own: 5", "17:8 5"]],
  ["a key that hides a merged one", ["all", "b"], ["18:3 b: 6", "18:6 6"]],
  ["a merged key", ["all", "c"], ["14:15 c: 3,", "14:18 3, <<:"]],
  ["a key that was merged into what is merged", ["all", "a"], ["13:15 a: 1,", "13:18 1, b:"]],
  ["a key of an object in a list of merges", ["all", "d"], ["16:17 d: 4 }", "16:20 4 }]"]],
  ["a key without a value", ["nothing", "bare"], ["19:12 bare }", "19:12 bare }"]],
  ["the nearest above what is not there", ["paths", "/a/{b}", "put", "tags"], ["4:3 /a/{b}", "5:5 get: &"]],
  ["a list asked for a name", ["list", "two"], ["9:1 list:", "10:3 - one"]],
])("finds %s in YAML", (_, keys, places) => {
  expect(found(locateYaml(yaml), yaml, keys)).toEqual(places);
});

const json = `\uFEFF{
  "openapi": "3.1.0", "a\\"b": { "c": [1, [2, 3], { "d": "}]," }] },
  "\\u0065": -1.5e3,
  "empty": {}, "none": [ ],
  "twice": 1, "twice": 2,
  "last": null
}`;

it.each([
  ["the whole text", [], ["1:2 {", "1:2 {"]],
  ["a member", ["openapi"], ['2:3 "opena', '2:14 "3.1.0']],
  ["an escaped key", ['a"b'], ['2:23 "a\\"b"', '2:31 { "c":']],
  ["a key in code points", ["e"], ['3:3 "\\u006', "3:13 -1.5e3"]],
  ["an item", ['a"b', "c", "0"], ["2:39 1, [2,", "2:39 1, [2,"]],
  ["an item of a list in a list", ['a"b', "c", "1", "1"], ["2:46 3], {", "2:46 3], {"]],
  ["a member behind brackets", ['a"b', "c", "2", "d"], ['2:52 "d": "', '2:57 "}],"']],
  ["a member behind empty ones", ["last"], ['6:3 "last"', "6:11 null"]],
  ["the first of two", ["twice"], ['5:3 "twice', '5:12 1, "tw']],
  ["the nearest above what is not there", ["empty", "x"], ['4:3 "empty', '4:12 {}, "n']],
  ["a list that has no such item", ["none", "0"], ['4:16 "none"', "4:24 [ ],"]],
])("finds %s in JSON", (_, keys, places) => {
  expect(found(locateJson(json), json, keys)).toEqual(places);
});

it("finds in broken texts what stands before the fault", () => {
  const text = "a:\n  b: 1\n c: [2\n";
  expect(locateYaml(text)(["a", "b"], "value")).toEqual({ line: 2, column: 6 });
  expect(locateJson('{"a": {"b": 1}, "c" 2, "d": "')(["a", "b"], "value")).toEqual({ line: 1, column: 13 });
});

it.each(["", "[".repeat(5000), "a: &a { <<: *a }", "a: *a", "\t", "}"])(
  "gives some place in the hopeless text %#",
  (text) => {
    for (const locate of [locateYaml(text), locateJson(text)]) {
      expect(locate(["a", "b", "0"], "key").line).toBe(1);
    }
  },
);

it("finds its way through merges that merge each other over and over", () => {
  const lines = ["a0: &a0 { k: 1 }"];
  for (let level = 1; level <= 40; level++) {
    lines.push(
      `a${level}: &a${level} { <<: [${Array(10)
        .fill(`*a${level - 1}`)
        .join(", ")}] }`,
    );
  }
  const locate = locateYaml(lines.join("\n"));
  expect(locate(["a40", "k"], "value")).toEqual({ line: 1, column: 14 });
  expect(locate(["a40", "none"], "key")).toEqual({ line: 41, column: 1 });
});

it("finds thousands of places in one large text soon", () => {
  const members = Array.from({ length: 5_000 }, (_, index) => `"k${index}": { "a": [1, 2, { "b": 3 }] }`);
  const locate = locateJson(`{ "all": {\n${members.join(",\n")} } }`);
  const start = performance.now();
  for (let index = 0; index < 5_000; index++) {
    expect(locate(["all", `k${index}`, "a", "2", "b"], "key").line).toBe(index + 2);
  }
  expect(performance.now() - start).toBeLessThan(5000);
});
