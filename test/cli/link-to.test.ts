import { expect, it } from "vitest";
import { linkTo } from "../../generator/cli/link-to.ts";

const runner = { GITHUB_SERVER_URL: "https://git.example", GITHUB_REPOSITORY: "a/b", GITHUB_SHA: "ccc" };
const at = { file: "spec/a b#.yaml", pointer: "", line: 7, column: 3 };

it("links each side to its own commit, the working tree to the one that was checked out", () => {
  const link = linkTo({ base: "aaa", revision: null }, runner);
  expect(link?.("base", at)).toBe("https://git.example/a/b/blob/aaa/spec/a%20b%23.yaml#L7");
  expect(link?.("revision", at)).toBe("https://git.example/a/b/blob/ccc/spec/a%20b%23.yaml#L7");
  expect(linkTo({ base: "aaa", revision: "bbb" }, runner)?.("revision", at)).toContain("/blob/bbb/");
});

it("links to nothing that it does not know", () => {
  expect(linkTo({ base: "aaa", revision: null }, {})).toBeUndefined();
  expect(
    linkTo({ base: "aaa", revision: null }, { ...runner, GITHUB_REPOSITORY: undefined }),
  ).toBeUndefined();
  expect(linkTo({ base: null, revision: null }, runner)?.("base", at)).toBeUndefined();
});
