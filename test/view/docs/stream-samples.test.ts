// The programs that read a stream compile, and run to its end.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { expect, it, onTestFinished, vi } from "vitest";
import { faultsIn } from "../../builders/compile.ts";
import { serve } from "../../runtime/server.ts";
import { generateStory } from "../../stories.ts";
import { sectionOf } from "./docs-of.ts";

const streams: Readonly<Record<string, readonly [type: string, body: string]>> = {
  "/ticks": ["text/event-stream", "data: 1\n\n"],
  "/texts": ["text/event-stream", "data: 1\n\n"],
  "/chat": ["text/event-stream", 'data: {"id":1}\n\n'],
  "/run": ["text/event-stream", 'event: started\ndata: {"id":1}\n\n'],
  "/rows": ["application/x-ndjson", '{"id":1}\n'],
  "/either": ["application/jsonl", '{"id":1}\n'],
};

it("compile and run", async () => {
  const { value } = await generateStory("events");
  const sources = value.files.filter(({ path }) => path.endsWith(".ts"));
  const samples = value.files
    .filter(({ path }) => path === "docs/DefaultApi.md" || path === "README.md")
    .flatMap(({ path, text }) =>
      [...(path === "README.md" ? sectionOf(text, "Streams") : text).matchAll(/^```ts\n([^]*?)^```$/gm)].map(
        ([, code = ""], index) =>
          [
            `${path.replaceAll("/", "-")}-${index}.ts`,
            code.replace('"switchboard-client"', '"./src/index.js"'),
          ] as const,
      ),
    );
  expect(faultsIn(new Map([...sources.map(({ path, text }) => [path, text] as const), ...samples]))).toEqual(
    [],
  );

  const folder = mkdtempSync(join(tmpdir(), "specwright-stream-samples-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const { path, text } of sources) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const server = await serve((response, { url }) => {
    const [type, body] = streams[url] ?? [];
    if (type === undefined) response.writeHead(204).end();
    else response.writeHead(200, { "content-type": type }).end(body);
  });
  const { fetch } = globalThis;
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) =>
    fetch(server.url + new URL(String(input)).pathname, init),
  );
  const log = vi.spyOn(console, "log").mockReturnValue(undefined);
  onTestFinished(() => void vi.restoreAllMocks());
  for (const [name, code] of samples) {
    const outfile = join(folder, `${name}.mjs`);
    await build({
      stdin: { contents: code, loader: "ts", resolveDir: folder },
      outfile,
      bundle: true,
      format: "esm",
      platform: "node",
    });
    await import(/* @vite-ignore */ outfile);
  }
  expect(server.received.map(({ url }) => url)).toEqual(["/ticks", ...Object.keys(streams), "/upload"]);
  expect(log.mock.calls.flat()).toEqual([
    { data: "1" },
    { data: "1" },
    { data: "1" },
    { id: 1 },
    { event: "started", data: { id: 1 } },
    { id: 1 },
    { id: 1 },
  ]);
});
