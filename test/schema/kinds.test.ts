import { expect, it } from "vitest";
import { apiFrom } from "../builders/spec-texts.ts";
import { kinds } from "./kinds.ts";

const part = '{ $ref: "#/components/schemas/Part" }';

/** The kinds that `User` is of, which is made of `Part`; both are sent. */
function kindsOf(schema: string, media = "application/json"): readonly string[] {
  const api = apiFrom(`
paths: { /all: { post: { operationId: all, responses: { "204": { description: Done. } }, requestBody: { content: { ${media}: { schema: { $ref: "#/components/schemas/User" } } } } } } }
components:
  schemas:
    User: { type: object, properties: { part: ${part} } }
    Part: ${schema}
    Heir: { allOf: [{ $ref: "#/components/schemas/Part" }] }
`);
  const user = api.models.find(({ key }) => key === "User")?.id ?? "";
  return [...new Set(kinds.filter((kind) => kind.models(api).has(user)).map(({ name }) => name))];
}

it.each([
  ["{ type: integer, format: int64 }", ["int64"]],
  ["{ type: integer }", []],
  ["{ type: string, format: binary }", []],
  [
    "{ type: object, properties: { a: {} }, additionalProperties: { type: string } }",
    ["index", "mixed index"],
  ],
  ["{ type: object, properties: { a: {} }, additionalProperties: false }", []],
  ["{ type: object, additionalProperties: { type: string } }", []],
  ["{ type: object, properties: { a: { readOnly: true }, b: {} } }", ["one way"]],
  ["{ type: object, properties: { a: { readOnly: true } } }", ["one way", "nothing to send"]],
  ["{ type: array, prefixItems: [{ type: string }] }", ["tuple"]],
  ["{ type: array, prefixItems: [{ type: string }], items: false, minItems: 1 }", []],
  [`{ anyOf: [{ type: string }, { type: array, items: ${part} }] }`, ["list in itself"]],
  [
    "{ type: object, properties: { k: {} }, discriminator: { propertyName: k, mapping: { h: Heir } } }",
    ["variants of a base"],
  ],
])("knows in what the types of %s may differ", (schema, expected) => {
  expect(kindsOf(schema)).toEqual(expected);
});

it("knows of bytes in forms only", () => {
  expect(kindsOf("{ type: string, format: binary }", "multipart/form-data")).toEqual(["bytes"]);
});
