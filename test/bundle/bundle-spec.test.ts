import { expect, it } from "vitest";
import { writeYaml } from "../../generator/yaml.ts";
import { answering, bundleJson, bundleOf, documentOf, filesOf, noNames, plain } from "./bundle-of.ts";

const components = (bundle: unknown): unknown => (bundle as { readonly components?: unknown }).components;
const schemas = (bundle: unknown): unknown => (components(bundle) as { readonly schemas?: unknown }).schemas;
const paths = (bundle: unknown): unknown => (bundle as { readonly paths?: unknown }).paths;

it("leaves a spec of one file as it is", () => {
  const document = documentOf(
    filesOf(`
x-first: { $ref: not/a/reference.yaml }
paths:
  /b:
    get:
      responses:
        default: { $ref: "#/components/responses/Failed" }
        "404": { $ref: "#/components/responses/Failed", description: Missing. }
        "200":
          description: ok
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Order/properties/parts" }
              example: { $ref: "order.yaml" }
  /a: { $ref: "#/paths/~1b", summary: The same. }
components:
  schemas:
    Order: { type: object, properties: { parts: { type: array }, id: { type: integer, maximum: 9007199254740993 } } }
    Alias: { $ref: "#/components/schemas/Order" }
    Encoded: { $ref: "#/components/schemas/O%72der/properties/id" }
  responses: { Failed: { description: Failed. } }
`),
  );
  expect(bundleJson(document)).toEqual(document.root.value);
  expect(writeYaml(bundleJson(document))).toBe(writeYaml(document.root.value));
});

it("puts the content of a file where a component only points at it", () => {
  const bundle = bundleOf(
    filesOf(
      `
components:
  schemas:
    Order: { $ref: schemas/order.yaml }
    Same: { $ref: schemas/order.yaml }
    Part: { $ref: schemas/parts.yaml#/Part }
  parameters:
    Page: { $ref: parameters.yaml#/Page }
  responses: { Failed: { $ref: responses/failed.yaml } }
  securitySchemes: { Key: { $ref: security.yaml } }
`,
      {
        "schemas/order.yaml":
          "type: object\nproperties: { part: { $ref: parts.yaml#/Part }, parent: { $ref: '#' } }\n",
        "schemas/parts.yaml": "Part: { type: string, x-note: { $ref: kept } }\n",
        "parameters.yaml": "Page: { name: page, in: query, schema: { $ref: schemas/parts.yaml#/Part } }\n",
        "responses/failed.yaml":
          "description: Failed.\ncontent: { text/plain: { schema: { $ref: ../schemas/order.yaml } } }\n",
        "security.yaml": "type: apiKey\nname: key\nin: header\n",
      },
    ),
  );
  const part = { $ref: "#/components/schemas/Part" };
  const order = { $ref: "#/components/schemas/Order" };
  expect(components(bundle)).toEqual({
    schemas: {
      Order: { type: "object", properties: { part, parent: order } },
      Same: order,
      Part: { type: "string", "x-note": { $ref: "kept" } },
    },
    parameters: { Page: { name: "page", in: "query", schema: part } },
    responses: { Failed: { description: "Failed.", content: { "text/plain": { schema: order } } } },
    securitySchemes: { Key: { type: "apiKey", name: "key", in: "header" } },
  });
});

it("adds what only files hold to the components, under keys that are free", () => {
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /orders:
    post:
      parameters: [{ $ref: "parts/page.yaml" }, { $ref: "parts/all.yaml#/parameters/1" }]
      requestBody: { $ref: "parts/body.yaml" }
      responses:
        "201":
          description: ok
          headers: { X-Rate: { $ref: "parts/all.yaml#/Rate" } }
          links: { next: { $ref: "parts/all.yaml#/Next" } }
          content:
            application/json:
              schema: { $ref: "parts/order.yaml" }
              examples: { one: { $ref: "parts/all.yaml#/One" } }
        "404": { $ref: "parts/all.yaml#/404" }
      callbacks: { done: { $ref: "parts/all.yaml#/Done" } }
components:
  parameters: { page: { name: other, in: query, schema: {} } }
`,
      {
        "parts/page.yaml": "name: page\nin: query\nschema: { type: string }\n",
        "parts/all.yaml": `
parameters: [{}, { name: sort, in: query, schema: { type: string } }]
Rate: { schema: { type: integer } }
Next: { operationId: other }
One: { value: { $ref: order.yaml } }
"404": { description: Missing. }
Done: { "{$url}": { post: { responses: { "204": { description: ok } } } } }
`,
        "parts/body.yaml": "content: { text/plain: {} }\n",
        "parts/order.yaml": "title: Purchase order\ntype: object\n",
      },
    ),
  );
  expect(components(bundle)).toEqual({
    parameters: {
      page: { name: "other", in: "query", schema: {} },
      page2: { name: "page", in: "query", schema: { type: "string" } },
      "parameters-1": { name: "sort", in: "query", schema: { type: "string" } },
    },
    requestBodies: { body: { content: { "text/plain": {} } } },
    responses: { "404": { description: "Missing." } },
    callbacks: { Done: { "{$url}": { post: { responses: { "204": { description: "ok" } } } } } },
    headers: { Rate: { schema: { type: "integer" } } },
    links: { Next: { operationId: "other" } },
    schemas: { PurchaseOrder: { title: "Purchase order", type: "object" } },
    examples: { One: { value: { $ref: "order.yaml" } } },
  });
  expect(JSON.stringify(paths(bundle)).match(/"\$ref":"[^"]+"/g)).toEqual([
    '"$ref":"#/components/parameters/page2"',
    '"$ref":"#/components/parameters/parameters-1"',
    '"$ref":"#/components/requestBodies/body"',
    '"$ref":"#/components/headers/Rate"',
    '"$ref":"#/components/links/Next"',
    '"$ref":"#/components/schemas/PurchaseOrder"',
    '"$ref":"#/components/examples/One"',
    '"$ref":"#/components/responses/404"',
    '"$ref":"#/components/callbacks/Done"',
  ]);
});

it("keeps what stands beside a reference", () => {
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /orders: { get: ${answering("{ $ref: order.yaml, description: Ours. }")} }
components:
  schemas:
    Described: { $ref: order.yaml, description: Another. }
`,
      { "order.yaml": "type: object\n" },
    ),
  );
  expect(schemas(bundle)).toEqual({
    Described: { $ref: "#/components/schemas/Order", description: "Another." },
    Order: { type: "object" },
  });
  expect(JSON.stringify(paths(bundle))).toContain(
    '"schema":{"$ref":"#/components/schemas/Order","description":"Ours."}',
  );
});

it("writes path items of files out, beside what the path says itself", () => {
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /orders/{id}: { $ref: "paths/the%20order.yaml" }
  /orders: { $ref: paths/orders.yaml, summary: Ours. }
webhooks:
  paid: { $ref: paths/orders.yaml }
`,
      {
        "paths/the order.yaml": "$ref: order.yaml\n",
        "paths/order.yaml": `get: ${answering("{ $ref: ../order.yaml }")}\n`,
        "paths/orders.yaml": `summary: Theirs.\npost: { responses: { "204": { description: ok } } }\n`,
        "order.yaml": "type: object\n",
      },
    ),
  );
  const post = { responses: { "204": { description: "ok" } } };
  expect(bundle).toMatchObject({
    paths: {
      "/orders/{id}": {
        get: {
          responses: {
            "200": { content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } } } },
          },
        },
      },
      "/orders": { summary: "Ours.", post },
    },
    webhooks: { paid: { summary: "Theirs.", post } },
  });
});

it.each([
  ["3.1.0", "pathItems"],
  ["3.0.3", "x-path-items"],
])("ends path items that lead to themselves through a callback (%s)", (version, section) => {
  const document = documentOf(
    filesOf(
      `
paths:
  /orders:
    post:
      responses: { "204": { description: ok } }
      callbacks: { again: { "{$url}": { $ref: item.yaml } } }
`,
      {
        "item.yaml":
          'post:\n  responses: { "204": { description: ok } }\n  callbacks: { again: { "{$url}": { $ref: item.yaml } } }\n',
      },
      version,
    ),
  );
  const bundle = plain(bundleJson(document, noNames));
  const again = { again: { "{$url}": { $ref: `#/components/${section}/item` } } };
  expect(paths(bundle)).toMatchObject({ "/orders": { post: { callbacks: again } } });
  expect(components(bundle)).toMatchObject({ [section]: { item: { post: { callbacks: again } } } });
});

it("is at home in what is at home already: in components, in paths, in other additions", () => {
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /orders/{a}: { $ref: paths.yaml }
  /a: { get: ${answering('{ $ref: "order.yaml#/properties/a~1b %" }')} }
  /b: { get: ${answering('{ $ref: "other.yaml#/properties/part" }')} }
  /c: { get: ${answering('{ $ref: "other.yaml" }')} }
  /d: { get: ${answering('{ $ref: "paths.yaml#/get/parameters/0/schema" }')} }
  /e: { get: ${answering('{ $ref: "#/components/schemas/Order/properties/a~1b%20%25" }')} }
components:
  schemas:
    Order: { $ref: order.yaml }
`,
      {
        "order.yaml": 'properties: { "a/b %": { type: string } }\n',
        "other.yaml": "properties: { part: { type: string } }\n",
        "paths.yaml":
          'get:\n  parameters: [{ name: a, in: path, required: true, schema: { type: string } }]\n  responses: { "204": { description: ok } }\n',
      },
    ),
  );
  expect(JSON.stringify(paths(bundle)).match(/"#[^"]+"/g)).toEqual([
    '"#/components/schemas/Order/properties/a~1b%20%25"',
    '"#/components/schemas/Other/properties/part"',
    '"#/components/schemas/Other"',
    '"#/paths/~1orders~1%7Ba%7D/get/parameters/0/schema"',
    '"#/components/schemas/Order/properties/a~1b%20%25"',
  ]);
  expect(schemas(bundle)).toEqual({
    Order: { properties: { "a/b %": { type: "string" } } },
    Other: { properties: { part: { type: "string" } } },
  });
});

it("goes through files that only point at others, and back to the entry", () => {
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /a: { get: ${answering("{ $ref: one.yaml }")} }
  /b: { get: ${answering("{ $ref: back.yaml }")} }
components:
  schemas:
    Order: { type: object }
    Back: { $ref: back.yaml }
`,
      {
        "one.yaml": "$ref: two.yaml\n",
        "two.yaml": "$ref: three.yaml\n",
        "three.yaml": "type: integer\n",
        "back.yaml": "$ref: openapi.yaml#/components/schemas/Order\n",
      },
    ),
  );
  expect(JSON.stringify(paths(bundle)).match(/"#[^"]+"/g)).toEqual([
    '"#/components/schemas/Three"',
    '"#/components/schemas/Order"',
  ]);
  expect(schemas(bundle)).toEqual({
    Order: { type: "object" },
    Back: { $ref: "#/components/schemas/Order" },
    Three: { type: "integer" },
  });
});

it("makes pointers of what refers by anchor or id", () => {
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /a: { get: ${answering('{ $ref: "all.yaml#part" }')} }
  /b: { get: ${answering('{ $ref: "#local" }')} }
  /c: { get: ${answering('{ $ref: "https://example.com/whole" }')} }
components:
  schemas:
    Order: { $anchor: local, type: object, properties: { $id: { type: string }, parts: { $dynamicRef: "all.yaml#any" } } }
    Whole: { $ref: whole.yaml }
`,
      {
        "all.yaml": "Part: { $anchor: part, type: string }\nAny: { $dynamicAnchor: any }\n",
        "whole.yaml":
          "$id: https://example.com/whole\nproperties: { a: { $ref: '#/$defs/A' }, b: { $ref: b } }\n$defs: { A: { type: string }, B: { $id: b } }\n",
      },
    ),
  );
  expect(JSON.stringify(paths(bundle)).match(/"#[^"]+"/g)).toEqual([
    '"#/components/schemas/Part"',
    '"#/components/schemas/Order"',
    '"#/components/schemas/Whole"',
  ]);
  expect(schemas(bundle)).toEqual({
    Order: {
      type: "object",
      properties: { $id: { type: "string" }, parts: { $dynamicRef: "#/components/schemas/Any" } },
    },
    Whole: {
      properties: {
        a: { $ref: "#/components/schemas/Whole/$defs/A" },
        b: { $ref: "#/components/schemas/Whole/$defs/B" },
      },
      $defs: { A: { type: "string" }, B: {} },
    },
    Part: { type: "string" },
    Any: {},
  });
});

it("rewrites what a discriminator maps to, and leaves names alone", () => {
  const bundle = bundleOf(
    filesOf(
      `
components:
  schemas:
    Pet:
      oneOf: [{ $ref: "pets.yaml#/Cat" }, { $ref: "pets.yaml#/Dog" }, { $ref: "#/components/schemas/Fish" }]
      discriminator: { propertyName: kind, mapping: { c: "pets.yaml#/Cat", d: "./pets.yaml#/Dog", f: Fish } }
    Fish: { $ref: "pets.yaml#/Fish" }
`,
      { "pets.yaml": "Cat: { type: object }\nDog: { type: object }\nFish: { type: object }\n" },
    ),
  );
  expect(schemas(bundle)).toMatchObject({
    Pet: {
      discriminator: {
        propertyName: "kind",
        mapping: { c: "#/components/schemas/Cat", d: "#/components/schemas/Dog", f: "Fish" },
      },
    },
  });
});

it("writes down the value of a branch that its $ref used to tell", () => {
  const bundle = bundleOf(
    filesOf(
      `
components:
  schemas:
    Cat: { $ref: tom-cat.yaml }
    Pet: { oneOf: [{ $ref: tom-cat.yaml }, { $ref: Dog.yaml }], discriminator: { propertyName: kind } }
    Same: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: Dog.yaml }], discriminator: { propertyName: kind } }
    Mapped: { anyOf: [{ $ref: tom-cat.yaml }], discriminator: { propertyName: kind, mapping: { t: tom-cat.yaml } } }
`,
      { "tom-cat.yaml": "type: object\n", "Dog.yaml": "type: object\n" },
    ),
  );
  expect(schemas(bundle)).toMatchObject({
    Pet: {
      discriminator: {
        propertyName: "kind",
        mapping: { "tom-cat": "#/components/schemas/Cat", Dog: "#/components/schemas/Dog" },
      },
    },
    Same: { discriminator: { propertyName: "kind" } },
    Mapped: { discriminator: { propertyName: "kind", mapping: { t: "#/components/schemas/Cat" } } },
  });
  expect(JSON.stringify(bundle).match(/mapping/g)?.length).toBe(2);
});

it("rewrites the operation of a link", () => {
  const link = (reference: string): string =>
    `{ responses: { "200": { description: ok, links: { next: { operationRef: "${reference}" } } } } }`;
  const bundle = bundleOf(
    filesOf(
      `
paths:
  /orders: { $ref: paths.yaml }
  /a: { get: ${link("paths.yaml#/get")} }
  /b: { get: ${link("#/paths/~1orders/get")} }
  /c: { get: ${link("https://example.com/other.yaml#/paths/~1x/get")} }
`,
      { "paths.yaml": 'get: { operationId: list, responses: { "204": { description: ok } } }\n' },
    ),
  );
  expect(JSON.stringify(paths(bundle)).match(/"operationRef":"[^"]+"/g)).toEqual([
    '"operationRef":"#/paths/~1orders/get"',
    '"operationRef":"#/paths/~1orders/get"',
    '"operationRef":"https://example.com/other.yaml#/paths/~1x/get"',
  ]);
});

it("treats names of the prototype like any other", () => {
  const bundle = bundleOf(
    filesOf(`paths: { /a: { get: ${answering('{ $ref: "all.yaml#/__proto__" }')} } }`, {
      "all.yaml":
        "__proto__: { type: object, properties: { constructor: { $ref: '#/toString' } } }\ntoString: false\n",
    }),
  );
  expect(JSON.stringify(components(bundle))).toBe(
    '{"schemas":{"Proto":{"type":"object","properties":{"constructor":{"$ref":"#/components/schemas/ToString"}}},"ToString":false}}',
  );
});

it("leaves a reference that leads nowhere as it is", () => {
  const bundle = bundleOf(
    filesOf("components: { schemas: { A: { $ref: gone.yaml }, B: { $ref: '#/nowhere' } } }"),
  );
  expect(schemas(bundle)).toEqual({ A: { $ref: "gone.yaml" }, B: { $ref: "#/nowhere" } });
});
