import type { Api, SecurityScheme, Server, ServerVariable } from "../model/api.ts";
import { isReservedFunction } from "../names/reserved.ts";
import { isSent } from "./descriptor-view.ts";
import { docComment } from "./doc-comment.ts";
import { codeSpan } from "./facts.ts";
import { headerLine } from "./header.ts";
import { type Imports, openImports } from "./imports.ts";
import type { ImportView, MemberView, Page } from "./page.ts";
import { packageIdentity } from "./package-page.ts";
import { serverNames } from "./server-names.ts";
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
  /** Where there are several servers: each by the name that a caller chooses it by. */
  readonly servers: readonly { readonly key: string; readonly value: string }[];
  /** Whether any of the options is not the runtime's own. */
  readonly picks: boolean;
  /** `region, ...settings`: the options from the spec apart from what the runtime understands. */
  readonly picked: string;
  /** The API as it is called: `api`, or that with the server chosen. */
  readonly described: string;
  /** `options`, or what is picked of them with more: `{ ...settings, variables: { region } }`. */
  readonly settings: string;
}

/** The file of `createTransport`: the facts of the API that hold for all operations. */
export function transportPage(views: ViewContext): Page<TransportView> {
  const imports = openImports("", new Set());
  const { api, names } = views;
  const servers = serverNames(api.servers);
  const options = [...serverOption(servers), ...variableOptions(views), ...authOption(api, imports)];
  const fields = apiFields(views, imports);
  const variables = [...names.variables].map(([name, option]) => ({
    name,
    option,
    local: localName(option),
  }));
  const picks = variables.length + servers.size > 0;
  const [first] = servers.keys();
  imports.type("ApiDescription", "runtime/operation");
  imports.type("Transport", "runtime/transport");
  imports.type("TransportOptions", "runtime/transport");
  imports.type("InstrumentOptions", "runtime/instruments");
  imports.value("openTransport", "runtime/transport");
  return {
    path: "src/transport.ts",
    template: "client/transport.ts.hbs",
    view: {
      header: headerLine(views),
      fields,
      options,
      servers: [...servers].map(([name, server]) => ({ key: memberKey(name), value: serverText(server) })),
      picks,
      picked: [
        ...(first === undefined ? [] : [`server = ${stringLiteral(first)}`]),
        ...variables.map(({ option, local }) => member(option, local)),
        "...settings",
      ].join(", "),
      described: first === undefined ? "api" : "{ ...api, servers: [servers[server]] }",
      settings: settingsText(picks ? "settings" : "options", variables, headerKeys(api), imports),
      imports: imports.list(),
    },
  };
}

function member(name: string, local: string): string {
  return name === local ? local : `${memberKey(name)}: ${local}`;
}

/** What the transport is opened with: the options, those of the servers as variables, and a `fetch` that keeps keys. */
function settingsText(
  options: string,
  variables: readonly { readonly name: string; readonly local: string }[],
  keys: readonly string[],
  imports: Imports,
): string {
  const values = variables.map(({ name, local }) => member(name, local));
  const more = [
    ...(values.length === 0 ? [] : [`variables: { ${values.join(", ")} }`]),
    ...(keys.length === 0
      ? []
      : [
          `fetch: ${imports.value("keepingKeys", "runtime/key-redirects")}(${[`${options}.fetch`, ...keys.map(stringLiteral)].join(", ")})`,
        ]),
  ];
  return more.length === 0 ? options : `{ ...${options}, ${more.join(", ")} }`;
}

/** The headers of its own that the API takes keys in; what the platform knows to be a credential it keeps itself. */
export function headerKeys({ schemes }: Api): readonly string[] {
  const found = new Map<string, string>();
  for (const scheme of schemes) {
    if (scheme.kind !== "apiKey" || scheme.in !== "header") continue;
    const key = scheme.parameter.toLowerCase();
    if (!/^(?:(?:proxy-)?authorization|cookie)$/.test(key) && !found.has(key))
      found.set(key, scheme.parameter);
  }
  return [...found.values()];
}

/** What the function that picks the options says beside them. */
const localWords: readonly string[] = [
  "api",
  "keepingKeys",
  "openTransport",
  "options",
  "servers",
  "settings",
];

/** An option may have any name, a variable of the language may not. */
function localName(option: string): string {
  return isReservedFunction(option) || localWords.includes(option) ? `${option}$` : option;
}

function apiFields(views: ViewContext, imports: Imports): TransportView["fields"] {
  const { api } = views;
  const correlation = correlationHeaders(api);
  const { name, version } = packageIdentity(views);
  return [
    { key: "servers", value: `[${api.servers.map(serverText).join(", ")}]` },
    ...authorizeField(api.schemes.filter(isSent), imports),
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

/** What asks the caller for credentials: an API with one scheme needs less than one with several. */
function authorizeField(schemes: readonly SecurityScheme[], imports: Imports): TransportView["fields"] {
  const [only] = schemes;
  if (only === undefined) return [];
  const use = (name: string): string => imports.value(name, "runtime/auth");
  const members = schemes.map((scheme) => `${memberKey(scheme.name)}: ${schemeText(scheme, use)}`);
  const value =
    schemes.length === 1
      ? `${use("oneScheme")}(${stringLiteral(only.name)}, ${schemeText(only, use)})`
      : `${use("schemes")}({ ${members.join(", ")} })`;
  return [{ key: "authorize", value }];
}

function schemeText(scheme: SecurityScheme, use: (name: string) => string): string {
  if (scheme.kind === "http" && scheme.scheme === "basic") return use("basic");
  if (scheme.kind !== "apiKey") return use("bearer");
  return `${use("apiKey")}(${stringLiteral(scheme.in)}, ${stringLiteral(scheme.parameter)})`;
}

/** The choice of a server, where the spec lists several. */
function serverOption(servers: ReadonlyMap<string, Server>): readonly MemberView[] {
  const names = [...servers.keys()].map(stringLiteral);
  const [first] = names;
  if (first === undefined) return [];
  const doc = docComment([`The server that is called; ${codeSpan(first)} if absent.`]);
  return [{ doc, key: "readonly server?", text: [...names, "undefined"].join(" | ") }];
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
