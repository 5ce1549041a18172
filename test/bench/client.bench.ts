// What a call costs beside the platform's own fetch, on loopback; and what a program that imports the client costs its
// compiler. `npm run bench` prints both.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, bench, describe } from "vitest";
import { createClient } from "../../generated/src/index.ts";

const repository = join(import.meta.dirname, "../..");
const body = JSON.stringify({ id: "1", name: "Nightly", authorizedGrantType: "CODE", scope: ["users"] });
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/json" }).end(body);
});
let baseUrl = "";
let folder = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  folder = mkdtempSync(join(tmpdir(), "specwright-bench-"));
  const consumer = `import { createClient } from ${JSON.stringify(join(repository, "generated/src/index.js"))};
    export const names: Promise<string> = createClient().oauth.getOauthClient({ clientId: "1" }).then(({ name }) => name);`;
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "consumer.ts"), consumer);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a call on loopback", () => {
  bench("fetch and JSON", async () => {
    const response = await fetch(`${baseUrl}/api/v2/oauth/clients/1`, {
      headers: { authorization: "Bearer t" },
    });
    await response.json();
  });
  bench("the client", async () => {
    await createClient({ baseUrl, auth: "t" }).oauth.getOauthClient({ clientId: "1" });
  });
});

describe("a program that imports the client", () => {
  for (const [name, compiler] of [
    ["TypeScript 5.9", "typescript/bin/tsc"],
    ["TypeScript 7", "ts7/bin/tsc"],
  ] as const) {
    bench(
      name,
      () => {
        execFileSync(process.execPath, [join(repository, "node_modules", compiler), "-p", folder]);
      },
      { iterations: 3, warmupIterations: 0, time: 0 },
    );
  }
});
