import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { json, serve } from "./server.ts";

const runtime = fileURLToPath(new URL("../../templates/runtime", import.meta.url));

/** Runs a program that uses the runtime in a Node of its own; tells what it printed, or how it died. */
async function run(url: string, program: string): Promise<string> {
  const contents = `
    import { call, openTransport } from "./transport.js";
    const api = { servers: [{ url: ${JSON.stringify(url)} }], userAgent: "test/0" };
    const operation = { id: "get", method: "GET", path: "/", accept: "application/json" };
    const get = (options = {}) => call(openTransport(api), operation, {}, options);
    ${program}`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: runtime, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "es2022",
  });
  const args = ["--unhandled-rejections=strict", "--input-type=module", "--eval", outputFiles[0]?.text ?? ""];
  return promisify(execFile)(process.execPath, args, { timeout: 10_000 }).then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stderr?: string }) => `died: ${error.stderr}`,
  );
}

test.each([
  ["the data is awaited", "await get().catch((error) => console.log(error.name));"],
  ["the answer is awaited", "await get().withResponse().catch((error) => console.log(error.name));"],
  [
    "both are",
    "const p = get(); await Promise.allSettled([p, p.withResponse()]); console.log('NotFoundError');",
  ],
  [
    "the answer is asked for first",
    "const p = get(); const r = p.withResponse(); await p.catch((e) => console.log(e.name)); await r.catch(() => {});",
  ],
  ["the answer as fetch gives it", "await get().asResponse().catch((error) => console.log(error.name));"],
  [
    "all three are",
    "const p = get(); await Promise.allSettled([p.asResponse(), p, p.withResponse()]); console.log('NotFoundError');",
  ],
  [
    "the answer as fetch gives it is asked for late",
    "const p = get(); await p.catch((e) => console.log(e.name)); await p.asResponse().catch(() => {});",
  ],
  ["finally is used", "await get().finally(() => {}).catch((error) => console.log(error.name));"],
])("a rejection that is handled is no unhandled one: %s", async (_case, program) => {
  const server = await serve(json(404, {}));
  expect(await run(server.url, program)).toBe("NotFoundError\n");
});

test.each([
  ["the call", "get();"],
  ["the answer", "get().withResponse();"],
  ["the answer as fetch gives it", "get().asResponse();"],
])("a rejection that nobody looks at is reported: %s", async (_case, program) => {
  const server = await serve(json(404, {}));
  expect(await run(server.url, program)).toMatch(/^died: [^]*NotFoundError: 404 Not Found \(get: GET \/\)/);
});

test("an aborted call leaves nothing that rejects later", async () => {
  const server = await serve(() => undefined);
  const program = `
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    await get({ signal: controller.signal }).catch((error) => console.log(error.name));
    await get({ timeout: 50 }).catch((error) => console.log(error.name));
    await get({ signal: AbortSignal.abort() }).catch((error) => console.log(error.name));
    await new Promise((resolve) => setTimeout(resolve, 50));`;
  expect(await run(server.url, program)).toBe("AbortError\nTimeoutError\nAbortError\n");
});

test("an aborted wait keeps no process alive", async () => {
  const server = await serve(json(503, {}, { "retry-after": "50", connection: "close" }));
  const program = `
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    await get({ signal: controller.signal }).catch((error) => console.log(error.name));`;
  expect(await run(server.url, program)).toBe("AbortError\n");
  expect(server.received).toHaveLength(1);
});

test("a log of a transport shows no secret", async () => {
  const program = `
    import { inspect } from "node:util";
    const transport = openTransport(api, { auth: "s3cret", headers: { "x-key": "s3cret" } });
    console.log(inspect(transport, { depth: 9, showHidden: true }), JSON.stringify(transport), String(transport));`;
  const said = await run("http://a.example", program);
  expect(said).toContain("{}");
  expect(said).not.toMatch(/s3cret/);
});

test("the process ends when the work is done, and importing does nothing", async () => {
  const server = await serve(json(200, 1, { connection: "close" }));
  const started = performance.now();
  expect(await run(server.url, "console.log(await get());")).toBe("1\n");
  expect(await run(server.url, "")).toBe("");
  expect(performance.now() - started).toBeLessThan(8000);
});

test("a program of one operation keeps its size, and carries no style or body that it does not use", async () => {
  const contents = `
    import { bearer, oneScheme } from "./auth.js";
    import { inPath } from "./places.js";
    import { call, openTransport } from "./transport.js";
    const authorize = oneScheme("Token", bearer);
    const api = { servers: [{ url: "https://api.example" }], authorize, userAgent: "orders/1.0.0" };
    const transport = openTransport(api, { auth: "token" });
    const operation = { id: "get", method: "GET", path: "/{id}", parameters: [{ in: inPath, name: "id" }],
      accept: "application/json" };
    console.log(await call(transport, operation, { id: "1" }));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: runtime, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    minify: true,
  });
  const text = outputFiles[0]?.text ?? "";
  expect(text).not.toMatch(/FormData|BigInt|ArrayBuffer/);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(3500);
});
