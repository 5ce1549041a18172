// The programs in the documentation compile against the package, whatever the parameters and bodies are like.
import { expect, it } from "vitest";
import { defaultConfig } from "../../../generator/config/config.ts";
import { faultsIn } from "../../builders/compile.ts";
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

it("compile", async () => {
  const { value } = await generateTexts(
    { "spec.json": JSON.stringify(shop) },
    { outputs: ["client", "models", "docs"], package: { ...defaultConfig.package, name: "shop" } },
  );
  const sources = value.files.filter(({ path }) => path.endsWith(".ts"));
  const samples = value.files.flatMap(({ path, text }) =>
    [...text.matchAll(/^```ts\n([^]*?)^```$/gm)].map(
      ([, code = ""], index) =>
        [`${path.replaceAll("/", "-")}-${index}.ts`, code.replace('"shop"', '"./src/index.js"')] as const,
    ),
  );
  expect(samples.length).toBeGreaterThan(Object.keys(shop.paths).length);
  expect(faultsIn(new Map([...sources.map(({ path, text }) => [path, text] as const), ...samples]))).toEqual(
    [],
  );

  const code = samples.map(([, text]) => text).join("\n");
  expect(code).toContain('body: { name: "Rex" } });');
  expect(code).toContain('body: { kind: "dog", bark: true } });');
  expect(code).toContain('body: { type: "bike", bell: true } });');
  expect(code).toContain('body: { it: { type: "car", doors: 1 } } });');
  expect(code).toContain('body: { file: new Blob(["string"]), name: "string" } });');
  expect(code).toContain('body: new Blob(["…"]) });');
  expect(code).toContain("body: \"a,b\\n1,'2'\" });");
});
