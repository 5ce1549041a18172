import { describe, expect, it } from "vitest";
import { apiFrom, bare } from "../builders/spec-texts.ts";

const all = "security: [{ a: [] }]\npaths: { /x: { get: { FIELDS } } }";

describe("an operation asks for", () => {
  it.each<readonly [fields: string, alternatives: readonly (readonly string[])[]]>([
    ["summary: what the API asks for", [["a"]]],
    ["security: []", []],
    ["security: [{}]", [[]]],
    ["security: [{ b: [] }, { c: [], d: [r, w] }, {}]", [["b"], ["c", "d r w"], []]],
    ["security: { b: [] }", []],
    ["security: [5, { b: 5 }]", [[], ["b"]]],
  ])("%s", (fields, alternatives) => {
    const [operation] = apiFrom(all.replace("FIELDS", fields)).operations;
    const told = operation?.security.map(({ schemes }) =>
      schemes.map(({ name, scopes }) => [name, ...scopes].join(" ")),
    );
    expect(told).toEqual(alternatives);
  });

  it("nothing where nothing is said", () => {
    expect(apiFrom("paths: { /x: { get: {} } }").operations[0]?.security).toEqual([]);
  });
});

describe("a scheme", () => {
  it.each<readonly [scheme: string, expected: object | undefined]>([
    ["{ type: apiKey, in: query, name: key }", { kind: "apiKey", in: "query", parameter: "key" }],
    ["{ type: apiKey, in: cookie, name: key }", { kind: "apiKey", in: "cookie", parameter: "key" }],
    ["{ type: apiKey, in: body }", { kind: "apiKey", in: "header", parameter: "s" }],
    [
      "{ type: http, scheme: Bearer, bearerFormat: JWT }",
      { kind: "http", scheme: "bearer", bearerFormat: "JWT" },
    ],
    ["{ type: http, scheme: BASIC }", { kind: "http", scheme: "basic" }],
    ["{ type: http }", { kind: "http", scheme: "bearer" }],
    ["{ type: openIdConnect, openIdConnectUrl: /c }", { kind: "openIdConnect", url: "/c" }],
    ["{ type: openIdConnect }", { kind: "openIdConnect", url: "" }],
    [
      "{ type: mutualTLS, description: D, deprecated: true, x-a: 1 }",
      { kind: "mutualTLS", description: "D", deprecated: true, extensions: [{ name: "x-a", value: 1 }] },
    ],
    ["{ type: oauth2 }", { kind: "oauth2", flows: [] }],
    ["{ type: oauth2, oauth2MetadataUrl: /m }", { kind: "oauth2", flows: [], metadataUrl: "/m" }],
    [
      "{ type: oauth2, flows: { clientCredentials: { tokenUrl: /t, refreshUrl: /r, scopes: { a: An a., b: 5 } }, constructor: {}, implicit: { authorizationUrl: /a } } }",
      {
        kind: "oauth2",
        flows: [
          {
            kind: "clientCredentials",
            tokenUrl: "/t",
            refreshUrl: "/r",
            scopes: [
              { name: "a", description: "An a." },
              { name: "b", description: "" },
            ],
          },
          { kind: "implicit", authorizationUrl: "/a", scopes: [] },
        ],
      },
    ],
    [
      "{ type: oauth2, flows: { authorizationCode: { tokenUrl: /t, authorizationUrl: /a, x-token-url: '/{b}', x-authorization-url: '/{c}' } } }",
      {
        kind: "oauth2",
        flows: [{ kind: "authorizationCode", tokenUrl: "/{b}", authorizationUrl: "/{c}", scopes: [] }],
      },
    ],
    [
      "{ type: oauth2, flows: { password: { tokenUrl: /t }, deviceAuthorization: { deviceAuthorizationUrl: /d } } }",
      {
        kind: "oauth2",
        flows: [
          { kind: "password", tokenUrl: "/t", scopes: [] },
          { kind: "deviceAuthorization", deviceAuthorizationUrl: "/d", scopes: [] },
        ],
      },
    ],
    ["{ $ref: '#/components/x-schemes/t' }", { kind: "http", scheme: "digest" }],
    ["{ type: nonsense }", undefined],
    ["5", undefined],
    ["{ $ref: '#/nowhere' }", undefined],
  ])("%s", (scheme, expected) => {
    const { schemes } = apiFrom(
      `components: { securitySchemes: { s: ${scheme} }, x-schemes: { t: { type: http, scheme: digest } } }`,
    );
    expect(bare(schemes)).toEqual(expected === undefined ? [] : [{ name: "s", ...expected }]);
  });
});

describe("servers", () => {
  const urlsOf = (text: string): unknown => apiFrom(text).operations[0]?.servers.map(({ url }) => url);

  it.each<readonly [where: string, spec: string, urls: readonly string[]]>([
    ["of the API", "servers: [{ url: /a }, { url: /b }]\npaths: { /x: { get: {} } }", ["/a", "/b"]],
    ["of the path", "servers: [{ url: /a }]\npaths: { /x: { servers: [{ url: /p }], get: {} } }", ["/p"]],
    [
      "of the operation",
      "servers: [{ url: /a }]\npaths: { /x: { servers: [{ url: /p }], get: { servers: [{ url: /o }] } } }",
      ["/o"],
    ],
    ["of nobody", "paths: { /x: { get: {} } }", []],
    ["of an empty list", "servers: [{ url: /a }]\npaths: { /x: { get: { servers: [] } } }", []],
  ])("are those %s", (_, spec, urls) => {
    expect(urlsOf(spec)).toEqual(urls);
  });

  it("are the API's very own where the operation has none, so that nobody needs to compare", () => {
    const api = apiFrom("servers: [{ url: /a }]\npaths: { /x: { get: {} } }");
    expect(api.operations[0]?.servers).toBe(api.servers);
  });

  it("have variables", () => {
    const { servers } = apiFrom(
      `servers: [{ url: "https://{host}/{v}", name: N, description: D, x-a: 1, variables: {
         host: { default: a.example, enum: [a.example, 5, b.example], description: D }, v: { default: 1 }, w: 5 } }, 5]`,
      "3.2.0",
    );
    expect(bare(servers)).toEqual([
      {
        url: "https://{host}/{v}",
        name: "N",
        description: "D",
        variables: [
          { name: "host", default: "a.example", values: ["a.example", "b.example"], description: "D" },
          { name: "v", default: "" },
          { name: "w", default: "" },
        ],
        extensions: [{ name: "x-a", value: 1 }],
      },
      { url: "/", variables: [] },
    ]);
  });
});
