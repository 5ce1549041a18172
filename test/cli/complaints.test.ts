import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { orderComplaints } from "../../generator/cli/order-complaints.ts";
import { printComplaints } from "../../generator/cli/print-complaints.ts";
import { quoteFrom } from "../../generator/cli/quote-from.ts";
import { type Complaint, jsonReport, type Locate } from "../../generator/cli/report.ts";
import { sourceFrame } from "../../generator/present/source-frame.ts";

const base: Complaint = {
  code: "duplicate-operation-id",
  severity: "error",
  message: `operationId "a" is used twice.`,
  help: "Give each operation an operationId of its own.",
  place: { file: "spec/openapi.yaml", pointer: "/paths/~1b/get/operationId" },
  on: "value",
  related: [],
};

const spec = ["openapi: 3.1.0", "paths:", "  /a:", "    get:", "      operationId: a", ""].join("\n");

interface Printing {
  readonly texts?: Readonly<Record<string, string>>;
  readonly color?: boolean;
  readonly shown?: (file: string) => string;
}

/** What a terminal is told. Places are found at line 5, column 20. */
function print(
  diagnostics: readonly Complaint[],
  { texts = { "spec/openapi.yaml": spec }, color = false, shown = (file) => file }: Printing = {},
): string {
  const notes: string[] = [];
  const locate: Locate = (place) => ({ ...place, line: 5, column: 20 });
  const sourceLine = quoteFrom(new Map(Object.entries(texts)));
  const terminal = {
    color,
    isWatched: false,
    note: (text: string) => void notes.push(text),
    result: () => undefined,
  };
  printComplaints({ diagnostics, locate, sourceLine }, { shown }, terminal);
  return notes.join("");
}

/** The two lines of the frame of a complaint about a text of one line. */
function frame(line: string, column: number): readonly string[] {
  const complaint = { ...base, place: { file: "a", pointer: "" }, position: { line: 1, column } };
  return print([complaint], { texts: { a: line } })
    .split("\n")
    .slice(2, 4);
}

it("says where, what, which line and what to do", () => {
  const related = [{ message: "first used", place: { file: "spec/other.yaml", pointer: "" } }];
  expect(
    print([
      { ...base, related },
      { ...base, severity: "warning" },
    ]),
  ).toBe(
    [
      "spec/openapi.yaml:5:20 error duplicate-operation-id",
      `  operationId "a" is used twice.`,
      "  5 |       operationId: a",
      "    |                    ^",
      "  first used at spec/other.yaml:5:20",
      "  Give each operation an operationId of its own.",
      "",
      "spec/openapi.yaml:5:20 warning duplicate-operation-id",
      `  operationId "a" is used twice.`,
      "  5 |       operationId: a",
      "    |                    ^",
      "  Give each operation an operationId of its own.",
      "",
      "1 error, 1 warning.",
      "",
    ].join("\n"),
  );
});

it("says nothing when there is nothing to say", () => {
  expect(print([])).toBe("");
});

it("believes the position that a complaint brings along, and makes room for long numbers", () => {
  const texts = { "spec/openapi.yaml": `${"\n".repeat(1233)}a: [` };
  const lines = print([{ ...base, position: { line: 1234, column: 5 } }], { texts }).split("\n");
  expect(lines[0]).toMatch(/^spec\/openapi\.yaml:1234:5 /);
  expect(lines.slice(2, 4)).toEqual(["  1234 | a: [", "       |     ^"]);
});

it.each([
  ["the file was never read", {}],
  ["the file is shorter", { "spec/openapi.yaml": "a\n" }],
  ["the line is empty", { "spec/openapi.yaml": "\n\n\n\n  \n" }],
])("quotes nothing where %s", (_case, texts) => {
  expect(print([base], { texts }).split("\n").slice(0, 3)).toEqual([
    "spec/openapi.yaml:5:20 error duplicate-operation-id",
    `  operationId "a" is used twice.`,
    "  Give each operation an operationId of its own.",
  ]);
});

it("names files as the person knows them", () => {
  const related = [{ message: "It is first used here.", place: { file: "b", pointer: "" } }];
  const text = print([{ ...base, related }], { shown: (file) => `../${file}` });
  expect(text).toMatch(/^\.\.\/spec\/openapi\.yaml:5:20 error/);
  expect(text).toContain("  It is first used here at ../b:5:20\n");
});

it.each([
  ["the first letter", "abc", 1, "abc", "^"],
  ["a letter", "abc", 2, "abc", " ^"],
  ["the end", "abc", 4, "abc", "   ^"],
  ["far behind the end", "abc", 99, "abc", "   ^"],
  ["behind tabs", "\ta:\tb", 5, "    a:    b", "          ^"],
  ["behind wide letters", `"日本": 名`, 7, `"日本": 名`, "        ^"],
  ["behind an emoji", `🎉: x`, 5, `🎉: x`, "    ^"],
  ["behind an accent of its own", "e\u0301: x", 5, "e\u0301: x", "   ^"],
  ["behind an escape", "\u001b[31m: x", 8, "␛[31m: x", "       ^"],
  ["behind a byte order mark", "\ufeffab", 2, "ab", " ^"],
])("stands under %s", (_case, line, column, shown, caret) => {
  expect(frame(line, column)).toEqual([`  1 | ${shown}`, `    | ${caret}`]);
});

it.each([
  ["at the beginning", 1, 1],
  ["in the middle", 5000, 42],
  ["at the end", 10_001, 98],
])("cuts a long line around a column %s", (_case, column, caretAt) => {
  const line = Array.from({ length: 10_000 }, (_, index) => String(index % 10)).join("");
  const { text, indent } = sourceFrame(line, column);
  expect(text.length).toBeLessThanOrEqual(98);
  expect(indent + 1).toBe(caretAt);
  expect(text.charAt(indent)).toBe(line.charAt(column - 1));
  expect(text.startsWith("…")).toBe(column > 1);
  expect(text.endsWith("…")).toBe(column < 10_000);
});

it("cuts no character in half", () => {
  const line = "𝒳".repeat(500);
  for (const column of [1, 200, 201, 500, 999, 1001])
    expect(sourceFrame(line, column).text).toMatch(/^…?𝒳+…?$/u);
});

it("is quick on a long line with many faults", () => {
  const line = "x".repeat(5_000_000);
  const start = performance.now();
  for (let column = 1; column < 5_000_000; column += 5_000) sourceFrame(line, column);
  expect(performance.now() - start).toBeLessThan(1000);
});

// What a terminal obeys: escapes of seven and eight bits, returns, marks that turn the direction, half characters.
const attacks = [
  "\u001b[2J",
  "\u009b2J",
  "\r",
  "\n",
  "\b",
  "\u0007",
  "\u007f",
  "\u202e",
  "\u2028",
  "\u2066",
  "\ud800",
];

it.each(attacks.map((attack) => [JSON.stringify(attack), attack]))("is not moved by %s", (_case, attack) => {
  const hostile = `x${attack}y`;
  const place = { file: hostile, pointer: "" };
  const related = [{ message: hostile, place }];
  const complaint = {
    ...base,
    message: hostile,
    help: hostile,
    place,
    related,
    position: { line: 1, column: 3 },
  };
  const text = print([complaint], { texts: { [hostile]: hostile.replace("\n", " ") } });
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(text.split("\n")).toHaveLength(9);
  const report = { files: [], operations: [], out: "", interrupted: false };
  const locate: Locate = (at) => ({ ...at, line: 1, column: 1 });
  const json = jsonReport({ ...report, diagnostics: [complaint], locate });
  expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(json)).toMatchObject({ diagnostics: [{ message: hostile, file: hostile }] });
});

it("leaves the letters of every language as they are", () => {
  const message = "Ünïcödé, 日本語, العربية, नमस्ते, می‌خواهم, 👩‍👧.";
  expect(print([{ ...base, message }])).toContain(`\n  ${message}\n`);
});

it("paints for a terminal that shows colours, and says the same", () => {
  const plain = print([base, { ...base, severity: "warning" }]);
  const painted = print([base, { ...base, severity: "warning" }], { color: true });
  expect(painted).toContain("\u001b[31merror\u001b[39m");
  expect(painted).toContain("\u001b[33mwarning\u001b[39m");
  expect(painted).toContain("\u001b[31m^\u001b[39m");
  expect(stripVTControlCharacters(painted)).toBe(plain);
  expect(plain).not.toContain("\u001b");
});

it("goes through the files as they were read, and down each of them", () => {
  const at = (file: string, line: number, column: number, message = ""): Complaint => ({
    ...base,
    message,
    place: { file, pointer: `${line}:${column}` },
  });
  const locate: Locate = (place) => {
    const [line = 0, column = 0] = place.pointer.split(":").map(Number);
    return { ...place, line, column };
  };
  const found = [
    at("z", 2, 1),
    at("never read", 1, 1),
    at("a", 10, 1),
    at("z", 1, 9),
    at("a", 9, 1, "first"),
    at("a", 9, 1, "second"),
    { ...at("z", 9, 9), position: { line: 1, column: 2 } },
  ];
  const ordered = orderComplaints(found, locate, ["z", "a"]);
  expect(
    ordered.map(
      ({ place, position, message }) => `${place.file}:${position?.line}:${position?.column}${message}`,
    ),
  ).toEqual(["z:1:2", "z:1:9", "z:2:1", "a:9:1first", "a:9:1second", "a:10:1", "never read:1:1"]);
});
