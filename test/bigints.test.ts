// A client of the story "bigints", compiled, bundled and talking to a server.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, it } from "vitest";
import { faultsIn } from "./builders/compile.ts";
import { always, serve } from "./runtime/server.ts";
import { generateStory } from "./stories.ts";

let folder = "";
let files: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "specwright-bigints-"));
  const { value } = await generateStory("bigints");
  files = new Map(value.files.map(({ path, text }) => [path, text]));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function bundleOf(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(folder, "src"), loader: "ts" },
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ text }) => text).join("");
}

it("compiles, and takes its own answers for requests", () => {
  const use = `import { createClient } from "./src/index.js";
export async function copy(api: ReturnType<typeof createClient>): Promise<bigint> {
  const account = await api.accounts.getAccount({ accountId: 7n, after: [1n], page: 2 });
  await api.accounts.putAccount({ accountId: account.id, body: account });
  for (const movement of await api.accounts.listMovements())
    if (movement.kind === "payment") return movement.amount;
  return account.balances?.["EUR"] === 1n ? 1n : 0n;
}
// @ts-expect-error a number may be inexact
export const wrong = (api: ReturnType<typeof createClient>) => api.accounts.getAccount({ accountId: 7 });
`;
  const sources = [...files].filter(([path]) => path.startsWith("src/"));
  expect(faultsIn(new Map([...sources, ["use.ts", use]]))).toEqual([]);
});

it("reads and sends bigints, to the last digit", async () => {
  const account = `{"id":9223372036854775807,"kind":1,"version":3,"count":4,"limit":null,
    "balances":{"total":0.5,"EUR":9007199254740993},"parent":{"id":1,"kind":2},"span":["x",5]}`;
  const movements = '[{"kind":"payment","amount":9007199254740993},{"kind":"note","amount":3}]';
  const server = await serve((response, request) => {
    const isMissing = request.url.endsWith("/0");
    const text = isMissing ? '{"code":40400}' : request.url === "/movements" ? movements : account;
    always(isMissing ? 404 : 200, text, { "content-type": "application/json" })(response, request);
  });
  const code = await bundleOf('export { createClient } from "./index.js";');
  const file = join(folder, "bundle.mjs");
  writeFileSync(file, code);
  const { createClient } = await import(pathToFileURL(file).href);
  const { accounts } = createClient({ baseUrl: server.url });
  const got = await accounts.getAccount({ accountId: 9223372036854775807n, after: [1n, 2n], page: 2 });
  expect(got).toEqual({
    id: 9223372036854775807n,
    kind: 1n,
    version: 3n,
    count: 4,
    limit: null,
    balances: { total: 0.5, EUR: 9007199254740993n },
    parent: { id: 1n, kind: 2n },
    span: ["x", 5n],
  });
  await accounts.putAccount({ accountId: got.id, body: got });
  expect(server.received.map(({ url }) => url)).toEqual([
    "/accounts/9223372036854775807?after=1&after=2&page=2",
    "/accounts/9223372036854775807",
  ]);
  expect(server.received[1]?.body).toContain('"id":9223372036854775807,"kind":1,');
  expect(await accounts.listMovements()).toEqual([
    { kind: "payment", amount: 9007199254740993n },
    { kind: "note", amount: 3 },
  ]);
  await expect(accounts.getAccount({ accountId: 0n })).rejects.toMatchObject({ body: { code: 40400n } });
});

it("costs an operation without such integers nothing", async () => {
  const plain = await bundleOf('export { listNotes } from "./operations/notes.js";');
  const long = await bundleOf('export { listMovements } from "./operations/accounts.js";');
  expect(plain).not.toMatch(/BigInt|int64/);
  expect(long).toMatch(/BigInt/);
  expect(long).not.toMatch(/Account\$int64|getAccount/);
});
