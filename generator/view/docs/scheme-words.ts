import type { OAuthFlow, SecurityScheme, Server } from "../../model/api.ts";
import { isSent } from "../descriptor-view.ts";
import { resolveUrl } from "../resolve-url.ts";
import { codeSpan } from "./code-text.ts";
import { markdownList } from "./markdown-list.ts";
import { markdownTable } from "./markdown-table.ts";
import { blockText, cellText } from "./markdown-text.ts";
import { credentialWords } from "./option-words.ts";

/** What `auth` is, and what happens to it. */
export function authSentences(schemes: readonly SecurityScheme[]): string {
  const [only] = schemes;
  if (only === undefined) return "";
  const lead =
    schemes.length === 1
      ? `${codeSpan("auth")} is ${credentialWords(only)}.`
      : `${codeSpan("auth")} is an object that holds a credential for each scheme that you use.`;
  const isAsked = schemes.some((scheme) => !(scheme.kind === "http" && scheme.scheme === "basic"));
  const asked = "A function is asked before each request, and may answer with a promise.";
  return [lead, ...(isAsked ? [asked] : []), "A call that lacks its credential is not sent."].join(" ");
}

/** What the spec says about a scheme: in its author's words, and where tokens come from. URLs are the server's. */
export function schemeBlock(scheme: SecurityScheme, count: number, server: Server | undefined): string {
  const how = isSent(scheme)
    ? credentialWords(scheme)
    : "not sent by this client; see to it in your own `fetch`";
  const title = count === 1 && isSent(scheme) ? "" : `**${codeSpan(scheme.name)}**: ${how}.`;
  const flows = scheme.kind === "oauth2" ? scheme.flows : [];
  const places =
    flows.length === 0
      ? []
      : ["Tokens come from:", markdownList(flows.map((flow) => flowLine(flow, server)))];
  const discovery =
    scheme.kind === "openIdConnect"
      ? `The server tells of itself at ${codeSpan(resolveUrl(scheme.url, server))}.`
      : "";
  return [title, blockText(scheme.description), discovery, ...places, scopeTable(flows)]
    .filter((text) => text !== "")
    .join("\n\n");
}

const flowNames: Readonly<Record<OAuthFlow["kind"], string>> = {
  implicit: "Implicit",
  password: "Password",
  clientCredentials: "Client credentials",
  authorizationCode: "Authorization code",
  deviceAuthorization: "Device authorization",
};

function flowLine(flow: OAuthFlow, server: Server | undefined): string {
  const { kind, authorizationUrl, tokenUrl, deviceAuthorizationUrl, refreshUrl } = flow;
  const places = [
    ["sign in at", authorizationUrl],
    ["start at", deviceAuthorizationUrl],
    ["get a token at", tokenUrl],
    ["renew it at", refreshUrl],
  ].flatMap(([words, url]) => (url === undefined ? [] : [`${words} ${codeSpan(resolveUrl(url, server))}`]));
  return `${flowNames[kind]}${places.length === 0 ? "" : `: ${places.join(", ")}`}.`;
}

function scopeTable(flows: readonly OAuthFlow[]): string {
  const scopes = new Map(
    flows.flatMap((flow) => flow.scopes.map(({ name, description }) => [name, description])),
  );
  return markdownTable(
    ["Scope", "Meaning"],
    [...scopes].map(([name, description]) => [codeSpan(name, true), cellText(description)]),
  );
}
