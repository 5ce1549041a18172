import { describe, expect, it } from "vitest";
import { checkFollowUps } from "../../generator/model/check-follow-ups.ts";
import { findPolling } from "../../generator/model/find-polling.ts";
import type { PollingFinding } from "../../generator/model/polling.ts";
import { formatLocation } from "../../generator/location.ts";
import { buildModel } from "../../generator/model/build-model.ts";
import { apiFrom, bare, documentFrom } from "../builders/spec-texts.ts";

const polling = "x-polling: { state: '#/state', done: [ready, 1], failed: [broken] }";
const given = "parameters: { id: $response.body#/job/id }";

/** A spec whose `POST /jobs/{shop}` is linked with `GET /jobs/{shop}/{id}`. */
function spec(link: string, { responses = "", target = "", own = "" } = {}): string {
  const body = "content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } }";
  return `paths:
  /jobs/{shop}:
    parameters: [{ name: shop, in: path, required: true, schema: {} }]
    post:
      operationId: start
      parameters: [{ name: kind, in: query, schema: {} }, { name: X-Key, in: header, schema: {} }]
      requestBody: { content: { application/json: {} } }
      responses: { '202': { ${own} links: { result: { operationId: look, ${link} } } }, ${responses} '400': {} }
  /jobs/{shop}/{id}:
    get:
      operationId: look
      parameters: [{ name: id, in: path, required: true, schema: {} }, { name: q, in: query, schema: {} }, ${target}]
      responses: { '200': { ${body} } }
components: { schemas: { Job: { type: object, properties: { state: { type: string } } } } }`;
}

function found(...texts: Parameters<typeof spec>): PollingFinding {
  const api = apiFrom(spec(...texts));
  const [operation] = api.operations;
  if (operation === undefined) throw new Error("The spec of this test has no operation.");
  return findPolling(operation, api, new Map(api.models.map((model) => [model.id, model])));
}

it("knows where to ask, with what, and what ends it", () => {
  const { plan } = found(`${given}, ${polling}`);
  expect(plan?.target.operationId).toBe("look");
  expect(bare({ ...plan, link: 0, target: 0 })).toEqual({
    link: 0,
    target: 0,
    given: [{ parameter: { in: "path", name: "id" }, source: { kind: "answer", path: ["job", "id"] } }],
    state: ["state"],
    done: ["ready", 1],
    failed: ["broken"],
    isSame: false,
  });
});

describe("takes a value from", () => {
  it.each([
    ["$request.path.shop", { kind: "parameter", in: "path", name: "shop" }],
    ["$request.query.kind", { kind: "parameter", in: "query", name: "kind" }],
    ["$request.header.x-key", { kind: "parameter", in: "header", name: "X-Key" }],
    ["$request.body#/a/b~1c", { kind: "requestBody", path: ["a", "b/c"] }],
    ["$request.body", { kind: "requestBody", path: [] }],
    ["$response.body", { kind: "answer", path: [] }],
    ["$response.header.Location", { kind: "header", name: "Location" }],
    ["fixed", { kind: "value", value: "fixed" }],
    ["5", { kind: "value", value: 5 }],
  ])("%s", (expression, source) => {
    const plan = found(`parameters: { id: '#', q: ${expression} }, ${polling}`).plan;
    expect(bare(plan?.given[1]?.source)).toEqual(source);
  });

  it("the place that a link may name beside a parameter", () => {
    const { plan } = found(`parameters: { path.id: a }, ${polling}`);
    expect(plan?.given[0]?.parameter).toEqual({ in: "path", name: "id" });
  });
});

it("sees that the first answer may say it all", () => {
  const own = "content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } },";
  expect(found(`${given}, ${polling}`, { own }).plan?.isSame).toBe(true);
});

it("sees that some answers are the end", () => {
  expect(found(`${given}, ${polling}`, { responses: "'200': {}," }).plan?.after).toEqual(["202"]);
});

it("waits for nothing where nobody says what ends it", () => {
  expect(found(given)).toEqual({});
});

describe("tells the author of", () => {
  const told = (...texts: Parameters<typeof spec>): readonly string[] => {
    const document = documentFrom(spec(...texts));
    return checkFollowUps(buildModel(document)).map(({ code, message, place }) => {
      const { line, column } = document.locate(place);
      return `${formatLocation({ ...place, line, column })} ${code} ${message}`;
    });
  };

  it.each([
    [polling, 'belongs to a link that does not give "id"'],
    [`parameters: { id: a, no: b }, ${polling}`, 'belongs to a link that gives "no", which is no parameter'],
    [`parameters: { id: $request.query.no }, ${polling}`, 'belongs to a link that takes "id" from nowhere'],
    [`parameters: { id: $url }, ${polling}`, 'belongs to a link that takes "id" from nowhere'],
    [
      `parameters: { id: "a-{$response.body#/id}" }, ${polling}`,
      'belongs to a link that takes "id" from nowhere',
    ],
    [
      `${given}, x-polling: { state: '#/status', done: [a] }`,
      'names a state "#/status" that the answer of the link\'s operation does not have',
    ],
  ])("%s", (link, why) => {
    const complaints = told(link);
    expect(complaints).toEqual([
      expect.stringMatching(/^openapi.yaml:10:\d+ extension-not-followed `x-polling` /),
    ]);
    expect(complaints[0]).toContain(`\`x-polling\` ${why}, so the client`);
  });

  it("a link to an operation that is not there", () => {
    const lost = spec(`${given}, ${polling}`).replace("operationId: look,", "operationId: nowhere,");
    expect(checkFollowUps(apiFrom(lost)).map(({ message }) => message)).toEqual([
      "`x-polling` belongs to a link whose operation the client does not have, so the client cannot follow it.",
    ]);
  });

  it("a paging that cannot be followed, at its very field", () => {
    const document = documentFrom(
      "paths:\n  /a:\n    get:\n      x-pagination: { style: page, parameter: p }\n" +
        "      responses: { '200': { content: { application/json: { schema: { type: array } } } } }",
    );
    const [complaint, ...others] = checkFollowUps(buildModel(document));
    expect(others).toEqual([]);
    expect(complaint).toMatchObject({
      code: "extension-not-followed",
      severity: "warning",
      message:
        '`x-pagination.parameter` names "p", which is no parameter of the query, so the client cannot follow it.',
    });
    expect(complaint && document.locate(complaint.place)).toMatchObject({ line: 6, column: 47 });
  });

  it("what several operations share once", () => {
    const shared = spec(polling).replace(
      "'400': {}",
      "'201': { $ref: '#/paths/~1jobs~1{shop}/post/responses/202' }",
    );
    expect(checkFollowUps(apiFrom(shared))).toHaveLength(1);
  });
});
