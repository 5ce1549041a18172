import { of, type ProtocolStory } from "./story.ts";

/** Edits of parameters, bodies and responses. */
export const exchangeStories: readonly ProtocolStory[] = [
  {
    name: "a parameter is added",
    before: of("{}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    there: ["parameter-added info"],
    back: ["parameter-removed warning"],
  },
  {
    name: "a required parameter is added",
    before: of("{}"),
    after: of("{parameters: [{name: days, in: query, required: true, schema: {type: integer}}]}"),
    there: ["required-parameter-added breaking"],
    back: ["parameter-removed warning"],
  },
  {
    name: "a required header parameter is added",
    before: of("{}"),
    after: of("{parameters: [{name: X-Days, in: header, required: true, schema: {type: integer}}]}"),
    there: ["required-parameter-added breaking"],
    back: ["parameter-removed warning"],
  },
  {
    name: "a deprecated parameter is removed",
    before: of("{parameters: [{name: days, in: query, deprecated: true, schema: {type: integer}}]}"),
    after: of("{}"),
    there: ["parameter-removed info"],
    back: ["parameter-added info"],
  },
  {
    name: "a parameter moves",
    before: of("{parameters: [{name: days, in: query, required: true, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: header, required: true, schema: {type: integer}}]}"),
    there: ["parameter-moved breaking"],
    back: ["parameter-moved breaking"],
  },
  {
    name: "an optional parameter moves",
    before: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: cookie, schema: {type: integer}}]}"),
    there: ["parameter-moved warning"],
    back: ["parameter-moved warning"],
  },
  {
    name: "a parameter becomes required",
    before: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: query, required: true, schema: {type: integer}}]}"),
    there: ["parameter-became-required breaking"],
    back: ["parameter-became-optional info"],
  },
  {
    name: "a list is written otherwise",
    before: of("{parameters: [{name: days, in: query, schema: {type: array, items: {type: string}}}]}"),
    after: of(
      "{parameters: [{name: days, in: query, explode: false, schema: {type: array, items: {type: string}}}]}",
    ),
    there: ["parameter-serialization-changed breaking"],
    back: ["parameter-serialization-changed breaking"],
  },
  {
    name: "a list is separated by pipes",
    before: of(
      "{parameters: [{name: days, in: query, style: pipeDelimited, explode: false, schema: {type: array, items: {type: string}}}]}",
    ),
    after: of(
      "{parameters: [{name: days, in: query, explode: false, schema: {type: array, items: {type: string}}}]}",
    ),
    there: ["parameter-serialization-changed breaking"],
    back: ["parameter-serialization-changed breaking"],
  },
  {
    name: "a parameter becomes a document",
    before: of("{parameters: [{name: days, in: query, schema: {type: object}}]}"),
    after: of(
      "{parameters: [{name: days, in: query, content: {application/json: {schema: {type: object}}}}]}",
    ),
    there: ["parameter-serialization-changed breaking"],
    back: ["parameter-serialization-changed breaking"],
  },
  {
    name: "a parameter may no longer be empty",
    before: of("{parameters: [{name: days, in: query, allowEmptyValue: true, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    there: ["parameter-empty-value-refused breaking"],
    back: ["parameter-empty-value-allowed info"],
  },
  {
    name: "reserved characters have to be escaped",
    before: of("{parameters: [{name: days, in: query, allowReserved: true, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    there: ["parameter-reserved-refused warning"],
    back: ["parameter-reserved-allowed info"],
  },
  {
    name: "a parameter is deprecated",
    before: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    after: of("{parameters: [{name: days, in: query, deprecated: true, schema: {type: integer}}]}"),
    there: ["parameter-deprecated info"],
    back: ["parameter-reinstated info"],
  },
  {
    name: "the maximum of a parameter",
    before: of("{parameters: [{name: days, in: query, schema: {type: integer, maximum: 30}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer, maximum: 10}}]}"),
    there: ["request-maximum-tightened breaking"],
    back: ["request-maximum-loosened info"],
  },
  {
    name: "the values of a parameter",
    before: of("{parameters: [{name: days, in: query, schema: {type: string, enum: [a, b]}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: string, enum: [a]}}]}"),
    there: ["request-value-removed breaking"],
    back: ["request-value-added info"],
  },
  {
    name: "the type of a parameter",
    before: of("{parameters: [{name: days, in: query, schema: {type: string}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer}}]}"),
    there: ["request-type-tightened breaking"],
    back: ["request-type-loosened info"],
  },
  {
    name: "the default of a parameter",
    before: of("{parameters: [{name: days, in: query, schema: {type: integer, default: 25}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: integer, default: 50}}]}"),
    there: ["request-default-changed info"],
    back: ["request-default-changed info"],
  },
  {
    name: "a body is required from now on",
    before: of("{}"),
    after: of("{requestBody: {required: true, content: {application/json: {}}}}"),
    there: ["required-request-body-added breaking"],
    back: ["request-body-removed warning"],
  },
  {
    name: "a body may be sent from now on",
    before: of("{}"),
    after: of("{requestBody: {required: false, content: {application/json: {}}}}"),
    there: ["request-body-added info"],
    back: ["request-body-removed warning"],
  },
  {
    name: "the body becomes required",
    before: of("{requestBody: {required: false, content: {application/json: {}}}}"),
    after: of("{requestBody: {required: true, content: {application/json: {}}}}"),
    there: ["request-body-became-required breaking"],
    back: ["request-body-became-optional info"],
  },
  {
    name: "a media type is no longer accepted",
    before: of("{requestBody: {required: true, content: {application/json: {}, text/csv: {}}}}"),
    after: of("{requestBody: {required: true, content: {application/json: {}}}}"),
    there: ["request-media-type-removed breaking"],
    back: ["request-media-type-added info"],
  },
  {
    name: "a range of media types is accepted",
    before: of("{requestBody: {required: true, content: {image/png: {}}}}"),
    after: of("{requestBody: {required: true, content: {image/*: {}}}}"),
    there: ["request-media-type-widened info"],
    back: ["request-media-type-narrowed breaking"],
  },
  {
    name: "a form",
    before: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer, maximum: 30}}}}}}}",
    ),
    after: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: integer, maximum: 10}}}}}}}",
    ),
    there: ["request-maximum-tightened breaking"],
    back: ["request-maximum-loosened info"],
  },
  {
    name: "a response is no longer available as a type",
    before: of(
      "{responses: {'200': {description: The thing., content: {application/json: {}, text/csv: {}}}}}",
    ),
    after: of("{responses: {'200': {description: The thing., content: {application/json: {}}}}}"),
    there: ["response-media-type-removed breaking"],
    back: ["response-media-type-added info"],
  },
  {
    name: "a response may be of any type of a range",
    before: of("{responses: {'200': {description: The thing., content: {image/png: {}}}}}"),
    after: of("{responses: {'200': {description: The thing., content: {image/*: {}}}}}"),
    there: ["response-media-type-widened breaking"],
    back: ["response-media-type-narrowed info"],
  },
  {
    name: "an error comes as another type",
    before: of("{responses: {'404': {description: None., content: {application/json: {}, text/plain: {}}}}}"),
    after: of("{responses: {'404': {description: None., content: {application/json: {}}}}}"),
    there: ["response-media-type-removed info"],
    back: ["response-media-type-added info"],
  },
  {
    name: "another status of success",
    before: of("{}"),
    after: of("{responses: {'202': {description: Later.}}}"),
    there: ["success-status-added info"],
    back: ["success-status-removed breaking"],
  },
  {
    name: "a status of success is replaced",
    before: of("{}"),
    after: of("{responses: {'200': null, '201': {description: Made.}}}"),
    there: ["success-status-added info", "success-status-removed breaking"],
    back: ["success-status-added info", "success-status-removed breaking"],
  },
  {
    name: "an error is listed",
    before: of("{}"),
    after: of("{responses: {'404': {description: None.}}}"),
    there: ["status-added info"],
    back: ["status-removed info"],
  },
  {
    name: "a header is removed",
    before: of("{responses: {'200': {description: The thing., headers: {ETag: {schema: {type: string}}}}}}"),
    after: of("{}"),
    there: ["response-header-removed info"],
    back: ["response-header-added info"],
  },
  {
    name: "a required header is removed",
    before: of(
      "{responses: {'200': {description: The thing., headers: {ETag: {required: true, schema: {type: string}}}}}}",
    ),
    after: of("{}"),
    there: ["required-response-header-removed breaking"],
    back: ["response-header-added info"],
  },
  {
    name: "a header may be missing",
    before: of(
      "{responses: {'200': {description: The thing., headers: {ETag: {required: true, schema: {type: string}}}}}}",
    ),
    after: of("{responses: {'200': {description: The thing., headers: {ETag: {schema: {type: string}}}}}}"),
    there: ["response-header-became-optional breaking"],
    back: ["response-header-became-required info"],
  },
  {
    name: "a header is deprecated",
    before: of("{responses: {'200': {description: The thing., headers: {ETag: {schema: {type: string}}}}}}"),
    after: of(
      "{responses: {'200': {description: The thing., headers: {ETag: {deprecated: true, schema: {type: string}}}}}}",
    ),
    there: ["response-header-deprecated info"],
    back: ["response-header-reinstated info"],
  },
  {
    name: "a header says something else",
    before: of("{responses: {'200': {description: The thing., headers: {ETag: {schema: {type: string}}}}}}"),
    after: of("{responses: {'200': {description: The thing., headers: {ETag: {schema: {type: integer}}}}}}"),
    there: ["response-type-tightened info"],
    back: ["response-type-loosened breaking"],
  },
  {
    name: "a link is added",
    before: of("{}"),
    after: of("{responses: {'200': {description: The thing., links: {again: {operationId: addThing}}}}}"),
    there: ["link-added info"],
    back: ["link-removed info"],
  },
  {
    name: "an error code is added",
    before: of("{responses: {'404': {description: None., x-error-codes: [a]}}}"),
    after: of("{responses: {'404': {description: None., x-error-codes: [a, b]}}}"),
    there: ["error-code-added info"],
    back: ["error-code-removed info"],
  },
  {
    name: "an error grows a property",
    before: of(
      "{responses: {'404': {description: None., content: {application/json: {schema: {type: object, properties: {code: {enum: [a]}}}}}}}}",
    ),
    after: of(
      "{responses: {'404': {description: None., content: {application/json: {schema: {type: object, properties: {code: {enum: [a, b]}}}}}}}}",
    ),
    there: ["response-value-added warning"],
    back: ["response-value-removed info"],
  },
  {
    name: "a parameter may be given more than once",
    before: of("{parameters: [{name: days, in: query, schema: {type: string}}]}"),
    after: of("{parameters: [{name: days, in: query, schema: {type: array, items: {type: string}}}]}"),
    there: ["parameter-list-allowed info"],
    back: ["request-type-changed breaking"],
  },
  {
    name: "a list in a form is written otherwise",
    before: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}}}}}",
    ),
    after: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {style: form, explode: false}}}}}}",
    ),
    there: ["encoding-changed breaking"],
    back: ["encoding-changed breaking"],
  },
  {
    name: "a list in a form is a document",
    before: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {style: form, explode: true}}}}}}",
    ),
    after: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {contentType: application/json}}}}}}",
    ),
    there: ["encoding-changed breaking"],
    back: ["encoding-changed breaking"],
  },
  {
    name: "what a form does anyway is written down",
    before: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}}}}}",
    ),
    after: of(
      "{requestBody: {required: true, content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {style: form, explode: true}}}}}}",
    ),
    there: [],
    back: [],
  },
  {
    name: "a list in a form of an answer is written otherwise",
    before: of(
      "{responses: {'200': {description: It., content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}}}}}}",
    ),
    after: of(
      "{responses: {'200': {description: It., content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {a: {type: array, items: {type: string}}}}, encoding: {a: {style: pipeDelimited}}}}}}}",
    ),
    there: ["encoding-changed warning"],
    back: ["encoding-changed warning"],
  },
  {
    name: "a part of a form may be of another type too",
    before: of(
      "{requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {contentType: image/png}}}}}}",
    ),
    after: of(
      "{requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {contentType: 'image/png, image/jpeg'}}}}}}",
    ),
    there: ["encoding-changed info"],
    back: ["encoding-changed breaking"],
  },
  {
    name: "a part of a form has a type from now on",
    before: of(
      "{requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}}}}}",
    ),
    after: of(
      "{requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, properties: {a: {type: string}}}, encoding: {a: {contentType: image/png}}}}}}",
    ),
    there: ["encoding-changed warning"],
    back: ["encoding-changed warning"],
  },
];
