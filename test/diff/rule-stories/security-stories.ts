import { of, type ProtocolStory } from "./story.ts";

/** Edits of who may call an operation, and of where tokens come from. */
export const securityStories: readonly ProtocolStory[] = [
  {
    name: "a scope more is needed",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read, write]}]}",
    there: ["security-tightened breaking"],
    back: ["security-loosened info"],
  },
  {
    name: "a key is needed where nothing was",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: []}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{key: []}]}",
    there: ["security-tightened breaking"],
    back: ["security-loosened info"],
  },
  {
    name: "an alternative is added",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}, {key: []}]}",
    there: ["security-loosened info"],
    back: ["security-tightened breaking"],
  },
  {
    name: "the token comes from elsewhere",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://b.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    there: ["oauth-url-changed warning"],
    back: ["oauth-url-changed warning"],
  },
  {
    name: "a flow is added",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}, password: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    there: ["oauth-flow-added info"],
    back: ["oauth-flow-removed warning"],
  },
  {
    name: "a scope is gone",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{oauth: [read]}]}",
    there: ["oauth-scope-removed warning"],
    back: ["oauth-scope-added info"],
  },
  {
    name: "permissions are needed",
    before: of("{}"),
    after: of("{x-permissions: {type: ANY, permissions: [a]}}"),
    there: ["permissions-tightened breaking"],
    back: ["permissions-loosened info"],
  },
  {
    name: "one permission less is enough",
    before: of("{x-permissions: {type: ANY, permissions: [a, b]}}"),
    after: of("{x-permissions: {type: ANY, permissions: [a]}}"),
    there: ["permissions-tightened breaking"],
    back: ["permissions-loosened info"],
  },
  {
    name: "one permission less is needed",
    before: of("{x-permissions: {type: ALL, permissions: [a, b]}}"),
    after: of("{x-permissions: {type: ALL, permissions: [a]}}"),
    there: ["permissions-loosened info"],
    back: ["permissions-tightened breaking"],
  },
  {
    name: "all permissions are needed",
    before: of("{x-permissions: {type: ANY, permissions: [a, b]}}"),
    after: of("{x-permissions: {type: ALL, permissions: [a, b]}}"),
    there: ["permissions-tightened breaking"],
    back: ["permissions-loosened info"],
  },
  {
    name: "a security scheme is asked for in another place",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{key: []}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: query, name: X-Key}}}, security: [{key: []}]}",
    there: ["security-tightened breaking"],
    back: ["security-tightened breaking"],
  },
  {
    name: "a scheme is renamed",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, key: {type: apiKey, in: header, name: X-Key}}}, security: [{key: []}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read., write: Write.}}}}, secret: {type: apiKey, in: header, name: X-Key}}}, security: [{secret: []}]}",
    there: [],
    back: [],
  },
  {
    name: "the only flow is replaced",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {password: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}}}}, security: [{oauth: [read]}]}",
    there: ["oauth-flow-added info", "last-oauth-flow-removed breaking"],
    back: ["oauth-flow-added info", "last-oauth-flow-removed breaking"],
  },
  {
    name: "tokens can be refreshed from now on",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', refreshUrl: 'https://a.example.com/refresh', scopes: {read: Read.}}}}}}, security: [{oauth: [read]}]}",
    there: ["oauth-url-changed info"],
    back: ["oauth-url-changed warning"],
  },
  {
    name: "a security scheme is deprecated",
    before:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}}}}, security: [{oauth: [read]}]}",
    after:
      "{components: {securitySchemes: {oauth: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example.com/token', scopes: {read: Read.}}}, deprecated: true}}}, security: [{oauth: [read]}]}",
    there: ["security-scheme-deprecated info"],
    back: ["security-scheme-reinstated info"],
  },
];
