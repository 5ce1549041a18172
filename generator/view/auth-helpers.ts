import type { OAuthFlow, OAuthFlowKind, SecurityScheme, ServerVariable } from "../model/api.ts";
import { pascalCase } from "../names/case.ts";
import { resolveUrl } from "./resolve-url.ts";
import type { ViewContext } from "./view-context.ts";

/** A helper of one scheme: what it is called, and what it is made of. */
export interface Helper {
  readonly name: string;
  readonly kind: HelperKind;
  readonly scheme: SecurityScheme;
  readonly flow: OAuthFlow | undefined;
}

export type HelperKind =
  | "clientCredentials"
  | "authorizationUrl"
  | "authorizationCode"
  | "refreshToken"
  | "password"
  | "saml2Bearer"
  | "customGrant"
  | "readImplicitRedirect";

/** Those of one flow, and those of any with a token endpoint. */
const ofFlow: Readonly<Partial<Record<OAuthFlowKind, readonly HelperKind[]>>> = {
  clientCredentials: ["clientCredentials"],
  authorizationCode: ["authorizationUrl", "authorizationCode"],
  password: ["password"],
  implicit: ["readImplicitRedirect"],
};
const ofEndpoint: readonly HelperKind[] = ["refreshToken", "saml2Bearer", "customGrant"];

/** What the package has to get tokens with. Of several schemes the first by name has the plain names. */
export function authHelpers({ api }: Pick<ViewContext, "api">): readonly Helper[] {
  const schemes = api.schemes.filter(({ kind }) => kind === "oauth2" || kind === "openIdConnect");
  return [...schemes]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((scheme, index) =>
      kindsOf(scheme).map(([kind, flow]): Helper => ({
        name: index === 0 ? kind : `${kind}${pascalCase(scheme.name)}`,
        kind,
        scheme,
        flow,
      })),
    );
}

/** Whether there is a way to get tokens of a scheme that `auth` can go by itself. */
export function givesGrants(scheme: SecurityScheme): boolean {
  return kindsOf(scheme).some(([kind]) => isGrant(kind));
}

/** Whether what a helper makes is for `auth`. */
export function isGrant(kind: HelperKind): boolean {
  return kind !== "authorizationUrl" && kind !== "readImplicitRedirect";
}

function kindsOf(scheme: SecurityScheme): readonly (readonly [HelperKind, OAuthFlow | undefined])[] {
  if (scheme.kind === "openIdConnect") {
    return [...(ofFlow.clientCredentials ?? []), ...ofEndpoint].map((kind) => [kind, undefined]);
  }
  if (scheme.kind !== "oauth2") return [];
  const own = scheme.flows.flatMap((flow) => (ofFlow[flow.kind] ?? []).map((kind) => [kind, flow] as const));
  const endpoint = scheme.flows.find(({ tokenUrl }) => tokenUrl !== undefined);
  return [...own, ...(endpoint === undefined ? [] : ofEndpoint.map((kind) => [kind, endpoint] as const))];
}

/** Where a person is sent to sign in: a template, and the variables of the server that it holds. */
export function loginPlace(
  flow: OAuthFlow | undefined,
  views: Pick<ViewContext, "api">,
): { readonly url: string; readonly variables: readonly ServerVariable[] } {
  const [server] = views.api.servers;
  const url = resolveUrl(flow?.authorizationUrl ?? "", server);
  const declared = server?.variables ?? [];
  return { url, variables: declared.filter(({ name }) => url.includes(`{${name}}`)) };
}
