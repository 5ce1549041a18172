// The rules of the platform by themselves, with requests that the generated client would not send.
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type AuthorizationServer,
  service,
  startAuthorizationServer,
} from "../oauth/authorization-server.ts";
import { type Platform, startPlatform } from "./platform.ts";

let authorization: AuthorizationServer;
let platform: Platform;
let authorized: Readonly<Record<string, string>>;

beforeAll(async () => {
  authorization = await startAuthorizationServer();
  platform = await startPlatform(authorization);
  const basic = Buffer.from(
    [service.clientId, service.clientSecret].map((part) => encodeURIComponent(part)).join(":"),
  ).toString("base64");
  const response = await fetch(`${platform.url}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token }: { readonly access_token: string } = JSON.parse(await response.text());
  authorized = { authorization: `Bearer ${token}` };
});

afterAll(() => {
  platform.close();
  authorization.close();
});

const clients = "/api/v2/oauth/clients";
const asJson = { "content-type": "application/json" };
const web = { name: "Web", authorizedGrantType: "CODE", scope: ["oauth"] };

function send(method: string, path: string, body?: unknown, headers: object = asJson): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(platform.url + path, {
    method,
    headers: { ...authorized, ...headers },
    ...(body !== undefined && { body: text }),
  });
}

async function told(response: Response): Promise<string> {
  const { code, contextId }: { readonly [field: string]: unknown } = JSON.parse(await response.text());
  expect(contextId).toBe(response.headers.get("inin-correlation-id"));
  return `${response.status} ${String(code)}`;
}

it.each([
  ["no JSON", "{", asJson, "400 bad.request"],
  ["a list", [], asJson, "400 bad.request"],
  ["no type", JSON.stringify(web), { "content-type": "text/plain" }, "415 unsupported.media.type"],
  ["too much", { ...web, description: "x".repeat(512_001) }, asJson, "413 request.entity.too.large"],
  ["no name", { ...web, name: " " }, asJson, "400 constraint.validation"],
  ["no grant type", { name: "Web" }, asJson, "400 grant.type.required"],
  ["another state", { ...web, state: "inactive" }, asJson, "400 bad.client.state"],
  ["an unknown field", { ...web, toString: 1 }, asJson, "400 invalid.property"],
  ["a wrong value", { ...web, scope: "oauth" }, asJson, "400 invalid.value"],
  ["a wrong address", { ...web, registeredRedirectUri: ["/"] }, asJson, "400 invalid.value"],
  [
    "a role of nobody",
    {
      name: "Job",
      authorizedGrantType: "CLIENT-CREDENTIALS",
      roleDivisions: [{ roleId: "nobody-has-it", divisionId: "*" }],
    },
    asJson,
    "400 bad.client.role",
  ],
  ["no token", web, { ...asJson, authorization: "" }, "401 authentication.required"],
  ["a wrong token", web, { ...asJson, authorization: "Bearer x" }, "401 bad.credentials"],
])("makes no client of %s", async (_case, body, headers, expected) => {
  expect(await told(await send("POST", clients, body, headers))).toBe(expected);
});

it("has nothing at an unknown path, for any method", async () => {
  expect(await told(await send("GET", "/api/v2/oauth"))).toBe("404 not.found");
  expect(await told(await send("PATCH", clients, web))).toBe("404 not.found");
});

it("makes so many clients and no more", async () => {
  const statuses = [];
  for (let count = 0; count < 51; count++) {
    const response = await send("POST", clients, web);
    statuses.push(response.status === 400 ? await told(response) : response.status);
  }
  expect(new Set(statuses)).toEqual(new Set([200, "400 auth.too.many.clients"]));
  expect(statuses.indexOf("400 auth.too.many.clients")).toBe(50);
});

it("lets pages of any origin call it", async () => {
  const headers = { "access-control-request-headers": "authorization,content-type" };
  const { status, headers: allowed } = await fetch(platform.url + clients, { method: "OPTIONS", headers });
  expect([status, allowed.get("access-control-allow-headers")]).toEqual([204, "authorization,content-type"]);
});

it("answers as the spec says, whatever it is sent", () => {
  const { verdicts } = platform;
  expect(verdicts.length).toBeGreaterThan(60);
  expect(verdicts.flatMap(({ answer }) => answer)).toEqual([]);
});
