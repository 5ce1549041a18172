// A document of Swagger 2.0 and what its author would write in OpenAPI 3.0 make the same model.
import { describe, expect, it } from "vitest";
import { comparableApi } from "../bundle/comparable-api.ts";
import { documentFrom } from "../builders/spec-texts.ts";

const info = 'info: { title: Orders, version: "1", description: D., x-a: 1 }\n';
const in20 = (body: string): string => `swagger: "2.0"\n${info}${body}`;
const in30 = (body: string): string => `openapi: 3.0.4\n${info}${body}`;

function modelOf(text: string): unknown {
  return comparableApi(documentFrom({ "openapi.yaml": text }));
}

/** A title, and the same in both versions. */
type Twins = readonly [title: string, before: string, since: string];

function itReads(twins: readonly Twins[]): void {
  it.each(twins)("%s", (_, before, since) => {
    expect(modelOf(in20(before))).toEqual(modelOf(in30(since)));
  });
}

/** An operation with these fields, in flow style. */
const post = (fields: string): string => `paths: { "/a/{b}": { post: { ${fields} } } }`;

describe("the servers", () => {
  const paths = "paths: { /a: { get: { schemes: [wss] }, put: {} } }";
  itReads([
    ["are none where nobody says", "paths: {}", "paths: {}"],
    [
      "are one for each scheme, in their order",
      "host: a.example:8080\nbasePath: /v1/\nschemes: [http, https, http]\npaths: {}",
      "servers: [{ url: http://a.example:8080/v1 }, { url: https://a.example:8080/v1 }]\npaths: {}",
    ],
    ["are safe by default", "host: a.example\npaths: {}", "servers: [{ url: https://a.example }]\npaths: {}"],
    [
      "are a path where the host is not known",
      "basePath: /v1\nschemes: [https]\npaths: {}",
      "servers: [{ url: /v1 }]\npaths: {}",
    ],
    ["have no path that is only a slash", "basePath: /\npaths: {}", "paths: {}"],
    ["have a path that begins with a slash", "basePath: v1\npaths: {}", "servers: [{ url: /v1 }]\npaths: {}"],
    [
      "are others where an operation has its own schemes",
      `host: a.example\nschemes: [https]\n${paths}`,
      "servers: [{ url: https://a.example }]\npaths: { /a: { get: { servers: [{ url: wss://a.example }] }, put: {} } }",
    ],
    [
      "stay without a host, whatever the schemes of an operation",
      paths,
      "paths: { /a: { get: {}, put: {} } }",
    ],
  ]);

  it("are those of the API where an operation says the same", () => {
    const text = in20("host: a.example\nschemes: [https]\npaths: { /a: { get: { schemes: [https] } } }");
    expect(modelOf(text)).toEqual(modelOf(text.replace("schemes: [https] } } }", "} } }")));
  });
});

describe("a parameter", () => {
  const style = (written: string, format: string, since: string): Twins => [
    `that is a list, ${format === "" ? "as usual" : format}, ${written}`,
    post(
      `parameters: [{ name: b, ${written}, type: array${format && `, collectionFormat: ${format}`}, items: { type: integer } }]`,
    ),
    post(
      `parameters: [{ name: b, ${written}, ${since}, schema: { type: array, items: { type: integer } } }]`,
    ),
  ];
  itReads([
    [
      "has its type among its own fields",
      post(`parameters: [{ name: q, in: query, description: Q., type: string, format: date, default: a, enum: [a, b], pattern: a,
        minLength: 1, x-enum-varnames: [A, B], x-own: 1, x-name: query, allowEmptyValue: true, x-nullable: true },
        { name: X-H, in: header, required: true, type: number, minimum: 1, exclusiveMinimum: true, maximum: 9, multipleOf: 2 },
        { name: b, in: path, type: string, maxLength: 9 }]`),
      post(`parameters: [{ name: q, in: query, description: Q., x-own: 1, x-name: query, allowEmptyValue: true,
        schema: { type: string, format: date, default: a, enum: [a, b], pattern: a, minLength: 1, x-enum-varnames: [A, B], nullable: true } },
        { name: X-H, in: header, required: true, schema: { type: number, minimum: 1, exclusiveMinimum: true, maximum: 9, multipleOf: 2 } },
        { name: b, in: path, schema: { type: string, maxLength: 9 } }]`),
    ],
    style("in: query", "", "explode: false"),
    style("in: query", "csv", "explode: false"),
    style("in: query", "multi", "explode: true"),
    style("in: query", "ssv", "style: spaceDelimited, explode: false"),
    style("in: query", "pipes", "style: pipeDelimited, explode: false"),
    style("in: query", "tsv", "style: spaceDelimited, explode: false"),
    style("in: query", "constructor", "explode: false"),
    style("in: path", "csv", "style: simple"),
    style("in: path", "pipes", "style: simple"),
    style("in: header", "ssv", "style: simple"),
    [
      "that is a list has items of every kind",
      post(
        "parameters: [{ name: q, in: query, type: array, minItems: 1, uniqueItems: true, items: { type: array, items: { type: string, enum: [a] } } }]",
      ),
      post(
        "parameters: [{ name: q, in: query, explode: false, schema: { type: array, minItems: 1, uniqueItems: true, items: { type: array, items: { type: string, enum: [a] } } } }]",
      ),
    ],
    [
      "may stand with the document, and replaces that of the path",
      `parameters: { Q: { name: q, in: query, type: string }, B: { name: b, in: path, type: integer } }
paths: { "/a/{b}": { parameters: [{ $ref: "#/parameters/B" }, { $ref: "#/parameters/Q" }], get: { parameters: [{ name: q, in: query, type: boolean }] }, put: {} } }`,
      `components: { parameters: { Q: { name: q, in: query, schema: { type: string } }, B: { name: b, in: path, schema: { type: integer } } } }
paths: { "/a/{b}": { parameters: [{ $ref: "#/components/parameters/B" }, { $ref: "#/components/parameters/Q" }], get: { parameters: [{ name: q, in: query, schema: { type: boolean } }] }, put: {} } }`,
    ],
    [
      "is left out where other fields speak of it, or nobody knows where it goes",
      post(
        "parameters: [{ name: Authorization, in: header, type: string }, { name: c, in: cookie, type: string }, { in: query }, 5]",
      ),
      post("parameters: []"),
    ],
    [
      "of a path is paired with the template",
      post("parameters: [{ name: c, in: path, type: string }]"),
      post("parameters: [{ name: b, in: path, schema: { type: string } }]"),
    ],
  ]);
});

describe("a body", () => {
  const body =
    "parameters: [{ name: pet, in: body, description: P., required: true, x-own: 1, schema: { type: object } }]";
  const content = (...types: readonly string[]): string =>
    `requestBody: { description: P., required: true, x-own: 1, content: { ${types.map((type) => `${JSON.stringify(type)}: { schema: { type: object } }`).join(", ")} } }`;
  itReads([
    ["is JSON where nobody says", post(body), post(content("application/json"))],
    [
      "is what the document consumes",
      `consumes: [application/xml, application/json, application/xml]\n${post(body)}`,
      post(content("application/xml", "application/json")),
    ],
    [
      "is what the operation consumes",
      `consumes: [text/csv]\n${post(`consumes: [a/b], ${body}`)}`,
      post(content("a/b")),
    ],
    [
      "is JSON where the operation clears the list",
      `consumes: [text/csv]\n${post(`consumes: [], ${body}`)}`,
      post(content("application/json")),
    ],
    [
      "is JSON where anything will do",
      post(`consumes: ["*/*", application/json], ${body}`),
      post(content("application/json")),
    ],
    [
      "is anything where that is a text",
      post(
        'consumes: ["*/*"], parameters: [{ name: pet, in: body, schema: { type: string, format: binary } }]',
      ),
      post('requestBody: { content: { "*/*": { schema: { type: string, format: binary } } } }'),
    ],
    [
      "may lack a schema",
      post("parameters: [{ name: pet, in: body }]"),
      post("requestBody: { content: { application/json: {} } }"),
    ],
    [
      "may stand with the document",
      `parameters: { P: { name: p, in: body, schema: { $ref: "#/definitions/D" } } }\ndefinitions: { D: {} }\n${post('parameters: [{ $ref: "#/parameters/P" }]')}`,
      `components: { schemas: { D: {} } }\n${post('requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/D" } } } }')}`,
    ],
    [
      "comes before a form",
      post(`parameters: [{ name: f, in: formData, type: string }, ${body.slice(13)}`),
      post(content("application/json")),
    ],
  ]);
});

describe("a form", () => {
  const form = (type: string, properties: string, more = "", required = false): string =>
    post(
      `requestBody: { required: ${required}, content: { ${type}: { schema: { type: object, ${properties} }${more} } } }`,
    );
  const urlEncoded = "application/x-www-form-urlencoded";
  const field = "{ name: f, in: formData, type: string }";
  const file = "{ name: f, in: formData, type: file, description: F., required: true }";
  const properties = "properties: { f: { type: string } }";
  const fileProperties =
    "required: [f], properties: { f: { type: string, format: binary, description: F. } }";
  itReads([
    [
      "is sent as one in a URL where nobody says",
      post(`parameters: [${field}]`),
      form(urlEncoded, properties),
    ],
    [
      "is sent in parts where the operation says so",
      post(`consumes: [multipart/form-data], parameters: [${field}]`),
      form("multipart/form-data", properties),
    ],
    [
      "is never sent as JSON",
      post(`consumes: [application/json, ${urlEncoded}], parameters: [${field}]`),
      form(urlEncoded, properties),
    ],
    [
      "is sent in parts where it has a file",
      post(`parameters: [${file}]`),
      form("multipart/form-data", fileProperties, "", true),
    ],
    [
      "with a file is sent in no other way",
      post(`consumes: [${urlEncoded}, multipart/form-data], parameters: [${file}]`),
      form("multipart/form-data", fileProperties, "", true),
    ],
    [
      "has fields with all that they say",
      post(
        "parameters: [{ name: a, in: formData, type: integer, default: 1, description: A., x-own: 1, x-enum-varnames: [A], enum: [1], required: true, allowEmptyValue: true }]",
      ),
      form(
        urlEncoded,
        "required: [a], properties: { a: { type: integer, default: 1, description: A., x-own: 1, x-enum-varnames: [A], enum: [1] } }",
        "",
        true,
      ),
    ],
    [
      "has lists that travel as they say",
      post(
        `parameters: [${[
          "",
          ", collectionFormat: multi",
          ", collectionFormat: pipes",
          ", collectionFormat: ssv",
        ]
          .map(
            (format, index) =>
              `{ name: f${index}, in: formData, type: array, items: { type: string }${format} }`,
          )
          .join(", ")}]`,
      ),
      form(
        urlEncoded,
        `properties: { ${[0, 1, 2, 3].map((index) => `f${index}: { type: array, items: { type: string } }`).join(", ")} }`,
        ", encoding: { f0: { style: form, explode: false }, f2: { style: pipeDelimited, explode: false }, f3: { style: spaceDelimited, explode: false } }",
      ),
    ],
  ]);
});

describe("an answer", () => {
  const answer = (fields: string): string => `responses: { "200": { description: D., ${fields} } }`;
  const schema = "schema: { type: object }";
  const content = (...types: readonly string[]): string =>
    answer(`content: { ${types.map((type) => `${JSON.stringify(type)}: { ${schema} }`).join(", ")} }`);
  const file = "schema: { type: string, format: binary }";
  itReads([
    [
      "has no body without a schema",
      `produces: [a/b]\n${post(answer("x-own: 1"))}`,
      post(answer("x-own: 1")),
    ],
    ["is JSON where nobody says", post(answer(schema)), post(content("application/json"))],
    [
      "is what the document produces",
      `produces: [a/b, c/d]\n${post(answer(schema))}`,
      post(content("a/b", "c/d")),
    ],
    [
      "is what the operation produces",
      `produces: [a/b]\n${post(`produces: [c/d], ${answer(schema)}`)}`,
      post(content("c/d")),
    ],
    [
      "is JSON where the operation clears the list",
      `produces: [a/b]\n${post(`produces: [], ${answer(schema)}`)}`,
      post(content("application/json")),
    ],
    [
      "is JSON where anything may come",
      post(`produces: ["*/*"], ${answer(schema)}`),
      post(content("application/json")),
    ],
    [
      "is a file",
      post(`produces: [application/pdf], ${answer("schema: { type: file }")}`),
      post(answer(`content: { application/pdf: { ${file} } }`)),
    ],
    [
      "that is a file is no JSON",
      `produces: [application/json]\n${post(answer("schema: { type: file }"))}`,
      post(answer(`content: { application/octet-stream: { ${file} } }`)),
    ],
    [
      "that is a file may be a definition",
      `definitions: { F: { type: file } }\n${post(`produces: [application/hal+json, image/png], ${answer('schema: { $ref: "#/definitions/F" }')}`)}`,
      `components: { schemas: { F: { type: string, format: binary } } }\n${post(answer('content: { image/png: { schema: { $ref: "#/components/schemas/F" } } }'))}`,
    ],
    [
      "has examples of its media types",
      post(`produces: [a/b, c/d], ${answer(`${schema}, examples: { a/b: { e: 1 }, e/f: 2 }`)}`),
      post(answer(`content: { a/b: { ${schema}, example: { e: 1 } }, c/d: { ${schema} } }`)),
    ],
    [
      "has headers",
      post(
        answer(
          "headers: { X-A: { description: A., type: array, items: { type: string }, x-correlation-id: true, x-own: 1 }, Content-Type: { type: string } }",
        ),
      ),
      post(
        answer(
          "headers: { X-A: { description: A., schema: { type: array, items: { type: string } }, x-correlation-id: true, x-own: 1 } }",
        ),
      ),
    ],
    [
      "may stand with the document",
      `responses: { R: { description: R., x-error-codes: [e], ${schema} } }\n${post('responses: { default: { $ref: "#/responses/R" }, 4xx: { $ref: "#/none" }, x-a: {} }')}`,
      `components: { responses: { R: { description: R., x-error-codes: [e], content: { application/json: { ${schema} } } } } }\n${post('responses: { default: { $ref: "#/components/responses/R" } }')}`,
    ],
  ]);
});

describe("security", () => {
  const scheme = (name: string, before: string, since: string): Twins => [
    name,
    `securityDefinitions: { s: { description: S., x-own: 1, ${before} } }\nsecurity: [{ s: [a] }, {}]\npaths: { /a: { get: { security: [] } } }`,
    `components: { securitySchemes: { s: { description: S., x-own: 1, ${since} } } }\nsecurity: [{ s: [a] }, {}]\npaths: { /a: { get: { security: [] } } }`,
  ];
  const flow = (before: string, since: string, urls: string): Twins =>
    scheme(
      `may be the flow ${before}`,
      `type: oauth2, flow: ${before}, ${urls}, scopes: { a: A., b: B. }`,
      `type: oauth2, flows: { ${since}: { ${urls}, scopes: { a: A., b: B. } } }`,
    );
  itReads([
    scheme("may be a name and a password", "type: basic", "type: http, scheme: basic"),
    scheme(
      "may be a key in a header",
      "type: apiKey, in: header, name: X-Key",
      "type: apiKey, in: header, name: X-Key",
    ),
    scheme(
      "may be a key in a query",
      "type: apiKey, in: query, name: key",
      "type: apiKey, in: query, name: key",
    ),
    flow("implicit", "implicit", "authorizationUrl: /a"),
    flow("password", "password", "tokenUrl: /t"),
    flow("application", "clientCredentials", "tokenUrl: /t"),
    flow("accessCode", "authorizationCode", "authorizationUrl: /a, tokenUrl: /t"),
    scheme(
      "may have scopes with notes",
      "type: oauth2, flow: implicit, scopes: { a: A., x-b: 1 }",
      "type: oauth2, flows: { implicit: { scopes: { a: A. } } }",
    ),
    scheme("has no flow that nobody knows", "type: oauth2, flow: constructor", "type: oauth2, flows: {}"),
  ]);

  it("is none of a kind that nobody knows", () => {
    expect(modelOf(in20("securityDefinitions: { s: { type: openIdConnect } }"))).toEqual(
      modelOf(in30("paths: {}")),
    );
  });
});

describe("a schema", () => {
  const definition = (before: string, since: string, others = ""): readonly [string, string] => [
    `definitions: { A: ${before}, B: { type: string }${others} }`,
    `components: { schemas: { A: ${since}, B: { type: string }${others.replaceAll("#/definitions", "#/components/schemas")} } }`,
  ];
  const ref = '{ $ref: "#/definitions/B" }';
  const ref30 = '{ $ref: "#/components/schemas/B" }';
  itReads([
    [
      "may allow null",
      ...definition(
        "{ type: string, x-nullable: true, x-own: 1 }",
        "{ type: string, nullable: true, x-own: 1 }",
      ),
    ],
    [
      "may allow null beside others",
      ...definition(`{ allOf: [${ref}], x-nullable: true }`, `{ allOf: [${ref30}], nullable: true }`),
    ],
    ["may allow null or not", ...definition("{ type: string, x-nullable: false }", "{ type: string }")],
    [
      "may allow null beside a reference",
      ...definition(
        `{ properties: { b: { $ref: "#/definitions/B", x-nullable: true } } }`,
        `{ properties: { b: { allOf: [${ref30}], nullable: true } } }`,
      ),
    ],
    [
      "has exclusive bounds",
      ...definition(
        "{ type: integer, maximum: 9, exclusiveMaximum: true }",
        "{ type: integer, maximum: 9, exclusiveMaximum: true }",
      ),
    ],
    [
      "has properties",
      ...definition(
        `{ type: object, required: [a], properties: { a: { type: string, readOnly: true, title: T, description: D., default: a, example: b }, b: ${ref} }, additionalProperties: ${ref}, externalDocs: { url: /d } }`,
        `{ type: object, required: [a], properties: { a: { type: string, readOnly: true, title: T, description: D., default: a, example: b }, b: ${ref30} }, additionalProperties: ${ref30}, externalDocs: { url: /d } }`,
      ),
    ],
    ["may be an alias", ...definition(ref, ref30)],
    [
      "may have words of 3.0 all the same",
      ...definition(
        `{ oneOf: [${ref}, { type: integer }], nullable: true }`,
        `{ oneOf: [${ref30}, { type: integer }], nullable: true }`,
      ),
    ],
  ]);
});

describe("a discriminator", () => {
  const family = (pet: string, refs: string, more = ""): string =>
    `Cat: { allOf: [{ $ref: "#/${refs}/Pet" }, { type: object }] }, Pet: { type: object, properties: { kind: { type: string${more} } }, ${pet} },
    Dog: { allOf: [{ type: object }, { $ref: "#/${refs}/Pet" }] }, Lion: { allOf: [{ $ref: "#/${refs}/Cat" }] }, Plant: { type: object }`;
  const before = (pet: string, more = ""): string => `definitions: { ${family(pet, "definitions", more)} }`;
  const since = (pet: string, more = ""): string =>
    `components: { schemas: { ${family(pet, "components/schemas", more)} } }`;
  const mapping = (...names: readonly string[]): string =>
    `discriminator: { propertyName: kind, mapping: { ${names.map((name) => `${name}: ${name}`).join(", ")} } }`;
  itReads([
    [
      "tells apart all that are made of a definition, and itself",
      before("discriminator: kind"),
      since(mapping("Cat", "Pet", "Dog", "Lion")),
    ],
    [
      "tells apart those that may be",
      before("discriminator: kind", ", enum: [Dog, Cat, Cow]"),
      since(mapping("Cat", "Dog"), ", enum: [Dog, Cat, Cow]"),
    ],
    [
      "tells nothing apart where nothing is made of a definition",
      'definitions: { Pet: { type: object, discriminator: kind }, Zoo: { properties: { pet: { $ref: "#/definitions/Pet" } } } }',
      'components: { schemas: { Pet: { type: object, discriminator: { propertyName: kind } }, Zoo: { properties: { pet: { $ref: "#/components/schemas/Pet" } } } } }',
    ],
    [
      "tells nothing apart outside of the definitions",
      "paths: { /a: { get: { responses: { default: { schema: { type: object, discriminator: kind } } } } } }",
      "paths: { /a: { get: { responses: { default: { content: { application/json: { schema: { type: object, discriminator: { propertyName: kind } } } } } } } } }",
    ],
  ]);

  it("goes by the names that definitions lend to files", () => {
    const { models } = comparableApi(
      documentFrom({
        "a.yaml": in20("definitions: { Animal: { $ref: pets.yaml#/Pet }, Cat: { $ref: pets.yaml#/Cat } }"),
        "pets.yaml": "Pet: { type: object, discriminator: kind }\nCat: { allOf: [{ $ref: '#/Pet' }] }",
      }),
    );
    expect(models["Animal"]).toMatchObject({
      discriminator: {
        property: "kind",
        mapping: [
          { value: "Animal", id: "Animal" },
          { value: "Cat", id: "Cat" },
        ],
      },
    });
  });

  it("tells nothing more apart where each of very many is made of all before it", () => {
    const names = Array.from({ length: 3000 }, (_, index) => index);
    const definitions = names.map(
      (index) =>
        `"D${index}": { "discriminator": "k", "allOf": [{ "$ref": "#/definitions/D${Math.max(0, index - 1)}" }] }`,
    );
    const document = documentFrom({
      "openapi.json": `{ "swagger": "2.0", "definitions": { ${definitions.join()} } }`,
    });
    const { models } = comparableApi(document);
    const told = Object.values(models).flatMap((shape) => (shape as Told).discriminator?.mapping ?? []);
    expect(told.length).toBeGreaterThan(50_000);
    expect(told.length).toBeLessThanOrEqual(100_000);
  });
});

interface Told {
  readonly discriminator?: { readonly mapping: readonly unknown[] };
}
