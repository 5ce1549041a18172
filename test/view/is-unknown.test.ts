import { expect, it } from "vitest";
import { errorBodyPage } from "../../generator/view/error-body-page.ts";
import { operationsPage } from "../../generator/view/operations-page.ts";
import { typeOf, viewsFrom } from "../builders/views-from.ts";

const model = '{ $ref: "#/components/schemas/Model" }';

it.each([
  [`{ oneOf: [${model}, {}] }`, "unknown"],
  [`{ anyOf: [${model}, { anyOf: [{ type: string }, true] }] }`, "unknown"],
  [`{ oneOf: [${model}, { allOf: [{ not: { const: a } }, { minLength: 1 }] }] }`, "unknown"],
  [`{ oneOf: [${model}, { if: {}, then: {} }] }`, "unknown"],
  [`{ additionalProperties: {}, patternProperties: { a: ${model} } }`, "{ [name: string]: unknown; }"],
])("asks for no model that is lost in what may be anything: %s", (schema, type) => {
  const asked: string[] = [];
  const views = viewsFrom(`components: { schemas: { A: ${schema}, Model: { type: object } } }`);
  const shape = views.api.models.find(({ key }) => key === "A")?.shape;
  if (shape === undefined) throw new Error("There is no model.");
  const nameOf = (name: string): string => {
    asked.push(name);
    return name;
  };
  expect(typeOf(shape, views, "response", { nameOf })).toBe(type);
  expect(asked).toEqual([]);
});

it("imports no model that is lost beside a media type that says nothing", () => {
  const content = `{ content: { application/json: {}, application/hal+json: { schema: ${model} } } }`;
  const other = `{ content: { application/json: { schema: { anyOf: [${model}, {}] } } } }`;
  const views = viewsFrom(`paths: { /a: { get: { responses: { 200: ${content}, 400: ${other} } } } }
components: { schemas: { Model: { type: object } } }`);
  const froms = [errorBodyPage(views), ...views.groups.map((group) => operationsPage(group, views))].flatMap(
    ({ view }) => view.imports.map(({ from }) => from),
  );
  expect(froms.length).toBeGreaterThan(0);
  expect(froms.filter((from) => from.includes("models"))).toEqual([]);
});
