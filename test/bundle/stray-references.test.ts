// References where the standard knows none are written out, or put where a pointer can lead.
import { expect, it } from "vitest";
import { bundleFile } from "../../generator/bundle/bundle-file.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { buildNames } from "../../generator/names/build-names.ts";
import { bundleOf, documentOf, type Files, filesOf } from "./bundle-of.ts";
import { comparableApi } from "./comparable-api.ts";

const ok = "responses: { '204': { description: Done. } }";
const answer =
  "responses: { '200': { description: Done., content: { a/b: { schema: { $ref: order.yaml } } } } }";

const files: Files = filesOf(
  `
tags: [{ name: A, description: { $ref: a.md } }]
paths:
  /a:
    get: { $ref: op.yaml, operationId: none }
    put: { $ref: op.yaml }
    post: { $ref: "#/x-here" }
  /b: { $ref: path.yaml }
  /c: { additionalOperations: { COPY: { $ref: op.yaml } } }
webhooks: { w: { post: { $ref: op.yaml } } }
x-here: { ${ok} }
`,
  {
    "op.yaml": `${answer}\ncallbacks: { c: { $url: { post: { $ref: op.yaml }, put: { $ref: other.yaml } } } }`,
    "path.yaml": "get: { $ref: op.yaml }",
    "other.yaml": ok,
    "order.yaml": "type: object\nproperties: { $ref: fields.yaml, id: { type: string } }",
    "fields.yaml":
      "next: { $ref: order.yaml }\nsame: { properties: { $ref: fields.yaml, last: {} } }\nid: {}",
  },
  "3.2.0",
);

it("writes out the operations of paths, and gives those of callbacks a place", () => {
  const content = { "a/b": { schema: { $ref: "#/components/schemas/Order" } } };
  const operation = {
    responses: { "200": { description: "Done.", content } },
    callbacks: {
      c: {
        $url: {
          post: { $ref: "#/paths/~1a/put" },
          put: { $ref: "#/components/x-operations/other" },
        },
      },
    },
  };
  expect(bundleOf(files)).toEqual({
    openapi: "3.2.0",
    info: { title: "Orders", version: "1" },
    tags: [{ name: "A" }],
    paths: {
      "/a": { get: operation, put: operation, post: { $ref: "#/x-here" } },
      "/b": { get: operation },
      "/c": { additionalOperations: { COPY: operation } },
    },
    webhooks: { w: { post: operation } },
    "x-here": { responses: { "204": { description: "Done." } } },
    components: {
      "x-operations": { other: { responses: { "204": { description: "Done." } } } },
      schemas: {
        Order: {
          type: "object",
          properties: {
            id: { type: "string" },
            next: { $ref: "#/components/schemas/Order" },
            same: { properties: { last: {} } },
          },
        },
      },
    },
  });
});

it("says what the files say", () => {
  // Of a callback that comes to itself again, how much is told depends on how often it is written.
  const document = documentOf({
    ...files,
    "op.yaml": `${answer}\ncallbacks: { c: { $url: { put: { $ref: other.yaml } } } }`,
  });
  const { file } = bundleFile(document, buildNames(buildModel(document)).value, undefined, "Made by a test.");
  const { value, diagnostics } = loadSpec(file.path, (path) => (path === file.path ? file.text : undefined));
  expect(diagnostics).toEqual([]);
  expect(value && comparableApi(value)).toEqual(comparableApi(document));
});
