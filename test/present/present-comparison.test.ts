// After an intended change run `UPDATE=1 npx vitest run test/present`, then read the difference as a reader of it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { type Format, formats, presentComparison } from "../../generator/present/present-comparison.ts";
import type { Presentation } from "../../generator/present/presentation.ts";
import { nothing, presentation, rich, richComparison } from "./fixture.ts";

const endings: Readonly<Record<Format, string>> = {
  text: "txt",
  markdown: "md",
  json: "json",
  github: "github.txt",
  html: "html",
  changelog: "changelog.md",
};

const compatible = presentation({
  verdict: "compatible",
  bump: "minor",
  changes: richComparison.changes.filter(({ level, client }) => level === "info" && client.length === 0),
});

const warning = presentation(
  {
    verdict: "warning",
    bump: "minor",
    changes: richComparison.changes.filter(({ level, accepted }) => level === "warning" && accepted === null),
  },
  { base: { revision: null, file: "old.yaml" }, revision: { revision: null, file: "new.yaml" } },
);

const stories: Readonly<Record<string, Presentation>> = { rich, warning, compatible, nothing };
const cases = Object.entries(stories).flatMap(([story, told]) =>
  formats.map((format) => ({ format, story, told })),
);

it.each(cases)("shows $story as $format", ({ format, story, told }) => {
  const text = presentComparison(format, told, { colour: false, width: 100 });
  const path = join(import.meta.dirname, "expected", `${story}.${endings[format]}`);
  if (process.env["UPDATE"]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, "utf8") : undefined);
});

it.each(cases)("shows $story as $format in whole lines, the same each time", ({ format, told }) => {
  const text = presentComparison(format, told, { colour: false });
  expect(text).toBe(presentComparison(format, told, { colour: false }));
  expect(text === "" || text.endsWith("\n")).toBe(true);
});
