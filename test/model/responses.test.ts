import { describe, expect, it } from "vitest";
import { bare, operationFrom } from "../builders/spec-texts.ts";

const empty = { headers: [], media: [], links: [] };

it.each<readonly [responses: string, statuses: readonly string[]]>([
  ["{ '200': {}, '404': {}, default: {} }", ["200", "404", "default"]],
  ["{ 200: {}, 4xx: {}, 5XX: {} }", ["200", "4XX", "5XX"]],
  ["{ Default: {}, x-a: {}, '201': 5 }", ["default", "201"]],
  ["{ default: {}, '500': {}, '200': {} }", ["default", "500", "200"]],
  ["{ '200': { $ref: '#/nowhere' } }", []],
  ["[{}]", []],
])("answers %s", (responses, statuses) => {
  expect(operationFrom(`responses: ${responses}`).responses.map(({ status }) => status)).toEqual(statuses);
});

it("says all of an answer", () => {
  const { responses } = operationFrom(
    `responses: { '200': { summary: S, description: D, x-error-codes: [a.b, 5], content: { text/plain: {} } }, '204': {} }`,
    "",
    "3.2.0",
  );
  const media = [{ type: "text/plain", encodings: [], examples: [] }];
  expect(bare(responses)).toEqual([
    { status: "200", summary: "S", description: "D", ...empty, media, errorCodes: ["a.b"] },
    { status: "204", ...empty },
  ]);
});

it("says all of a header, but nothing of Content-Type, which the media type tells", () => {
  const { responses } = operationFrom(
    `responses: { '200': { headers: {
       X-Id: { $ref: '#/components/headers/Id' },
       Content-Type: { schema: {} },
       X-Old: { deprecated: true, required: true, explode: true, schema: { type: array }, example: [1] },
       X-Doc: { content: { application/json: { schema: { type: object } } } },
       x-small: { schema: { type: string }, x-correlation-id: false },
       X-Lost: { $ref: '#/nowhere' } } } }`,
    "components: { headers: { Id: { description: D, schema: { type: string }, x-correlation-id: true } } }",
  );
  const header = (name: string, more: object): object => ({
    name,
    required: false,
    explode: false,
    examples: [],
    ...more,
  });
  expect(bare(responses[0]?.headers)).toEqual([
    header("X-Id", { description: "D", shape: { kind: "string" }, correlationId: true }),
    header("X-Old", {
      deprecated: true,
      required: true,
      explode: true,
      shape: { kind: "list" },
      examples: [{ value: [1] }],
    }),
    header("X-Doc", { shape: { kind: "object", properties: [] }, mediaType: "application/json" }),
    header("x-small", { shape: { kind: "string" } }),
  ]);
});

describe("links", () => {
  const linkOf = (link: string, around = ""): unknown =>
    bare(operationFrom(`responses: { '200': { links: { next: ${link} } } }`, around).responses[0]?.links);

  it.each<readonly [link: string, expected: object | undefined]>([
    ["{ operationId: b, description: D }", { operationId: "b", description: "D", parameters: [] }],
    ["{ operationRef: '#/paths/~1a/get' }", { operationRef: "openapi.yaml#/paths/~1a/get", parameters: [] }],
    ["{ operationRef: '#/paths/~1b/get' }", { parameters: [] }],
    [
      "{ operationId: b, parameters: { path.id: $response.body#/id, n: 1 }, requestBody: [1] }",
      {
        operationId: "b",
        parameters: [
          { name: "path.id", value: "$response.body#/id" },
          { name: "n", value: 1 },
        ],
        body: [1],
      },
    ],
    [
      "{ operationId: b, server: { url: /b } }",
      { operationId: "b", parameters: [], server: { url: "/b", variables: [] } },
    ],
    [
      "{ operationId: b, x-a: 1 }",
      { operationId: "b", parameters: [], extensions: [{ name: "x-a", value: 1 }] },
    ],
    [
      "{ operationId: b, x-polling: { state: '#/a/b', done: [x, null], failed: [1] } }",
      { operationId: "b", parameters: [], polling: { state: "/a/b", done: ["x", null], failed: [1] } },
    ],
    ["{ x-polling: { state: '#' } }", { parameters: [], polling: { state: "", done: [], failed: [] } }],
    ["{ x-polling: { done: [x] } }", { parameters: [] }],
    ["{ x-polling: 5 }", { parameters: [] }],
    ["5", { parameters: [] }],
    ["{ $ref: '#/nowhere' }", undefined],
  ])("%s", (link, expected) => {
    expect(linkOf(link)).toEqual(expected === undefined ? [] : [{ name: "next", ...expected }]);
  });

  it("may stand among the components", () => {
    const links = "components: { links: { L: { operationId: b } } }";
    expect(linkOf("{ $ref: '#/components/links/L' }", links)).toEqual([
      { name: "next", operationId: "b", parameters: [] },
    ]);
  });
});
