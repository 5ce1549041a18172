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

/** What samples import, by the file that it is. undici is none of ours: what stands in for it goes nowhere. */
const modules: Readonly<Record<string, string>> = {
  "@specwright/oauth-client": join(repository, "generated/src/index.ts"),
  "@specwright/oauth-client/auth": join(repository, "generated/src/auth.ts"),
  "@specwright/oauth-client/runtime": join(repository, "generated/src/runtime.ts"),
  "@specwright/oauth-client/validation": join(repository, "generated/src/validation.ts"),
  undici: join(repository, "test/builders/undici.ts"),
};

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
    allowImportingTsExtensions: true,
    paths: Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, [file]])),
  });
  const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    const index = Number(/sample-(\d+)/.exec(file?.fileName ?? "")?.[1]);
    return `${samples[index]?.[0] ?? file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  expect(faults).toEqual([]);
});

it("runs them all", async () => {
  const server = await serve((response, request) => {
    const { method, url } = request;
    const path = new URL(url, "http://localhost").pathname;
    const other = others[path];
    if (other !== undefined) return void response.writeHead(200, other.headers).end(other.body);
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
    // Behind middleware it is a Request.
    const whole = input instanceof Request ? input : undefined;
    const { pathname, search } = new URL(whole?.url ?? String(input));
    const url = server.url + pathname + search;
    return fetch(whole === undefined ? url : new Request(url, whole), init);
  });
  for (const method of ["log", "error", "warn", "info", "debug"] as const)
    vi.spyOn(console, method).mockReturnValue(undefined);
  for (const [index, [title, code]] of samples.entries()) {
    const file = join(folder, "run", `sample-${index}.mjs`);
    mkdirSync(join(folder, "run"), { recursive: true });
    await build({
      // What exports something is a module for sure, whatever else is in it.
      stdin: { contents: `${code}\nexport const isRun = true;\n`, loader: "ts", resolveDir: repository },
      outfile: file,
      bundle: true,
      format: "esm",
      platform: "node",
      alias: modules,
    });
    await expect(import(/* @vite-ignore */ file), title).resolves.toBeDefined();
  }
  expect(server.received.length).toBeGreaterThanOrEqual(13);
  const asked = server.received.filter(({ url }) => url === "/oauth/token");
  const grants = new Set(asked.map(({ body }) => new URLSearchParams(body).get("grant_type")));
  expect([...grants].map(String).sort()).toEqual([
    "authorization_code",
    "client_credentials",
    "refresh_token",
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
    "urn:ietf:params:oauth:grant-type:saml2-bearer",
  ]);
  const shown = server.received.map(({ headers }) => headers.authorization);
  for (const token of ["granted", "handed-out", "from-the-server"])
    expect(shown).toContain(`Bearer ${token}`);
});

/** What samples ask for beside the operations: tokens, and what the spec does not name. */
const json = { "content-type": "application/json" };
const plain = { "content-type": "text/plain" };
const others: Readonly<Record<string, { readonly headers: typeof json; readonly body: string }>> = {
  "/oauth/token": {
    headers: json,
    body: JSON.stringify({ access_token: "granted", token_type: "bearer", expires_in: 3600 }),
  },
  "/": { headers: plain, body: "handed-out" },
  "/news": { headers: json, body: "{}" },
};

/** The paths that a template stands for. */
function templatePattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
}
