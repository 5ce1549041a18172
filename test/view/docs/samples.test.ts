// The programs in the documentation compile against the package, whatever the parameters and bodies are like.
import { expect, it } from "vitest";
import { defaultConfig } from "../../../generator/config/config.ts";
import { faultsIn } from "../../builders/compile.ts";
import { sampleFiles, sourceFiles } from "../../builders/sample-files.ts";
import { generateTexts } from "../../stories.ts";
import { answer } from "./docs-of.ts";

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

function post(media: object, more: object = {}): object {
  return {
    post: {
      requestBody: { required: true, content: media },
      responses: { "204": { description: "" } },
      ...more,
    },
  };
}

function postJson(schema: object, example?: unknown): object {
  return post({ "application/json": { schema, ...(example === undefined ? {} : { example }) } });
}

const shop = {
  openapi: "3.1.0",
  info: { title: "Shop", version: "1" },
  security: [{ key: [], basic: [] }],
  paths: {
    "/undeclared": postJson(ref("Pet"), { id: "server's", name: "Rex", unknown: 1 }),
    "/wrong": postJson(ref("Pet"), { name: 5 }),
    "/open": postJson({ type: "object", additionalProperties: { type: "number" } }, { a: 1, "b-c": 2 }),
    "/anything": postJson({ type: "object" }, { a: { b: [1, "two", null] } }),
    "/union": postJson(ref("Either"), { kind: "dog", bark: true, meow: false }),
    "/kinds": postJson(ref("Vehicle"), { type: "bike", bell: true, doors: 2 }),
    "/some-kind": postJson({ type: "object", required: ["it"], properties: { it: ref("Vehicle") } }),
    "/list": postJson({ type: "array", items: ref("Pet") }, [{ name: "Rex", extra: 1 }, { name: "Tom" }]),
    "/long": postJson({ type: "integer", format: "int64" }, 5),
    "/tuple": postJson({
      type: "array",
      prefixItems: [{ type: "string" }, ref("Pet")],
      minItems: 2,
      items: false,
    }),
    "/required": postJson({ type: "object", required: ["free"] }, { free: [1] }),
    "/all": postJson(
      { allOf: [ref("Pet"), { type: "object", properties: { more: { enum: ["x", "y"] } } }] },
      { name: "Rex", more: "x", less: 1 },
    ),
    "/none": post({ "application/json": {} }),
    "/form": post({
      "application/x-www-form-urlencoded": {
        schema: { type: "object", required: ["a"], properties: { a: { type: "string" } } },
      },
    }),
    "/upload": post({
      "multipart/form-data": {
        schema: {
          type: "object",
          required: ["file", "name"],
          properties: { file: { type: "string", format: "binary" }, name: { type: "string" } },
        },
      },
    }),
    "/bytes": post({ "application/octet-stream": {} }),
    "/text": post({ "text/csv": { schema: { type: "string" }, example: "a,b\n1,'2'" } }),
    "/quotes": {
      get: {
        parameters: [
          { name: "q", in: "query", required: true, schema: { type: "string" }, example: 'say "hi" it\'s' },
        ],
        responses: { "200": answer({ type: "string" }) },
      },
    },
    "/clash/{body}": post(
      { "application/json": { schema: ref("Pet") } },
      { parameters: [{ name: "body", in: "path", required: true, schema: { type: "string" } }] },
    ),
    "/pages": {
      get: {
        parameters: [{ name: "shop", in: "query", required: true, schema: { type: "string" } }],
        responses: {
          "200": answer({
            type: "object",
            properties: { items: { type: "array", items: ref("Pet") }, nextUri: { type: "string" } },
          }),
        },
      },
    },
    "/start": {
      post: {
        responses: {
          "202": answer(ref("Pet"), {
            links: { look: { operationId: "look", "x-polling": { state: "#/state", done: ["on"] } } },
          }),
        },
      },
    },
    "/look": { get: { operationId: "look", responses: { "200": answer(ref("Pet")) } } },
    "/both": { get: { responses: { "200": answer(ref("Pet")), "204": { description: "" } } } },
  },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      basic: { type: "http", scheme: "basic" },
    },
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "string", readOnly: true }, name: { type: "string" }, state: ref("State") },
      },
      Vehicle: {
        type: "object",
        required: ["type"],
        properties: { type: { type: "string" } },
        discriminator: {
          propertyName: "type",
          mapping: { car: "#/components/schemas/Car", bike: "#/components/schemas/Bike" },
        },
      },
      Car: {
        allOf: [
          ref("Vehicle"),
          { type: "object", required: ["doors"], properties: { doors: { type: "integer" } } },
        ],
      },
      Bike: { allOf: [ref("Vehicle"), { type: "object", properties: { bell: { type: "boolean" } } }] },
      State: { enum: ["on", "half-way"] },
      Either: { oneOf: [ref("Dog"), ref("Cat")], discriminator: { propertyName: "kind" } },
      Dog: {
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "dog" }, bark: { type: "boolean" } },
      },
      Cat: {
        type: "object",
        required: ["kind"],
        properties: { kind: { const: "cat" }, meow: { type: "boolean" } },
      },
    },
  },
};

/** Every program in the documentation of a spec, and what a compiler says of them. */
async function samplesOf(
  spec: object,
): Promise<{ readonly samples: ReadonlyMap<string, string>; readonly faults: readonly string[] }> {
  const { value } = await generateTexts(
    { "spec.json": JSON.stringify(spec) },
    { outputs: ["client", "models", "docs"], package: { ...defaultConfig.package, name: "shop" } },
  );
  const samples = sampleFiles(value.files, "shop");
  return { samples, faults: faultsIn(new Map([...sourceFiles(value.files), ...samples])) };
}

it("compile", async () => {
  const { samples, faults } = await samplesOf(shop);
  expect(samples.size).toBeGreaterThan(Object.keys(shop.paths).length);
  expect(faults).toEqual([]);

  const code = [...samples.values()].join("\n");
  expect(code).toContain('body: { name: "Rex" } });');
  expect(code).toContain('body: { kind: "dog", bark: true } });');
  expect(code).toContain('body: { type: "bike", bell: true } });');
  expect(code).toContain('body: { it: { type: "car", doors: 1 } } });');
  expect(code).toContain('body: { file: new Blob(["string"]), name: "string" } });');
  expect(code).toContain('body: new Blob(["…"]) });');
  expect(code).toContain("body: \"a,b\\n1,'2'\" });");
});

it("compile for every grant, of several schemes, with operations that are called like helpers", async () => {
  const tokenUrl = "https://{zone}.shop.com/token";
  const authorizationUrl = "https://{zone}.shop.com/in";
  const flows = {
    clientCredentials: { tokenUrl, scopes: { read: "" } },
    authorizationCode: { tokenUrl, authorizationUrl, scopes: { read: "", write: "" } },
    implicit: { authorizationUrl, scopes: {} },
    password: { tokenUrl, scopes: {} },
  };
  const get = (operationId: string): object => ({ get: { operationId, responses: { "200": answer({}) } } });
  const { samples, faults } = await samplesOf({
    openapi: "3.1.0",
    info: { title: "Shop", version: "1" },
    servers: [{ url: "https://{zone}.shop.com", variables: { zone: { default: "eu" } } }],
    security: [{ one: ["read"] }, { other: ["read"] }, { id: [] }],
    paths: { "/a": get("refreshToken"), "/b": get("authorizationUrl"), "/c": get("createShop") },
    components: {
      securitySchemes: {
        one: { type: "oauth2", flows },
        other: { type: "oauth2", flows },
        id: { type: "openIdConnect", openIdConnectUrl: "https://shop.com/openid" },
      },
    },
  });
  expect(faults).toEqual([]);
  const code = [...samples.values()].join("\n");
  expect(code).toContain('authorizationUrlOne({ ...login, zone: "eu" })');
  expect(code).toContain('createClient({ zone: "eu", auth: { id: grant } });');
});
