import { describe, expect, it } from "vitest";
import { Refusal } from "../../generator/disk.ts";
import { isSafePath, parseManifest, printManifest } from "../../generator/write/manifest.ts";

describe("the manifest", () => {
  it("lists one path per line by code unit under a line that says what it is", () => {
    const [first, ...paths] = printManifest(["src/b.ts", "src/a.ts", "README.md", "src/Z.ts"]).split("\n");
    expect(first).toMatch(/^# .*specwright/);
    expect(paths).toEqual(["README.md", "src/Z.ts", "src/a.ts", "src/b.ts", ""]);
  });

  it("comes back as it was printed, with CRLF too", () => {
    const text = printManifest(["a.ts", "b/c.md"]);
    expect([...parseManifest(text, "m")]).toEqual(["a.ts", "b/c.md"]);
    expect([...parseManifest(text.replaceAll("\n", "\r\n"), "m")]).toEqual(["a.ts", "b/c.md"]);
  });

  it("keeps both sides of a merge that nobody resolved", () => {
    const merged = ["a", "<<<<<<< HEAD", "b", "||||||| base", "=======", "c", ">>>>>>> theirs", "d", ""].join(
      "\n",
    );
    expect([...parseManifest(merged, "m")]).toEqual(["a", "b", "c", "d"]);
  });

  it.each([
    "/etc/passwd",
    "../outside",
    "src/../../outside",
    "..",
    ".",
    "a/./b",
    "a//b",
    "a/",
    "C:/windows",
    "c:file",
    "file:stream",
    "\\\\server\\share",
    "a\\..\\..\\b",
    "a/.. /b",
    "a/.../b",
    ".git/config",
    "sub/.GIT/hooks/pre-commit",
    "node_modules/left/index.js",
    ".specwright",
    ".specwright-cache/hashes",
    "nul\u0000byte",
  ])("refuses %j and names the line", (path) => {
    expect(isSafePath(path)).toBe(false);
    const read = (): unknown => parseManifest(`# heading\nok.ts\n${path}\n`, "generated/.specwright");
    expect(read).toThrow(Refusal);
    expect(read).toThrow(/^generated\/\.specwright:3 /);
  });

  it.each(["README.md", "src/models/OAuthClient.ts", ".npmignore", "docs/a b.md", "..a/b", "é/ü.ts"])(
    "allows %j",
    (path) => {
      expect(isSafePath(path)).toBe(true);
    },
  );
});
