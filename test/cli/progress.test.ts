import { expect, it } from "vitest";
import { openProgress } from "../../generator/cli/progress.ts";

/** What is written while stages begin at these milliseconds, and when all is done. */
function shown(isWatched: boolean, times: readonly number[]): string {
  let text = "";
  let time = 0;
  const note = (part: string): void => void (text += part);
  const terminal = { isWatched, note, result: note, color: false };
  const progress = openProgress(terminal, () => time);
  for (const at of times) {
    time = at;
    progress.onStage(`stage at ${at}`);
  }
  progress.clear();
  return text;
}

it("says nothing of work that is soon done, or where nobody watches", () => {
  expect(shown(true, [0, 400, 999])).toBe("");
  expect(shown(false, [0, 5000])).toBe("");
});

it("says what it is at once a second has passed, and takes it back in the end", () => {
  expect(shown(true, [10, 1000, 3000])).toBe(
    "\r\u001b[2Kspecwright: stage at 1000 …\r\u001b[2Kspecwright: stage at 3000 …\r\u001b[2K",
  );
});
