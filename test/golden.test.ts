// After an intended change run `UPDATE=1 npx vitest run test/golden.test.ts`, then read the difference as a reviewer.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { formatLocation } from "../generator/location.ts";
import { readTree } from "../generator/disk.ts";
import { printJson } from "../generator/json.ts";
import { generateStory, golden, stories } from "./stories.ts";

it("has stories to tell", () => {
  expect(stories.length).toBeGreaterThan(5);
});

it.each(stories)("%s", async (story) => {
  const made = await outcomeOf(story);
  const folder = join(golden, story, "expected");
  if (process.env["UPDATE"]) {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of made) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  expect(made).toEqual(readTree(folder));
});

/** What a story tells: the model, the complaints, and the files that are its own. */
async function outcomeOf(story: string): Promise<ReadonlyMap<string, string>> {
  const { value, diagnostics } = await generateStory(story);
  const complaints = diagnostics.map(({ code, severity, message, place, on }) => {
    const at = value.document?.locate(place, on);
    return `${at === undefined ? place.file : formatLocation(at)} ${severity} ${code}: ${message}\n`;
  });
  const texts = [
    ...value.files.filter(({ path }) => !isCommon(path)).map(({ path, text }) => [path, text] as const),
    ["model.json", `${printJson(value.api)}\n`] as const,
    ...(complaints.length === 0 ? [] : [["complaints.txt", complaints.join("")] as const]),
  ];
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether a file is much the same in every story; our own spec's tells it all. */
function isCommon(path: string): boolean {
  const common = ["package.json", "tsconfig.json", "README.md", "docs/requests.md"];
  return path.startsWith("src/runtime/") || common.includes(path);
}
