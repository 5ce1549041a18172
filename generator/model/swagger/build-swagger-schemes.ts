import { componentsOf } from "../../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../../load/document.ts";
import { member, members, textOf } from "../../load/node.ts";
import type {
  ApiKeyScheme,
  HttpScheme,
  OAuth2Scheme,
  OAuthFlow,
  OAuthFlowKind,
  SecurityScheme,
} from "../api.ts";
import { buildExtensions } from "../build-notes.ts";
import { present } from "../present.ts";

/** The schemes under `securityDefinitions`, in their order (Swagger 2.0, Security Scheme Object). */
export function buildSwaggerSchemes(document: SpecDocument): readonly SecurityScheme[] {
  return componentsOf(document, "Security Scheme").flatMap(([name, node]) => {
    const scheme = buildScheme(name, node);
    return scheme === undefined ? [] : [scheme];
  });
}

function buildScheme(name: string, node: SpecNode): SecurityScheme | undefined {
  const common = {
    place: node.place,
    name,
    description: textOf(node, "description"),
    extensions: buildExtensions(node),
  };
  switch (textOf(node, "type")) {
    case "basic":
      return present<HttpScheme>({ ...common, kind: "http", scheme: "basic" });
    case "apiKey":
      return present<ApiKeyScheme>({
        ...common,
        kind: "apiKey",
        in: textOf(node, "in") === "query" ? "query" : "header",
        parameter: textOf(node, "name") ?? name,
      });
    case "oauth2":
      return present<OAuth2Scheme>({
        ...common,
        kind: "oauth2",
        flows: buildFlows(node),
      });
    default:
      return undefined;
  }
}

const flowKinds: ReadonlyMap<string, OAuthFlowKind> = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

/** The one flow that a scheme has. */
function buildFlows(node: SpecNode): readonly OAuthFlow[] {
  const kind = flowKinds.get(textOf(node, "flow") ?? "");
  if (kind === undefined) return [];
  const scopes = members(member(node, "scopes"))
    .filter(([name]) => !name.startsWith("x-"))
    .map(([name, { value }]) => ({ name, description: typeof value === "string" ? value : "" }));
  return [
    present<OAuthFlow>({
      kind,
      authorizationUrl: textOf(node, "authorizationUrl"),
      tokenUrl: textOf(node, "tokenUrl"),
      scopes,
    }),
  ];
}
