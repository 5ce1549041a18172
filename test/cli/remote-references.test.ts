// The real command, on a spec that refers to a server of this machine.
import { readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { fetchText } from "../../generator/cli/fetch-text.ts";
import { put, scratch } from "../write/scratch.ts";
import { type Answer, ask, compileCli } from "./compiled-cli.ts";

let home = "";
let server: Server;
let other: Server;
let host = "";
let elsewhere = "";
let asked: string[] = [];
const big = "x".repeat(1024 * 1024);

const pages: Readonly<Record<string, string>> = {
  "/schemas/order.yaml":
    "type: object\r\nproperties:\r\n  item: { $ref: item.yaml }\r\n  id: { $ref: '../ids.json#/Id' }\r\n",
  "/schemas/item.yaml": "type: object\nproperties: { order: { $ref: order.yaml } }\n",
  "/ids.json": `{ "Id": { "type": "string", "description": "Remote." } }`,
  "/broken.yaml": "type: [object\n",
  "/leaving.yaml": "{ $ref: 'http://example.invalid/a.yaml' }",
};

beforeAll(async () => {
  home = await compileCli();
  server = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    if (url === "/moved.yaml") return void response.writeHead(302, { location: "/ids.json" }).end();
    if (url === "/away.yaml")
      return void response.writeHead(302, { location: `http://${elsewhere}/ids.json` }).end();
    if (url === "/round.yaml") return void response.writeHead(302, { location: "/round.yaml" }).end();
    if (url === "/big.yaml") {
      for (let sent = 0; sent < 11; sent++) response.write(big);
      return void response.end();
    }
    if (url === "/cut.yaml") return void request.socket.destroy();
    if (url.startsWith("/chain/")) {
      return void response.end(`{ $ref: "${Number(url.slice(7)) + 1}" }`);
    }
    const page = pages[url];
    response.statusCode = page === undefined ? 404 : 200;
    response.end(page);
  });
  other = createServer((_, response) => void response.end(pages["/ids.json"]));
  const listen = (one: Server): Promise<string> =>
    new Promise((resolve) =>
      one.listen(0, "127.0.0.1", () => resolve(`127.0.0.1:${(one.address() as AddressInfo).port}`)),
    );
  [host, elsewhere] = await Promise.all([listen(server), listen(other)]);
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  server.close();
  other.close();
  rmSync(home, { recursive: true, force: true });
});

function project(reference: string, hosts: readonly string[] = [host]): string {
  const cwd = scratch();
  put(cwd, {
    "package.json": JSON.stringify({ specwright: { refs: { hosts }, outputs: ["client", "models"] } }),
    "spec/openapi.yaml": `openapi: 3.1.0
info: { title: Shop, version: "1" }
paths:
  /a:
    get:
      operationId: first
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { $ref: "${reference}" } } }
`,
  });
  return cwd;
}

function run(words: string, cwd: string): Promise<Answer> {
  return ask(join(home, "dist/cli/main.js"), words.split(" "), { cwd });
}

it("follows references to a host that is allowed, and from there relative to the address", async () => {
  const cwd = project(`http://${host}/schemas/order.yaml`);
  expect(await run("generate", cwd)).toMatchObject({ code: 0, stderr: "" });
  expect(asked.sort()).toEqual(["/ids.json", "/schemas/item.yaml", "/schemas/order.yaml"]);
  const bundle = readFileSync(join(cwd, "generated/openapi.yaml"), "utf8");
  expect(bundle).toContain("description: Remote.");
  expect(bundle).not.toContain(host);
  expect(await run("check", cwd)).toMatchObject({ code: 0, stderr: "" });
  expect((await run("generate --json", cwd)).stdout).toContain(`"why": []`);
});

it("does not take what it fetched again for a change of the spec", async () => {
  const cwd = project(`http://${host}/ids.json#/Id`);
  await run("generate", cwd);
  const settings = {
    specwright: { refs: { hosts: [host] }, outputs: ["client"], package: { version: "2.0.0" } },
  };
  put(cwd, { "package.json": JSON.stringify(settings) });
  const { stdout } = await run("generate --json", cwd);
  const { files } = JSON.parse(stdout) as { files: { state: string; why: string[] }[] };
  const updated = files.filter(({ state }) => state === "updated");
  expect(updated.length).toBeGreaterThan(0);
  expect(new Set(updated.flatMap(({ why }) => why))).toEqual(new Set(["config"]));
});

it("asks again each time: nobody knows whether what is elsewhere has changed", async () => {
  const cwd = project(`http://${host}/ids.json#/Id`);
  await run("generate", cwd);
  expect((await run("generate", cwd)).stdout).toMatch(/0 created, 0 updated, 0 deleted/);
  expect(asked).toEqual(["/ids.json", "/ids.json"]);
});

it.each([
  ["another host", "https://example.com/a.yaml", [], `"refs": { "hosts": ["example.com"] }`],
  ["another port", "https://example.com:8443/a.yaml", ["example.com"], `"hosts": ["example.com:8443"]`],
  ["http that can be listened to", "http://example.com/a.yaml", ["example.com"], "Keep a copy beside"],
  ["an address with a password", "https://a:b@example.com/a.yaml", ["example.com"], "Keep a copy beside"],
  ["a file", "file:///etc/passwd", ["etc"], "Keep a copy beside"],
  ["another protocol", "ftp://example.com/a.yaml", ["example.com"], "Keep a copy beside"],
])("fetches nothing from %s", async (_, reference, hosts, help) => {
  const { code, stderr } = await run("generate", project(reference, hosts));
  expect(code).toBe(1);
  expect(stderr).toContain("spec/openapi.yaml:10:58 error remote-reference");
  expect(stderr).toContain(help);
});

it("lets what was fetched lead to allowed hosts only, and names the line where it stands", async () => {
  const { code, stderr } = await run("generate", project(`http://${host}/leaving.yaml`));
  expect(code).toBe(1);
  expect(stderr).toContain(`http://${host}/leaving.yaml:1:9 error remote-reference`);
  expect(stderr).toContain("1 | { $ref: 'http://example.invalid/a.yaml' }");
});

it("names the address and the line of a text that is broken", async () => {
  const { stderr } = await run("generate", project(`http://${host}/broken.yaml`));
  expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/broken\.yaml:1:7 error syntax-error/);
});

it("follows a chain no longer than a person would make it", async () => {
  const { code, stderr } = await run("generate", project(`http://${host}/chain/1`));
  expect(code).toBe(1);
  expect(stderr).toContain("the spec refers to too many files elsewhere");
  expect(asked.length).toBeLessThan(40);
});

it("says where something is missing, and goes on with the rest", async () => {
  const { code, stderr } = await run("generate", project(`http://${host}/none.yaml`));
  expect(code).toBe(1);
  expect(stderr).toContain("spec/openapi.yaml:10:58 error unfetched-reference");
  expect(stderr).toContain(`"http://${host}/none.yaml" cannot be fetched: the server answers 404.`);
});

it.each([
  ["/moved.yaml", { text: pages["/ids.json"] }],
  ["/away.yaml", { why: expect.stringMatching(/^it is redirected to http:\/\/.*, and another host has/) }],
  ["/round.yaml", { why: "it is redirected over and over" }],
  ["/big.yaml", { why: "it is larger than 10 MB" }],
  ["/cut.yaml", { why: "the host broke off the connection" }],
  ["/none.yaml", { why: "the server answers 404" }],
])("fetches %s or says why not", async (path, result) => {
  expect(await fetchText(`http://${host}${path}`)).toEqual(result);
});

it("says that nobody listens", async () => {
  expect(await fetchText("http://127.0.0.1:1/")).toEqual({ why: expect.stringMatching(/./) });
});

it("gives up on a server that does not answer", async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const { port } = silent.address() as AddressInfo;
  const start = performance.now();
  const fetched = await fetchText(`http://127.0.0.1:${port}/`);
  silent.closeAllConnections();
  silent.close();
  expect(fetched).toEqual({ why: "there was no answer within 10 seconds" });
  expect(performance.now() - start).toBeLessThan(15_000);
});
