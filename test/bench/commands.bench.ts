// How long the commands take as whole processes, on the spec of this repository: `npm run bench`. Not a test; the
// build of dist/ comes first.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, bench } from "vitest";

const repository = join(import.meta.dirname, "../..");
const out = mkdtempSync(join(tmpdir(), "specwright-bench-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));

function specwright(...words: readonly string[]): void {
  execFileSync(process.execPath, [join(repository, "dist/cli/main.js"), ...words], { cwd: repository });
}

const few = { iterations: 7, warmupIterations: 1, time: 0, warmupTime: 0 };

bench("--help", () => specwright("--help"), few);

bench(
  "generate, cold",
  () => {
    rmSync(join(out, "cold"), { recursive: true, force: true });
    specwright("generate", "-o", join(out, "cold"));
  },
  few,
);

bench(
  "generate, cold, without schema.ts",
  () => {
    rmSync(join(out, "lean"), { recursive: true, force: true });
    specwright("generate", "-o", join(out, "lean"), "--only", "client,models,docs");
  },
  few,
);

bench("generate, unchanged", () => specwright("generate", "-o", join(out, "cold")), few);

bench("check", () => specwright("check", "-o", join(out, "cold")), few);
