import { expect, it } from "vitest";
import { answer, pageOf } from "./docs-of.ts";

const operation = (operationId: string, more: object = {}): object => ({
  operationId,
  tags: ["Orders"],
  responses: { "200": answer({ $ref: "#/components/schemas/Order" }) },
  ...more,
});
const schemas = {
  Order: {
    description: "What is bought. By whom.",
    type: "object",
    properties: { id: { type: "string", readOnly: true } },
  },
  Old: { type: "string", deprecated: true },
};
const spec = {
  servers: [
    {
      url: "https://{region}.example.com",
      variables: { region: { default: "eu", description: "Where: one of\n- a" } },
    },
  ],
  paths: {
    "/a": {
      get: operation("getA", {
        parameters: [
          { name: "page-size", in: "query", schema: { type: "integer" } },
          { name: "id", in: "header", required: true, schema: { type: "string" } },
        ],
      }),
    },
    "/b": {
      delete: operation("deleteB", { deprecated: true, responses: { "204": { description: "" } } }),
      put: operation("putB", {
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Order" } }, "image/*": {} },
        },
      }),
    },
  },
  components: {
    schemas,
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      login: { type: "http", scheme: "basic" },
    },
  },
};

const page = await pageOf("docs/api.md", spec);

it("shows each operation on one line: how it is called, what it gives, what it is on the wire", () => {
  expect(page).toContain(`# \`shop\`

Everything that the package exports, a line for each.

## OrdersApi

- [\`api.orders.getA({ pageSize?, id }, options?)\`](OrdersApi.md#geta): [\`Order\`](models/Order.md), \`GET /a\`
- **Deprecated.** [\`api.orders.deleteB(params?, options?)\`](OrdersApi.md#deleteb): \`void\`, \`DELETE /b\`
- [\`api.orders.putB({ body, contentType? }, options?)\`](OrdersApi.md#putb): [\`Order\`](models/Order.md), \`PUT /b\`

## Models

- [\`Order\`](models/Order.md), \`OrderInput\` in requests: What is bought.
- **Deprecated.** [\`Old\`](models/Old.md)
`);
});

it("lists the options of the spec and those of the runtime", () => {
  expect(page).toContain(
    `## Options of the client

- \`region\`: Where: one of - a. \`eu\` if absent.
- \`auth\`: An object that holds a credential for each scheme that you use: \`key\` (an API key, or a function that gives one), \`login\` (an object with \`username\` and \`password\`).
- \`baseUrl\``.replace("Where: one of - a.", "Where: one of."),
  );
  expect(page).toContain("- `RateLimitError`: Status 429.\n");
});

it("gets longer, and changes in no other way, as operations and models are added", async () => {
  const more = {
    ...spec,
    tags: [{ name: "Orders" }, { name: "More" }],
    paths: {
      "/0": {
        get: operation("first", { parameters: [{ name: "averyveryverylongname", in: "query", schema: {} }] }),
      },
      ...spec.paths,
      "/c": { get: { ...operation("getC"), tags: ["More"] } },
    },
    components: {
      ...spec.components,
      schemas: { Zero: { type: "object" }, ...schemas, "Z-Last": { type: "string" } },
    },
  };
  const lines = (await pageOf("docs/api.md", more)).split("\n");
  let at = 0;
  for (const line of lines) if (line === page.split("\n")[at]) at++;
  expect(at).toBe(page.split("\n").length);
  expect(lines.length).toBeGreaterThan(at + 3);
});
