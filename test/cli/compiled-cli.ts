import { spawn } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { transform } from "esbuild";

const repository = join(import.meta.dirname, "../..");

/**
 * Compile the generator as it stands, types unchecked, into a temporary folder laid out like the package, with
 * the entry of the tests beside its own. Gives the folder; the caller removes it.
 */
export async function compileCli(): Promise<string> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), "specwright-cli-")));
  for (const shared of ["node_modules", "templates"])
    symlinkSync(join(repository, shared), join(home, shared));
  copyFileSync(join(repository, "package.json"), join(home, "package.json"));
  const sources = readdirSync(join(repository, "generator"), { recursive: true, encoding: "utf8" });
  const texts = sources
    .filter((path) => path.endsWith(".ts"))
    .map((path) => compile(join("generator", path), join(home, "dist", path)));
  await Promise.all([
    ...texts,
    compile("test/cli/stand-in-main.ts", join(home, "dist/cli/stand-in-main.ts")),
  ]);
  for (const path of sources.filter((source) => source.endsWith(".json"))) {
    copyFileSync(join(repository, "generator", path), join(home, "dist", path));
  }
  return home;
}

async function compile(source: string, target: string): Promise<void> {
  const text = readFileSync(join(repository, source), "utf8");
  const { code } = await transform(text, { loader: "ts", format: "esm", target: "esnext" });
  mkdirSync(dirname(target), { recursive: true });
  const imports = code
    .replaceAll("../../generator/cli/", "./")
    .replace(/((?:from|import)\s*\(?\s*"\.[^"]*)\.ts"/g, '$1.js"');
  writeFileSync(target.replace(/\.ts$/, ".js"), imports);
}

export interface Answer {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Asking {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Run a script of the compiled CLI as a person would. */
export function ask(
  script: string,
  words: readonly string[],
  { cwd, input = "", env = {} }: Asking,
): Promise<Answer> {
  const child = spawn(process.execPath, [script, ...words], { cwd, env: { ...process.env, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.on("error", () => undefined).end(input);
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, stdout, stderr })));
}
