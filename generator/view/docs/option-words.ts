import type { SecurityScheme, ServerVariable } from "../../model/api.ts";
import { upperFirst } from "../../names/case.ts";
import { givesGrants } from "../auth-helpers.ts";
import { isSent } from "../descriptor-view.ts";
import { serverNames } from "../server-names.ts";
import type { ViewContext } from "../view-context.ts";
import { codeSpan } from "./code-text.ts";
import { asSentence, firstSentence } from "./markdown-text.ts";
import { instrumentOptions, runtimeOptions } from "./runtime-words.ts";

/** The options that a client is made with, a line each: those of the spec, then those of the runtime. */
export function optionLines(views: ViewContext): readonly string[] {
  const variables = clientVariables(views).map(({ option, variable }) =>
    [
      `${codeSpan(option)}:`,
      asSentence(firstSentence(variable.description)),
      `${codeSpan(variable.default)} if absent.`,
    ]
      .filter((text) => text !== "")
      .join(" "),
  );
  const schemes = views.api.schemes.filter(isSent);
  const auth = schemes.length === 0 ? [] : [`${codeSpan("auth")}: ${authWords(schemes)}`];
  const names = [...serverNames(views.api.servers).keys()].map((name) => codeSpan(JSON.stringify(name)));
  const [first] = names;
  const server =
    first === undefined
      ? []
      : [`${codeSpan("server")}: which of the servers is called: ${names.join(" or ")}. ${first} if absent.`];
  return [
    ...server,
    ...variables,
    ...auth,
    ...[...runtimeOptions, ...instrumentOptions].map(({ name, meaning }) => `${codeSpan(name)}: ${meaning}`),
  ];
}

/** The variables of the servers that are options of the client, each as the first server that has it declares it. */
export function clientVariables({
  api,
  names,
}: ViewContext): readonly { readonly option: string; readonly variable: ServerVariable }[] {
  const servers = [...api.servers, ...api.operations.flatMap((operation) => operation.servers)];
  const declared = new Map<string, ServerVariable>();
  for (const variable of servers.flatMap(({ variables }) => variables)) {
    if (!declared.has(variable.name)) declared.set(variable.name, variable);
  }
  return [...names.variables].flatMap(([name, option]) => {
    const variable = declared.get(name);
    return variable === undefined ? [] : [{ option, variable }];
  });
}

function authWords(schemes: readonly SecurityScheme[]): string {
  const [only] = schemes;
  if (only !== undefined && schemes.length === 1) return upperFirst(`${credentialWords(only)}.`);
  const words = schemes.map((scheme) => `${codeSpan(scheme.name)} (${credentialWords(scheme)})`);
  return `An object that holds a credential for each scheme that you use: ${words.join(", ")}.`;
}

/** What a scheme takes as its credential. */
export function credentialWords(scheme: SecurityScheme): string {
  if (scheme.kind === "apiKey") return "an API key, or a function that gives one";
  if (scheme.kind === "http" && scheme.scheme === "basic") return "an object with `username` and `password`";
  return givesGrants(scheme)
    ? "an access token, or what gives one: a grant or a function"
    : "an access token, or a function that gives one";
}
