import { specOfSchema } from "../rule-stories/story.ts";
import { answered, sent, type Suggestion, suggest } from "./suggestion.ts";

/** Three versions of a schema that is once sent and once received: the better one has to be so both ways. */
function suggestSchema(
  code: string,
  before: string,
  after: string,
  better: string,
  more: Pick<Suggestion, "way" | "start"> = {},
): Suggestion {
  const specs = { before: specOfSchema(before), after: specOfSchema(after), better: specOfSchema(better) };
  return { code, ...specs, ...more };
}

function object(properties: string, more = ""): string {
  return `{type: object, properties: {${properties}}${more}}`;
}

const one = "a: {type: string}";
const two = `${one}, b: {type: string}`;
const leaving = `${one}, b: {type: string, deprecated: true}`;
const closed = ", additionalProperties: false";

/** Suggestions about the properties of objects. */
const propertySuggestions: readonly Suggestion[] = [
  suggestSchema(
    "request-property-removed",
    object(two, closed),
    object(one, closed),
    object(leaving, closed),
  ),
  suggestSchema(
    "response-property-removed",
    object(two, ", additionalProperties: {type: integer}"),
    object(one, ", additionalProperties: {type: integer}"),
    object(leaving, ", additionalProperties: {type: integer}"),
  ),
  suggest(
    "request-required-property-removed",
    sent(object(two, `, required: [b]${closed}`)),
    sent(object(one, closed)),
    sent(object(leaving, closed)),
    { way: "only sent" },
  ),
  suggestSchema(
    "request-required-property-removed",
    object(two, `, required: [b]${closed}`),
    object(one, closed),
    object(leaving, `, required: [b]${closed}`),
    { way: "also received" },
  ),
  suggestSchema(
    "response-required-property-removed",
    object(two, ", required: [b]"),
    object(one),
    object(leaving, ", required: [b]"),
  ),
  suggestSchema(
    "request-required-property-added",
    object(one),
    object(two, ", required: [b]"),
    object(`${one}, b: {type: string, default: x}`),
  ),
  suggestSchema(
    "request-property-became-required",
    object(two),
    object(two, ", required: [b]"),
    object(`${one}, b: {type: string, default: x}`),
  ),
  suggestSchema(
    "response-property-became-optional",
    object(two, ", required: [b]"),
    object(two),
    object(`${one}, b: {type: string, description: Empty if there is none.}`, ", required: [b]"),
  ),
  suggestSchema(
    "response-property-hidden",
    object(two, ", required: [b]"),
    object(`${one}, b: {type: string, writeOnly: true}`, ", required: [b]"),
    object(leaving, ", required: [b]"),
  ),
  suggestSchema(
    "request-required-property-shown",
    object(`${one}, b: {type: string, readOnly: true}`, ", required: [b]"),
    object(two, ", required: [b]"),
    object(
      `${one}, b: {type: string, readOnly: true, description: Set by us.}, wish: {type: string}`,
      ", required: [b]",
    ),
  ),
];

const cat = "{type: object, required: [kind], properties: {kind: {const: cat}}}";
const dog = "{type: object, required: [kind], properties: {kind: {const: dog}}}";
const noMore = "description: Means the same as a.";

/** Suggestions about single values and alternatives. */
const valueSuggestions: readonly Suggestion[] = [
  suggestSchema(
    "request-null-removed",
    object("a: {type: [string, 'null']}"),
    object("a: {type: string}"),
    object("a: {type: [string, 'null'], description: Better leave it out than send null.}"),
  ),
  suggestSchema(
    "response-null-added",
    object("a: {type: string}"),
    object("a: {type: [string, 'null']}"),
    object("a: {type: string, description: Missing if there is none.}"),
    { way: "left out" },
  ),
  suggestSchema(
    "response-null-added",
    object("a: {type: string}", ", required: [a]"),
    object("a: {type: [string, 'null']}", ", required: [a]"),
    object("a: {type: string, description: Empty if there is none.}", ", required: [a]"),
    { way: "a value all the same" },
  ),
  suggestSchema("request-value-removed", "{enum: [a, b]}", "{enum: [a]}", `{enum: [a, b], ${noMore}}`),
  suggestSchema(
    "response-value-added",
    "{type: string, enum: [a, b]}",
    "{type: string, enum: [a, b, c]}",
    "{type: string, x-extensible-enum: [a, b, c]}",
    { way: "marked from the start", start: specOfSchema("{type: string, x-extensible-enum: [a, b]}") },
  ),
  suggestSchema(
    "response-value-added",
    object("size: {enum: [a, b]}"),
    object("size: {enum: [a, b, c]}"),
    object("size: {enum: [a, b]}, exactSize: {enum: [a, b, c]}"),
    { way: "a property of its own" },
  ),
  suggestSchema(
    "request-known-value-removed",
    "{type: string, x-extensible-enum: [a, b]}",
    "{type: string, x-extensible-enum: [a]}",
    `{type: string, x-extensible-enum: [a, b], ${noMore}}`,
  ),
  suggestSchema(
    "request-alternative-removed",
    "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
    "{oneOf: [{$ref: '#/components/schemas/Cat'}]}",
    "{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog', deprecated: true}]}",
  ),
  suggest(
    "response-alternative-added",
    answered(`content: {application/json: {schema: {oneOf: [${cat}]}}}`),
    answered(`content: {application/json: {schema: {oneOf: [${cat}, ${dog}]}}}`),
    answered(
      `content: {application/json: {schema: {oneOf: [${cat}]}}, application/vnd.shop.next+json: {schema: {oneOf: [${cat}, ${dog}]}}}`,
    ),
    { way: "a media type" },
  ),
  suggestSchema(
    "request-misplaced-limit-tightened",
    "{type: string}",
    "{type: string, maximum: 10}",
    "{type: string, description: At most ten characters.}",
  ),
  suggestSchema(
    "response-misplaced-limit-loosened",
    "{type: string, maximum: 10}",
    "{type: string, maximum: 30}",
    "{type: string, maximum: 10, description: Up to thirty characters.}",
  ),
];

/** Suggestions about properties, values and alternatives. */
export const schemaSuggestions: readonly Suggestion[] = [...propertySuggestions, ...valueSuggestions];
