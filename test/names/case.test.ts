import { expect, it } from "vitest";
import { camelCase, pascalCase } from "../../generator/names/case.ts";

it.each([
  ["getClient", "getClient", "GetClient"],
  ["get_client", "getClient", "GetClient"],
  ["get-client", "getClient", "GetClient"],
  ["GetClient", "getClient", "GetClient"],
  ["get client by id", "getClientById", "GetClientById"],
  ["GET_CLIENT", "getClient", "GetClient"],
  ["CLIENT", "client", "CLIENT"],
  ["URLPath", "urlPath", "URLPath"],
  ["getURL", "getURL", "GetURL"],
  ["ID2", "id2", "ID2"],
  ["GraphQL", "graphql", "GraphQL"],
  ["GraphQLSchema", "graphqlSchema", "GraphQLSchema"],
  ["GraphQLs", "graphQLs", "GraphQLs"],
  ["2fa", "_2fa", "_2fa"],
  ["__proto__", "proto", "Proto"],
  ["filter[name]", "filterName", "FilterName"],
  ["größe", "größe", "Größe"],
  ["naïve name", "naïveName", "NaïveName"],
  ["客户", "客户", "客户"],
  ["🔥", "", ""],
  ["", "", ""],
])("%s is %s and %s", (text, camel, pascal) => {
  expect(camelCase(text)).toBe(camel);
  expect(pascalCase(text)).toBe(pascal);
});

it("takes two spellings of one letter for the same", () => {
  expect(camelCase("cafe\u0301")).toBe(camelCase("caf\u00e9"));
});
