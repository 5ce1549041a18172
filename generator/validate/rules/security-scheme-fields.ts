import { diagnostic, type Diagnostic } from "../../diagnostic.ts";
import type { SpecNode } from "../../load/document.ts";
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

/** The same in Swagger 2.0, where a scheme has one flow (Swagger 2.0, Security Scheme Object). */
const neededByTypeIn20: ReadonlyMap<string, readonly string[]> = new Map([
  ["apiKey", ["name", "in"]],
  ["oauth2", ["flow", "scopes"]],
]);

const neededByFlowIn20: ReadonlyMap<string, readonly string[]> = new Map([
  ["implicit", ["authorizationUrl"]],
  ["password", ["tokenUrl"]],
  ["application", ["tokenUrl"]],
  ["accessCode", ["authorizationUrl", "tokenUrl"]],
]);

/** A credential whose scheme leaves out where it goes cannot be sent. */
export const securitySchemeFields: Rule = function* ({ document, of }) {
  const is20 = document.version === "2.0";
  for (const scheme of of("Security Scheme")) {
    const type = textOf(scheme, "type") ?? "";
    yield* checkFields(scheme, type, (is20 ? neededByTypeIn20 : neededByType).get(type));
    const flow = is20 && type === "oauth2" ? textOf(scheme, "flow") : undefined;
    if (flow !== undefined) yield* checkFields(scheme, flow, neededByFlowIn20.get(flow));
  }
  for (const [flow, node] of of("OAuth Flows").flatMap((flows) => members(flows))) {
    yield* checkFields(node, flow, neededByFlow.get(flow));
  }
};

function* checkFields(node: SpecNode, owner: string, needed: readonly string[] = []): Iterable<Diagnostic> {
  for (const name of needed) {
    if (member(node, name) !== undefined) continue;
    yield diagnostic("incomplete-security", node.place, { name, owner }, { on: "key" });
  }
}
