import { diagnostic } from "../../diagnostic.ts";
import { member, members, textOf } from "../../load/node.ts";
import type { Rule } from "../rule.ts";

/** The fields that a security scheme needs because of its type (OpenAPI 3.1, 4.8.27). */
const neededByType: ReadonlyMap<string, readonly string[]> = new Map([
  ["apiKey", ["name", "in"]],
  ["http", ["scheme"]],
  ["oauth2", ["flows"]],
  ["openIdConnect", ["openIdConnectUrl"]],
]);

/** The addresses that a flow needs (OpenAPI 3.2, 4.29). */
const neededByFlow: ReadonlyMap<string, readonly string[]> = new Map([
  ["implicit", ["authorizationUrl"]],
  ["password", ["tokenUrl"]],
  ["clientCredentials", ["tokenUrl"]],
  ["authorizationCode", ["authorizationUrl", "tokenUrl"]],
  ["deviceAuthorization", ["deviceAuthorizationUrl", "tokenUrl"]],
]);

/** A credential whose scheme leaves out where it goes cannot be sent. */
export const securitySchemeFields: Rule = function* ({ of }) {
  for (const scheme of of("Security Scheme")) {
    const type = textOf(scheme, "type") ?? "";
    for (const name of neededByType.get(type) ?? []) {
      if (member(scheme, name) !== undefined) continue;
      yield diagnostic("incomplete-security", scheme.place, { name, owner: type }, { on: "key" });
    }
  }
  for (const [flow, node] of of("OAuth Flows").flatMap((flows) => members(flows))) {
    for (const name of neededByFlow.get(flow) ?? []) {
      if (member(node, name) !== undefined) continue;
      yield diagnostic("incomplete-security", node.place, { name, owner: flow }, { on: "key" });
    }
  }
};
