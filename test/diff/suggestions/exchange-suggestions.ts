import { of } from "../rule-stories/story.ts";
import { answered, parameters, type Suggestion, suggest } from "./suggestion.ts";

const days = "name: days, in: query, schema: {type: integer}";
const daysFromDefault = "name: days, in: query, schema: {type: integer, default: 7}";
const list = "name: days, in: query, schema: {type: array, items: {type: string}}";

function body(required: boolean, content: string, more = ""): string {
  return of(`{requestBody: {required: ${required}, content: {${content}}${more}}}`);
}

const json = "application/json: {schema: {type: object}}";

function form(properties: string, encoding: string): string {
  const schema = `{type: object, properties: {${properties}}}`;
  return body(true, `application/x-www-form-urlencoded: {schema: ${schema}, encoding: {${encoding}}}`);
}

const texts = "{type: array, items: {type: string}}";

/** Suggestions about parameters and request bodies. */
const requestSuggestions: readonly Suggestion[] = [
  suggest(
    "parameter-removed",
    parameters(`{${days}}`),
    parameters(),
    parameters(`{${days}, deprecated: true}`),
    {
      end: "2026-11-26",
    },
  ),
  suggest(
    "required-parameter-added",
    parameters(),
    parameters(`{${days}, required: true}`),
    parameters(`{${daysFromDefault}}`),
  ),
  suggest(
    "parameter-moved",
    parameters(`{${days}, required: true}`),
    parameters("{name: days, in: header, required: true, schema: {type: integer}}"),
    parameters("{name: days, in: header, schema: {type: integer}}", `{${days}, deprecated: true}`),
  ),
  suggest(
    "parameter-became-required",
    parameters(`{${days}}`),
    parameters(`{${days}, required: true}`),
    parameters(`{${daysFromDefault}}`),
  ),
  suggest(
    "parameter-serialization-changed",
    parameters(`{${list}}`),
    parameters(`{${list}, explode: false}`),
    parameters(`{${list}, deprecated: true}`, `{name: dayList, in: query, explode: false, schema: ${texts}}`),
    { way: "another name" },
  ),
  suggest(
    "request-type-tightened",
    parameters("{name: days, in: query, schema: {type: string}}"),
    parameters(`{${days}}`),
    parameters(
      "{name: days, in: query, deprecated: true, schema: {type: string}}",
      "{name: dayCount, in: query, schema: {type: integer}}",
    ),
    { way: "a parameter of its own" },
  ),
  suggest(
    "parameter-empty-value-refused",
    parameters(`{${days}, allowEmptyValue: true}`),
    parameters(`{${days}}`),
    parameters(`{${days}, allowEmptyValue: true, description: Better say a number.}`),
  ),
  suggest(
    "parameter-reserved-refused",
    parameters(`{${days}, allowReserved: true}`),
    parameters(`{${days}}`),
    parameters(`{${days}, allowReserved: true, description: Better escape them.}`),
  ),
  suggest("required-request-body-added", of("{}"), body(true, json), body(false, json)),
  suggest(
    "request-body-removed",
    body(true, json),
    of("{}"),
    body(false, json, ", description: Nobody reads it."),
  ),
  suggest(
    "request-body-became-required",
    body(false, json),
    body(true, json),
    body(false, json, ", description: Please send it."),
  ),
  suggest(
    "request-media-type-removed",
    body(true, `${json}, text/csv: {}`),
    body(true, json),
    body(true, `${json}, text/csv: {}`, ", description: Better send JSON."),
  ),
  suggest(
    "request-media-type-narrowed",
    body(true, "image/*: {}"),
    body(true, "image/png: {}"),
    body(true, "image/*: {}, image/png: {}"),
  ),
  suggest(
    "encoding-changed",
    form(`days: ${texts}`, "days: {style: form, explode: true}"),
    form(`days: ${texts}`, "days: {style: form, explode: false}"),
    form(
      `days: ${texts}, dayList: ${texts}`,
      "days: {style: form, explode: true}, dayList: {style: form, explode: false}",
    ),
    { way: "another name" },
  ),
];

function header(members: string): string {
  return answered(`headers: {Limits: {${members}}}`);
}

const object = "schema: {type: object, properties: {a: {type: string}}}";

/** Suggestions about responses. */
const responseSuggestions: readonly Suggestion[] = [
  suggest(
    "success-status-removed",
    of("{}"),
    of("{responses: {'200': null, '202': {description: Later.}}}"),
    of("{responses: {'200': {description: At once.}, '202': {description: Later.}}}"),
  ),
  suggest(
    "status-widened",
    of("{}"),
    of("{responses: {'200': null, 2XX: {description: It.}}}"),
    of("{responses: {'201': {description: It.}, '202': {description: It.}}}"),
  ),
  suggest(
    "required-response-header-removed",
    header("required: true, schema: {type: string}"),
    of("{}"),
    header("required: true, deprecated: true, schema: {type: string}"),
  ),
  suggest(
    "response-header-became-optional",
    header("required: true, schema: {type: string}"),
    header("schema: {type: string}"),
    header("required: true, schema: {type: string}, description: Empty if there are none."),
  ),
  suggest(
    "response-header-serialization-changed",
    header(object),
    header(`explode: true, ${object}`),
    answered(`headers: {Limits: {deprecated: true, ${object}}, All-Limits: {explode: true, ${object}}}`),
  ),
  suggest(
    "response-media-type-removed",
    answered(`content: {${json}, text/csv: {}}`),
    answered(`content: {${json}}`),
    answered(`description: Better ask for JSON., content: {${json}, text/csv: {}}`),
  ),
  suggest(
    "response-media-type-widened",
    answered("content: {image/png: {}}"),
    answered("content: {image/*: {}}"),
    answered("content: {image/png: {}, image/webp: {}}"),
  ),
];

/** Suggestions about what is sent and what comes back. */
export const exchangeSuggestions: readonly Suggestion[] = [...requestSuggestions, ...responseSuggestions];
