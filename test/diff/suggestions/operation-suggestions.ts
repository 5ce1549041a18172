import { of } from "../rule-stories/story.ts";
import { type Suggestion, suggest } from "./suggestion.ts";

function list(path: string, members: string): string {
  return `${path}: {get: {${members}, responses: {'200': {description: Things.}}}}`;
}

function paths(...items: readonly string[]): string {
  return `{paths: {${items.join(", ")}}}`;
}

function server(variable: string): string {
  return `{servers: [{url: 'https://{region}.example.com', variables: {region: ${variable}}}]}`;
}

const things = list("/things", "operationId: listThings");

/** Suggestions about operations as a whole, about servers, and about how long something lasts. */
export const operationSuggestions: readonly Suggestion[] = [
  suggest(
    "operation-removed",
    paths(things),
    "{}",
    paths(list("/things", "operationId: listThings, deprecated: true, x-sunset: '2030-06-30'")),
    { end: "2030-07-01" },
  ),
  suggest(
    "operation-moved",
    paths(list("/old", "operationId: listThings")),
    paths(list("/new", "operationId: listThings")),
    paths(
      list("/old", "operationId: listThings, deprecated: true"),
      list("/new", "operationId: listAllThings"),
    ),
    { way: "the new address has a new name" },
  ),
  suggest(
    "operation-moved",
    paths(list("/old", "operationId: listThings")),
    paths(list("/new", "operationId: listThings")),
    paths(
      list("/old", "operationId: listOldThings, deprecated: true"),
      list("/new", "operationId: listThings"),
    ),
    { way: "the new address has the old name" },
  ),
  suggest(
    "server-removed",
    "{servers: [{url: 'https://a.example.com'}]}",
    "{servers: [{url: 'https://b.example.com'}]}",
    "{servers: [{url: 'https://b.example.com'}, {url: 'https://a.example.com'}]}",
  ),
  suggest(
    "server-variable-default-changed",
    server("{default: eu, enum: [eu]}"),
    server("{default: us, enum: [eu, us]}"),
    server("{default: eu, enum: [eu, us]}"),
  ),
  suggest(
    "server-variable-value-removed",
    server("{default: eu, enum: [eu, us]}"),
    server("{default: eu, enum: [eu]}"),
    server("{default: eu, enum: [eu, us], description: Take the first.}"),
  ),
  suggest(
    "sunset-brought-forward",
    of("{deprecated: true, x-sunset: '2030-12-31'}"),
    of("{deprecated: true, x-sunset: '2030-06-30'}"),
    of("{deprecated: true, x-sunset: '2030-12-31', description: Move away by June.}"),
  ),
  suggest(
    "sunset-unreadable",
    of("{deprecated: true}"),
    of("{deprecated: true, x-sunset: soon}"),
    of("{deprecated: true, x-sunset: '2030-06-30'}"),
  ),
  suggest(
    "stability-decreased",
    paths(list("/things", "operationId: listThings, x-stability-level: stable")),
    paths(list("/things", "operationId: listThings, x-stability-level: beta")),
    paths(
      list("/things", "operationId: listThings, x-stability-level: stable"),
      list("/next-things", "operationId: listNextThings, x-stability-level: beta"),
    ),
  ),
];
