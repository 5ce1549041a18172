import { expect, it } from "vitest";
import { formatFiles } from "../../generator/format/format-files.ts";

const cache = { lookup: () => undefined, store: () => undefined };

it("formats a file of TypeScript, and leaves one alone that is longer than anybody reads", async () => {
  const short = { path: "src/a.ts", text: "const a  =  1" };
  const long = { path: "src/b.ts", text: `const a  =  1;${" ".repeat(2_000_000)}` };
  const [formatted, left] = await formatFiles([short, long], cache);
  expect(formatted?.text).toBe("const a = 1;\n");
  expect(left).toEqual(long);
});
