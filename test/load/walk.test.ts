import { expect, it } from "vitest";
import { documentOf, loadTexts } from "./load-texts.ts";

const head = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';

/** The objects below the root's own fields, each as `Kind file#pointer`; the file is left out for the entry. */
function objectsOf(texts: Parameters<typeof documentOf>[0]): readonly string[] {
  const document = documentOf(texts);
  const all = document.objects.map(({ kind, node: { place } }) => {
    return `${kind} ${place.file === document.entry ? "" : place.file}#${place.pointer}`;
  });
  return all.filter((text) => !/^(?:OpenAPI|Info|Paths|Components) #/.test(text));
}

it("finds every kind of object, in the order of the spec", () => {
  const text = `openapi: 3.2.0
info: { title: T, version: "1", contact: {}, license: { name: MIT } }
externalDocs: { url: /docs }
servers: [{ url: /, variables: { v: { default: a } } }]
tags: [{ name: t, externalDocs: { url: /t } }]
security: [{ s: [] }]
paths:
  /a:
    parameters: [{ name: p, in: query, schema: { type: string } }]
    get:
      requestBody: { content: { a/b: { itemSchema: {}, itemEncoding: { headers: { H: {} } } } } }
      responses: { default: { links: { l: { server: { url: / } } }, content: { c/d: { examples: { e: {} } } } } }
      callbacks: { c: { "{$url}": { post: { security: [{}] } } } }
    additionalOperations: { COPY: {} }
webhooks: { w: { get: {} } }
components:
  schemas: { S: { discriminator: { propertyName: k }, xml: {}, items: { not: {} } } }
  securitySchemes: { s: { type: oauth2, flows: { implicit: { scopes: {} } } } }
`;
  expect(documentOf(text).objects.map(({ kind, node }) => `${kind} ${node.place.pointer}`)).toEqual([
    "OpenAPI ",
    "Info /info",
    "Contact /info/contact",
    "License /info/license",
    "External Documentation /externalDocs",
    "Server /servers/0",
    "Server Variable /servers/0/variables/v",
    "Tag /tags/0",
    "External Documentation /tags/0/externalDocs",
    "Security Requirement /security/0",
    "Paths /paths",
    "Path Item /paths/~1a",
    "Parameter /paths/~1a/parameters/0",
    "Schema /paths/~1a/parameters/0/schema",
    "Operation /paths/~1a/get",
    "Request Body /paths/~1a/get/requestBody",
    "Media Type /paths/~1a/get/requestBody/content/a~1b",
    "Schema /paths/~1a/get/requestBody/content/a~1b/itemSchema",
    "Encoding /paths/~1a/get/requestBody/content/a~1b/itemEncoding",
    "Header /paths/~1a/get/requestBody/content/a~1b/itemEncoding/headers/H",
    "Responses /paths/~1a/get/responses",
    "Response /paths/~1a/get/responses/default",
    "Link /paths/~1a/get/responses/default/links/l",
    "Server /paths/~1a/get/responses/default/links/l/server",
    "Media Type /paths/~1a/get/responses/default/content/c~1d",
    "Example /paths/~1a/get/responses/default/content/c~1d/examples/e",
    "Callback /paths/~1a/get/callbacks/c",
    "Path Item /paths/~1a/get/callbacks/c/{$url}",
    "Operation /paths/~1a/get/callbacks/c/{$url}/post",
    "Security Requirement /paths/~1a/get/callbacks/c/{$url}/post/security/0",
    "Operation /paths/~1a/additionalOperations/COPY",
    "Path Item /webhooks/w",
    "Operation /webhooks/w/get",
    "Components /components",
    "Schema /components/schemas/S",
    "Discriminator /components/schemas/S/discriminator",
    "XML /components/schemas/S/xml",
    "Schema /components/schemas/S/items",
    "Schema /components/schemas/S/items/not",
    "Security Scheme /components/securitySchemes/s",
    "OAuth Flows /components/securitySchemes/s/flows",
    "OAuth Flow /components/securitySchemes/s/flows/implicit",
  ]);
});

it("goes into every keyword that holds schemas", () => {
  const one = ["not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames"];
  one.push("unevaluatedItems", "unevaluatedProperties", "contentSchema", "additionalItems");
  const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
  const maps = [
    "$defs",
    "definitions",
    "properties",
    "patternProperties",
    "dependentSchemas",
    "dependencies",
  ];
  const members = [
    ...one.map((keyword) => `${keyword}: {}`),
    ...lists.map((keyword) => `${keyword}: [{}, true]`),
    ...maps.map((keyword) => `${keyword}: { k: {}, l: false }`),
  ];
  const base = "Schema #/components/schemas/S";
  expect(objectsOf(`${head}components: { schemas: { S: { ${members.join(", ")} }, T: true } }`)).toEqual([
    base,
    ...one.map((keyword) => `${base}/${keyword}`),
    ...lists.map((keyword) => `${base}/${keyword}/0`),
    ...maps.map((keyword) => `${base}/${keyword}/k`),
  ]);
});

it("takes for data what only looks like a reference", () => {
  const reference = "{ $ref: none.yaml, $id: x }";
  const schema = ["example", "const", "default", "x-own"].map((key) => `${key}: ${reference}`);
  const lists = ["examples", "enum"].map((key) => `${key}: [${reference}]`);
  const text = `${head}
paths:
  x-paths: { get: ${reference} }
  /a:
    get:
      x-own: ${reference}
      responses:
        "200":
          description: $ref
          content:
            a/b: { example: ${reference}, examples: { e: { value: ${reference} } } }
          links: { l: { operationId: o, parameters: { p: ${reference} }, requestBody: ${reference} } }
components: { schemas: { S: { ${[...schema, ...lists].join(", ")} } } }
`;
  expect(loadTexts(text).diagnostics).toEqual([]);
  expect(objectsOf(text)).toHaveLength(8);
});

it("takes a property called $ref for a property, and a $ref that is no text for no reference", () => {
  const text = `${head}components:
  schemas: { S: { properties: { $ref: { type: string }, $id: { type: string } } } }
  parameters: { p: { $ref: { a: 1 } } }
`;
  expect(loadTexts(text).diagnostics).toEqual([]);
  expect(objectsOf(text)).toEqual([
    "Schema #/components/schemas/S",
    "Schema #/components/schemas/S/properties/$ref",
    "Schema #/components/schemas/S/properties/$id",
    "Parameter #/components/parameters/p",
  ]);
});

it("does not go where an object is expected and something else stands", () => {
  const text = `${head}
servers: { url: / }
tags: [text, [{ name: a }], null]
paths: [{ get: {} }]
components: { schemas: { S: [], T: text, U: { properties: [{}], allOf: {}, items: [{}] } }, responses: null }
`;
  expect(objectsOf(text)).toEqual(["Schema #/components/schemas/U"]);
});

it("follows references to files, and comes back to each place once", () => {
  const texts = {
    "openapi.yaml": `${head}
paths:
  /a: { $ref: paths/a.yaml }
  /b: { $ref: paths/a.yaml }
components: { schemas: { Order: { $ref: models.yaml#/Order } } }
`,
    "paths/a.yaml": `get: { responses: { "200": { $ref: "../answers.yaml#/Ok" } } }`,
    "answers.yaml": `Ok: { content: { a/b: { schema: { $ref: "models.yaml#/Order" } } } }\nUnused: { $ref: none.yaml }`,
    "models.yaml": `Order: { properties: { next: { $ref: "#/Order" }, item: { $ref: "#/Item" } } }\nItem: {}\nOther: {}`,
  };
  expect(objectsOf(texts)).toEqual([
    "Path Item #/paths/~1a",
    "Path Item #/paths/~1b",
    "Schema #/components/schemas/Order",
    "Path Item paths/a.yaml#",
    "Operation paths/a.yaml#/get",
    "Responses paths/a.yaml#/get/responses",
    "Reference paths/a.yaml#/get/responses/200",
    "Schema models.yaml#/Order",
    "Schema models.yaml#/Order/properties/next",
    "Schema models.yaml#/Order/properties/item",
    "Response answers.yaml#/Ok",
    "Media Type answers.yaml#/Ok/content/a~1b",
    "Schema answers.yaml#/Ok/content/a~1b/schema",
    "Schema models.yaml#/Item",
  ]);
  const { files, entry } = documentOf(texts);
  expect(entry).toBe("openapi.yaml");
  expect([...files.keys()]).toEqual(["openapi.yaml", "paths/a.yaml", "models.yaml", "answers.yaml"]);
});

it("counts a place once for each kind of object that is expected there", () => {
  const text = `${head}components:
  parameters: { P: { $ref: "#/x-both" } }
  headers: { H: { $ref: "#/x-both" }, I: { $ref: "#/x-both" } }
x-both: { schema: {} }
`;
  expect(objectsOf(text).filter((object) => object.includes("x-both"))).toEqual([
    "Parameter #/x-both",
    "Schema #/x-both/schema",
    "Header #/x-both",
  ]);
});

it("finds a schema of 3.0 behind a Reference Object, and ignores what stands beside its $ref", () => {
  const text = `openapi: 3.0.3
components:
  schemas:
    S: { $ref: "#/components/schemas/T", properties: { a: { $ref: none.yaml } } }
    T: { nullable: true, const: { $ref: none.yaml } }
`;
  expect(loadTexts(text).diagnostics).toEqual([]);
  expect(objectsOf(text)).toEqual(["Reference #/components/schemas/S", "Schema #/components/schemas/T"]);
});

it("goes into what stands beside the $ref of a schema or a path since 3.1", () => {
  const text = `${head}
paths: { /a: { $ref: "#/x-path", get: {} } }
components: { schemas: { S: { $ref: "#/components/schemas/T", items: {} }, T: {} } }
x-path: { put: {} }
`;
  expect(objectsOf(text)).toEqual([
    "Path Item #/paths/~1a",
    "Operation #/paths/~1a/get",
    "Schema #/components/schemas/S",
    "Schema #/components/schemas/S/items",
    "Schema #/components/schemas/T",
    "Path Item #/x-path",
    "Operation #/x-path/put",
  ]);
});

it("reads the files that discriminators, links and dynamic references name", () => {
  const texts = {
    "openapi.yaml": `openapi: 3.2.0
components:
  schemas:
    S:
      discriminator:
        propertyName: k
        mapping: { a: Cat, b: dogs.yaml, c: "pets.yaml#/Bird", d: none.yaml, e: Other }
        defaultMapping: rest.yaml
    Cat: { $dynamicRef: "tree.yaml#node" }
    dogs.yaml: { title: a name, not a file }
  links: { L: { operationRef: "paths.yaml#/~1a/get" }, M: { operationRef: https://example.com/#/paths } }
`,
    "pets.yaml": "Bird: {}",
    "rest.yaml": "type: object",
    "tree.yaml": "$dynamicAnchor: node",
    "paths.yaml": "/a: { get: {} }",
    "dogs.yaml": "type: array",
    Other: "type: array",
  };
  expect(loadTexts(texts).diagnostics).toEqual([]);
  expect([...documentOf(texts).files.keys()].sort()).toEqual([
    "openapi.yaml",
    "paths.yaml",
    "pets.yaml",
    "rest.yaml",
    "tree.yaml",
  ]);
  expect(objectsOf(texts)).toContain("Operation paths.yaml#/~1a/get");
});

it("finds an $id in a file that is read after the reference to it", () => {
  const texts = {
    "openapi.yaml": `${head}components: { schemas: { A: { $ref: https://example.com/b }, B: { $ref: b.yaml } } }`,
    "b.yaml": "$id: https://example.com/b\nitems: { $ref: c }\n$defs: { C: { $id: c } }",
  };
  expect(loadTexts(texts).diagnostics).toEqual([]);
  expect(objectsOf(texts)).toEqual([
    "Schema #/components/schemas/A",
    "Schema #/components/schemas/B",
    "Schema b.yaml#",
    "Schema b.yaml#/items",
    "Schema b.yaml#/$defs/C",
  ]);
});

it("walks a chain of a hundred thousand references without a deep stack", () => {
  const names = Array.from({ length: 100_000 }, (_, index) => index);
  const schemas = names.map((index) => `"S${index}":{"$ref":"#/components/schemas/S${index + 1}"}`);
  const text = `{"openapi":"3.1.0","components":{"schemas":{${schemas.join()},"S100000":{}}}}`;
  const { value, diagnostics } = loadTexts({ "openapi.json": text });
  expect(diagnostics.map(({ code }) => code)).toEqual(["too-many-references"]);
  expect(value?.objects).toHaveLength(100_003);
});
