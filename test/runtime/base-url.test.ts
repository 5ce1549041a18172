import { expect, test } from "vitest";
import { baseUrlOf } from "../../templates/runtime/base-url.ts";
import type { Server } from "../../templates/runtime/operation.ts";
import type { Settings } from "../../templates/runtime/options.ts";
import { getOrder, nowhere } from "./server.ts";

function base(servers: readonly Server[], settings: Settings = {}, own?: readonly Server[]): string {
  const operation = own ? { ...getOrder, servers: own } : getOrder;
  return baseUrlOf({ ...nowhere, servers }, operation, settings);
}

const regional: Server = {
  url: "https://{host}.{region}/{stage}/",
  variables: { host: "api", region: "eu.example", stage: "v1" },
};

test.each([
  [
    "the first server",
    base([{ url: "https://a.example" }, { url: "https://b.example" }]),
    "https://a.example",
  ],
  ["no slash at the end", base([{ url: "https://a.example/v1//" }]), "https://a.example/v1"],
  ["defaults of variables", base([regional]), "https://api.eu.example/v1"],
  [
    "values of variables",
    base([regional], { variables: { region: "us.example", stage: undefined, other: "x" } }),
    "https://api.us.example/v1",
  ],
  [
    "the operation's own server",
    base([regional], {}, [{ url: "https://files.example" }]),
    "https://files.example",
  ],
  [
    "baseUrl before all of them",
    base([regional], { baseUrl: "http://localhost:8080/" }, [{ url: "https://files.example" }]),
    "http://localhost:8080",
  ],
  ["any case of the scheme", base([], { baseUrl: "HTTPS://a.example" }), "HTTPS://a.example"],
  ["an address", base([], { baseUrl: "http://[::1]:80/x" }), "http://[::1]:80/x"],
])("%s", (_case, got, expected) => {
  expect(got).toBe(expected);
});

test.each([
  "/api",
  "",
  "api.example",
  "localhost:3000",
  "//api.example",
  "ftp://api.example",
  "https://",
  "https:///path",
  "https://user:secret@api.example",
  "https://api.example?key=secret",
  "https://api.example/#part",
  "https://{region}.example",
  "https://api .example",
])("asks for baseUrl where the server is %j", (url) => {
  const told = "Give baseUrl, absolute and without query (getOrder: GET /orders/{orderId})";
  expect(() => base([{ url }])).toThrow(told);
  expect(() => base([{ url: "https://a.example" }], { baseUrl: url })).toThrow(told);
});

test("asks for baseUrl where there is no server", () => {
  expect(() => base([])).toThrow("Give baseUrl");
});
