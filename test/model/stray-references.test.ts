// References where the standard knows none: what they lead to stands in their place.
import { expect, it } from "vitest";
import { apiFrom, bare, documentFrom } from "../builders/spec-texts.ts";
import { buildModel } from "../../generator/model/build-model.ts";

it("has the operations that references lead to, with the path that they stand in", () => {
  const api = apiFrom({
    "openapi.yaml": `openapi: 3.1.0
paths:
  "/a/{b}":
    parameters: [{ name: b, in: path, required: true, schema: { type: string } }]
    get: { $ref: ops/get.yaml, operationId: other }
    put: { $ref: "#/nowhere" }
webhooks: { w: { post: { $ref: ops/get.yaml } } }`,
    "ops/get.yaml": "operationId: getA\nparameters: [{ $ref: 'more.yaml#/q' }]",
    "ops/more.yaml": "q: { name: q, in: query, schema: { type: string } }",
  });
  expect(api.operations.map(({ method, operationId, place }) => [method, operationId, place.file])).toEqual([
    ["GET", "getA", "ops/get.yaml"],
  ]);
  expect(api.operations[0]?.parameters.map(({ name, place }) => `${place.file} ${name}`)).toEqual([
    "openapi.yaml b",
    "ops/more.yaml q",
  ]);
  expect(api.webhooks.map(({ method, path, operationId }) => [method, path, operationId])).toEqual([
    ["POST", "w", "getA"],
  ]);
});

it("has no text where a reference stands in its place", () => {
  const { operations, tags } = apiFrom(
    "tags: [{ name: A, description: { $ref: a.md } }]\npaths: { /a: { get: { summary: { $ref: b.md }, description: D. } } }",
  );
  expect(bare(tags)).toEqual([{ name: "A" }]);
  expect(bare(operations)).toMatchObject([{ description: "D." }]);
  expect(operations[0]).not.toHaveProperty("summary");
});

const string = { kind: "string" };

it("has the properties that a reference among them leads to, behind its own", () => {
  const document = documentFrom({
    "openapi.yaml": `openapi: 3.1.0
components:
  schemas: { A: { type: object, required: [b], properties: { $ref: "more/p.yaml#/p", a: { type: string }, own: {} } } }`,
    "more/p.yaml": "p: { b: { $ref: 'b.yaml' }, a: { type: integer } }",
    "more/b.yaml": "type: string",
  });
  const { models } = buildModel(document);
  const [a] = models;
  expect(bare(a?.shape)).toEqual({
    kind: "object",
    properties: [
      { name: "a", required: false, shape: string },
      { name: "own", required: false, shape: { kind: "any" } },
      { name: "b", required: true, shape: { kind: "reference", id: "more/b.yaml#" } },
    ],
  });
  expect(a?.shape.kind === "object" && a.shape.properties[2]?.shape.place).toEqual({
    file: "more/p.yaml",
    pointer: "/p/b",
  });
});

it("has properties that lead back to themselves once", () => {
  const { models } = apiFrom(
    'components: { schemas: { A: { properties: { $ref: "#/x-p" } } } }\nx-p: { n: { properties: { $ref: "#/x-p", o: { type: string } } } }',
  );
  expect(bare(models[0]?.shape)).toEqual({
    kind: "object",
    implied: true,
    properties: [
      {
        name: "n",
        required: false,
        shape: { kind: "object", implied: true, properties: [{ name: "o", required: false, shape: string }] },
      },
    ],
  });
});
