import { basename, dirname, join } from "node:path";
import { expect, it } from "vitest";
import { disk, type Disk } from "../../generator/disk.ts";
import { finishStaged } from "../../generator/write/journal.ts";
import { writeOutput } from "../../generator/write/write-output.ts";
import { filesOf, freshTarget, put, scratch, treeOf } from "./scratch.ts";

/** The disk of a machine that finds `order.ts` when asked for `Order.ts`, as those of macOS and Windows do. */
function ignoringCase(): Disk {
  const spelled = (path: string): string => {
    const name = basename(path);
    const folder = dirname(path) === path ? path : dirname(path);
    return join(
      folder,
      disk.list(folder).find((other) => other.toLowerCase() === name.toLowerCase()) ?? name,
    );
  };
  return {
    ...disk,
    kindOf: (path) => disk.kindOf(spelled(path)),
    readText: (path) => disk.readText(spelled(path)),
    // What is replaced keeps the spelling that it had.
    move: (from, to) => disk.move(spelled(from), spelled(to)),
    remove: (path) => disk.remove(spelled(path)),
  };
}

it.each(["same\n", "other\n"])(
  "a file whose name changes case only gets its new name, its text: %j",
  async (text) => {
    const target = freshTarget({ disk: ignoringCase() });
    await writeOutput(target, filesOf({ "src/order.ts": "same\n", "src/z.ts": "z\n" }));
    await writeOutput(target, filesOf({ "src/Order.ts": text, "src/z.ts": "z\n" }));
    expect(treeOf(target.folder)).toEqual({ "src/Order.ts": text, "src/z.ts": "z\n" });
  },
);

it("a run that is finished does not delete again what it has moved in since", () => {
  const folder = scratch();
  // Cut off after its first two moves: `src/Order.ts` stands where `src/order.ts` was.
  const journal = JSON.stringify({
    deletes: ["src/order.ts"],
    moves: [".specwright", "src/Order.ts", "z.ts"],
  });
  put(folder, { "src/Order.ts": "new", ".specwright-stage/journal": journal, ".specwright-stage/2": "z" });
  finishStaged(ignoringCase(), folder);
  expect(treeOf(folder)).toEqual({ "src/Order.ts": "new", "z.ts": "z" });
});

it("a file of somebody else that differs in case only is in the way", async () => {
  const target = freshTarget({ disk: ignoringCase() });
  await writeOutput(target, filesOf({ "a.ts": "a" }));
  put(target.folder, { "readme.md": "theirs" });
  await expect(writeOutput(target, filesOf({ "a.ts": "a", "README.md": "ours" }))).rejects.toThrow(
    "in the way",
  );
  expect(treeOf(target.folder)["readme.md"]).toBe("theirs");
});
