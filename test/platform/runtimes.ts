import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

/** Where `npm ci --prefix test/runtimes` puts them. */
export const installed = join(import.meta.dirname, "../runtimes/node_modules");

/** A runtime that a story can be told in. */
export interface Runtime {
  readonly name: string;
  /** Below the folder of what is installed, the first of these that is there: what it needs. */
  readonly program: readonly string[];
  /** Tells the story that stands in the folder, in a platform at that URL; gives its times, or throws. */
  readonly tell: (program: string, folder: string, url: string) => Promise<string>;
}

/** How long a story may take in any runtime, in milliseconds. */
const patience = 60_000;

export const runtimes: readonly Runtime[] = [
  { name: "Node 22", program: ["node22/bin/node"], tell: byCommand() },
  { name: "Node 24", program: ["node24/bin/node"], tell: byCommand() },
  {
    name: "Deno",
    program: ["@deno/*/deno", "@deno/*/deno.exe"],
    tell: byCommand("run", "--no-config", "--no-prompt", "--allow-net=127.0.0.1", "--cached-only"),
  },
  { name: "Bun", program: ["@oven/*/bin/bun", "bun/bin/bun.exe"], tell: byCommand() },
  { name: "workerd", program: ["@cloudflare/workerd-*/bin/workerd"], tell: inWorker },
  {
    name: "Chromium",
    program: ["@sparticuz/chromium/bin"],
    tell: (_program, folder, url) =>
      output(process.execPath, [join(folder, "browser.mjs"), installed, folder, url], folder),
  },
];

/** Where a runtime is; `undefined` if it is not installed. */
export function programOf({ program }: Runtime): string | undefined {
  return program.flatMap((pattern) => expanded(pattern)).find((path) => existsSync(path));
}

/** The paths that a pattern may mean, with a package of its scope for the star: one for each kind of machine. */
function expanded(pattern: string): readonly string[] {
  const [scope = "", rest] = pattern.split("*");
  const [folder = "", prefix = ""] = scope.split("/");
  if (rest === undefined) return [join(installed, pattern)];
  if (!existsSync(join(installed, folder))) return [];
  const packages = readdirSync(join(installed, folder)).filter((name) => name.startsWith(prefix));
  return packages.map((name) => join(installed, folder, `${name}${rest}`));
}

const argument = `globalThis.Deno?.args[0] ?? process.argv[2]`;

/** What each way of telling begins with. */
const entries: Readonly<Record<string, string>> = {
  command: `import { tellStory } from "./story.ts";
    console.log(JSON.stringify(await tellStory(${argument})));`,
  worker: `import { tellStory } from "./story.ts";
    export default {
      async fetch(request) {
        const tell = async () => JSON.stringify(await tellStory(await request.text()));
        return tell().then((text) => new Response(text), (error) => new Response(error.stack, { status: 500 }));
      },
    };`,
  page: `import { tellStory } from "./story.ts";
    globalThis.tellStory = tellStory;`,
};

/** Bundles the story for every runtime into that folder. */
export async function bundleStory(folder: string): Promise<void> {
  const resolveDir = import.meta.dirname;
  const bundle = (name: string, contents: string, platform: "neutral" | "node") =>
    build({
      stdin: { contents, resolveDir },
      outfile: join(folder, `${name}.mjs`),
      bundle: true,
      format: "esm",
      target: "es2022",
      platform,
      logLevel: "error",
    });
  await Promise.all([
    ...Object.entries(entries).map(([name, contents]) => bundle(name, contents, "neutral")),
    bundle("browser", `import "./run-in-browser.ts";`, "node"),
  ]);
}

function byCommand(...options: readonly string[]): Runtime["tell"] {
  return (program, folder, url) => output(program, [...options, join(folder, "command.mjs"), url], folder);
}

/** Runs a program in a home of its own; gives what it prints, throws what it complains of. */
async function output(program: string, options: readonly string[], folder: string): Promise<string> {
  const child = start(program, options, folder);
  const { status, stdout, stderr } = await ended(child);
  if (status !== "0") throw new Error(`It ended with ${status}.\n${stderr}${stdout}`);
  return stdout;
}

function start(program: string, options: readonly string[], folder: string): ChildProcess {
  const env = { PATH: process.env["PATH"], HOME: folder, TMPDIR: folder, DENO_DIR: folder, NO_COLOR: "1" };
  return spawn(program, options, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe", "pipe"] });
}

function ended(child: ChildProcess): Promise<{ status: string; stdout: string; stderr: string }> {
  const timer = setTimeout(() => child.kill("SIGKILL"), patience);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.on("data", (chunk: Buffer) => (texts[name] += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ status: `${signal ?? code}`, ...texts });
    });
  });
}

const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "story", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2025-01-01",
      globalOutbound = "loopback",
    )),
    (name = "loopback", network = (allow = ["private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "story")],
);
`;

/** A worker tells its story when it is asked to. */
async function inWorker(program: string, folder: string, url: string): Promise<string> {
  writeFileSync(join(folder, "config.capnp"), config);
  const child = start(program, ["serve", "config.capnp", "--control-fd=3"], folder);
  const done = ended(child);
  try {
    const port = await Promise.race([
      portOf(child),
      done.then(({ stderr }) => Promise.reject(new Error(stderr))),
    ]);
    const response = await fetch(`http://127.0.0.1:${port}`, { method: "POST", body: url });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  } finally {
    child.kill();
    await done;
  }
}

/** The port that workerd has found, which it tells by its third stream. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.stdio[3]?.on("data", (chunk: Buffer) => {
      const { event, port }: { event?: string; port?: number } = JSON.parse(
        chunk.toString().split("\n")[0] ?? "",
      );
      if (event === "listen" && port !== undefined) resolve(port);
    });
  });
}
