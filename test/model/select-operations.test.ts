import { expect, it } from "vitest";
import { selectOperations, type Selection } from "../../generator/model/select-operations.ts";
import { apiOf } from "../values/spec.ts";

const operation = (operationId: string, tag: string): object => ({
  operationId,
  tags: [tag],
  responses: { "200": { description: "x" } },
});
const api = apiOf({
  info: { title: "a", version: "1" },
  paths: {
    "/orders": { get: operation("listOrders", "orders"), post: operation("addOrder", "orders") },
    "/orders/{id}": { get: operation("getOrder", "orders") },
    "/orders/{id}/items/{item}": { get: operation("getItem", "items") },
    "/people": { get: operation("listPeople", "people") },
  },
  components: { schemas: { Unused: { type: "string" } } },
});

function selected(selection: Partial<Selection>): readonly (string | undefined)[] {
  const { api: part } = selectOperations(api, { include: [], exclude: [], ...selection });
  return part.operations.map(({ operationId }) => operationId);
}

it.each([
  [{}, ["listOrders", "addOrder", "getOrder", "getItem", "listPeople"]],
  [{ include: ["tag:orders"] }, ["listOrders", "addOrder", "getOrder"]],
  [{ include: ["tag:items", "operation:listPeople"] }, ["getItem", "listPeople"]],
  [{ exclude: ["tag:orders"] }, ["getItem", "listPeople"]],
  [{ include: ["tag:orders"], exclude: ["operation:addOrder"] }, ["listOrders", "getOrder"]],
  [{ include: ["path:/orders"] }, ["listOrders", "addOrder"]],
  [{ include: ["path:/orders/*"] }, ["getOrder"]],
  [{ include: ["path:/orders/**"] }, ["listOrders", "addOrder", "getOrder", "getItem"]],
  [{ include: ["path:/**/{item}"] }, ["getItem"]],
  [{ include: ["path:/**"] }, ["listOrders", "addOrder", "getOrder", "getItem", "listPeople"]],
  [{ include: ["tag:nobody"] }, []],
])("selects by %j", (selection, ids) => {
  expect(selected(selection)).toEqual(ids);
});

it("leaves out the models of nothing else, unless everything is selected", () => {
  expect(selectOperations(api, { include: [], exclude: [] }).api.models).toHaveLength(1);
  expect(selectOperations(api, { include: ["tag:orders"], exclude: [] }).api.models).toEqual([]);
});

it("names the selectors that nothing answers to", () => {
  const { unmatched } = selectOperations(api, { include: ["tag:orders", "tag:order"], exclude: ["path:/x"] });
  expect(unmatched).toEqual(["tag:order", "path:/x"]);
});

it("selects webhooks like operations, and by what they are called", () => {
  const body = (schema: string): object => ({
    content: { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } },
  });
  const shop = apiOf({
    info: { title: "a", version: "1" },
    paths: {
      "/orders": {
        post: {
          ...operation("addOrder", "orders"),
          callbacks: { done: { $url: { post: { requestBody: body("Done"), responses: {} } } } },
        },
      },
    },
    webhooks: {
      ordered: { post: { tags: ["orders"], requestBody: body("Ordered"), responses: {} } },
      hired: { post: { tags: ["people"], requestBody: body("Hired"), responses: {} } },
    },
    components: { schemas: { Done: {}, Ordered: {}, Hired: {} } },
  });
  const part = (selection: Partial<Selection>): readonly (readonly (string | undefined)[])[] => {
    const { api: left, unmatched } = selectOperations(shop, { include: [], exclude: [], ...selection });
    return [left.webhooks.map(({ path }) => path), left.models.map(({ key }) => key), unmatched];
  };
  expect(part({ include: ["tag:orders"] })).toEqual([["ordered"], ["Done", "Ordered"], []]);
  expect(part({ exclude: ["tag:orders"] })).toEqual([["hired"], ["Hired"], []]);
  expect(part({ include: ["path:hired"] })).toEqual([["hired"], ["Hired"], []]);
  expect(part({ exclude: ["path:hired"] })).toEqual([["ordered"], ["Done", "Ordered"], []]);
});
