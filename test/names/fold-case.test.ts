import { expect, it } from "vitest";
import { foldCase } from "../../generator/names/fold-case.ts";

it.each([
  ["capitals", "Order", "oRDER"],
  ["a sharp s and two of the other", "straße", "STRASSE"],
  ["its capital, too", "straße", "Straẞe"],
  ["a long s and a short one", "ſale", "Sale"],
  ["the sign of Kelvin and the letter", "\u212Aelvin", "kelvin"],
  ["an i without its dot", "ıd", "ID"],
  ["the s at the end of a Greek word and inside", "ὀδος", "ὀδοσ"],
  ["letters of two letters", "Ǆ", "ǅ"],
  ["Cherokee", "Ꭰ", "ꭰ"],
  ["a letter and its mark, together and apart", "café", "CAFE\u0301"],
  ["a ligature and its letters", "ﬁle", "FILE"],
])("takes for one %s", (_, a, b) => {
  expect(foldCase(a)).toBe(foldCase(b));
});

it.each([
  ["letters with and without a mark", "café", "cafe"],
  ["digits in a script and in another", "a1", "a١"],
  ["a letter and its look-alike", "a", "а"],
])("takes for two %s", (_, a, b) => {
  expect(foldCase(a)).not.toBe(foldCase(b));
});
