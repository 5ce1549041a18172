import { describe, expect, it } from "vitest";
import { type AcceptedEntry, acceptChanges } from "../../generator/diff/accept-changes.ts";
import type { Change, Comparison } from "../../generator/diff/change.ts";
import { isDay, readAccepted } from "../../generator/diff/read-accepted.ts";
import { change } from "../present/fixture.ts";

const removed = (id: string): Change =>
  change({ id, code: "operation-removed", level: "breaking", message: "It is gone.", why: "" });

const comparison: Comparison = { verdict: "breaking", bump: "major", changes: [removed("a"), removed("b")] };
const entry = (id: string, more: Partial<AcceptedEntry> = {}): AcceptedEntry => ({
  change: id,
  reason: `because of ${id}`,
  at: "accepted.yaml:1",
  ...more,
});

/** What became of `a` and `b`, and what is said of entries. */
function outcome(entries: readonly AcceptedEntry[], today?: string): readonly unknown[] {
  const { comparison: marked, idle } = acceptChanges(comparison, entries, today);
  return [marked.changes.map(({ accepted }) => accepted), idle];
}

describe("accepting changes", () => {
  it("marks a change and leaves all else as it is", () => {
    const { comparison: marked } = acceptChanges(comparison, [entry("b")], "2027-01-01");
    const accepted = { reason: "because of b" };
    expect(marked).toEqual({ ...comparison, changes: [removed("a"), { ...removed("b"), accepted }] });
  });

  it.each([
    ["2027-01-30", true],
    ["2027-01-31", true],
    ["2027-02-01", false],
    ["2100-01-01", false],
    [undefined, true],
  ])("holds up to its last day: %s", (today, holds) => {
    const expiring = entry("a", { expires: "2027-01-31" });
    const accepted = { reason: "because of a", expires: "2027-01-31" };
    const idle = ['accepted.yaml:1: What was accepted as "a" has expired on 2027-01-31.'];
    expect(outcome([expiring], today)).toEqual(holds ? [[accepted, null], []] : [[null, null], idle]);
  });

  it("says which entries match nothing, expired or not, each once", () => {
    const entries = [entry("x"), entry("y", { expires: "2020-01-01", at: "accepted.yaml:7" })];
    expect(outcome(entries, "2027-01-01")).toEqual([
      [null, null],
      [
        'accepted.yaml:1: No change has the id "x" any more; delete the entry.',
        'accepted.yaml:7: No change has the id "y" any more; delete the entry.',
      ],
    ]);
  });

  it("has no fear of names of the language", () => {
    expect(outcome([entry("__proto__"), entry("constructor")])[0]).toEqual([null, null]);
  });
});

/** Entries and complaints, as `line:column code`. */
function read(text: string): {
  readonly entries: readonly AcceptedEntry[];
  readonly said: readonly string[];
} {
  const { value, diagnostics } = readAccepted(text, "accepted.yaml");
  const said = diagnostics.map(({ code, position }) => `${position?.line}:${position?.column} ${code}`);
  return { entries: value, said };
}

describe("the file of accepted changes", () => {
  it("is a list, in YAML or JSON, that knows its lines", () => {
    const yaml = "# Why.\n- change: a\n  reason: A\n- { change: b, reason: B, expires: 2027-01-31 }\n";
    const entries = [
      { change: "a", reason: "A", at: "accepted.yaml:2" },
      { change: "b", reason: "B", expires: "2027-01-31", at: "accepted.yaml:4" },
    ];
    expect(read(yaml)).toEqual({ entries, said: [] });
    const json = `[\n{ "change": "a", "reason": "A" },\n\n{ "change": "b", "reason": "B", "expires": "2027-01-31" }]`;
    expect(read(json)).toEqual({ entries, said: [] });
  });

  it.each(["", "# Nothing yet.\n", "[]", "\ufeff"])("may hold nothing: %j", (text) => {
    expect(read(text)).toEqual({ entries: [], said: [] });
  });

  it.each([
    ["a: 1\n", "1:1 accepted-changes-are-no-list"],
    ["- [\n", "1:3 syntax-error"],
    ["- a\n", "1:3 accepted-change-is-incomplete"],
    ["-\n", "1:2 accepted-change-is-incomplete"],
    ["- { change: a }\n", "1:3 accepted-change-is-incomplete"],
    ["- { reason: a }\n", "1:3 accepted-change-is-incomplete"],
    ["- { change: 1, reason: a }\n", "1:13 accepted-change-has-no-text"],
    ["- { change: a, reason: '  ' }\n", "1:24 accepted-change-has-no-text"],
    ["- { change: a, reason: b, until: c }\n", "1:27 accepted-change-has-unknown-key"],
    ["- { change: a, reason: b, expires: soon }\n", "1:36 accepted-change-expires-on-no-day"],
    ["- { change: a, reason: b, expires: 2027-02-29 }\n", "1:36 accepted-change-expires-on-no-day"],
    ["- { change: a, reason: b, expires: 20270131 }\n", "1:36 accepted-change-expires-on-no-day"],
    ["- { change: a, reason: b }\n- { change: a, reason: c }\n", "2:13 accepted-change-is-written-twice"],
    ["- { change: a, change: a, reason: b }\n", "1:16 duplicate-key"],
  ])("is complained of: %j", (text, complaint) => {
    expect(read(text).said).toEqual([complaint]);
  });

  it("says everything at once and what to do", () => {
    const { diagnostics } = readAccepted("- { chnge: a }\n- { change: a, expires: x }\n", "a.yaml");
    expect(diagnostics.map(({ message, help }) => `${message} ${help}`)).toEqual([
      'An accepted change has no "chnge". Did you mean "change"?',
      "This accepted change has no `change`. Write `change`, the id that `specwright diff --json` prints, and `reason`.",
      "This accepted change has no `reason`. Write `change`, the id that `specwright diff --json` prints, and `reason`.",
      "This accepted change has no `reason`. Write `change`, the id that `specwright diff --json` prints, and `reason`.",
      "`expires` must be a day of the calendar. Write it as in `expires: 2027-01-31`, the last day on which the change is accepted.",
    ]);
  });
});

it.each([
  ["2027-01-31", true],
  ["2028-02-29", true],
  ["2027-02-29", false],
  ["2027-13-01", false],
  ["2027-1-1", false],
  ["2027-01-31T00:00:00Z", false],
  ["", false],
  [20270131, false],
])("tells days of the calendar: %j", (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
