import { describe, expect, it } from "vitest";
import { answers, complaintsOf, itSays, specOf } from "./complaints-of.ts";

describe("the fields of an object", () => {
  itSays([
    ["may be none that it does not have", "paths: {}\nserver: []", ["4:1 unknown-field"]],
    ["may be extensions", "paths: { x-a: 1 }\nx-b: {}", []],
    ["are those of the version", "paths: {}\nwebhooks: {}", ["4:1 unknown-field"], "3.0.3"],
    [
      "do not come from a prototype",
      "paths: {}\nconstructor: {}\n__proto__: {}",
      ["4:1 unknown-field", "5:1 unknown-field"],
    ],
    [
      "are looked at in references, too",
      `paths: {}
components:
  responses:
    A: { $ref: "#/components/responses/B", description: Ours., headers: {} }
    B: { description: Nothing. }`,
      ["6:64 ignored-beside-reference"],
    ],
    ["may be any in a map", "paths: {}\ncomponents: { schemas: { constructor: {}, x-a: {} } }", []],
    [
      "must be there where the standard says so",
      "paths: {}\ntags:\n  - description: All.",
      ["5:5 missing-field"],
    ],
    [
      "must be there in the version that says so",
      `paths: { /a: { get: { operationId: a, responses: { "200": {} } } } }`,
      ["3:52 missing-description"],
    ],
    [
      "need not be there in a version that does not",
      `paths: { /a: { get: { operationId: a, responses: { "200": {} } } } }`,
      [],
      "3.2.0",
    ],
    ["must hold something in 3.1", "x-a: 1", ["1:1 nothing-described"]],
    ["may be components alone in 3.1", "components: {}", []],
    ["must hold paths in 3.0", "components: {}", ["1:1 missing-field"], "3.0.0"],
  ]);
});

describe("the value of a field", () => {
  itSays([
    ["is a text", "paths: {}\ntags: [{ name: 1 }]", ["4:16 wrong-type"]],
    [
      "is true or false",
      `paths: { /a: { get: { operationId: a, deprecated: "true", ${answers} } } }`,
      ["3:51 wrong-type"],
    ],
    ["is a list", "paths: {}\ntags: orders", ["4:7 wrong-type"]],
    ["is an object", "paths: []", ["3:8 wrong-type"]],
    [
      "is a whole number",
      "paths: {}\ncomponents: { schemas: { A: { minLength: 1.5, maxLength: 2.0 } } }",
      ["4:42 wrong-type"],
    ],
    [
      "is a whole number of any size",
      "paths: {}\ncomponents: { schemas: { A: { maxLength: 90071992547409930 } } }",
      [],
    ],
    [
      "is the same item by item",
      `paths: { /a: { get: { operationId: a, tags: [a, 1, true], ${answers} } } }`,
      ["3:49 wrong-type", "3:52 wrong-type"],
    ],
    [
      "is the same member by member",
      "paths: {}\ncomponents: { schemas: { A: 1, B: true } }",
      ["4:29 wrong-type"],
    ],
    [
      "is no schema of true or false in 3.0",
      "paths: {}\ncomponents: { schemas: { B: true } }",
      ["4:29 wrong-type"],
      "3.0.3",
    ],
    [
      "may be of several kinds",
      "paths: {}\ncomponents: { schemas: { A: { type: [string, 'null'] }, B: { type: string } } }",
      [],
    ],
    [
      "is one of several words",
      "paths: {}\ncomponents: { schemas: { A: { type: text }, B: { type: [string, nul] }, C: { type: 3 } } }",
      ["4:37 wrong-word", "4:65 wrong-word", "4:84 wrong-type"],
    ],
    ["is not empty", "paths:\nservers:", ["3:7 wrong-type", "4:9 wrong-type"]],
    [
      "may be an empty text",
      `paths: { /a: { description: , get: { operationId: a, summary: , ${answers} } } }`,
      ["3:29 empty-field", "3:63 empty-field"],
    ],
    ["is not empty where it must be there", "paths: {}\ntags: [{ name: }]", ["4:16 wrong-type"]],
  ]);
});

describe("a reference", () => {
  const components = `components:
  schemas: { A: { type: object }, B: { $ref: "#/components/schemas/A" } }
  responses: { A: { description: All. }, B: { $ref: "#/components/responses/A" }, C: { $ref: "#/components/schemas/A" } }
  parameters: { A: { name: a, in: query, schema: { $ref: "#/components/responses/A" } } }`;
  itSays([
    [
      "leads to what it stands for",
      `paths: {}\n${components}`,
      ["6:94 reference-to-another-kind", "7:58 reference-to-no-schema"],
    ],
    [
      "leads to what it stands for in lists and maps",
      `paths:
  /a:
    parameters: [{ $ref: "#/components/parameters/A" }, { $ref: "#/components/schemas/A" }]
    get: { operationId: a, responses: { default: { $ref: "#/components/parameters/A" } } }
${components}`,
      [
        "5:65 reference-to-another-kind",
        "6:58 reference-to-another-kind",
        "9:94 reference-to-another-kind",
        "10:58 reference-to-no-schema",
      ],
    ],
    [
      "is a text",
      "paths: {}\ncomponents: { parameters: { A: { $ref: 1 } }, schemas: { A: { $ref: 1 }, B: { properties: { $ref: 1 } } } }",
      ["4:40 wrong-type", "4:69 wrong-type", "4:99 wrong-type"],
    ],
    [
      "may stand for an operation, which is looked at then",
      `paths: { "/a/{b}": { get: { $ref: "#/x-ops/a", tags: [] } } }\nx-ops: { a: { operationId: [], ${answers} } }`,
      [
        "3:10 undeclared-path-parameter",
        "3:29 referred-operation",
        "3:48 ignored-beside-reference",
        "4:28 wrong-type",
      ],
    ],
    [
      "may stand for an operation of a webhook, a callback and additional methods",
      `webhooks: { w: { post: { $ref: "#/x-ops/a" } } }
paths: { /a: { additionalOperations: { LINK: { $ref: "#/x-ops/a" } } } }
components: { callbacks: { c: { $url: { put: { $ref: "#/x-ops/a" } } } } }
x-ops: { a: { ${answers} } }`,
      ["3:26 referred-operation", "4:48 referred-operation", "5:48 referred-operation"],
      "3.2.0",
    ],
    [
      "for an operation leads to one, or nothing more is said",
      `paths: { "/a/{b}": { get: { $ref: "#/components/schemas/A" }, put: { $ref: 1 } } }\ncomponents: { schemas: { A: {} } }`,
      ["3:35 reference-to-another-kind", "3:29 referred-operation", "3:76 wrong-type"],
    ],
    [
      "for an operation that leads nowhere says so",
      `paths: { "/a/{b}": { get: { $ref: "#/x-none" } } }`,
      ["3:35 unresolved-reference", "3:29 referred-operation"],
    ],
    [
      "is left out where a text for people belongs, and is wrong where any other text does",
      `tags: [{ name: A, description: { $ref: a.md } }, { name: { $ref: a.md } }]
paths: { /a: { summary: { $ref: a.md }, get: { responses: { "204": { description: { $ref: a.md } } } } } }`,
      ["3:19 reference-in-text", "3:58 wrong-type", "4:16 reference-in-text", "4:70 reference-in-text"],
    ],
    [
      "among properties means those that it leads to",
      `paths: {}
components: { schemas: { A: { required: [b], properties: { $ref: "#/x-more", c: {} } } } }
x-more: { b: { type: 1 } }`,
      ["4:60 referred-properties", "5:22 wrong-type"],
    ],
  ]);
});

describe("a keyword of a schema", () => {
  const schema = (text: string): string => `paths: {}\ncomponents:\n  schemas:\n    A: ${text}`;
  itSays([
    ["that nobody knows is worth a warning", schema("{ maxLenght: 3, x-b: 1 }"), ["6:10 unknown-keyword"]],
    [
      "of 3.0 means nothing later",
      schema("{ nullable: true, minimum: 0, exclusiveMinimum: true }"),
      ["6:10 keyword-of-3-0", "6:38 keyword-of-3-0"],
    ],
    [
      "of 3.0 is right in 3.0",
      schema("{ type: number, nullable: true, minimum: 0, exclusiveMinimum: true }"),
      [],
      "3.0.3",
    ],
    [
      "of 3.1 is not in 3.0",
      schema("{ const: 1, exclusiveMaximum: 3, type: [number, string] }"),
      ["6:10 keyword-of-3-1", "6:20 keyword-of-3-1", "6:41 keyword-of-3-1"],
      "3.0.3",
    ],
    [
      "of 3.1 is right in 3.1",
      schema("{ const: 1, exclusiveMaximum: 3, type: [number, string], $comment: b }"),
      [],
    ],
    ["is no type null in 3.0", schema("{ oneOf: [{ type: 'null' }] }"), ["6:20 keyword-of-3-1"], "3.0.3"],
    [
      "beside a reference is ignored in 3.0",
      schema("{ properties: { b: { $ref: '#/components/schemas/A', nullable: true, x-c: 1 } } }"),
      ["6:61 ignored-beside-reference"],
      "3.0.3",
    ],
    [
      "beside a reference counts in 3.1",
      schema("{ properties: { b: { $ref: '#/components/schemas/A', deprecated: true } } }"),
      [],
    ],
  ]);
});

it("is told in the order of the text, the entry file first", () => {
  const text = specOf(`paths:
  /b/{id}:
    get: { operationId: a, responses: {} }
    summary: 1
  /a: { get: { operationId: a, ${answers} } }
tags: [{ name: a }, { name: a }]
server: []`);
  expect(complaintsOf(text)).toEqual([
    "4:3 undeclared-path-parameter",
    "5:28 missing-responses",
    "6:14 wrong-type",
    "7:29 duplicate-operation-id",
    "8:29 duplicate-tag",
    "9:1 unknown-field",
  ]);
});
