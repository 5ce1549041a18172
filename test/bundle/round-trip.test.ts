import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { bundleFile } from "../../generator/bundle/bundle-file.ts";
import { readerWithin } from "../../generator/disk.ts";
import type { SpecDocument } from "../../generator/load/document.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { repository } from "../source-tree.ts";
import { documentOf, type Files } from "./bundle-of.ts";
import { comparableApi } from "./comparable-api.ts";

/** The bundle of a spec, written and read again; it has to be one file that nothing is to be said about. */
function bundledAndRead(document: SpecDocument): SpecDocument {
  const names = buildNames(buildModel(document)).value;
  const { file } = bundleFile(document, names, undefined, "Made by a test.");
  expect(file.path).toBe("openapi.yaml");
  const { value, diagnostics } = loadSpec(file.path, (path) => (path === file.path ? file.text : undefined));
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error("The bundle is no spec.");
  return value;
}

function loaded(root: string, entry: string): SpecDocument {
  const { value } = loadSpec(entry, readerWithin(root));
  if (value === undefined) throw new Error(`${entry} is no spec.`);
  return value;
}

it("says of our spec what its files say", () => {
  const document = loaded(repository, "spec/openapi.yaml");
  const again = bundledAndRead(document);
  expect(document.files.size).toBeGreaterThan(50);
  expect(again.files.size).toBe(1);
  expect(comparableApi(again)).toEqual(comparableApi(document));
});

const stories: readonly (readonly [string, Files])[] = [
  [
    "two files whose schemas refer to each other, and a third in another folder",
    {
      "main.yaml": `
openapi: 3.1.0
info: { title: Circle, version: "1" }
paths:
  /users: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "./user.yaml#/User" } } } } } } }
  /teams: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: ./more/team.yaml } } } } } } }
`,
      "user.yaml":
        "User: { type: object, properties: { team: { $ref: more/team.yaml }, boss: { $ref: '#/User' } } }\n",
      "more/team.yaml":
        "type: object\nproperties: { members: { type: array, items: { $ref: '../user.yaml#/User' } }, parent: { $ref: '#' } }\n",
    },
  ],
  [
    "a discriminator whose branches and mapping are files",
    {
      "main.yaml": `
openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets: { get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } } } }
components:
  schemas:
    Feline: { $ref: pets/cat.yaml }
    Pet:
      oneOf: [{ $ref: pets/cat.yaml }, { $ref: pets/dog.yaml }, { $ref: pets/fish.yaml }]
      discriminator: { propertyName: kind, mapping: { d: pets/dog.yaml } }
`,
      "pets/cat.yaml": "type: object\nproperties: { kind: { type: string } }\n",
      "pets/dog.yaml": "type: object\nproperties: { kind: { type: string }, enemy: { $ref: cat.yaml } }\n",
      "pets/fish.yaml": "type: object\nproperties: { kind: { type: string } }\n",
    },
  ],
  [
    "paths, parameters and responses that are files, in the words of 3.0",
    {
      "main.yaml": `
openapi: 3.0.3
info: { title: Split, version: "1" }
paths:
  /orders/{id}: { $ref: "paths/one%20order.yaml" }
  /orders: { $ref: paths/orders.yaml }
`,
      "paths/one order.yaml": `
parameters: [{ $ref: ../parameters.yaml#/Id }]
get:
  operationId: getOrder
  responses:
    "200": { description: ok, content: { application/json: { schema: { $ref: ../schemas/order.yaml } } } }
    "404": { $ref: ../responses.yaml#/Missing }
`,
      "paths/orders.yaml": `
get:
  parameters: [{ $ref: ../parameters.yaml#/Size }]
  responses:
    "200":
      description: ok
      content: { application/json: { schema: { type: array, items: { $ref: ../schemas/order.yaml } } } }
      links: { first: { operationRef: "one%20order.yaml#/get" } }
`,
      "parameters.yaml":
        "Id: { name: id, in: path, required: true, schema: { type: string } }\nSize: { name: size, in: query, schema: { type: integer, default: 25 } }\n",
      "responses.yaml":
        "Missing: { description: Missing., content: { application/json: { schema: { type: object, nullable: true, properties: { why: { $ref: 'schemas/order.yaml#/properties/id' } } } } } }\n",
      "schemas/order.yaml":
        "type: object\nrequired: [id]\nproperties: { id: { title: Order id, type: string } }\n",
    },
  ],
];

it.each(stories)("says what the files say: %s", (_title, files) => {
  const document = documentOf(files);
  const again = bundledAndRead(document);
  expect([document.files.size, again.files.size]).toEqual([Object.keys(files).length, 1]);
  expect(comparableApi(again)).toEqual(comparableApi(document));
});

// Specs that were made to break generators, where a checkout of them lies beside this one.
const torture = join(repository, "..", "shared", "torture");
const several = ["060-multifile-circular", "062-discriminator-external", "063-multifile-paths"];

it.skipIf(!existsSync(torture)).each(several)(
  "says what the files of %s say (skipped where these specs are absent)",
  (name) => {
    const document = loaded(join(torture, name), "main.yaml");
    expect(comparableApi(bundledAndRead(document))).toEqual(comparableApi(document));
  },
);
