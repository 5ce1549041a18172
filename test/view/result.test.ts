import { describe, expect, it } from "vitest";
import { resultView, successes } from "../../generator/view/result-view.ts";
import { operationFrom } from "../builders/spec-texts.ts";
import { contextOf, firstOperation, oneLine, viewsFrom } from "../builders/views-from.ts";

/** The types of the result and of the whole answer. */
function typesOf(responses: string, around = ""): readonly [result: string, response: string] {
  const views = viewsFrom(`paths: { /a: { get: { operationId: a, responses: ${responses} } } }\n${around}`);
  const { operation, names } = firstOperation(views);
  const view = resultView(operation, names, contextOf(views, "response"));
  return [oneLine(view.text), oneLine(view.responseText)];
}

const text = "content: { text/plain: {} }";
const json = (schema: string): string => `content: { application/json: { schema: ${schema} } }`;

it.each<readonly [responses: string, good: readonly string[]]>([
  ["{ '200': {}, '201': {}, '404': {}, default: {} }", ["200", "201"]],
  ["{ default: {}, 2xx: {} }", ["2XX"]],
  ["{ '404': {}, default: {} }", ["default"]],
  ["{ '404': {}, 5XX: {} }", []],
  ["{ '2000': {}, '20': {}, default: {} }", ["default"]],
  ["{ '304': {}, '101': {} }", []],
  ["{}", []],
])("of %s the successes are %j", (responses, good) => {
  expect(successes(operationFrom(`responses: ${responses}`)).map(({ status }) => status)).toEqual(good);
});

it("of HEAD has no body, whatever is described", () => {
  const views = viewsFrom(`paths: { /a: { head: { responses: { '200': { ${text} } } } } }`);
  const { operation, names } = firstOperation(views);
  expect(resultView(operation, names, contextOf(views, "response")).text).toBe("void");
});

describe("a body of any type at all is what its schema describes:", () => {
  it.each([
    ["{ type: object, properties: { a: { type: string } } }", "{ a?: string; }"],
    ["{ type: string }", "string"],
    ["{ type: string, format: binary }", "Blob"],
    ["{}", "unknown"],
  ])("%s", (schema, type) => {
    expect(typesOf(`{ '200': { content: { '*/*': { schema: ${schema} } } } }`)[0]).toBe(type);
  });
});

describe("the result of", () => {
  it.each<readonly [responses: string, result: string, response: string]>([
    [`{ '200': { ${text} } }`, "string", "ApiResponse<200, AResult>"],
    ["{ '204': {} }", "void", "ApiResponse<204, AResult>"],
    [`{ '200': { ${json("{ enum: [a, b] }")} } }`, '"a" | "b" | (string & {})', "ApiResponse<200, AResult>"],
    [`{ '200': { ${json("{}")} } }`, "unknown", "ApiResponse<200, AResult>"],
    ["{ '200': { content: { application/json: {} } } }", "unknown", "ApiResponse<200, AResult>"],
    [
      `{ '200': { ${text} }, '204': {} }`,
      "string | undefined",
      "ApiResponse<200, string> | ApiResponse<204, undefined>",
    ],
    [
      `{ '200': { ${json("{ type: number }")} }, '202': { ${text} } }`,
      "number | string",
      "ApiResponse<200, number> | ApiResponse<202, string>",
    ],
    [
      `{ '200': { ${text} }, '201': { ${text} } }`,
      "string",
      "ApiResponse<200, AResult> | ApiResponse<201, AResult>",
    ],
    ["{ '202': {}, '204': {} }", "void", "ApiResponse<202, AResult> | ApiResponse<204, AResult>"],
    [`{ 2XX: { ${text} } }`, "string", "ApiResponse<number, AResult>"],
    [`{ default: { ${text} } }`, "string", "ApiResponse<number, AResult>"],
    [`{ '404': { ${text} } }`, "unknown", "ApiResponse<number, AResult>"],
    ["{}", "unknown", "ApiResponse<number, AResult>"],
    [
      "{ '200': { content: { application/json: { schema: { type: number } }, text/csv: {}, image/png: {} } } }",
      "number | string | Blob",
      "ApiResponse<200, AResult>",
    ],
    [
      "{ '200': { content: { image/*: {}, multipart/form-data: {}, application/x-www-form-urlencoded: {} } } }",
      "Blob",
      "ApiResponse<200, AResult>",
    ],
    [
      "{ '200': { content: { text/plain: { schema: { type: integer } } } } }",
      "string",
      "ApiResponse<200, AResult>",
    ],
    [
      `{ '200': { ${json("{ type: object, properties: { a: { writeOnly: true }, b: { readOnly: true } } }")} } }`,
      "{ b?: unknown; }",
      "ApiResponse<200, AResult>",
    ],
  ])("%s is %s in %s", (responses, result, response) => {
    expect(typesOf(responses)).toEqual([result, response]);
  });

  it("a model is the model", () => {
    const schemas = "components: { schemas: { Order: { type: object } } }";
    expect(typesOf(`{ '200': { ${json('{ $ref: "#/components/schemas/Order" }')} } }`, schemas)).toEqual([
      "Order",
      "ApiResponse<200, AResult>",
    ]);
  });
});

it("is called and described by its operation", () => {
  const views = viewsFrom("paths: { /a: { get: { operationId: get_a, responses: {} } } }");
  const { operation, names } = firstOperation(views);
  expect(resultView(operation, names, contextOf(views, "response"))).toMatchObject({
    name: "GetAResult",
    doc: ["/** What {@link getA} resolves with. */"],
    responseName: "GetAResponse",
    responseDoc: ["/** The whole answer of {@link getA}. */"],
  });
});
