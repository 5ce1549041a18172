import { expect, it } from "vitest";
import { compareWithLastRun, type Inputs, printLastRun } from "../../generator/write/last-run.ts";

const inputs: Inputs = { specwright: "1", config: "{}", templates: new Map([["a.hbs", "{{a}}"]]) };
const texts = new Map([
  ["spec/openapi.yaml", "openapi: 3.1.0"],
  ["spec/a b.yaml", "type: string"],
]);
const read = (path: string): string | undefined => texts.get(path);
const memory = printLastRun(inputs, texts, false);

it("knows a run that nothing has changed for", () => {
  expect(compareWithLastRun(memory, inputs, read)).toEqual({ causes: [], isSame: true });
});

it.each([
  ["specwright", { ...inputs, specwright: "2" }],
  ["config", { ...inputs, config: '{"out":"x"}' }],
  ["templates", { ...inputs, templates: new Map([["a.hbs", "{{b}}"]]) }],
  ["templates", { ...inputs, templates: new Map([["b.hbs", "{{a}}"]]) }],
] as const)("tells that %s changed", (cause, changed) => {
  expect(compareWithLastRun(memory, changed, read)).toEqual({ causes: [cause], isSame: false });
});

it("tells that the spec changed, or lost a file", () => {
  const edited = (path: string): string => `${read(path)} # edited`;
  const lost = (path: string): string | undefined => (path.includes(" ") ? undefined : read(path));
  expect(compareWithLastRun(memory, inputs, edited).causes).toEqual(["spec"]);
  expect(compareWithLastRun(memory, inputs, lost).causes).toEqual(["spec"]);
});

it("never skips a run that had something to say", () => {
  const careful = printLastRun(inputs, texts, true);
  expect(compareWithLastRun(careful, inputs, read)).toEqual({ causes: [], isSame: false });
});

it("knows nothing without a memory, and little with a broken one", () => {
  expect(compareWithLastRun("", inputs, read)).toEqual({ causes: undefined, isSame: false });
  expect(compareWithLastRun("nonsense\n", inputs, read).isSame).toBe(false);
});
