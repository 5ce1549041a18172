import { componentsOf } from "../load/component-sections.ts";
import type { SpecDocument, SpecNode } from "../load/document.ts";
import { flagOf, follow, items, member, members, textOf, textsOf } from "../load/node.ts";
import type { ApiKeyScheme, OAuthFlow, OAuthFlowKind, SecurityScheme } from "./api.ts";
import { buildExtensions } from "./build-notes.ts";
import type { SecurityAlternative } from "./operation.ts";
import { present, whenTrue } from "./present.ts";

/** The alternatives under `security`; undefined where nothing is said, so that what stands above holds. */
export function buildSecurity(node: SpecNode | undefined): readonly SecurityAlternative[] | undefined {
  const list = member(node, "security");
  return (
    list &&
    items(list).map((alternative) => ({
      schemes: members(alternative).map(([name]) => ({ name, scopes: textsOf(alternative, name) })),
    }))
  );
}

/** The security schemes of the components, in their order (OpenAPI 3.1, 4.8.27). */
export function buildSchemes(document: SpecDocument): readonly SecurityScheme[] {
  return componentsOf(document, "Security Scheme").flatMap(([name, node]) => {
    const scheme = follow(document, node);
    const built = scheme && buildScheme(name, scheme);
    return built ? [built] : [];
  });
}

function buildScheme(name: string, node: SpecNode): SecurityScheme | undefined {
  const common = {
    place: node.place,
    name,
    description: textOf(node, "description"),
    deprecated: whenTrue(flagOf(node, "deprecated")),
    extensions: buildExtensions(node),
  };
  switch (textOf(node, "type")) {
    case "apiKey":
      return present<ApiKeyScheme>({
        ...common,
        kind: "apiKey",
        in: keyPlace(textOf(node, "in")),
        parameter: textOf(node, "name") ?? name,
      });
    case "http": {
      const scheme = textOf(node, "scheme")?.toLowerCase() ?? "bearer";
      return present<SecurityScheme>({
        ...common,
        kind: "http",
        scheme,
        bearerFormat: textOf(node, "bearerFormat"),
      });
    }
    case "oauth2":
      return present<SecurityScheme>({
        ...common,
        kind: "oauth2",
        flows: members(member(node, "flows")).flatMap(([kind, flow]) => buildFlow(kind, flow)),
        metadataUrl: textOf(node, "oauth2MetadataUrl"),
      });
    case "openIdConnect":
      return present<SecurityScheme>({
        ...common,
        kind: "openIdConnect",
        url: textOf(node, "openIdConnectUrl") ?? "",
      });
    case "mutualTLS":
      return present<SecurityScheme>({ ...common, kind: "mutualTLS" });
    default:
      return undefined;
  }
}

function keyPlace(place: string | undefined): ApiKeyScheme["in"] {
  return place === "query" || place === "cookie" ? place : "header";
}

const flowKinds: Readonly<Record<OAuthFlowKind, true>> = {
  implicit: true,
  password: true,
  clientCredentials: true,
  authorizationCode: true,
  deviceAuthorization: true,
};

function isFlowKind(kind: string): kind is OAuthFlowKind {
  return Object.hasOwn(flowKinds, kind);
}

function buildFlow(kind: string, node: SpecNode): readonly OAuthFlow[] {
  if (!isFlowKind(kind)) return [];
  const scopes = members(member(node, "scopes")).map(([name, { value }]) => ({
    name,
    description: typeof value === "string" ? value : "",
  }));
  return [
    present<OAuthFlow>({
      kind,
      authorizationUrl: textOf(node, "x-authorization-url") ?? textOf(node, "authorizationUrl"),
      tokenUrl: textOf(node, "x-token-url") ?? textOf(node, "tokenUrl"),
      refreshUrl: textOf(node, "refreshUrl"),
      deviceAuthorizationUrl: textOf(node, "deviceAuthorizationUrl"),
      scopes,
    }),
  ];
}
