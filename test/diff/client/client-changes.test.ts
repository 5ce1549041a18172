import { expect, it } from "vitest";
import { compareSpecs } from "../../../generator/compare.ts";
import { defaultConfig } from "../../../generator/config/config.ts";
import { withHead } from "../../builders/spec-texts.ts";

const base = withHead(`paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [orders]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: days, in: query, schema: { type: integer, maximum: 30 } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } } }
  /orders:
    get:
      operationId: listOrders
      tags: [orders]
      responses: { "200": { description: x, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Order" } } } } } }
    post:
      operationId: createOrder
      tags: [orders]
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } } }
      responses: { "204": { description: x } }
components:
  schemas:
    Order: { type: object, required: [name, status], properties: { name: { type: string }, note: { type: string }, status: { $ref: "#/components/schemas/Status" } } }
    Status: { type: string, enum: [open, shut, done] }
`);

const ofOrder = '{ schema: { $ref: "#/components/schemas/Order" } }';
const edits: readonly (readonly [from: string, to: string, told: readonly string[]])[] = [
  ["maximum: 30", "maximum: 3", ["request-maximum-tightened breaking"]],
  ["enum: [open, shut, done]", "enum: [open, shut, done, lost]", ["response-value-added warning"]],
  [
    "name: days",
    "name: weeks",
    ["parameter-removed warning: GetOrderParams.days is gone", "parameter-added info"],
  ],
  [
    "name: days, in: query,",
    "name: days, in: query, required: true,",
    ["parameter-became-required breaking: GetOrderParams.days has to be given"],
  ],
  [
    "operationId: getOrder",
    "operationId: fetchOrder",
    [
      "operation-id-changed info: api.orders.getOrder is now `api.orders.fetchOrder`, and its types are called after it",
    ],
  ],
  [
    "tags: [orders]",
    "tags: [purchases]",
    ["tag-removed info: api.orders is now `api.purchases`, and its type PurchasesApi", "tag-added info"],
  ],
  ["id}", "orderId}", ['path-parameter-renamed info: GetOrderParams.id is now called "orderId"']],
  ["Order", "Purchase", ["schema-renamed info: Order is now called Purchase"]],
  [
    "required: [name, status]",
    "required: [status]",
    ["response-property-became-optional breaking: Order.name may be undefined"],
  ],
  [
    "required: [name, status]",
    "required: [name, status, note]",
    ["request-property-became-required breaking: Order.note has to be given"],
  ],
  ["note: { type: string }, ", "", ["request-property-removed warning: Order.note is gone"]],
  [
    "note: { type: string }",
    'note: { type: [string, "null"] }',
    ["response-null-added breaking: Order.note holds string | null instead of string"],
  ],
  [
    "note: { type: string }",
    "note: { type: string, readOnly: true }",
    ["request-property-hidden warning: CreateOrderParams.body.note is gone"],
  ],
  ["enum: [open, shut, done]", "enum: [open, shut]", ["request-value-removed breaking: Status.done is gone"]],
  [
    '"204": { description: x }',
    `"204": { description: x, content: { application/json: ${ofOrder} } }`,
    ["response-media-type-added info"],
  ],
];

it.each(edits)("tells what becomes of the package where %s is %s", async (from, to, told) => {
  const after =
    from === "Order"
      ? base.replaceAll("/Order", "/Purchase").replace("    Order:", "    Purchase:")
      : base.replaceAll(from, to).replace("name: id", from === "id}" ? "name: orderId" : "name: id");
  const options = { today: "2026-01-01", levels: {}, accepted: [], config: defaultConfig };
  const { comparison } = await compareSpecs(sourcesOf(base), sourcesOf(after), options);
  const changes = comparison?.changes.map(({ code, level, client }) => {
    const symbols = client.map(({ symbol, message }) => `${symbol} ${message}`);
    return symbols.length === 0 ? `${code} ${level}` : `${code} ${level}: ${symbols.join("; ")}`;
  });
  expect(changes).toEqual(told);
});

function sourcesOf(text: string) {
  return { entry: "spec.yaml", read: (file: string) => (file === "spec.yaml" ? text : undefined) };
}

async function compare(before: string, after: string) {
  const options = { today: "2026-01-01", levels: {}, accepted: [], config: defaultConfig };
  return (await compareSpecs(sourcesOf(before), sourcesOf(after), options)).comparison;
}

it("asks for a major version where only the package breaks", async () => {
  const renamed = base.replace("operationId: getOrder", "operationId: fetchOrder");
  expect(await compare(base, renamed)).toMatchObject({ verdict: "compatible", bump: "major" });
});

it("tells what no edit explains by itself: a name that yields to a new one", async () => {
  const before = base.replace("    Status:", "    order_item: { type: string }\n    Status:");
  const after = before.replace("    Status:", "    orderItem: { type: string }\n    Status:");
  const comparison = await compare(before, after);
  const told = comparison?.changes.map(({ code, message, client }) => [code, message, client.length]);
  expect(told).toEqual([
    ["schema-added", "The schema `orderItem` is new", 0],
    ["client-changed", "`OrderItem` of the generated package changes", 1],
  ]);
});
