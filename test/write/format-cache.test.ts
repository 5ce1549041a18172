import { describe, expect, it } from "vitest";
import { openCache } from "../../generator/write/format-cache.ts";
import { filesOf } from "./scratch.ts";

const onDisk = new Map([
  ["a.ts", "pretty a"],
  ["b.md", "b"],
]);
const first = openCache("", "tools 1", new Map());
first.store("a.ts", "raw a", "pretty a");
const memory = first.print(filesOf({ "a.ts": "pretty a", "b.md": "b" }));

describe("the cache", () => {
  it("gives the text on disk for the same raw text", () => {
    const cache = openCache(memory, "tools 1", onDisk);
    expect(cache.lookup("a.ts", "raw a")).toBe("pretty a");
    expect(cache.lookup("b.md", "b")).toBe("b");
  });

  it.each([
    ["another raw text", memory, "tools 1", onDisk, "raw b"],
    ["other tools", memory, "tools 2", onDisk, "raw a"],
    ["a file that was touched", memory, "tools 1", new Map([["a.ts", "edited"]]), "raw a"],
    ["a file that is gone", memory, "tools 1", new Map(), "raw a"],
    ["no memory", "", "tools 1", onDisk, "raw a"],
    ["a memory full of rubbish", "tools 1\n\u0000\nabc a.ts\n", "tools 1", onDisk, "raw a"],
  ])("knows nothing of %s", (_, text, tools, existing, raw) => {
    expect(openCache(text, tools, existing).lookup("a.ts", raw)).toBeUndefined();
  });

  it("is the same after a run that changed nothing", () => {
    const cache = openCache(memory, "tools 1", onDisk);
    cache.lookup("a.ts", "raw a");
    expect(cache.print(filesOf(Object.fromEntries(onDisk)))).toBe(memory);
  });

  it("knows whether a file is as it was written, whatever the tools are now", () => {
    const cache = openCache(memory, "tools 2", new Map([...onDisk, ["a.ts", "edited"], ["c", "new"]]));
    expect(["a.ts", "b.md", "c", "d"].map(cache.isAsWritten)).toEqual([false, true, undefined, undefined]);
  });
});
