import { expect, it } from "vitest";
import { shortName } from "../../generator/names/short-name.ts";

const bytes = (text: string): number => new TextEncoder().encode(text).length;

it.each([
  ["a short one", "getClient"],
  ["one of two hundred bytes", "a".repeat(200)],
  ["one of two hundred bytes in fewer letters", "客".repeat(66)],
])("leaves %s alone", (_, name) => {
  expect(shortName(name)).toBe(name);
});

it.each([
  ["letters of one byte", "a".repeat(201), 158],
  ["letters of three bytes", "客".repeat(67), 158],
  // Fifty letters of four bytes would be whole, were it not for the odd one before them.
  ["letters of four bytes", `a${"𝒜".repeat(60)}`, 1 + 37 * 4 + 8],
])("ends a name of %s early and at a whole letter, and tells it from others", (_, name, length) => {
  const short = shortName(name);
  expect(bytes(short)).toBe(length);
  expect(name.startsWith(short.slice(0, -8))).toBe(true);
  expect(short).toMatch(/[0-9a-f]{8}$/);
  expect(short).not.toMatch(/\p{Cs}/u);
  expect(shortName(`${name}b`)).not.toBe(short);
  expect(shortName(`${name}b`).slice(0, -8)).toBe(short.slice(0, -8));
});

it("is quick even with a name of a million letters", () => {
  expect(bytes(shortName("客".repeat(1_000_000)))).toBe(158);
}, 5000);
