// The generated package as a stranger gets it: built, packed, installed in an empty project, and used there.
import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { afterAll, beforeAll, expect, it } from "vitest";

const run = promisify(execFile);
const repository = join(import.meta.dirname, "..");
const compiler = join(repository, "node_modules/typescript/bin/tsc");
const attw = join(repository, "test/runtimes/node_modules/@arethetypeswrong/cli/dist/index.js");

let home = "";
let packed = "";
let project = "";
let tarball = "";

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), "specwright-package-")));
  packed = join(home, "package");
  project = join(home, "project");
  cpSync(join(repository, "generated"), packed, {
    recursive: true,
    filter: (path) => !/node_modules|\/dist(\/|$)|\.specwright-/.test(path.slice(repository.length)),
  });
  await run(process.execPath, [compiler, "-p", join(packed, "tsconfig.json")], { cwd: packed });
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", home], { cwd: packed });
  mkdirSync(project);
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "project", private: true, type: "module" }),
  );
  tarball = join(home, readdirSync(home).find((name) => name.endsWith(".tgz")) ?? "");
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], {
    cwd: project,
  });
}, 120_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

it("has nothing that publint would say, however strict", async () => {
  const { messages } = await publint({ pkgDir: packed, strict: true, pack: false });
  expect(messages).toEqual([]);
});

it.skipIf(!existsSync(attw))("has types that every resolution of an ES module finds (attw)", async () => {
  const { stdout } = await run(process.execPath, [
    attw,
    tarball,
    "--profile",
    "esm-only",
    "--format",
    "json",
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ problems: {} });
});

it("contains what it needs and nothing else", () => {
  const installed = join(project, "node_modules/@specwright/oauth-client");
  expect(readdirSync(installed).sort()).toEqual(
    ["LICENSE", "README.md", "dist", "docs", "openapi.yaml", "package.json", "src"].sort(),
  );
  expect(readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "@specwright",
  ]);
});

const use = `
  const api = createClient({ baseUrl: process.argv[2], auth: "token" });
  api.oauth.getOauthClient({ clientId: "a" }).then((client) => console.log(client.name));
`;

it.each([
  ["import", "use.mjs", `import { createClient } from "@specwright/oauth-client";${use}`],
  ["require", "use.cjs", `const { createClient } = require("@specwright/oauth-client");${use}`],
  ["import()", "lazy.mjs", `const { createClient } = await import("@specwright/oauth-client");${use}`],
])("works in Node through %s, and the process ends by itself", async (_, file, text) => {
  writeFileSync(join(project, file), text);
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end('{"name":"Exporter"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  try {
    const { stdout } = await run(process.execPath, [file, url], { cwd: project, timeout: 10_000 });
    expect(stdout).toBe("Exporter\n");
  } finally {
    server.close();
  }
});

const strictly = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  skipLibCheck: false,
  noEmit: true,
  target: "es2022",
};
const dom = { lib: ["es2022", "dom", "dom.iterable"], types: [] };
const node = { lib: ["es2022"], types: ["node"], typeRoots: [join(repository, "node_modules/@types")] };
const nodenext = { module: "nodenext", moduleResolution: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler" };

const consumer = `
import { ApiError, createClient, getOauthClient, OAuthGrantType } from "@specwright/oauth-client";
import type { OAuthClient } from "@specwright/oauth-client";
import type { paths } from "@specwright/oauth-client/schema";

export type Wire = paths["/api/v2/oauth/clients"]["get"];
const api = createClient({ region: "mypurecloud.ie", auth: async () => "token", fetch });
export async function name(): Promise<string> {
  try {
    const client: OAuthClient = await getOauthClient(api, { clientId: "a" }, { signal: new AbortController().signal });
    const { status, headers } = await api.oauth.getOauthClients().withResponse();
    const grant: OAuthGrantType = OAuthGrantType.CODE;
    return [client.name, status, headers.get("x"), grant].join();
  } catch (error) {
    return error instanceof ApiError && typeof error.body === "object" ? (error.body.code ?? "") : "";
  }
}
`;

it.each([
  ["4.9 nodenext, dom", "ts49", { ...nodenext, ...dom }],
  ["5.9 nodenext, dom", "typescript", { ...nodenext, ...dom }],
  ["5.9 bundler, dom", "typescript", { ...bundler, ...dom }],
  ["5.9 nodenext, @types/node", "typescript", { ...nodenext, ...node }],
  ["7.0 nodenext, dom", "ts7", { ...nodenext, ...dom }],
  ["7.0 bundler, @types/node", "ts7", { ...bundler, ...node }],
])("gives a strict consumer good types: TypeScript %s", async (title, version, options) => {
  const folder = join(project, title.replaceAll(/[^a-z0-9]/gi, "-"));
  mkdirSync(folder);
  writeFileSync(join(folder, "use.ts"), consumer);
  const compilerOptions = { ...strictly, ...options };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["use.ts"] }));
  const tsc = join(repository, "node_modules", version, "bin/tsc");
  const { stdout } = await run(process.execPath, [tsc, "-p", folder]).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe("");
});
