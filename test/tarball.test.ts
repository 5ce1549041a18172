// specwright as a stranger gets it: packed, put into an empty folder, and run there on a spec of his.
import { execFile } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const repository = join(import.meta.dirname, "..");

let home = "";
let packed: readonly string[] = [];

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "specwright-tarball-")));
  // `prepare` builds dist/ anew and would take it away from tests that run beside this one.
  const dist = join(home, "source/dist");
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  const options = ["-p", join(repository, "tsconfig.build.json"), "--outDir", dist];
  await run(process.execPath, [tsc, ...options, "--tsBuildInfoFile", join(dist, ".tsbuildinfo")]);
  for (const name of ["package.json", "README.md", "LICENSE", "templates"]) {
    await run("cp", ["-r", join(repository, name), join(home, "source", name)]);
  }
  mkdirSync(join(home, "source/generator"));
  await run("cp", ["-r", join(repository, "generator/config"), join(home, "source/generator/config")]);
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", home], {
    cwd: join(home, "source"),
  });
  const [report] = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[];
  packed = report?.files.map(({ path }) => path) ?? [];
  await run("tar", ["-xzf", join(home, report?.filename ?? ""), "-C", home]);
  const modules = join(home, "project/node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(join(home, "package"), join(modules, "specwright"));
  // As npm does when it installs a command.
  chmodSync(join(home, "package/dist/cli/main.js"), 0o755);
  symlinkSync("../specwright/dist/cli/main.js", join(modules, ".bin/specwright"));
  // Its dependencies stand where npm would put them.
  symlinkSync(join(repository, "node_modules"), join(home, "node_modules"));
}, 120_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

it("contains what it needs and nothing else", () => {
  const folders = new Set(packed.map((path) => path.split("/")[0]));
  expect(folders).toEqual(new Set(["LICENSE", "README.md", "dist", "package.json", "templates"]));
  const wrong = packed.filter((path) => {
    if (path.startsWith("dist/")) return !/\.(js|json)$/.test(path);
    return path.startsWith("templates/") && !/\.hbs$|^templates\/runtime\/[\w-]+\.ts$/.test(path);
  });
  expect(wrong).toEqual([]);
  const sources = readdirSync(join(repository, "generator"), { recursive: true, encoding: "utf8" });
  const modules = sources
    .filter((path) => path.endsWith(".ts"))
    .map((path) => `dist/${path.replace(/\.ts$/, ".js")}`);
  expect(new Set(packed.filter((path) => path.endsWith(".js")))).toEqual(new Set(modules));
});

it("generates a client from a spec in an empty folder, which compiles", async () => {
  const project = join(home, "project");
  const spec = readFileSync(join(repository, "test/golden/minimal/spec/openapi.yaml"), "utf8");
  writeFileSync(join(project, "my.yaml"), spec);
  const { stdout } = await run("npx", ["--no-install", "specwright", "generate", "my.yaml", "-o", "out"], {
    cwd: project,
  });
  expect(stdout).toMatch(/^out: \d+ created/);
  expect(existsSync(join(project, "out/src/schema.ts"))).toBe(true);
  const tsc = join(repository, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, "-p", join(project, "out/tsconfig.json")]);
  expect(existsSync(join(project, "out/dist/index.js"))).toBe(true);
  const again = await run("npx", ["--no-install", "specwright", "generate", "my.yaml", "-o", "out"], {
    cwd: project,
  });
  expect(again.stdout).toMatch(/0 created, 0 updated, 0 deleted/);
});
