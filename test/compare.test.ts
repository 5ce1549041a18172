import { describe, expect, it } from "vitest";
import { compareSpecs, isUnreadable } from "../generator/compare.ts";
import { diagnostic } from "../generator/diagnostic.ts";
import type { SpecSources } from "../generator/load/load-sources.ts";
import { specOf } from "./diff/git-repository.ts";

const options = { today: "2027-01-01", levels: {}, accepted: [] };
const sources = (text: string): SpecSources => ({
  entry: "a.yaml",
  read: (file) => (file === "a.yaml" ? text : undefined),
});

describe("two specs", () => {
  it("are compared whatever else is wrong with them", async () => {
    const sloppy = `${specOf("a")}  /{x}/{y}: { get: {} }\n  "no slash": 1\nextra: 2\ninfo: 3\n`;
    const { comparison, base, revision } = await compareSpecs(sources(sloppy), sources(sloppy), options);
    expect(comparison).toEqual({ verdict: "none", bump: "none", changes: [] });
    expect([base.isReadable, revision.isReadable]).toEqual([true, true]);
    const codes = base.diagnostics.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["duplicate-key", "undeclared-path-parameter"]));
  });

  it("are not where one of them cannot be read, and both are looked at", async () => {
    const { comparison, base, revision } = await compareSpecs(sources("["), sources("{}"), options);
    expect(comparison).toBeUndefined();
    expect([base, revision].map(({ diagnostics: [first] }) => first?.code)).toEqual([
      "syntax-error",
      "not-an-openapi-document",
    ]);
  });

  it("may be one: then everything is new, and nothing breaks", async () => {
    const { comparison, base } = await compareSpecs(undefined, sources(specOf("a", "b")), options);
    const reached = comparison?.changes.flatMap(({ operations }) => operations.map(({ path }) => path));
    expect([...new Set(reached)].sort()).toEqual(["/a", "/b"]);
    expect(comparison?.verdict).toBe("compatible");
    expect(base).toEqual({ document: undefined, diagnostics: [], isReadable: true });
  });
});

it("takes no warning for a reason to give up, and each overlay that fails for one", () => {
  const place = { file: "a", pointer: "" };
  expect(isUnreadable(diagnostic("overlay-matches-nothing", place, { query: "$" }))).toBe(false);
  expect(isUnreadable(diagnostic("overlay-removes-everything", place, {}))).toBe(true);
  expect(isUnreadable(diagnostic("not-an-overlay", place, { why: "" }))).toBe(true);
  expect(isUnreadable(diagnostic("empty-file", place, {}))).toBe(true);
});
