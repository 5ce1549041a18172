import type { OAuthFlow } from "../model/api.ts";
import { upperFirst } from "../names/case.ts";
import { authHelpers, type Helper, type HelperKind, loginPlace } from "./auth-helpers.ts";
import { docComment } from "./doc-comment.ts";
import { codeSpan } from "./facts.ts";
import { headerLine } from "./header.ts";
import { type Imports, openImports } from "./imports.ts";
import type { ExportView, ImportView, Page } from "./page.ts";
import { resolveUrl } from "./resolve-url.ts";
import { memberKey, stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";

export interface AuthView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  /** What `scope` may hold. */
  readonly scopes: readonly {
    readonly doc: readonly string[];
    readonly name: string;
    readonly text: string;
  }[];
  readonly helpers: readonly HelperView[];
  /** Types that the helpers speak of. */
  readonly exports: readonly ExportView[];
}

/** A function that makes a grant, or helps a person to sign in. */
interface HelperView {
  readonly doc: readonly string[];
  readonly signature: string;
  readonly body: string;
}

const sentences: Readonly<Record<HelperKind, string>> = {
  clientCredentials: "Gets tokens for the client itself (RFC 6749, 4.4).",
  authorizationUrl:
    "Makes the URL of the login page that a person is sent to, with PKCE. Keep `state` and `codeVerifier` until the person comes back.",
  authorizationCode:
    "Exchanges the code that a person came back with, and refreshes the token from then on where the server allows it (RFC 6749, 4.1 and RFC 7636).",
  refreshToken: "Goes on with the refresh token of an earlier login (RFC 6749, 6).",
  password: "Gets tokens for a person by name and password (RFC 6749, 4.3).",
  saml2Bearer: "Exchanges the SAML assertion of an identity provider (RFC 7522, 2.1).",
  customGrant: "Gets tokens by any other grant type (RFC 6749, 4.5).",
  readImplicitRedirect: "Reads the token that the implicit grant has left in a redirect.",
};

/** The helpers that get tokens for `auth`, a file of its own; none where the API has no OAuth. */
export function authPages(views: ViewContext): readonly Page<AuthView>[] {
  const helpers = helpersWanted(views);
  if (helpers.length === 0) return [];
  const imports = openImports("", new Set());
  return [
    {
      path: "src/auth.ts",
      template: "client/auth.ts.hbs",
      view: {
        header: headerLine(views),
        scopes: scopeTypes(helpers),
        helpers: helpers.map((helper) => helperView(helper, scopeName(helper.flow, helpers), views, imports)),
        imports: imports.list(),
        exports: typeExports(helpers),
      },
    },
  ];
}

/** The names of the helpers that nobody is kept from. */
export function authNames(views: ViewContext): readonly string[] {
  return helpersWanted(views).flatMap(({ name, kind }) => (kind === "readImplicitRedirect" ? [] : [name]));
}

/** Whether there is such a file. */
export function hasAuthPage(views: ViewContext): boolean {
  return helpersWanted(views).length > 0;
}

function helpersWanted(views: ViewContext): readonly Helper[] {
  return views.config.outputs.includes("client") ? authHelpers(views) : [];
}

function helperView(helper: Helper, scope: string, views: ViewContext, imports: Imports): HelperView {
  const { name, kind } = helper;
  const scopes = scope === "" ? "" : `<${scope}>`;
  if (kind === "readImplicitRedirect") {
    const tags = ["@deprecated The implicit grant is on its way out: use the authorization code with PKCE."];
    return {
      doc: docComment([sentences[kind]], tags),
      signature: `${name}(url: string | URL, state: string): ${imports.type("Token", "runtime/token")}`,
      body: `${imports.value("readImplicitToken", "runtime/login")}(url, state)`,
    };
  }
  const doc = docComment([sentences[kind]]);
  if (kind === "authorizationUrl") return { doc, ...loginParts(helper, scopes, views, imports) };
  const options = imports.type(`${upperFirst(kind)}Options`, "runtime/grants");
  return {
    doc,
    signature: `${name}(options: ${options}${scopes}): ${imports.type("Grant", "runtime/token-cache")}`,
    body: `${imports.value(grantOf(kind), "runtime/grants")}(${endpointText(helper, views)}, options)`,
  };
}

function grantOf(kind: HelperKind): string {
  return kind === "customGrant" ? "otherGrant" : `${kind}Grant`;
}

/** The login page has no client yet, so it takes the variables of its URL itself. */
function loginParts(
  { name, flow }: Helper,
  scopes: string,
  views: ViewContext,
  imports: Imports,
): Pick<HelperView, "signature" | "body"> {
  const { url: template, variables: used } = loginPlace(flow, views);
  const optionOf = (variable: string): string => views.names.variables.get(variable) ?? variable;
  const options = `${imports.type("AuthorizationUrlOptions", "runtime/login")}${scopes}`;
  const request = imports.value("authorizationRequest", "runtime/login");
  const picked = used.map(({ name: variable }) => stringLiteral(optionOf(variable))).join(" | ");
  const taken =
    used.length === 0
      ? options
      : `${options} & Pick<${imports.type("ClientOptions", "transport")}, ${picked}>`;
  const answer = imports.type("AuthorizationRequest", "runtime/login");
  const signature = `${name}(options: ${taken}): Promise<${answer}>`;
  if (used.length === 0) return { signature, body: `${request}(${stringLiteral(template)}, options)` };
  const defaults = used.map(({ name: one, default: text }) => `${memberKey(one)}: ${stringLiteral(text)}`);
  const given = used.map(({ name: one }) => `${memberKey(one)}: options[${stringLiteral(optionOf(one))}]`);
  const fill = imports.value("fillTemplate", "runtime/base-url");
  const server = `{ url: "", variables: { ${defaults.join(", ")} } }`;
  const url = `${fill}(${stringLiteral(template)}, ${server}, { variables: { ${given.join(", ")} } })`;
  return { signature, body: `${request}(${url}, options)` };
}

/** A template of its own, which the client fills with what it knows of the first server. */
function endpointText({ scheme, flow }: Helper, { api }: ViewContext): string {
  const place = (url: string): string => stringLiteral(resolveUrl(url, api.servers[0]));
  if (scheme.kind === "openIdConnect") return `{ discoveryUrl: ${place(scheme.url)} }`;
  return `{ tokenUrl: ${place(flow?.tokenUrl ?? "")} }`;
}

/** The lists of scopes that flows know, each once. */
function scopeTypes(helpers: readonly Helper[]): AuthView["scopes"] {
  return distinctFlows(helpers).map((flow) => ({
    doc: docComment([scopeWords(flow)]),
    name: scopeName(flow, helpers),
    // Scopes that the spec does not know yet are no reason to wait for a release.
    text: `${scopeText(flow)} | (string & {})`,
  }));
}

function distinctFlows(helpers: readonly Helper[]): readonly OAuthFlow[] {
  const found = new Map<string, OAuthFlow>();
  for (const { flow, kind } of helpers) {
    if (flow !== undefined && flow.scopes.length > 0 && kind !== "readImplicitRedirect") {
      if (!found.has(scopeText(flow))) found.set(scopeText(flow), flow);
    }
  }
  return [...found.values()];
}

function scopeText({ scopes }: OAuthFlow): string {
  return scopes.map(({ name }) => stringLiteral(name)).join(" | ");
}

/** Empty where a flow knows none. */
function scopeName(flow: OAuthFlow | undefined, helpers: readonly Helper[]): string {
  if (flow === undefined || flow.scopes.length === 0) return "";
  const index = distinctFlows(helpers).findIndex((one) => scopeText(one) === scopeText(flow));
  return index === 0 ? "Scope" : `Scope${index + 1}`;
}

function scopeWords(flow: OAuthFlow | undefined): string | undefined {
  const lines = (flow?.scopes ?? []).map(({ name, description }) =>
    description === "" ? `- ${codeSpan(name)}` : `- ${codeSpan(name)}: ${description}`,
  );
  return lines.length === 0 ? undefined : lines.join("\n");
}

function typeExports(helpers: readonly Helper[]): readonly ExportView[] {
  const kinds = new Set(helpers.map(({ kind }) => kind));
  const options = [...kinds]
    .filter((kind) => kind !== "readImplicitRedirect" && kind !== "authorizationUrl")
    .map((kind) => `${upperFirst(kind)}Options`);
  const login = kinds.has("authorizationUrl") ? ["AuthorizationRequest", "AuthorizationUrlOptions"] : [];
  const one = (names: readonly string[], module: string): ExportView => ({
    names: [...names].sort().join(", "),
    from: stringLiteral(`./runtime/${module}.js`),
    isType: true,
  });
  return [
    one(["CredentialRequest"], "auth"),
    ...(options.length === 0 ? [] : [one(options, "grants")]),
    ...(login.length === 0 ? [] : [one(login, "login")]),
    one(["Token"], "token"),
    one(["Grant", "TokenStore"], "token-cache"),
  ];
}
