import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { put, scratch } from "../write/scratch.ts";
import { type Answer, ask, type Asking, compileCli } from "./compiled-cli.ts";
import type { Orders } from "./stand-in-main.ts";

let home = "";
beforeAll(async () => {
  home = await compileCli();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** The script of the CLI with the stand-in pipeline. */
export function script(): string {
  return join(home, "dist/cli/stand-in-main.js");
}

/** Run a command line, split at spaces. */
export function run(words: string, asking: Asking): Promise<Answer> {
  return ask(script(), words.split(" ").filter(Boolean), asking);
}

export const good: Orders = { files: { "a.ts": "a", "docs/b.md": "b" } };
/** What `good` makes. */
export const made = { "a.ts": "a\n", "docs/b.md": "b\n" };

/** A project folder with a spec at the usual place. */
export function project(orders: Orders = good, more: Readonly<Record<string, string>> = {}): string {
  const cwd = scratch();
  put(cwd, { "package.json": "{}", "spec/openapi.yaml": JSON.stringify(orders), ...more });
  return cwd;
}
