import { describe, expect, it } from "vitest";
import { reportDone, reportDue } from "../../generator/write/file-state.ts";
import { planWrites } from "../../generator/write/plan-writes.ts";
import { filesOf } from "./scratch.ts";

const files = filesOf({ new: "1", same: "2", changed: "3" });
const existing = new Map([
  ["same", "2"],
  ["changed", "old"],
  ["gone", "4"],
  ["foreign", "5"],
]);
const plan = planWrites(files, existing, new Set(["same", "changed", "gone", "never there"]));

describe("the plan", () => {
  it("creates, updates, leaves alone, and deletes only what is ours", () => {
    expect(plan).toEqual([
      { kind: "update", path: "changed", text: "3" },
      { kind: "delete", path: "gone" },
      { kind: "create", path: "new", text: "1" },
      { kind: "unchanged", path: "same" },
    ]);
  });

  it("reads as what was done", () => {
    const states = reportDone(plan).map(({ path, state }) => `${path} ${state}`);
    expect(states).toEqual(["changed updated", "gone deleted", "new created", "same unchanged"]);
  });

  it.each([
    [false, "edited"],
    [true, "stale"],
    [undefined, "stale"],
  ] as const)("reads as what is due; a file as written: %s is %s", (asWritten, changed) => {
    const states = reportDue(plan, () => asWritten).map(({ path, state }) => `${path} ${state}`);
    expect(states).toEqual([`changed ${changed}`, "gone extra", "new missing", "same unchanged"]);
  });
});
