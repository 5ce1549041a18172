import { describe } from "vitest";
import { answers, itSays } from "./complaints-of.ts";

const schemes = `
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    oauth: { type: oauth2, flows: { password: { tokenUrl: /t, scopes: { read: All. } }, clientCredentials: { tokenUrl: /t, scopes: { write: All. } } } }
    bare: { type: oauth2, flows: { password: { tokenUrl: /t, scopes: {} } } }
    login: { type: openIdConnect, openIdConnectUrl: /login }
    other: { $ref: "#/components/securitySchemes/oauth" }
paths: {}`;

describe("a security requirement", () => {
  itSays([
    [
      "names a scheme",
      `security: [{ key: [] }, { kye: [] }, {}, { oauth: [], tls: [] }]${schemes}`,
      ["3:27 unknown-security-scheme", "3:55 unknown-security-scheme"],
    ],
    [
      "names a scheme where an operation has its own",
      `paths: { /a: { get: { operationId: a, security: [{ key: [] }], ${answers} } } }`,
      ["3:52 unknown-security-scheme"],
    ],
    ["names no prototype", `security: [{ constructor: [] }]${schemes}`, ["3:14 unknown-security-scheme"]],
    [
      "names scopes of any flow",
      `security: [{ oauth: [read, write, raed] }, { other: [read, x] }]${schemes}`,
      ["3:35 unknown-scope", "3:60 unknown-scope"],
    ],
    [
      "names scopes that nobody lists",
      `security: [{ bare: [read], login: [openid], key: [admin] }]${schemes}`,
      [],
    ],
    [
      "may name a scheme by its place since 3.2",
      `security: [{ "#/components/securitySchemes/key": [] }, { "#/no": [] }]${schemes}`,
      ["3:58 unknown-security-scheme"],
      "3.2.0",
    ],
    [
      "may not before",
      `security: [{ "#/components/securitySchemes/key": [] }]${schemes}`,
      ["3:14 unknown-security-scheme"],
    ],
  ]);
});

describe("a security scheme", () => {
  itSays([
    [
      "has what its type needs",
      `paths: {}
components:
  securitySchemes:
    a: { type: apiKey }
    b: { type: http }
    c: { type: oauth2 }
    d: { type: openIdConnect }
    e: { type: mutualTLS }`,
      [
        "6:5 incomplete-security",
        "6:5 incomplete-security",
        "7:5 incomplete-security",
        "8:5 incomplete-security",
        "9:5 incomplete-security",
      ],
    ],
    [
      "has what its flows need",
      `paths: {}
components:
  securitySchemes:
    a:
      type: oauth2
      flows:
        implicit: { scopes: {} }
        password: { scopes: {} }
        clientCredentials: { tokenUrl: /t, scopes: {} }
        authorizationCode: { tokenUrl: /t, scopes: {} }`,
      ["9:9 incomplete-security", "10:9 incomplete-security", "12:9 incomplete-security"],
    ],
  ]);
});

describe("a server", () => {
  itSays([
    [
      "declares the variables of its URL",
      `servers: [{ url: "https://{a}.b/{c}{c}", variables: { a: { default: d }, e: { default: f } } }]\npaths: {}`,
      ["3:18 undeclared-server-variable"],
    ],
    [
      "declares them without a prototype",
      `servers: [{ url: "/{constructor}" }]\npaths: {}`,
      ["3:18 undeclared-server-variable"],
    ],
    [
      "has a default among its values",
      `servers: [{ url: "/{a}{b}", variables: { a: { default: c, enum: [d] }, b: { default: e, enum: [e] } } }]\npaths: {}`,
      ["3:56 default-outside-enum"],
    ],
    [
      "has values",
      `servers: [{ url: "/{a}", variables: { a: { default: c, enum: [] } } }]\npaths: {}`,
      ["3:56 empty-server-enum"],
    ],
    [
      "of a path is one, too",
      `paths: { /a: { servers: [{ url: "/{b}" }] } }`,
      ["3:33 undeclared-server-variable"],
    ],
  ]);
});

describe("a tag", () => {
  itSays([
    ["is declared once", "paths: {}\ntags: [{ name: a }, { name: b }, { name: a }]", ["4:42 duplicate-tag"]],
    [
      "need not be declared",
      `tags: []\npaths: { /a: { get: { operationId: a, tags: [b], ${answers} } } }`,
      [],
    ],
  ]);
});
