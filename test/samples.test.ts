// Every sample of TypeScript in the README and in the generated documentation compiles under strict flags, and runs:
// against a real server that answers with the examples of the spec.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { readTree } from "../generator/disk.ts";
import { serve } from "./runtime/server.ts";
import { specOperations } from "./wire/judge.ts";

const repository = join(import.meta.dirname, "..");
const pages = [...readTree(join(repository, "generated"))].filter(([path]) => path.endsWith(".md"));
const texts: readonly (readonly [string, string])[] = [
  ["README.md", readFileSync(join(repository, "README.md"), "utf8")],
  ...pages.map(([path, text]) => [`generated/${path}`, text] as const),
];
const samples = texts.flatMap(([path, text]) =>
  [...text.matchAll(/^```(?:ts|typescript)\n([^]*?)^```$/gm)].map(
    ([, code = ""], index) => [`${path} #${index + 1}`, code] as const,
  ),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "specwright-samples-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it("has samples to prove", () => {
  expect(samples.length).toBeGreaterThanOrEqual(15);
  for (const { id } of specOperations) {
    expect(
      samples.some(([, code]) => code.includes(`.${id}(`)),
      id,
    ).toBe(true);
  }
});

it("compiles them all", () => {
  const files = samples.map(([, code], index) => {
    const file = join(folder, `sample-${index}.ts`);
    writeFileSync(file, code);
    return file;
  });
  const program = ts.createProgram(files, {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    skipLibCheck: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    types: ["node"],
    typeRoots: [join(repository, "node_modules/@types")],
    paths: { "@specwright/oauth-client": [join(repository, "generated/src/index.ts")] },
  });
  const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const index = Number(/sample-(\d+)/.exec(file?.fileName ?? "")?.[1]);
    return `${samples[index]?.[0] ?? file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  expect(faults).toEqual([]);
});

it("runs them all", async () => {
  const server = await serve((response, { method, url }) => {
    const path = new URL(url, "http://localhost").pathname;
    const found = specOperations.find((one) => one.method === method && templatePattern(one.path).test(path));
    const success = found?.responses.find(({ status }) => status < 300);
    if (success?.body === undefined) response.writeHead(success?.status ?? 404).end();
    else
      response
        .writeHead(success.status, { "content-type": "application/json" })
        .end(JSON.stringify(success.body));
  });
  vi.stubEnv("TOKEN", "a-token");
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const { pathname, search } = new URL(String(input));
    return fetch(server.url + pathname + search, init);
  });
  for (const method of ["log", "error", "warn"] as const)
    vi.spyOn(console, method).mockReturnValue(undefined);
  for (const [index, [title, code]] of samples.entries()) {
    const file = join(folder, "run", `sample-${index}.mjs`);
    mkdirSync(join(folder, "run"), { recursive: true });
    await build({
      stdin: { contents: code, loader: "ts", resolveDir: repository },
      outfile: file,
      bundle: true,
      format: "esm",
      platform: "node",
      alias: { "@specwright/oauth-client": join(repository, "generated/src/index.ts") },
    });
    await expect(import(/* @vite-ignore */ file), title).resolves.toBeDefined();
  }
  expect(server.received.length).toBeGreaterThanOrEqual(13);
});

/** The paths that a template stands for. */
function templatePattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
}
