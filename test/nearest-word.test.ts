import { expect, it } from "vitest";
import { nearestWord } from "../generator/nearest-word.ts";

it.each([
  ["modles", "models"],
  ["Model", "models"],
  ["clinet", "client"],
  ["doc", "docs"],
  ["scheam", "schema"],
  ["xyz", undefined],
  ["", undefined],
])("%j is near %j", (word, near) => {
  expect(nearestWord(word, ["client", "models", "docs", "schema"])).toBe(near);
});
