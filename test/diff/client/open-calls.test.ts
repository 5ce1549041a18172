// The call of the generated client before and after a change, for whoever has to write it anew.
import { expect, it } from "vitest";
import { compareSpecs } from "../../../generator/compare.ts";
import { defaultConfig } from "../../../generator/config/config.ts";

function specOf(operation: string): string {
  return `{"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {"/orders": {"get": ${operation}}}}`;
}

const done = `"responses": {"200": {"description": "All.", "content": {"application/json": {"schema": {}}}}}`;

async function callsOf(before: string, after: string) {
  const side = (operation: string) => ({ entry: "openapi.json", read: () => specOf(operation) });
  const options = { today: undefined, levels: {}, accepted: [], config: defaultConfig };
  const { comparison, callsOf: calls } = await compareSpecs(side(before), side(after), options);
  return (comparison?.changes ?? []).map((change) => calls?.(change));
}

it("shows a call that has another name", async () => {
  const before = `{"operationId": "listOrders", ${done}}`;
  const after = `{"operationId": "getOrders", ${done}}`;
  expect(await callsOf(before, after)).toEqual([
    {
      before: "const result = await api.default.listOrders();",
      after: "const result = await api.default.getOrders();",
    },
  ]);
});

it("shows a call that needs more", async () => {
  const days = `{"name": "days", "in": "query", "required": true, "schema": {"type": "integer", "example": 3}}`;
  const before = `{"operationId": "listOrders", ${done}}`;
  const after = `{"operationId": "listOrders", "parameters": [${days}], ${done}}`;
  expect(await callsOf(before, after)).toContainEqual({
    before: "const result = await api.default.listOrders();",
    after: "const result = await api.default.listOrders({ days: 3 });",
  });
});

it("shows nothing where the call stays as it is", async () => {
  const before = `{"operationId": "listOrders", ${done}}`;
  const after = `{"operationId": "listOrders", "deprecated": true, ${done}}`;
  expect(await callsOf(before, after)).toEqual([undefined]);
});
