import { expect, it } from "vitest";
import { descriptorFields } from "../../generator/view/descriptor-view.ts";
import { firstOperation, freshImports, viewsFrom } from "../builders/views-from.ts";

const long = "{ type: integer, format: int64 }";

function parametersOf(parameter: string): string {
  const views = viewsFrom(`paths: { /a: { get: { parameters: [${parameter}] } } }
components: { schemas: { Id: ${long}, Ids: { type: array, items: { $ref: "#/components/schemas/Id" } } } }`);
  const { operation, names } = firstOperation(views);
  const fields = descriptorFields(operation, names, views, freshImports());
  return fields.find(({ key }) => key === "parameters")?.value ?? "";
}

it.each([
  ["a list of lists", `schema: { type: array, items: { type: array, items: ${long} } }`],
  ["lists behind a reference", `schema: { type: array, items: { $ref: "#/components/schemas/Ids" } }`],
  ["a list in an object", `style: form, schema: { properties: { a: { $ref: "#/components/schemas/Ids" } } }`],
  [
    "a branch",
    `schema: { anyOf: [{ type: string }, { type: array, items: { properties: { a: ${long} } } }] }`,
  ],
])("writes the 64-bit integers of %s exactly", (_, fields) => {
  expect(parametersOf(`{ name: q, in: query, ${fields} }`)).toContain(
    "write: /* @__PURE__ */ exactMembers(queryForm)",
  );
});

it.each([
  ["an integer alone", `schema: ${long}`],
  ["a list of integers", `schema: { type: array, items: ${long} }`],
  ["a list behind a reference", `schema: { $ref: "#/components/schemas/Ids" }`],
  ["lists of short integers", "schema: { type: array, items: { type: array, items: { type: integer } } }"],
  [
    "a style that reaches deeper",
    `style: deepObject, schema: { properties: { a: { properties: { b: ${long} } } } }`,
  ],
  [
    "a JSON document",
    `content: { application/json: { schema: { type: array, items: { properties: { a: ${long} } } } } }`,
  ],
])("needs no more than the style for %s", (_, fields) => {
  expect(parametersOf(`{ name: q, in: query, ${fields} }`)).not.toContain("exactMembers");
});
