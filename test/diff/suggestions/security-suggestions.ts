import { of } from "../rule-stories/story.ts";
import { type Suggestion, suggest } from "./suggestion.ts";

const token = "tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}";

interface Schemes {
  readonly flows?: string;
  /** A scheme more. */
  readonly more?: string;
  readonly security?: string;
}

function schemes({
  flows = `clientCredentials: {${token}}`,
  more = "key: {type: apiKey, in: header, name: X-Key}",
  security = "{oauth: [read]}",
}: Schemes): string {
  return `{components: {securitySchemes: {oauth: {type: oauth2, flows: {${flows}}}, ${more}}}, security: [${security}]}`;
}

/** Suggestions about who is let in, and where tokens come from. */
export const securitySuggestions: readonly Suggestion[] = [
  suggest(
    "security-tightened",
    schemes({}),
    schemes({ security: "{oauth: [read, write]}" }),
    schemes({ security: "{oauth: [read, write]}, {oauth: [read]}" }),
    { way: "another scope" },
  ),
  suggest(
    "security-tightened",
    schemes({}),
    schemes({ security: "{key: []}" }),
    schemes({ security: "{key: []}, {oauth: [read]}" }),
    { way: "another scheme" },
  ),
  suggest(
    "security-tightened",
    schemes({ security: "" }),
    schemes({ security: "{key: []}" }),
    schemes({ security: "{key: []}, {}" }),
    { way: "nothing was asked for" },
  ),
  suggest(
    "oauth-url-changed",
    schemes({}),
    schemes({ flows: `clientCredentials: {${token.replace("a.example", "b.example")}}` }),
    schemes({
      more: `next: {type: oauth2, flows: {clientCredentials: {${token.replace("a.example", "b.example")}}}}`,
      security: "{next: [read]}, {oauth: [read]}",
    }),
  ),
  suggest(
    "oauth-flow-removed",
    schemes({ flows: `clientCredentials: {${token}}, password: {${token}}` }),
    schemes({}),
    schemes({
      flows: `clientCredentials: {${token}}, password: {${token}}`,
      security: "{key: []}, {oauth: [read]}",
    }),
  ),
  suggest(
    "last-oauth-flow-removed",
    schemes({ flows: `password: {${token}}` }),
    schemes({}),
    schemes({ flows: `clientCredentials: {${token}}, password: {${token}}` }),
  ),
  suggest(
    "oauth-scope-removed",
    schemes({}),
    schemes({ flows: `clientCredentials: {${token.replace(", write: Write.", "")}}` }),
    schemes({ flows: `clientCredentials: {${token.replace("Write.", "Nothing asks for it.")}}` }),
  ),
  suggest(
    "permissions-tightened",
    of("{x-permissions: {type: ANY, permissions: [clerk]}}"),
    of("{x-permissions: {type: ANY, permissions: [admin]}}"),
    of("{x-permissions: {type: ANY, permissions: [admin, clerk]}}"),
  ),
];
