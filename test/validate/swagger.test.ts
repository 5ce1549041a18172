import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readerWithin } from "../../generator/disk.ts";
import { loadSpec } from "../../generator/load/load-spec.ts";
import { validateSpec } from "../../generator/validate/validate-spec.ts";
import { complaintsOf } from "./complaints-of.ts";

const answers = 'responses: { "204": { description: Nothing. } }';

/** A document of Swagger 2.0; what it holds starts in its third line. */
function swaggerOf(body: string): string {
  return `swagger: "2.0"\ninfo: { title: Orders, version: "1" }\n${body}`;
}

/** A title, what the document holds, and what there is to say of it. */
type Row = readonly [string, string, readonly string[]];

function itSays(rows: readonly Row[]): void {
  it.each(rows)("%s", (_, body, expected) => {
    expect(complaintsOf(swaggerOf(body))).toEqual(expected);
  });
}

/** What is to be done about each complaint. */
function helpOf(body: string): readonly string[] {
  const { value } = loadSpec("openapi.yaml", () => swaggerOf(body));
  return (value === undefined ? [] : validateSpec(value)).map(({ message, help }) => `${message} ${help}`);
}

const parameters = (...list: readonly string[]): string =>
  `paths: { /a: { post: { ${answers}, parameters: [${list.join(", ")}] } } }`;

describe("a document of Swagger 2.0", () => {
  itSays([
    ["may be as small as that", "paths: {}", []],
    [
      "may hold whatever there is",
      `host: example.com:8080
basePath: /v1
schemes: [https, wss]
consumes: [application/json]
produces: [application/json, image/*]
tags: [{ name: A, externalDocs: { url: /docs } }]
externalDocs: { url: /docs, description: More. }
security: [{ key: [] }, { oauth: [read] }]
securityDefinitions:
  key: { type: apiKey, in: query, name: key }
  basic: { type: basic, description: A name and a password. }
  oauth: { type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: { read: All. } }
definitions:
  Pet:
    type: object
    discriminator: kind
    required: [kind]
    properties:
      kind: { type: string, enum: [Cat, null], x-nullable: true, readOnly: true, example: Cat, xml: { attribute: true } }
      pair: { type: [array, "null"], items: [{ type: string }, { type: integer, minimum: 1, exclusiveMinimum: true }] }
  Cat: { allOf: [{ $ref: "#/definitions/Pet" }], additionalProperties: false }
parameters:
  Id: { name: id, in: path, required: true, type: integer, format: int64 }
responses:
  Pet: { description: A pet., schema: { $ref: "#/definitions/Pet" }, headers: { X-A: { type: array, items: { type: string } } }, examples: { application/json: { kind: Cat } } }
paths:
  /pets/{id}:
    parameters: [{ $ref: "#/parameters/Id" }]
    get:
      operationId: getPet
      tags: [A]
      schemes: [https]
      produces: []
      parameters: [{ name: fields, in: query, type: array, collectionFormat: multi, items: { type: string, enum: [a, b] }, default: [a] }]
      responses: { "200": { $ref: "#/responses/Pet" }, default: { description: Wrong. } }
    post:
      consumes: [multipart/form-data]
      parameters: [{ name: file, in: formData, type: file }, { name: note, in: formData, type: string, allowEmptyValue: true }]
      responses: { "200": { description: The file., schema: { type: file } } }
`,
      [],
    ],
    ["has what it must have", "host: example.com", ["1:1 missing-field"]],
    [
      "has the right kinds of value",
      "schemes: https\npaths: []\ndefinitions: { A: { discriminator: { propertyName: a } } }",
      ["3:10 wrong-type", "4:8 wrong-type", "5:36 wrong-type"],
    ],
    [
      "has the right words",
      `schemes: [ftp]\n${parameters("{ name: a, in: cookie, type: object }")}`,
      ["3:11 wrong-word", "4:101 wrong-word", "4:115 wrong-word"],
    ],
    [
      "has no word of a later version",
      "servers: []\ncomponents: {}\npaths: { /a: { trace: {} } }",
      ["3:1 unknown-field", "4:1 unknown-field", "5:16 unknown-field"],
    ],
    [
      "may have schemas with words of a later version, and is told so",
      "paths: {}\ndefinitions: { A: { nullable: true, oneOf: [{ $ref: '#/definitions/B' }], const: 1, foo: 1 }, B: {} }",
      [
        "4:21 keyword-of-openapi-3",
        "4:37 keyword-of-openapi-3",
        "4:75 keyword-of-openapi-3",
        "4:85 unknown-keyword",
      ],
    ],
    [
      "has references that lead to what they stand for",
      `${parameters('{ $ref: "#/definitions/A" }')}\ndefinitions: { A: {}, B: { $ref: "#/responses/R" } }\nresponses: { R: { description: R. } }`,
      ["3:94 reference-to-another-kind", "4:34 reference-to-no-schema"],
    ],
  ]);

  it("is told what it has in the place of a later word", () => {
    const [servers, components, body, style, content, nullable, constant] = helpOf(
      `servers: []
components: {}
paths:
  /a:
    post:
      requestBody: {}
      parameters: [{ name: a, in: query, type: string, style: form }]
      responses: { default: { description: D., content: {} } }
definitions: { A: { nullable: true, const: 1 } }`,
    );
    expect(servers).toBe(
      "A Swagger Object has no field `servers`. It came with OpenAPI 3.0: in Swagger 2.0 write `host`, `basePath` and `schemes`.",
    );
    expect(components).toContain(
      "write `definitions`, `parameters`, `responses` and `securityDefinitions` at the top.",
    );
    expect(body).toContain("write a parameter with `in: body`, and the media types under `consumes`.");
    expect(style).toContain("write `collectionFormat`.");
    expect(content).toContain("write `schema` here, and the media types under `produces`.");
    expect(nullable).toBe(
      "`nullable` came with OpenAPI 3.0, and this spec is Swagger 2.0. Write `x-nullable`.",
    );
    expect(constant).toBe(
      "`const` came with OpenAPI 3.1, and this spec is Swagger 2.0. Take it out: other tools pass over it.",
    );
  });

  it("is told what it has not, and where a field belongs", () => {
    expect(helpOf("paths: { /a: { trace: {} } }\nflow: implicit\nhosts: a")).toEqual([
      "A Path Item Object has no field `trace`. It came with OpenAPI 3.0, and this spec is Swagger 2.0: take it out.",
      "A Swagger Object has no field `flow`. It is a field of a Security Scheme Object: write it under `securityDefinitions`.",
      'A Swagger Object has no field `hosts`. Did you mean "host"?',
    ]);
  });
});

describe("the address of an API", () => {
  itSays([
    ["has a host and nothing more", 'host: "https://example.com/v1"\npaths: {}', ["3:7 wrong-host"]],
    ["has a host without variables", 'host: "{tenant}.example.com"\npaths: {}', ["3:7 wrong-host"]],
    [
      "has a path that begins with a slash",
      "host: example.com\nbasePath: v1\npaths: {}",
      ["4:11 base-path-without-slash"],
    ],
  ]);
});

describe("a parameter", () => {
  itSays([
    [
      "says what it holds, a body by its schema",
      parameters("{ name: a, in: query, schema: { type: string } }", "{ name: b, in: body, type: string }"),
      ["3:86 parameter-without-schema", "3:136 parameter-without-schema"],
    ],
    [
      "that is a file stands in a form",
      parameters("{ name: a, in: query, type: file }"),
      ["3:114 file-outside-form"],
    ],
    [
      "has a type like a schema",
      parameters(
        "{ name: a, in: query, type: array, items: { type: integer, enum: [1, x, 1] }, pattern: '(' }",
      ),
      ["3:155 enum-outside-type", "3:158 duplicate-enum-value", "3:173 invalid-pattern"],
    ],
    [
      "of a form has extensions that are right",
      parameters("{ name: a, in: formData, type: string, enum: [a], x-enum-varnames: [A, B], x-name: a b }"),
      ["3:153 wrong-enum-extension", "3:169 wrong-extension"],
    ],
    [
      "of a header is not one that other fields speak of",
      parameters("{ name: Content-Type, in: header, type: string }"),
      ["3:86 reserved-header-parameter"],
    ],
    [
      "is told from the others",
      parameters(
        "{ name: a, in: query, type: string }",
        "{ name: a, in: formData, type: string }",
        "{ name: a, in: query, type: string }",
      ),
      ["3:165 duplicate-parameter"],
    ],
    [
      "of a path is in it, and required",
      `paths: { "/a/{b}": { get: { ${answers} }, put: { ${answers}, parameters: [{ name: b, in: path, type: string }] } } }`,
      ["3:22 undeclared-path-parameter", "3:149 path-parameter-not-required"],
    ],
  ]);

  it("is told its type in the words of Swagger 2.0", () => {
    const told = helpOf(
      `paths: { "/a/{b}": { get: { ${answers}, parameters: [{ name: a, in: query }, { name: Accept, in: header, type: string }] } } }`,
    );
    expect(told.join("\n")).toContain("Declare it: { name: b, in: path, required: true, type: string }.");
    expect(told.join("\n")).toContain("Give it a `type`, such as `type: string`.");
    expect(told.join("\n")).toContain("The media types under `produces` say what the client accepts");
  });
});

describe("a list as a parameter", () => {
  const list = (more: string): string =>
    parameters(`{ name: a, ${more}, type: array, items: { type: string } }`);
  itSays([
    ...["csv", "ssv", "pipes", "multi"].flatMap((format): readonly Row[] =>
      ["query", "formData"].map((place) => [
        `may be ${format} in a ${place}`,
        list(`in: ${place}, collectionFormat: ${format}`),
        [],
      ]),
    ),
    ["may say nothing of its format", list("in: header"), []],
    ["can hardly be tsv", list("in: query, collectionFormat: tsv"), ["3:126 inexact-collection-format"]],
    ["is csv in a header", list("in: header, collectionFormat: pipes"), ["3:127 inexact-collection-format"]],
    [
      "has no lists in it",
      parameters("{ name: a, in: query, type: array, items: { type: array, items: { type: string } } }"),
      ["3:136 list-of-lists"],
    ],
    [
      "that is none needs no format",
      parameters("{ name: a, in: query, type: string, collectionFormat: tsv }"),
      [],
    ],
  ]);

  it("is told how it will be sent", () => {
    expect(helpOf(list("in: query, collectionFormat: tsv"))[0]).toMatch(/`tsv` here: a space stands between/);
    expect(helpOf(list("in: header, collectionFormat: ssv"))[0]).toMatch(
      /`ssv` here: a comma stands between/,
    );
  });
});

describe("a body", () => {
  const body = (name: string): string => `{ name: ${name}, in: body, schema: {} }`;
  const field = (name: string): string => `{ name: ${name}, in: formData, type: string }`;
  itSays([
    ["is one", parameters(body("a"), body("b")), ["3:121 several-bodies"]],
    ["is a form or not", parameters(field("a"), body("b")), ["3:127 several-bodies"]],
    ["may be a form of many fields", parameters(field("a"), field("b")), []],
    [
      "of an operation replaces that of its path by its name",
      `paths: { /a: { parameters: [${body("a")}], put: { ${answers}, parameters: [${body("a")}] }, post: { ${answers}, parameters: [${body("b")}] } } }`,
      ["3:242 several-bodies"],
    ],
    [
      "has no meaning on GET",
      `paths: { /a: { get: { ${answers}, parameters: [${field("a")}, ${field("b")}] }, head: { ${answers}, parameters: [${body("a")}] } } }`,
      ["3:85 body-on-get", "3:240 body-on-get"],
    ],
    [
      "has media types",
      `consumes: [json]\npaths: { /a: { post: { ${answers}, produces: [text, text/plain] } } }`,
      ["3:12 wrong-media-type", "4:84 wrong-media-type"],
    ],
  ]);
});

describe("security", () => {
  const schemes = `
securityDefinitions:
  key: { type: apiKey, in: header, name: X-Key }
  oauth: { type: oauth2, flow: application, tokenUrl: /t, scopes: { read: All. } }
paths: {}`;
  itSays([
    [
      "names a scheme of the document, and its scopes",
      `security: [{ key: [] }, { kye: [] }, { oauth: [read, raed] }]${schemes}`,
      ["3:27 unknown-security-scheme", "3:54 unknown-scope"],
    ],
    [
      "has what its type needs",
      `paths: {}
securityDefinitions:
  key: { type: apiKey }
  oauth: { type: oauth2, flow: accessCode, scopes: {} }
  other: { type: oauth2 }
  http: { type: http }`,
      [
        "5:3 incomplete-security",
        "5:3 incomplete-security",
        "6:3 incomplete-security",
        "6:3 incomplete-security",
        "7:3 incomplete-security",
        "7:3 incomplete-security",
        "8:17 wrong-word",
      ],
    ],
  ]);

  it("is told where schemes stand", () => {
    expect(helpOf("paths: {}\nsecurity: [{ key: [] }]")).toEqual([
      'There is no security scheme "key". Declare it under `securityDefinitions`.',
    ]);
  });
});

// Specs of others, where a folder of them lies beside this one.
const specs = join(import.meta.dirname, "../../../shared/specs");

it.skipIf(!existsSync(specs)).each([
  ["", "kubernetes-v2.json"],
  ["", "slack-v2.json"],
  ["", "uber-v2.json"],
  ["petstore-separate-v2", "spec/swagger.yaml"],
  ["digitalocean/specification", "DigitalOcean-public.v2.yaml"],
])("finds no error in %s/%s (skipped where these specs are absent)", (folder, entry) => {
  const { value, diagnostics } = loadSpec(entry, readerWithin(join(specs, folder)));
  const all = [...diagnostics, ...(value === undefined ? [] : validateSpec(value))];
  expect(all.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(value?.objects.length).toBeGreaterThan(40);
});
