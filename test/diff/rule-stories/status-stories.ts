import { of, type ProtocolStory } from "./story.ts";

function answers(responses: string): string {
  return of(`{responses: {'200': null, ${responses}}}`);
}

const text = "content: {application/json: {schema: {type: string}}}";
const shorter = "content: {application/json: {schema: {type: string, maxLength: 9}}}";

/** Edits of the statuses of responses, and of what comes along with them. */
export const statusStories: readonly ProtocolStory[] = [
  {
    name: "a status of success becomes a range",
    before: answers("'201': {description: Made.}"),
    after: answers("2XX: {description: Made.}"),
    there: ["status-widened warning"],
    back: ["status-narrowed info"],
  },
  {
    name: "an error becomes a range",
    before: of("{responses: {'404': {description: None.}}}"),
    after: of("{responses: {4XX: {description: None.}}}"),
    there: ["status-widened info"],
    back: ["status-narrowed info"],
  },
  {
    name: "two statuses become a range that holds more",
    before: of(`{responses: {'200': {description: It., ${shorter}}, '201': {description: Made., ${text}}}}`),
    after: answers(`2xx: {description: It., ${text}}`),
    there: ["response-max-length-loosened breaking", "status-widened warning"],
    back: ["response-max-length-tightened info", "status-narrowed info"],
  },
  {
    name: "a status is told apart from its range",
    before: of("{responses: {4XX: {description: None.}}}"),
    after: of("{responses: {4XX: {description: None.}, '404': {description: None.}}}"),
    there: [],
    back: [],
  },
  {
    name: "an object in a header is written otherwise",
    before: of(
      "{responses: {'200': {description: It., headers: {Limits: {schema: {type: object, properties: {a: {type: string}}}}}}}}",
    ),
    after: of(
      "{responses: {'200': {description: It., headers: {Limits: {explode: true, schema: {type: object, properties: {a: {type: string}}}}}}}}",
    ),
    there: ["response-header-serialization-changed breaking"],
    back: ["response-header-serialization-changed breaking"],
  },
  {
    name: "a header becomes a document",
    before: of("{responses: {'200': {description: It., headers: {Limits: {schema: {type: string}}}}}}"),
    after: of(
      "{responses: {'200': {description: It., headers: {Limits: {content: {application/json: {schema: {type: string}}}}}}}}",
    ),
    there: ["response-header-serialization-changed breaking"],
    back: ["response-header-serialization-changed breaking"],
  },
  {
    name: "explode of a list in a header means nothing",
    before: of(
      "{responses: {'200': {description: It., headers: {Tags: {schema: {type: array, items: {type: string}}}}}}}",
    ),
    after: of(
      "{responses: {'200': {description: It., headers: {Tags: {explode: true, schema: {type: array, items: {type: string}}}}}}}",
    ),
    there: [],
    back: [],
  },
  {
    name: "a link leads elsewhere",
    before:
      "{paths: {/a: {get: {operationId: a, responses: {'200': {description: A.}}}}, /things: {post: {responses: {'200': {description: It., links: {next: {operationId: addThing}}}}}}}}",
    after:
      "{paths: {/a: {get: {operationId: a, responses: {'200': {description: A.}}}}, /things: {post: {responses: {'200': {description: It., links: {next: {operationId: a}}}}}}}}",
    there: ["link-changed info"],
    back: ["link-changed info"],
  },
  {
    name: "a link hands on something else",
    before: of(
      "{responses: {'200': {description: It., links: {next: {operationId: addThing, requestBody: $response.body}}}}}",
    ),
    after: of(
      "{responses: {'200': {description: It., links: {next: {operationId: addThing, requestBody: '$response.body#/a'}}}}}",
    ),
    there: ["link-changed info"],
    back: ["link-changed info"],
  },
  {
    name: "a link tells otherwise when the work is done",
    before: of(
      "{responses: {'202': {description: Later., links: {state: {operationId: addThing, x-polling: {state: '#/state', done: [done]}}}}}}",
    ),
    after: of(
      "{responses: {'202': {description: Later., links: {state: {operationId: addThing, x-polling: {state: '#/state', done: [done, skipped]}}}}}}",
    ),
    there: ["polling-changed info"],
    back: ["polling-changed info"],
  },
  {
    name: "pages are found otherwise",
    before: of("{x-pagination: false}"),
    after: of("{}"),
    there: ["pagination-changed info"],
    back: ["pagination-changed info"],
  },
];
