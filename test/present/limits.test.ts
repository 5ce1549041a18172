import { expect, it } from "vitest";
import type { Change, Level } from "../../generator/diff/change.ts";
import { presentComparison } from "../../generator/present/present-comparison.ts";
import { at, change, crowd, map, presentation } from "./fixture.ts";

function many(size: number, level: Level, words = "some words"): readonly Change[] {
  return Array.from({ length: size }, (_, index) =>
    change({
      id: `${level}${index}`,
      code: "request-maximum-lowered",
      level,
      direction: "request",
      operations: crowd(3),
      message: `The maximum number ${index} was lowered. ${words}`,
      why: `A client that sends more is turned away. ${words}`,
      after: at("/info"),
      witness: { kind: "value", value: map({ a: words }), before: "accepted", after: "rejected" },
    }),
  );
}

function shown(format: "markdown" | "github", changes: readonly Change[]): string {
  return presentComparison(format, presentation({ verdict: "breaking", bump: "major", changes }), {
    colour: false,
  });
}

const most = 65_536;

it.each([
  ["of many words", many(60, "breaking", "word ".repeat(100_000))],
  ["that break", many(5000, "breaking")],
  ["of all levels", (["breaking", "warning", "info"] as const).flatMap((level) => many(900, level))],
  ["with a long text of marks", many(400, "breaking", "*".repeat(600))],
])("keeps a comment about changes %s below what GitHub takes", (_case, changes) => {
  const comment = shown("markdown", changes);
  expect(comment.length).toBeLessThan(most);
  expect(comment.length).toBeGreaterThan(most / 3);
  expect(comment).toMatch(
    /^<!-- specwright-diff -->\n\n## Breaking: \d+ changes break clients that are running\n/,
  );
});

it("drops folded detail first, and leaves what breaks whole", () => {
  const comment = shown("markdown", [...many(20, "breaking"), ...many(700, "warning")]);
  expect(comment.match(/^#### /gm)).toHaveLength(20);
  expect(comment).toContain("700 changes to look at, left out here for want of room.");
  const less = shown("markdown", [...many(20, "breaking"), ...many(300, "warning")]);
  expect(less).toContain("- The maximum number 299 was lowered. some words (");
  expect(less).not.toContain("- **The maximum");
});

it("counts the changes that it has no room for", () => {
  const comment = shown("markdown", many(5000, "breaking"));
  const told = comment.match(/^(?:- |#### )The maximum/gm)?.length ?? 0;
  const [, left] = /^And (\d+) more changes, too many to be told here\.$/m.exec(comment) ?? [];
  expect(told).toBeGreaterThan(100);
  expect(told + Number(left)).toBe(5000);
});

function countsOf(text: string): readonly number[] {
  return ["error", "warning", "notice"].map(
    (command) => text.split("\n").filter((line) => line.startsWith(`::${command} `)).length,
  );
}

it("annotates at most ten places of each kind, and counts the rest", () => {
  const levels = ["breaking", "warning", "info"] as const;
  const text = shown(
    "github",
    levels.flatMap((level) => many(25, level)),
  );
  expect(countsOf(text)).toEqual([10, 10, 10]);
  expect(text).toContain("Not shown here: 15 errors, 15 warnings, 16 notices.");
});

it.each([
  [10, 0, [10, 0, 0], undefined],
  [11, 0, [10, 0, 1], "Not shown here: 1 error."],
  [11, 10, [10, 0, 10], "Not shown here: 1 error, 1 notice."],
  [0, 10, [0, 0, 10], undefined],
])("has room for %i errors and %i notices", (errors, notices, counts, said) => {
  const text = shown("github", [...many(errors, "breaking"), ...many(notices, "info")]);
  expect(countsOf(text)).toEqual(counts);
  if (said === undefined) expect(text).not.toContain("Not shown");
  else expect(text).toContain(said);
});
