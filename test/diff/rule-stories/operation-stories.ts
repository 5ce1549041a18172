import { of, type ProtocolStory } from "./story.ts";

/** Edits of operations as a whole, and of what they call. */
export const operationStories: readonly ProtocolStory[] = [
  {
    name: "an operation is removed",
    before:
      "{paths: {/things: {get: {operationId: listThings, responses: {'200': {description: Things.}}}}}}",
    after: "{}",
    there: ["operation-removed breaking"],
    back: ["operation-added info"],
  },
  {
    name: "an announced operation is removed after its day",
    before:
      "{paths: {/things: {get: {operationId: listThings, deprecated: true, x-sunset: '2026-01-31', responses: {'200': {description: Things.}}}}}}",
    after: "{}",
    there: ["operation-removed info"],
    back: ["operation-added info"],
  },
  {
    name: "a deprecated operation is removed without a day",
    before:
      "{paths: {/things: {get: {operationId: listThings, deprecated: true, responses: {'200': {description: Things.}}}}}}",
    after: "{}",
    there: ["operation-removed warning"],
    back: ["operation-added info"],
  },
  {
    name: "a draft of an operation is removed",
    before:
      "{paths: {/things: {get: {operationId: listThings, x-stability-level: draft, responses: {'200': {description: Things.}}}}}}",
    after: "{}",
    there: ["operation-removed info"],
    back: ["operation-added info"],
  },
  {
    name: "an operation changes its method",
    before: "{paths: {/old: {get: {operationId: listThings, responses: {'200': {description: Things.}}}}}}",
    after: "{paths: {/old: {put: {operationId: listThings, responses: {'200': {description: Things.}}}}}}",
    there: ["operation-moved breaking"],
    back: ["operation-moved breaking"],
  },
  {
    name: "an operation is deprecated",
    before: of("{}"),
    after: of("{deprecated: true}"),
    there: ["operation-deprecated info"],
    back: ["operation-reinstated info"],
  },
  {
    name: "an operation is deprecated with a day",
    before: of("{}"),
    after: of("{deprecated: true, x-sunset: '2030-06-30'}"),
    there: ["operation-deprecated info"],
    back: ["operation-reinstated info"],
  },
  {
    name: "an operation is renamed",
    before: of("{}"),
    after: of("{operationId: createThing}"),
    there: ["operation-id-changed info"],
    back: ["operation-id-changed info"],
  },
  {
    name: "an operation loses its name",
    before: of("{}"),
    after: of("{operationId: null}"),
    there: ["operation-id-changed info"],
    back: ["operation-id-changed info"],
  },
  {
    name: "a tag is added",
    before: of("{}"),
    after: of("{tags: [shop]}"),
    there: ["tag-added info"],
    back: ["tag-removed info"],
  },
  {
    name: "a tag is replaced",
    before: of("{tags: [shop]}"),
    after: of("{tags: [store]}"),
    there: ["tag-added info", "tag-removed info"],
    back: ["tag-added info", "tag-removed info"],
  },
  {
    name: "a path parameter is renamed",
    before:
      "{paths: {'/things/{id}': {get: {operationId: getThing, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: Thing.}}}}}}",
    after:
      "{paths: {'/things/{thingId}': {get: {operationId: getThing, parameters: [{name: thingId, in: path, required: true, schema: {type: string}}], responses: {'200': {description: Thing.}}}}}}",
    there: ["path-parameter-renamed info"],
    back: ["path-parameter-renamed info"],
  },
  {
    name: "two path parameters change places",
    before:
      "{paths: {'/{org}/{user}': {get: {operationId: getThing, parameters: [{name: org, in: path, required: true, schema: {type: string}}, {name: user, in: path, required: true, schema: {type: string}}], responses: {'200': {description: Thing.}}}}}}",
    after:
      "{paths: {'/{user}/{org}': {get: {operationId: getThing, parameters: [{name: user, in: path, required: true, schema: {type: string}}, {name: org, in: path, required: true, schema: {type: string}}], responses: {'200': {description: Thing.}}}}}}",
    there: ["path-parameters-swapped warning"],
    back: ["path-parameters-swapped warning"],
  },
  {
    name: "a server is replaced",
    before: "{servers: [{url: 'https://a.example.com'}]}",
    after: "{servers: [{url: 'https://b.example.com'}]}",
    there: ["server-added info", "server-removed warning"],
    back: ["server-added info", "server-removed warning"],
  },
  {
    name: "a server is added",
    before: "{servers: [{url: 'https://a.example.com'}]}",
    after: "{servers: [{url: 'https://a.example.com'}, {url: 'https://b.example.com'}]}",
    there: ["server-added info"],
    back: ["server-removed warning"],
  },
  {
    name: "a webhook is removed",
    before:
      "{webhooks: {paid: {post: {operationId: paid, requestBody: {required: true, content: {application/json: {schema: {type: object}}}}, responses: {'200': {description: Taken.}}}}}}",
    after: "{}",
    there: ["webhook-removed breaking"],
    back: ["webhook-added info"],
  },
  {
    name: "a webhook sends more",
    before:
      "{webhooks: {paid: {post: {operationId: paid, requestBody: {required: true, content: {application/json: {schema: {type: integer, maximum: 10}}}}, responses: {'200': {description: Taken.}}}}}}",
    after:
      "{webhooks: {paid: {post: {operationId: paid, requestBody: {required: true, content: {application/json: {schema: {type: integer, maximum: 30}}}}, responses: {'200': {description: Taken.}}}}}}",
    there: ["response-maximum-loosened breaking"],
    back: ["response-maximum-tightened info"],
  },
  {
    name: "a callback is removed",
    before: of(
      "{callbacks: {paid: {'{$request.body#/url}': {post: {operationId: paid, requestBody: {required: true, content: {application/json: {schema: {type: object}}}}, responses: {'200': {description: Taken.}}}}}}}",
    ),
    after: of("{}"),
    there: ["callback-removed breaking"],
    back: ["callback-added info"],
  },
  {
    name: "a callback sends more",
    before: of(
      "{callbacks: {paid: {'{$request.body#/url}': {post: {operationId: paid, requestBody: {required: true, content: {application/json: {schema: {type: integer, maximum: 10}}}}, responses: {'200': {description: Taken.}}}}}}}",
    ),
    after: of(
      "{callbacks: {paid: {'{$request.body#/url}': {post: {operationId: paid, requestBody: {required: true, content: {application/json: {schema: {type: integer, maximum: 30}}}}, responses: {'200': {description: Taken.}}}}}}}",
    ),
    there: ["response-maximum-loosened breaking"],
    back: ["response-maximum-tightened info"],
  },
  {
    name: "a sunset is brought forward",
    before: of("{deprecated: true, x-sunset: '2030-12-31'}"),
    after: of("{deprecated: true, x-sunset: '2030-06-30'}"),
    there: ["sunset-brought-forward breaking"],
    back: ["sunset-changed info"],
  },
  {
    name: "a sunset is taken back",
    before: of("{deprecated: true, x-sunset: '2030-12-31'}"),
    after: of("{deprecated: true}"),
    there: ["sunset-brought-forward breaking"],
    back: ["sunset-changed info"],
  },
  {
    name: "a parameter ends earlier",
    before: of(
      "{parameters: [{name: days, in: query, deprecated: true, x-sunset: '2030-12-31', schema: {type: integer}}]}",
    ),
    after: of(
      "{parameters: [{name: days, in: query, deprecated: true, x-sunset: '2030-06-30', schema: {type: integer}}]}",
    ),
    there: ["sunset-brought-forward breaking"],
    back: ["sunset-changed info"],
  },
  {
    name: "an operation becomes less stable",
    before: of("{x-stability-level: stable}"),
    after: of("{x-stability-level: beta}"),
    there: ["stability-decreased breaking"],
    back: ["stability-increased info"],
  },
  {
    name: "a component is added",
    before: "{}",
    after: "{components: {schemas: {Order: {type: object}}}}",
    there: ["schema-added info"],
    back: ["schema-removed info"],
  },
  {
    name: "a component is renamed",
    before: "{components: {schemas: {Order: {type: object, properties: {a: {type: string}}}}}}",
    after: "{components: {schemas: {Purchase: {type: object, properties: {a: {type: string}}}}}}",
    there: ["schema-renamed info"],
    back: ["schema-renamed info"],
  },
  {
    name: "a header becomes required and its values fewer",
    before: of("{responses: {'200': {description: The thing., headers: {ETag: {schema: {type: string}}}}}}"),
    after: of(
      "{responses: {'200': {description: The thing., headers: {ETag: {required: true, schema: {type: string, maxLength: 9}}}}}}",
    ),
    there: ["response-header-became-required info", "response-max-length-tightened info"],
    back: ["response-header-became-optional breaking", "response-max-length-loosened breaking"],
  },
  {
    name: "a response has content from now on",
    before: of("{}"),
    after: of(
      "{responses: {'200': {description: The thing., content: {application/json: {schema: {type: string}}}}}}",
    ),
    there: ["response-media-type-added info"],
    back: ["response-media-type-removed breaking"],
  },
  {
    name: "a parameter of all operations is removed",
    before:
      "{paths: {/things: {parameters: [{name: days, in: query, schema: {type: integer}}], get: {operationId: listThings, responses: {'200': {description: Things.}}}}}}",
    after: "{paths: {/things: {get: {operationId: listThings, responses: {'200': {description: Things.}}}}}}",
    there: ["parameter-removed warning"],
    back: ["parameter-added info"],
  },
  {
    name: "a path parameter becomes a number",
    before:
      "{paths: {'/things/{id}': {get: {operationId: getThing, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'200': {description: Thing.}}}}}}",
    after:
      "{paths: {'/things/{id}': {get: {operationId: getThing, parameters: [{name: id, in: path, required: true, schema: {type: integer}}], responses: {'200': {description: Thing.}}}}}}",
    there: ["request-type-tightened breaking"],
    back: ["request-type-loosened info"],
  },
  {
    name: "a prefix moves from the server into the path",
    before:
      "{servers: [{url: 'https://a.example.com/v1'}], paths: {/a: {get: {operationId: a, responses: {'200': {description: Thing.}}}}, /things: null}}",
    after:
      "{servers: [{url: 'https://a.example.com'}], paths: {/v1/a: {get: {operationId: a, responses: {'200': {description: Thing.}}}}, /things: null}}",
    there: [],
    back: [],
  },
  {
    name: "explode of one value means nothing",
    before: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: query, explode: false, schema: {type: integer}}]}"),
    there: [],
    back: [],
  },
  {
    name: "the name of a header changes its case",
    before: of("{parameters: [{name: X-Days, in: header, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: x-days, in: header, schema: {type: integer}}]}"),
    there: [],
    back: [],
  },
  {
    name: "a header parameter that means nothing is added",
    before: of("{}"),
    after: of("{parameters: [{name: Accept, in: header, required: true, schema: {type: string}}]}"),
    there: [],
    back: [],
  },
  {
    name: "a parameter moves from the path item to the operation",
    before: "{paths: {/things: {parameters: [{name: days, in: query, schema: {type: integer}}]}}}",
    after: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    there: [],
    back: [],
  },
  {
    name: "the case of a media type means nothing",
    before: of("{requestBody: {required: true, content: {application/json: {}}}}"),
    after: of("{requestBody: {required: true, content: {Application/JSON; charset=utf-8: {}}}}"),
    there: [],
    back: [],
  },
  {
    name: "words change nothing",
    before: of("{}"),
    after: of("{summary: Add a thing., description: Adds it.}"),
    there: [],
    back: [],
  },
  {
    name: "an operation is deprecated until nobody knows when",
    before: of("{}"),
    after: of("{deprecated: true, x-sunset: soon}"),
    there: ["operation-deprecated info", "sunset-unreadable breaking"],
    back: ["operation-reinstated info"],
  },
  {
    name: "the function of an operation is named otherwise",
    before: of("{x-name: add}"),
    after: of("{x-name: create}"),
    there: ["fixed-name-changed info"],
    back: ["fixed-name-changed info"],
  },
  {
    name: "a day that was none is corrected",
    before: of("{deprecated: true, x-sunset: soon}"),
    after: of("{deprecated: true, x-sunset: '2030-06-30'}"),
    there: ["sunset-unreadable breaking"],
    back: ["sunset-unreadable breaking"],
  },
  {
    name: "the field of a parameter is named otherwise",
    before: of("{parameters: [{name: days, in: query, x-name: dayCount, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    there: ["fixed-name-changed info"],
    back: ["fixed-name-changed info"],
  },
];
