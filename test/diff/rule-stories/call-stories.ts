import { of, type ProtocolStory } from "./story.ts";

function webhook(operation: string): string {
  const responses = operation.startsWith("responses:") ? "" : "responses: {'200': {description: Taken.}}, ";
  return `{webhooks: {paid: {post: {operationId: paid, ${responses}${operation}}}}}`;
}

function secured(security: string): string {
  const schemes = "securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}";
  return `{components: {${schemes}}, webhooks: {paid: {post: {responses: {'200': {description: Taken.}}, security: ${security}}}}}`;
}

function callback(expression: string): string {
  return of(
    `{callbacks: {paid: {'${expression}': {post: {operationId: paid, responses: {'200': {description: Taken.}}}}}}}`,
  );
}

const tries = "{name: X-Try, in: header, schema: {type: integer}}";
const alwaysTries = "{name: X-Try, in: header, required: true, schema: {type: integer}}";

/** Edits of what the API sends to its clients, and of what it takes as an answer. */
export const callStories: readonly ProtocolStory[] = [
  {
    name: "a webhook has an optional parameter from now on",
    before: webhook("parameters: []"),
    after: webhook(`parameters: [${tries}]`),
    there: ["call-parameter-added info"],
    back: ["call-parameter-removed info"],
  },
  {
    name: "a webhook has a required parameter from now on",
    before: webhook("parameters: []"),
    after: webhook(`parameters: [${alwaysTries}]`),
    there: ["call-parameter-added info"],
    back: ["required-call-parameter-removed breaking"],
  },
  {
    name: "a parameter of a webhook may be missing",
    before: webhook(`parameters: [${alwaysTries}]`),
    after: webhook(`parameters: [${tries}]`),
    there: ["call-parameter-became-optional breaking"],
    back: ["call-parameter-became-required info"],
  },
  {
    name: "a parameter of a webhook moves",
    before: webhook(`parameters: [${alwaysTries}]`),
    after: webhook(`parameters: [{name: X-Try, in: query, required: true, schema: {type: integer}}]`),
    there: ["call-parameter-added info", "required-call-parameter-removed breaking"],
    back: ["call-parameter-added info", "required-call-parameter-removed breaking"],
  },
  {
    name: "a parameter of a webhook becomes a list",
    before: webhook("parameters: [{name: days, in: query, schema: {type: string}}]"),
    after: webhook("parameters: [{name: days, in: query, schema: {type: array, items: {type: string}}}]"),
    there: ["response-type-changed breaking"],
    back: ["response-type-changed breaking"],
  },
  {
    name: "a webhook has a body from now on",
    before: webhook("tags: []"),
    after: webhook("requestBody: {required: true, content: {application/json: {}}}"),
    there: ["call-body-added info"],
    back: ["call-body-removed breaking"],
  },
  {
    name: "the body of a webhook may be missing",
    before: webhook("requestBody: {required: true, content: {application/json: {}}}"),
    after: webhook("requestBody: {required: false, content: {application/json: {}}}"),
    there: ["call-body-became-optional breaking"],
    back: ["call-body-became-required info"],
  },
  {
    name: "a webhook may come as another type",
    before: webhook("requestBody: {required: true, content: {application/json: {}}}"),
    after: webhook("requestBody: {required: true, content: {application/json: {}, text/csv: {}}}"),
    there: ["call-media-type-added warning"],
    back: ["call-media-type-removed info"],
  },
  {
    name: "a webhook may come as any type of a range",
    before: webhook("requestBody: {required: true, content: {image/png: {}}}"),
    after: webhook("requestBody: {required: true, content: {image/*: {}}}"),
    there: ["call-media-type-widened warning"],
    back: ["call-media-type-narrowed info"],
  },
  {
    name: "a webhook may be answered with another status",
    before: webhook("responses: {'200': {description: Taken.}}"),
    after: webhook("responses: {'200': {description: Taken.}, '202': {description: Later.}}"),
    there: ["answer-status-added info"],
    back: ["answer-status-removed breaking"],
  },
  {
    name: "a webhook may be answered with any status of success",
    before: webhook("responses: {'200': {description: Taken.}}"),
    after: webhook("responses: {2XX: {description: Taken.}}"),
    there: ["answer-status-added info"],
    back: ["answer-status-removed breaking"],
  },
  {
    name: "a webhook may be answered with an error",
    before: webhook("responses: {'200': {description: Taken.}}"),
    after: webhook("responses: {'200': {description: Taken.}, '410': {description: Never again.}}"),
    there: ["answer-status-added info"],
    back: ["answer-status-removed warning"],
  },
  {
    name: "the answer to a webhook may be of another type",
    before: webhook("responses: {'200': {description: Taken., content: {application/json: {}}}}"),
    after: webhook(
      "responses: {'200': {description: Taken., content: {application/json: {}, text/csv: {}}}}",
    ),
    there: ["request-media-type-added info"],
    back: ["request-media-type-removed breaking"],
  },
  {
    name: "the answer to a webhook needs a header",
    before: webhook("responses: {'200': {description: Taken.}}"),
    after: webhook(
      "responses: {'200': {description: Taken., headers: {X-Seen: {required: true, schema: {type: string}}}}}",
    ),
    there: ["required-parameter-added breaking"],
    back: ["parameter-removed warning"],
  },
  {
    name: "a webhook is renamed",
    before: "{webhooks: {paid: {post: {operationId: paid, responses: {'200': {description: Taken.}}}}}}",
    after: "{webhooks: {orderPaid: {post: {operationId: paid, responses: {'200': {description: Taken.}}}}}}",
    there: ["webhook-renamed info"],
    back: ["webhook-renamed info"],
  },
  {
    name: "a webhook comes with another method",
    before: "{webhooks: {paid: {post: {operationId: paid, responses: {'200': {description: Taken.}}}}}}",
    after: "{webhooks: {paid: {put: {operationId: paid, responses: {'200': {description: Taken.}}}}}}",
    there: ["webhook-added info", "webhook-removed breaking"],
    back: ["webhook-added info", "webhook-removed breaking"],
  },
  {
    name: "a callback takes its address from elsewhere",
    before: callback("{$request.body#/url}"),
    after: callback("{$request.body#/uri}"),
    there: ["callback-address-changed warning"],
    back: ["callback-address-changed warning"],
  },
  {
    name: "the servers of the API mean nothing to a webhook",
    before:
      "{paths: null, servers: [{url: 'https://a.example.com'}], webhooks: {paid: {post: {operationId: paid, responses: {'200': {description: Taken.}}}}}}",
    after:
      "{paths: null, servers: [{url: 'https://b.example.com'}], webhooks: {paid: {post: {operationId: paid, responses: {'200': {description: Taken.}}}}}}",
    there: [],
    back: [],
  },
  {
    name: "a webhook shows a key from now on",
    before: secured("[]"),
    after: secured("[{key: []}]"),
    there: ["call-security-changed info"],
    back: ["call-security-changed warning"],
  },
  {
    name: "nobody asks the API for permissions",
    before: webhook("tags: []"),
    after: webhook("x-permissions: {type: ANY, permissions: [a]}"),
    there: [],
    back: [],
  },
];
