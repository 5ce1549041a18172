import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { checkExamples } from "../../generator/values/check-examples.ts";
import { documentOf } from "./spec.ts";

/** What there is to say of a spec, each complaint as `line:column code why`. */
function complaintsOf(body: string, version = "3.1.0"): readonly string[] {
  const document = documentOf(`openapi: ${version}\ninfo: { title: Orders, version: "1" }\n${body}`);
  return checkExamples(buildModel(document)).map(({ code, message, place }) => {
    const { line, column } = document.locate(place);
    return `${line}:${column} ${code} ${message.replace(/^.*?: (.*)\.$/s, "$1")}`;
  });
}

/** A spec of one schema whose text begins in line 6. */
function schemaComplaints(schema: string, version?: string): readonly string[] {
  return complaintsOf(`components:\n  schemas:\n    Order:\n${schema}`, version);
}

describe("in a schema", () => {
  it("tells which of several examples is wrong, and where", () => {
    const schema = `      type: object
      required: [id]
      properties:
        id: { type: integer, examples: [1, two] }
        name:
          type: string
          example: 5
          default: 6
      examples:
        - id: 1
        - { id: three }
      example: {}
`;
    expect(schemaComplaints(schema)).toEqual([
      '16:17 example-does-not-fit "three" is no integer',
      '17:16 example-does-not-fit "id" is missing',
      '9:44 example-does-not-fit "two" is no integer',
      "12:20 example-does-not-fit 5 is no string",
      "13:20 default-does-not-fit 6 is no string",
    ]);
  });

  it("looks into every corner", () => {
    const schema = `      patternProperties: { "^p": { type: string, default: 1 } }
      additionalProperties: { type: array, items: { type: string, default: 2 } }
      prefixItems: [{ type: string, default: 3 }]
      contains: { type: string, default: 4 }
      allOf: [{ anyOf: [{ oneOf: [{ type: string, default: 5 }] }] }]
      dependentSchemas: { a: { type: object, default: 6 } }
      then: { type: string, default: 7 }
      if: { type: string, default: 8 }
      not: { type: string, default: 9 }
      enum: [a]
      default: 10
`;
    const told = schemaComplaints(schema).map((complaint) => complaint.replace(/^.*fit (\d+) is.*$/, "$1"));
    expect(told.sort((one, other) => Number(one) - Number(other))).toEqual([
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7",
      "10",
    ]);
  });

  it.each([
    ["none at all", "type: string, default: null, example: null"],
    ["an object that is filled in later", "type: object, required: [a], default: {}"],
    ["a text that is filled in later", "type: string, enum: [a], default: ''"],
    ["a reference, as some tools allow", "type: object, required: [a], example: { $ref: '#/a' }"],
    ["a format that nobody knows", "type: string, format: fancy, example: x"],
    [
      "what fits a request",
      "type: object, required: [a], properties: { a: { readOnly: true } }, example: {}",
    ],
    [
      "what fits a response",
      "type: object, required: [a], properties: { a: { writeOnly: true } }, example: {}",
    ],
  ])("says nothing of %s", (_, schema) => {
    expect(
      schemaComplaints(`      ${schema.replaceAll(/, (?=\w+:)(?![^{[]*[}\]])/g, "\n      ")}\n`),
    ).toEqual([]);
  });

  it("wants an example to fit one direction as a whole", () => {
    const schema = `      required: [a, b]
      properties: { a: { readOnly: true }, b: { writeOnly: true } }
      example: {}
`;
    expect(schemaComplaints(schema)).toEqual(['8:16 example-does-not-fit "b" is missing']);
  });

  it("reads OpenAPI 3.0 as what it means", () => {
    const schema = `      type: object
      properties:
        a: { type: string, nullable: true }
        b: { type: string }
        c: { $ref: '#/components/schemas/Order', default: 5 }
      example: { a: null, b: null }
`;
    expect(schemaComplaints(schema, "3.0.3")).toEqual(["11:30 example-does-not-fit null is no string"]);
  });
});

const schema =
  "schema: { type: object, required: [id], properties: { id: { type: integer, readOnly: true } } }";

describe("in an operation", () => {
  it("checks bodies in the direction in which they travel", () => {
    const body = `paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            ${schema}
            examples:
              none: { value: {} }
              wrong: { value: { id: x } }
      responses:
        "200":
          description: Done.
          content:
            application/vnd.orders+json; charset=utf-8: { ${schema}, example: {} }
`;
    expect(complaintsOf(body)).toEqual([
      '12:37 example-does-not-fit "x" is no integer',
      expect.stringMatching(/^17:\d+ example-does-not-fit "id" is missing$/),
    ]);
  });

  it("checks webhooks and callbacks either way", () => {
    const body = `webhooks:
  paid:
    post:
      requestBody: { content: { application/json: { ${schema}, examples: { a: { value: {} }, b: { value: 5 } } } } }
      callbacks:
        back:
          "{$url}":
            post: { requestBody: { content: { application/json: { schema: { type: string }, example: 6 } } } }
`;
    expect(complaintsOf(body).map((complaint) => complaint.replace(/^\S+ /, ""))).toEqual([
      "example-does-not-fit 5 is no object",
      "example-does-not-fit 6 is no string",
    ]);
  });

  it("checks parameters and headers", () => {
    const body = `paths:
  /orders:
    get:
      parameters:
        - { name: a, in: query, schema: { type: integer, default: x }, example: y }
        - { name: b, in: query, schema: { type: integer, maximum: 3 }, examples: { c: { value: "5" }, d: { value: 5 } } }
      responses:
        "204":
          description: Done.
          headers: { Count: { schema: { type: integer }, example: z } }
`;
    expect(complaintsOf(body).map((complaint) => complaint.replace(/^(\d+):\d+/, "$1"))).toEqual([
      '7 default-does-not-fit "x" is no integer',
      '7 example-does-not-fit "y" is no integer',
      '8 example-does-not-fit "5" is no integer',
      "8 example-does-not-fit 5 is more than 3",
      '12 example-does-not-fit "z" is no integer',
    ]);
  });

  it.each([
    ["a number as it travels", "{ type: integer }", '"5"'],
    ["a flag as it travels", "{ type: boolean }", '"true"'],
    ["a list as it travels", "{ type: array, items: { type: integer } }", '"1,2"'],
    ["an object as it travels", "{ type: object, required: [a] }", '"a=1"'],
  ])("says nothing of %s", (_, type, example) => {
    const body = `paths:
  /orders:
    get: { parameters: [{ name: a, in: query, schema: ${type}, example: ${example} }] }
`;
    expect(complaintsOf(body)).toEqual([]);
  });

  it.each([
    ["a document as text", "application/json", '"{}"'],
    ["another language", "application/xml", '"<order/>"'],
    ["a stream", "application/jsonl", '"{}"'],
  ])("says nothing of %s", (_, type, example) => {
    const body = `paths:
  /orders:
    post: { requestBody: { content: { ${type}: { schema: { type: object, required: [a] }, example: ${example} } } } }
`;
    expect(complaintsOf(body)).toEqual([]);
  });

  it("passes over examples that stand elsewhere", () => {
    const body = `paths:
  /orders:
    get: { parameters: [{ name: a, in: query, schema: { type: integer }, examples: { b: { externalValue: b.json } } }] }
`;
    expect(complaintsOf(body)).toEqual([]);
  });

  it("tells a fault of shared parts once, and shows the schema", () => {
    const body = `paths:
  /a: { get: { parameters: [{ $ref: '#/components/parameters/Size' }] }, post: { parameters: [{ $ref: '#/components/parameters/Size' }] } }
components:
  parameters:
    Size:
      name: size
      in: query
      schema: { $ref: '#/components/schemas/Size' }
      examples: { big: { $ref: '#/components/examples/Big' } }
  examples:
    Big: { dataValue: 500 }
  schemas:
    Size: { type: integer, maximum: 100 }
`;
    const document = documentOf(`openapi: 3.2.0\n${body}`);
    const told = checkExamples(buildModel(document));
    expect(told.map(({ place, related }) => [place.pointer, related[0]?.place.pointer])).toEqual([
      ["/components/examples/Big/dataValue", "/components/schemas/Size"],
    ]);
    expect(told[0]).toMatchObject({ code: "example-does-not-fit", severity: "warning", on: "value" });
  });
});

it("has nothing to say of the spec that this repository is about", () => {
  const folder = join(import.meta.dirname, "../../spec");
  const { value: document } = loadSpec("openapi.yaml", (file) => readFileSync(join(folder, file), "utf8"));
  const api = document && buildModel(document);
  expect(api?.operations.length).toBeGreaterThan(10);
  expect(api && checkExamples(api)).toEqual([]);
});
