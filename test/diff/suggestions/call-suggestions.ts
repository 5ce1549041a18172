import { of } from "../rule-stories/story.ts";
import { type Suggestion, suggest } from "./suggestion.ts";

const taken = "responses: {'200': {description: Taken.}}";
const tries = "name: X-Try, in: header, schema: {type: integer}";
const json = "application/json: {schema: {type: object}}";

function call(name: string, members: string): string {
  const responses = members.startsWith("responses:") ? "" : `, ${taken}`;
  return `{post: {operationId: ${name}, ${members}${responses}}}`;
}

function webhook(members: string): string {
  return `{webhooks: {paid: ${call("paid", members)}}}`;
}

function body(members: string, content = json): string {
  return `requestBody: {${members}, content: {${content}}}`;
}

function callback(...calls: readonly string[]): string {
  return of(`{callbacks: {paid: {${calls.join(", ")}}}}`);
}

const leaves = "deprecated: true, x-sunset: '2030-06-30'";
const toUrl = "'{$request.body#/url}'";
const toUri = "'{$request.body#/uri}'";

/** Suggestions about what the API sends to its clients, and about what it takes as an answer. */
export const callSuggestions: readonly Suggestion[] = [
  suggest("webhook-removed", webhook("tags: []"), "{}", webhook(leaves), { end: "2030-07-01" }),
  suggest(
    "callback-removed",
    callback(`${toUrl}: ${call("paid", "tags: []")}`),
    of("{}"),
    callback(`${toUrl}: ${call("paid", leaves)}`),
    { end: "2030-07-01" },
  ),
  suggest(
    "callback-address-changed",
    callback(`${toUrl}: ${call("paid", "tags: []")}`),
    callback(`${toUri}: ${call("paid", "tags: []")}`),
    callback(`${toUri}: ${call("paidToUri", "tags: []")}`, `${toUrl}: ${call("paid", "deprecated: true")}`),
  ),
  suggest(
    "required-call-parameter-removed",
    webhook(`parameters: [{${tries}, required: true}]`),
    webhook("parameters: []"),
    webhook(`parameters: [{${tries}, required: true, deprecated: true}]`),
  ),
  suggest(
    "call-parameter-became-optional",
    webhook(`parameters: [{${tries}, required: true}]`),
    webhook(`parameters: [{${tries}}]`),
    webhook(`parameters: [{${tries}, required: true, description: Nought if it is the first.}]`),
  ),
  suggest(
    "call-body-removed",
    webhook(body("required: true")),
    webhook("tags: []"),
    webhook(body("required: true, description: Do not read it any more.")),
  ),
  suggest(
    "call-body-became-optional",
    webhook(body("required: true")),
    webhook(body("required: false")),
    webhook(body("required: true, description: An empty object if there is nothing to say.")),
  ),
  suggest(
    "call-media-type-added",
    webhook(body("required: true")),
    webhook(body("required: true", `${json}, text/csv: {}`)),
    `{webhooks: {paid: ${call("paid", body("required: true"))}, paidAsCsv: ${call("paidAsCsv", body("required: true", "text/csv: {}"))}}}`,
    { way: "a webhook of its own" },
  ),
  suggest(
    "call-media-type-widened",
    webhook(body("required: true", "image/png: {}")),
    webhook(body("required: true", "image/*: {}")),
    webhook(body("required: true, description: Whatever is drawn.", "image/png: {}")),
  ),
  suggest(
    "answer-status-removed",
    webhook("responses: {'200': {description: Taken.}, '202': {description: Later.}}"),
    webhook("responses: {'200': {description: Taken.}}"),
    webhook("responses: {'200': {description: Taken.}, '202': {description: Rather answer with 200.}}"),
  ),
];
