import type { ProtocolStory } from "./story.ts";

function server(variable: string): string {
  return `{servers: [{url: 'https://{region}.example.com', variables: {region: ${variable}}}]}`;
}

/** Edits of the variables of a server. */
export const serverStories: readonly ProtocolStory[] = [
  {
    name: "a server variable has another default",
    before: server("{default: eu}"),
    after: server("{default: us}"),
    there: ["server-variable-default-changed warning"],
    back: ["server-variable-default-changed warning"],
  },
  {
    name: "a server variable loses a value",
    before: server("{default: eu, enum: [eu, us]}"),
    after: server("{default: eu, enum: [eu]}"),
    there: ["server-variable-value-removed breaking"],
    back: ["server-variable-value-added info"],
  },
  {
    name: "a server variable is no longer any text",
    before: server("{default: eu}"),
    after: server("{default: eu, enum: [eu, us]}"),
    there: ["server-variable-value-removed breaking"],
    back: ["server-variable-value-added info"],
  },
  {
    name: "a server variable says what it is for",
    before: server("{default: eu}"),
    after: server("{default: eu, description: Where the data is.}"),
    there: [],
    back: [],
  },
];
