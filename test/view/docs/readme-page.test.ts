import { expect, it } from "vitest";
import { answer, docsOf, pageOf, sectionOf } from "./docs-of.ts";

const headingsOf = (page: string): readonly string[] =>
  [...page.matchAll(/^## (.*)$/gm)].map(([, heading = ""]) => heading);

const operation = { operationId: "getShop", responses: { "200": answer({ type: "object" }) } };
const paths = { "/shop": { get: operation } };

it("leaves out what does not apply", async () => {
  expect(headingsOf(await pageOf("README.md", {}))).toEqual([
    "Install",
    "Quick start",
    "Server",
    "Errors",
    "Around each request",
    "Reference",
  ]);
  expect(headingsOf(await pageOf("README.md", { paths }))).toEqual([
    "Install",
    "Quick start",
    "Server",
    "Errors",
    "Whole answers",
    "Retries, timeouts, cancelling",
    "Around each request",
    "Calling operations as functions",
    "Reference",
  ]);
});

it("tells of pages, and of ends to wait for, where there are any", async () => {
  const list = { type: "object", properties: { items: { type: "array" }, nextUri: { type: "string" } } };
  const links = { end: { operationId: "look", "x-polling": { state: "#/state", done: ["done"] } } };
  const state = { type: "object", properties: { state: { type: "string" } } };
  const page = await pageOf("README.md", {
    paths: {
      "/items": { get: { operationId: "list", responses: { "200": answer(list) } } },
      "/start": { get: { operationId: "start", responses: { "202": answer({}, { links }) } } },
      "/look": { get: { operationId: "look", responses: { "200": answer(state) } } },
    },
  });
  expect(sectionOf(page, "Paging")).toContain(
    "const call = api.default.list();\nfor await (const item of call) {",
  );
  const waiting = sectionOf(page, "Waiting for the end");
  expect(waiting).toContain("`PollError` (from `shop/runtime`)");
  expect(waiting).toContain("const call = api.default.start();\nconst result = await call.result({");
});

it("tells of streams where there are any, and shows one that is nothing else", async () => {
  const streaming = (operationId: string, content: object): object => ({
    get: { operationId, responses: { "200": { description: "All.", content } } },
  });
  const object = { schema: { type: "object", properties: { id: { type: "string" } } } };
  const some = { "/some": streaming("some", { "application/json": object, "text/event-stream": {} }) };
  const all = { "/all": streaming("follow", { "text/event-stream": {} }) };
  const page = await pageOf("README.md", { paths: { ...some, ...all } });
  expect(headingsOf(page)).toContain("Streams");
  expect(sectionOf(page, "Streams")).toContain(
    "const result = await api.default.follow();\nfor await (const item of result) {\n  console.log(item);\n}\n",
  );
  expect(sectionOf(await pageOf("README.md", { paths: some }), "Streams")).toContain(
    "const result = await api.default.some();\nif (Symbol.asyncIterator in result) {\n",
  );
  const text = { "/text": streaming("text", { "text/plain": {}, "text/event-stream": {} }) };
  expect(headingsOf(await pageOf("README.md", { paths: text }))).not.toContain("Streams");
});

it("is called like the package and says what it is", async () => {
  const own = await pageOf(
    "README.md",
    { info: { title: "The Shop", version: "1", summary: "All of *it*" } },
    { license: "MIT OR Apache-2.0" },
  );
  expect(own).toContain("# shop\n\nAll of _it_.\n\n## Install\n\n```sh\nnpm install shop\n```\n");
  expect(sectionOf(own, "License").trim()).toBe("`MIT OR Apache-2.0`");
  const plain = await pageOf("README.md", { info: { title: "The Shop", version: "1" } }, { name: undefined });
  expect(plain).toContain("# the-shop-client\n\nA client of the Shop.\n");
});

it("calls the operation that is easiest to call", async () => {
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "string" } }];
  const page = await pageOf("README.md", {
    paths: {
      "/{id}": { get: { operationId: "getOne", parameters, responses: { "204": { description: "" } } } },
      "/a": {
        post: { operationId: "add", responses: {} },
        get: { ...operation, deprecated: true, operationId: "old" },
      },
      ...paths,
    },
  });
  for (const section of ["Quick start", "Errors", "Retries, timeouts, cancelling"]) {
    expect(sectionOf(page, section)).toContain("await api.default.getShop(");
  }
  expect(sectionOf(page, "Calling operations as functions")).toContain("await getShop(transport);");
});

it("shows how to sign in, by a grant where the API has one", async () => {
  const securitySchemes = {
    login: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://a.b/token", scopes: {} } } },
  };
  const page = await pageOf("README.md", {
    paths,
    components: { securitySchemes },
    security: [{ login: [] }],
  });
  const section = sectionOf(page, "Authentication");
  expect(section).toContain("\n`auth` is an access token, or what gives one: a grant or a function.");
  expect(section).toContain('import { clientCredentials, createClient } from "shop";');
  expect(section).toContain("auth: grant });");
  expect(section).toContain(
    "- [`clientCredentials`](docs/authentication.md#client-credentials): for a program that acts for itself.\n",
  );
  expect(section).not.toContain("authorizationCode");
  expect(sectionOf(page, "Errors")).toContain("| `OAuthError` ");
});

it("shows how to sign in with a key or with a name, and says nothing of grants", async () => {
  const securitySchemes = {
    basic: { type: "http", scheme: "basic" },
    key: { type: "apiKey", in: "header", name: "X-Key" },
  };
  const made = (name: keyof typeof securitySchemes): Promise<string> =>
    pageOf("README.md", {
      paths,
      components: { securitySchemes: { [name]: securitySchemes[name] } },
      security: [{ [name]: [] }],
    });
  const key = await made("key");
  expect(sectionOf(key, "Authentication")).toContain("  auth: async ({ rejected }) => {\n");
  expect(key).not.toContain("OAuthError");
  const basic = sectionOf(await made("basic"), "Authentication");
  expect(basic).toContain('  auth: { username: "your name", password: "your password" },\n');
  expect(basic).toContain("[The guide to authentication](docs/authentication.md) tells more.");
});

it("tells where the API lives, and how to choose", async () => {
  const servers = [
    {
      url: "https://{shop}.example.com/{base-path}",
      description: "The real one. Really.",
      variables: {
        shop: { default: "a", enum: ["a", "b"], description: "Which." },
        "base-path": { default: "v1" },
      },
    },
    { url: "/test", description: "The sandbox." },
  ];
  const section = sectionOf(await pageOf("README.md", { paths, servers }), "Server");
  expect(section).toContain(
    "- `shop`, `a` if absent. Which.\n\n  One of `a`, `b`.\n\n- `basePath`, `v1` if absent.\n",
  );
  expect(section).toContain('createClient({ shop: "b", basePath: "v1" });');
  expect(section).toContain(
    '- `https://{shop}.example.com/{base-path}`: The real one.\n- `"The sandbox"`, `/test`\n',
  );
  expect(section).toContain('createClient({ baseUrl: "https://api.example.com/v1" });');
});

it("asks for a base URL where the spec has no address", async () => {
  const page = await pageOf("README.md", { paths, servers: [{ url: "/v1/shop/" }] });
  const statement = 'createClient({ baseUrl: "https://api.example.com/v1/shop" });';
  expect(sectionOf(page, "Quick start")).toContain(statement);
  expect(sectionOf(page, "Server")).toContain(statement);
});

it("speaks of unknown values where answers may hold some", async () => {
  const withValues = (where: object): object => ({
    paths: { "/shop": { get: { ...operation, ...where } } },
    components: { schemas: { Kind: { enum: ["a-b", "c"] } } },
  });
  const kind = { $ref: "#/components/schemas/Kind" };
  const inAnswer = await pageOf("README.md", { ...withValues({ responses: { "200": answer(kind) } }) });
  expect(sectionOf(inAnswer, "Unknown values")).toContain('    case Kind["a-b"]:\n');
  const parameters = [{ name: "kind", in: "query", schema: kind }];
  const inRequest = await pageOf("README.md", { ...withValues({ parameters }) });
  expect(headingsOf(inRequest)).not.toContain("Unknown values");
  const unnamed = await pageOf("README.md", {
    ...withValues({ responses: { "200": answer({ enum: [1, 2] }) } }),
    components: {},
  });
  expect(sectionOf(unnamed, "Unknown values")).not.toContain("describe");
});

it("says which header names a call in the logs, and repeats what the author says about the API", async () => {
  const headers = { "X-Trace": { schema: { type: "string" }, "x-correlation-id": true } };
  const page = await pageOf("README.md", {
    info: { title: "Shop", version: "1", description: "# Limits\n\n<b>Ten</b> a day." },
    externalDocs: { url: "https://e.com" },
    paths: { "/shop": { get: { ...operation, responses: { "200": answer({}, { headers }) } } } },
  });
  expect(sectionOf(page, "Errors")).toContain("`correlationId`, from the header `X-Trace`, names the call");
  expect(sectionOf(page, "About the API").trim()).toBe(
    "**Limits**\n\n&lt;b>Ten&lt;/b> a day.\n\nFurther reading: [`https://e.com`](https://e.com).",
  );
});

it("links to the map and to each group", async () => {
  const tags = [{ name: "Things", description: "All *things*. And more." }];
  const pages = await docsOf({ tags, paths: { "/shop": { get: { ...operation, tags: ["Things"] } } } });
  expect(sectionOf(pages.get("README.md") ?? "", "Reference")).toContain(
    "- [`ThingsApi`](docs/ThingsApi.md): All _things_.",
  );
  expect([...pages.keys()]).toEqual(["README.md", "docs/requests.md", "docs/api.md", "docs/ThingsApi.md"]);
});
