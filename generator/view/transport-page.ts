import type { Api, SecurityScheme, ServerVariable } from "../model/api.ts";
import { isReservedFunction } from "../names/reserved.ts";
import { isSent } from "./descriptor-view.ts";
import { docComment } from "./doc-comment.ts";
import { codeSpan } from "./facts.ts";
import { headerLine } from "./header.ts";
import { type Imports, openImports } from "./imports.ts";
import type { ImportView, MemberView, Page } from "./page.ts";
import { packageIdentity } from "./package-page.ts";
import { serverText } from "./server-text.ts";
import { memberKey, propertyKey, stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";

export interface TransportView {
  readonly header: string;
  readonly imports: readonly ImportView[];
  /** What the runtime knows of the API as a whole. */
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  /** Options that come from the spec: the variables of its servers, and the credentials. */
  readonly options: readonly MemberView[];
  /** `region, ...settings`: the variables apart from what the runtime understands. */
  readonly picked: string;
  /** `{ region }`. */
  readonly variables: string;
  readonly hasVariables: boolean;
}

/** The file of `createTransport`: the facts of the API that hold for all operations. */
export function transportPage(views: ViewContext): Page<TransportView> {
  const imports = openImports("", new Set());
  const { api, names } = views;
  const options = [...variableOptions(views), ...authOption(api, imports)];
  const fields = apiFields(views);
  const variables = [...names.variables].map(([name, option]) => ({
    name,
    option,
    local: localName(option),
  }));
  imports.type("ApiDescription", "runtime/operation");
  imports.type("Transport", "runtime/transport");
  imports.type("TransportOptions", "runtime/transport");
  imports.value("openTransport", "runtime/transport");
  return {
    path: "src/transport.ts",
    template: "client/transport.ts.hbs",
    view: {
      header: headerLine(views),
      fields,
      options,
      picked: [...variables.map(({ option, local }) => member(option, local)), "...settings"].join(", "),
      variables: `{ ${variables.map(({ name, local }) => member(name, local)).join(", ")} }`,
      hasVariables: variables.length > 0,
      imports: imports.list(),
    },
  };
}

function member(name: string, local: string): string {
  return name === local ? local : `${memberKey(name)}: ${local}`;
}

/** What the function that picks the options says beside them. */
const localWords: readonly string[] = ["api", "openTransport", "options", "settings"];

/** An option may have any name, a variable of the language may not. */
function localName(option: string): string {
  return isReservedFunction(option) || localWords.includes(option) ? `${option}$` : option;
}

function apiFields(views: ViewContext): TransportView["fields"] {
  const { api } = views;
  const schemes = api.schemes.filter(isSent);
  const correlation = correlationHeaders(api);
  const { name, version } = packageIdentity(views);
  return [
    { key: "servers", value: `[${api.servers.map(serverText).join(", ")}]` },
    {
      key: "schemes",
      value: `{ ${schemes.map((scheme) => `${memberKey(scheme.name)}: ${schemeText(scheme)}`).join(", ")} }`,
    },
    ...(correlation.length === 0
      ? []
      : [{ key: "correlationHeaders", value: `[${correlation.map(stringLiteral).join(", ")}]` }]),
    { key: "userAgent", value: stringLiteral(`${name}/${version}`) },
  ];
}

/** The headers whose value names a request in the server's logs, each once whatever its case. */
export function correlationHeaders(api: Api): readonly string[] {
  const found = new Map<string, string>();
  for (const { responses } of api.operations) {
    for (const { name, correlationId } of responses.flatMap(({ headers }) => headers)) {
      const key = name.toLowerCase();
      if (correlationId === true && !found.has(key)) found.set(key, name);
    }
  }
  return [...found.values()];
}

function schemeText(scheme: SecurityScheme): string {
  if (scheme.kind === "http" && scheme.scheme === "basic") return '{ type: "basic" }';
  if (scheme.kind !== "apiKey") return '{ type: "bearer" }';
  return `{ type: "apiKey", in: ${stringLiteral(scheme.in)}, name: ${stringLiteral(scheme.parameter)} }`;
}

/** One option for each variable; of variables of one name the first that a server declares speaks. */
function variableOptions({ api, names }: ViewContext): readonly MemberView[] {
  const servers = [...api.servers, ...api.operations.flatMap((operation) => operation.servers)];
  const declared = servers.flatMap(({ variables }) => variables);
  return [...names.variables].flatMap(([name, option]) => {
    const variable = declared.find((one) => one.name === name);
    return variable === undefined ? [] : [variableOption(variable, option)];
  });
}

/** The list of values may grow, and a server that is not in it yet is no reason to wait for a release. */
function variableOption({ description, default: text, values }: ServerVariable, option: string): MemberView {
  const known = [...(values ?? []).map(stringLiteral), values === undefined ? "string" : "(string & {})"];
  return {
    doc: docComment([description, `${codeSpan(text)} if absent.`]),
    key: `readonly ${propertyKey(option)}?`,
    text: [...known, "undefined"].join(" | "),
  };
}

/** One credential where there is one scheme, else one for each scheme by its name. */
function authOption({ schemes }: Api, imports: Imports): readonly MemberView[] {
  const sent = schemes.filter(isSent);
  const [only] = sent;
  if (only === undefined) return [];
  const text =
    sent.length === 1
      ? credentialType(only, imports)
      : `{ ${sent.map((scheme) => `readonly ${propertyKey(scheme.name)}?: ${credentialType(scheme, imports)} | undefined;`).join(" ")} }`;
  const doc = docComment([sent.length === 1 ? only.description : "A credential for each security scheme."]);
  return [{ doc, key: "readonly auth?", text: `${text} | undefined` }];
}

function credentialType(scheme: SecurityScheme, imports: Imports): string {
  const name =
    scheme.kind === "apiKey"
      ? "ApiKeyCredential"
      : scheme.kind === "http" && scheme.scheme === "basic"
        ? "BasicCredential"
        : "BearerCredential";
  return imports.type(name, "runtime/auth");
}
