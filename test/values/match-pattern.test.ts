import { expect, it } from "vitest";
import { matchPattern } from "../../generator/values/match-pattern.ts";
import { parsePattern } from "../../generator/values/parse-pattern.ts";
import { diceOf } from "./random-schema.ts";

function match(source: string, text: string): boolean | undefined {
  const pattern = parsePattern(source);
  return pattern && matchPattern(pattern, text, { steps: 0 });
}

/** What the engine says, with the flag where it may be. */
function engine(source: string, text: string): boolean {
  try {
    return new RegExp(source, "u").test(text);
  } catch {
    return new RegExp(source).test(text);
  }
}

const texts = [
  "",
  "a",
  "ab",
  "aab",
  "abc-12",
  "x1",
  "A_b",
  "😀",
  "a\nb",
  "ä",
  "-",
  "a.b",
  "{2}",
  "cab ",
  "\0",
];

it.each([
  "",
  "a",
  "^a",
  "b$",
  "^$",
  "a|b",
  "^(a|b)+$",
  "^(?:a|ab)(?:c|bc)?$",
  "^a*b?$",
  "^.{2}$",
  "^.{2,}$",
  "^.{0,3}?$",
  "a{2}",
  "\\d+",
  "^\\D*$",
  "^\\w+$",
  "\\W",
  "\\s",
  "^\\S+$",
  "\\bb",
  "a\\B",
  "[a-c]",
  "^[^a-c]+$",
  "[\\d-]",
  "[]",
  "^[^]$",
  "\\.",
  "\\-",
  "^\\{",
  "a{,2}",
  "\\u0061",
  "\\x62",
  "\\u{1F600}",
  "^\\uD83D\\uDE00$",
  "^.$",
  "[😀]",
  "\\p{L}",
  "^\\P{Lu}+$",
  "\\0",
  "\\n",
  "\\cJ",
  "^(?=.*\\d)(?=.*[a-z]).{2,}$",
  "^(?!.*b)",
  "^(?<name>a)b",
  "^((a+)+)+$",
  "^(a?){3}$",
  "(a*)*b",
  "a(|b)",
  "^(?:)*$",
  "^a]",
  "$^",
])("matches %s as the engine does", (source) => {
  expect(texts.map((text) => match(source, text))).toEqual(texts.map((text) => engine(source, text)));
});

it.each([1, 2, 3])("matches random patterns as the engine does (%i)", (seed) => {
  const dice = diceOf(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(dice() * list.length)] ?? "";
  const groups = ["(", "(?:", "(?=", "(?!"];
  const termOf = (depth: number): string => {
    const opening = depth > 0 && dice() < 0.4 ? pick(groups) : "";
    if (opening === "(?=" || opening === "(?!") return `${opening}${sourceOf(depth - 1)})`;
    const atom =
      opening === "" ? pick(["a", "b", ".", "\\d", "[ab]", "[^a]"]) : `${opening}${sourceOf(depth - 1)})`;
    return atom + pick(["", "", "*", "+", "?", "{2}", "{1,2}"]);
  };
  const sourceOf = (depth: number): string =>
    [termOf(depth), pick(["", "", "|", "^", "$", "\\b", "\\B"]), dice() < 0.5 ? termOf(depth) : ""].join("");
  const cases = Array.from({ length: 300 }, () => ({
    source: sourceOf(2),
    text: Array.from({ length: Math.floor(dice() * 5) }, () => pick(["a", "b", "1", "é", "-"])).join(""),
  }));
  const wrong = cases.filter(({ source, text }) => match(source, text) !== engine(source, text));
  expect(wrong).toEqual([]);
});

it.each([
  ["is none", "("],
  ["remembers", "(a)\\1"],
  ["remembers by name", "(?<n>a)\\k<n>"],
  ["looks behind", "(?<!a)b"],
  ["is longer than anyone writes", "a".repeat(2001)],
  ["is deeper than anyone writes", `${"(".repeat(200)}a${")".repeat(200)}`],
])("leaves alone what %s", (_, source) => {
  expect(parsePattern(source)).toBeUndefined();
});

it.each([
  ["^(a+)+$", `${"a".repeat(400)}!`],
  ["^(a|a)*$", `${"a".repeat(400)}!`],
  ["^(a|aa|aaa)+b$", "a".repeat(400)],
  ["^(.*a){20}$", `${"a".repeat(400)}!`],
  ["^(a?){100}a{100}$", "a".repeat(99)],
  ["^((((a*)*)*)*)*b$", "a".repeat(400)],
  ["(?=(?=(?=a*b)))a*c", "a".repeat(400)],
  ["^(?:(?:a{1,999}){1,999}){999999999}$", "a".repeat(499)],
])("takes no time for %s", (source, text) => {
  const account = { steps: 0 };
  const pattern = parsePattern(source);
  expect(pattern && matchPattern(pattern, text, account)).not.toBe(true);
  expect(account.steps).toBeLessThan(60_000);
});
