// A bundle of Swagger 2.0 stays Swagger 2.0.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleFile } from "../../generator/bundle/bundle-file.ts";
import { readerWithin } from "../../generator/disk.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { generateTexts, golden, repository } from "../stories.ts";
import { bundleJson, bundleOf, documentOf, type Files } from "./bundle-of.ts";
import { comparableApi } from "./comparable-api.ts";

const head = 'swagger: "2.0"\ninfo: { title: Pets, version: "1" }\n';

const files: Files = {
  "spec/main.yaml": `${head}paths:
  /pets:
    $ref: paths/pets.yaml
  /owners:
    get:
      parameters: [{ $ref: "../shared.yaml#/limit" }]
      responses: { default: { $ref: ../shared.yaml#/failed }, "200": { description: Owners., schema: { $ref: Owner.yaml } } }
definitions:
  Pet: { $ref: Pet.yaml }
  limit: {}
parameters:
  limit: { name: limit, in: query, type: string }
`,
  "spec/paths/pets.yaml":
    "get: { responses: { '200': { description: Pets., schema: { type: array, items: { $ref: ../Pet.yaml } } } } }\npost: { parameters: [{ name: pet, in: body, schema: { $ref: ../Pet.yaml } }], responses: { default: { $ref: ../../shared.yaml#/failed } } }",
  "spec/Pet.yaml": "type: object\nproperties: { owner: { $ref: Owner.yaml } }",
  "spec/Owner.yaml": "type: object\nproperties: { pets: { type: array, items: { $ref: Pet.yaml } } }",
  "shared.yaml":
    "limit: { name: limit, in: query, type: integer }\nfailed: { description: Failed., schema: { $ref: spec/Owner.yaml } }",
};

function bundledAndRead(document: SpecDocument): SpecDocument {
  const { file } = bundleFile(document, buildNames(buildModel(document)).value, undefined, "Made by a test.");
  const { value, diagnostics } = loadSpec(file.path, (path) => (path === file.path ? file.text : undefined));
  if (value === undefined) throw new Error("The bundle is no spec.");
  expect(diagnostics).toEqual([]);
  expect([...value.files.keys()]).toEqual([file.path]);
  return value;
}

it("puts what other files hold where Swagger 2.0 keeps such things", () => {
  expect(bundleOf(files)).toMatchObject({
    swagger: "2.0",
    paths: {
      "/pets": { post: { responses: { default: { $ref: "#/responses/failed" } } } },
      "/owners": {
        get: {
          parameters: [{ $ref: "#/parameters/limit2" }],
          responses: { "200": { schema: { $ref: "#/definitions/Owner" } } },
        },
      },
    },
    definitions: {
      Pet: { properties: { owner: { $ref: "#/definitions/Owner" } } },
      limit: {},
      Owner: { properties: { pets: { items: { $ref: "#/definitions/Pet" } } } },
    },
    parameters: { limit: { type: "string" }, limit2: { type: "integer" } },
    responses: { failed: { schema: { $ref: "#/definitions/Owner" } } },
  });
  expect(bundleOf(files)).not.toHaveProperty("components");
});

it("leaves a document of one file as it is", () => {
  const { value } = loadSpec("spec/openapi.yaml", readerWithin(join(golden, "swagger-2")));
  if (value === undefined) throw new Error("The story is no spec.");
  expect(bundleJson(value)).toEqual(value.root.value);
});

it("holds what only a pointer leads to", () => {
  const text = {
    "main.yaml": `${head}paths: { /a: { $ref: paths.yaml#/a }, /b: { $ref: paths.yaml#/a, get: { responses: {} } } }`,
    "paths.yaml": "a: { put: { responses: {} } }",
  };
  const document = documentOf(text);
  expect(comparableApi(bundledAndRead(document))).toEqual(comparableApi(document));
});

it("says what the files say", () => {
  const document = documentOf(files);
  expect(document.files.size).toBe(5);
  expect(comparableApi(bundledAndRead(document))).toEqual(comparableApi(document));
});

const specs = join(repository, "..", "shared/specs");
it.skipIf(!existsSync(specs))("says what a real spec says (skipped where the specs are absent)", () => {
  const { value } = loadSpec("spec/swagger.yaml", readerWithin(join(specs, "petstore-separate-v2")));
  if (value === undefined) throw new Error("It is no spec.");
  expect(comparableApi(bundledAndRead(value))).toEqual(comparableApi(value));
});

it("makes wire types of it, and lets the package promise them", async () => {
  const made = await generateTexts(files);
  expect(made.diagnostics).toEqual([]);
  const textOf = (wanted: string): string | undefined =>
    made.value.files.find(({ path }) => path === wanted)?.text;
  expect(textOf("src/schema.ts")).toContain('"application/json": components["schemas"]["Owner"];');
  expect(textOf("package.json")).toContain("./schema");
});
