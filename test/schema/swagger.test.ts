// The wire types of a Swagger 2.0 document: those of the same document in OpenAPI 3.0.
import { expect, it } from "vitest";
import { plainSpec } from "../../generator/schema/plain-spec.ts";
import { schemaText } from "../../generator/schema/schema-text.ts";
import { bundleJson, documentOf } from "../bundle/bundle-of.ts";

function plainOf(text: string): unknown {
  return plainSpec(bundleJson(documentOf({ "openapi.yaml": text })));
}

const head = 'info: { title: Pets, version: "1" }\n';

const swagger = `swagger: "2.0"
${head}host: pets.example
basePath: /v1
consumes: [application/json]
produces: [application/json, text/plain]
securityDefinitions: { key: { type: apiKey, in: header, name: X-Key } }
paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, type: integer, format: int64 }
      - { name: pet, in: body, schema: { type: string } }
    get:
      operationId: read
      parameters:
        - { $ref: "#/parameters/limit" }
        - { name: tags, in: query, type: array, collectionFormat: pipes, items: { type: string, enum: [a, b] } }
      produces: ["*/*"]
      responses:
        "200":
          description: A pet.
          headers: { X-Rate: { type: integer, description: Left. } }
          schema: { $ref: "#/definitions/Pet" }
        "404": { $ref: "#/responses/failed" }
    put:
      parameters: [{ $ref: "#/parameters/pet" }]
      responses:
        "204": { description: Stored. }
        default: { $ref: "#/responses/failed" }
  /pictures:
    post:
      consumes: [multipart/form-data]
      parameters:
        - { name: picture, in: formData, type: file, required: true, description: A picture. }
        - { name: note, in: formData, type: string, x-nullable: true }
      produces: [application/json, image/png]
      responses: { "200": { description: The picture., schema: { type: file } } }
parameters:
  limit: { name: limit, in: query, type: integer, default: 5 }
  pet: { name: pet, in: body, required: true, description: The pet., schema: { $ref: "#/definitions/Pet" } }
responses:
  failed: { description: Failed., schema: { type: string } }
  schema: { description: Named like a word., schema: { $ref: "#/definitions/Pet" } }
definitions:
  Pet: { type: object, required: [name], properties: { name: { type: string, x-nullable: true } } }
`;

const openapi = `openapi: 3.0.4
${head}paths:
  /pets/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer, format: int64 } }
    get:
      operationId: read
      parameters:
        - { $ref: "#/components/parameters/limit" }
        - { name: tags, in: query, schema: { type: array, items: { type: string, enum: [a, b] } } }
      requestBody: { content: { application/json: { schema: { type: string } } } }
      responses:
        "200":
          description: A pet.
          headers: { X-Rate: { schema: { type: integer }, description: Left. } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
        "404": { description: Failed., content: { "*/*": { schema: { type: string } } } }
    put:
      requestBody: { required: true, description: The pet., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses:
        "204": { description: Stored. }
        default: { $ref: "#/components/responses/failed" }
  /pictures:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [picture]
              properties:
                picture: { type: string, format: binary, description: A picture. }
                note: { type: string, nullable: true }
      responses: { "200": { description: The picture., content: { image/png: { schema: { type: string, format: binary } } } } }
components:
  parameters:
    limit: { name: limit, in: query, schema: { type: integer, default: 5 } }
  responses:
    failed: { description: Failed., content: { application/json: { schema: { type: string } }, text/plain: { schema: { type: string } } } }
    schema: { description: Named like a word., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } }, text/plain: { schema: { $ref: "#/components/schemas/Pet" } } } }
  schemas:
    Pet: { type: object, required: [name], properties: { name: { type: string, nullable: true } } }
`;

it("says what the same document says in OpenAPI 3.0", () => {
  const { paths, components } = plainOf(openapi) as Record<string, unknown>;
  const made = plainOf(swagger) as Record<string, unknown>;
  expect(made["components"]).toEqual(components);
  expect(made["paths"]).toEqual(paths);
});

it.each([
  ["a reference into an operation", "#/paths/~1a/get/responses/200/schema"],
  ["a reference to a parameter's items", "#/paths/~1a/get/parameters/0/items"],
])("follows %s", async (_, reference) => {
  const document = documentOf({
    "openapi.yaml": `swagger: "2.0"
${head}paths:
  /a:
    get:
      parameters: [{ name: a, in: query, type: array, items: { type: string, x-nullable: true } }]
      responses: { "200": { description: A., schema: { type: string, x-nullable: true } } }
definitions:
  Subject: { type: object, properties: { a: { $ref: "${reference}" } } }
`,
  });
  const { text, problem } = await schemaText(bundleJson(document));
  expect(problem).toBeUndefined();
  expect(text).toMatch(/a\?: components\["schemas"\]\["[^"]+"\];/);
  expect(text).toMatch(/: string \| null;/);
});
