import type { SecurityScheme } from "../../model/api.ts";
import type { Operation } from "../../model/operation.ts";
import { isSent } from "../descriptor-view.ts";
import { propertyKey, stringLiteral } from "../text.ts";
import type { ViewContext } from "../view-context.ts";
import { displayWidth } from "./display-width.ts";
import { type ExampleValue, layOut, typescriptNotation } from "./value-layout.ts";

const pageWidth = 110;

/** An import of several names, sorted by whoever gives them, as the usual formatter breaks it. */
export function importLine(names: readonly string[], from: string): string {
  const line = `import { ${names.join(", ")} } from ${stringLiteral(from)};`;
  if (names.length === 1 || displayWidth(line) <= pageWidth) return line;
  return `import {\n${names.map((name) => `  ${name},\n`).join("")}} from ${stringLiteral(from)};`;
}

/**
 * A statement that calls something with an object, or with nothing; its lines are indented by so much.
 *
 * @param firstArgument what stands before the object: `transport, `
 */
export function callStatement(
  before: string,
  value: ExampleValue | undefined,
  indent = 0,
  firstArgument = "",
): string {
  const margin = " ".repeat(indent);
  if (value === undefined) return `${margin}${before}();`;
  const lead = `${margin}${before}(${firstArgument}`;
  return `${lead}${layOut(value, typescriptNotation, { indent, before: displayWidth(lead), after: 2 })});`;
}

/** A statement that calls something with an object and then with what has a name. */
export function callWithStatement(before: string, value: ExampleValue, name: string): string {
  const line = `${before}(${layOut(value, typescriptNotation)}, ${name});`;
  if (!line.includes("\n") && displayWidth(line) <= pageWidth) return line;
  const inner = layOut(value, typescriptNotation, { indent: 2, before: 2, after: 1 });
  return `${before}(\n  ${inner},\n  ${name},\n);`;
}

/** `const api = createClient({ … });` */
export function clientStatement(
  options: ReadonlyMap<string, ExampleValue>,
  before = "const api = createClient",
): string {
  return callStatement(before, options.size === 0 ? undefined : options);
}

/** The same with an option whose value is some lines of code; these are indented already. */
export function clientWithLines(
  options: ReadonlyMap<string, ExampleValue>,
  name: string,
  lines: readonly string[],
): string {
  const members = [...options].map(([key, value]) => {
    const lead = `  ${propertyKey(key)}: `;
    return `${lead}${layOut(value, typescriptNotation, { indent: 2, before: displayWidth(lead), after: 1 })},`;
  });
  const [first = "", ...others] = lines;
  return [
    "const api = createClient({",
    ...members,
    `  ${name}: ${first}`,
    ...others.map((line) => `  ${line}`),
    "});",
  ].join("\n");
}

/** What a user would say to make a client for an operation: where the API is, and who calls. */
export function clientOptions(
  views: ViewContext,
  { servers, security }: Pick<Operation, "servers" | "security">,
): ReadonlyMap<string, ExampleValue> {
  const [server] = servers;
  const options = new Map<string, ExampleValue>();
  if (server === undefined || !/^(?:https?:|\{)/i.test(server.url)) {
    options.set("baseUrl", "https://api.example.com");
  } else {
    for (const variable of server.variables) {
      const option = views.names.variables.get(variable.name);
      if (option !== undefined) options.set(option, variable.default);
    }
  }
  const sent = views.api.schemes.filter(isSent);
  const wanted = neededSchemes(sent, security);
  const [only] = wanted;
  if (only === undefined) return options;
  const credentials = new Map(wanted.map((scheme) => [scheme.name, credentialExample(scheme)]));
  return options.set("auth", sent.length === 1 ? credentialExample(only) : credentials);
}

/** The schemes of the first alternative that sends something. */
function neededSchemes(
  sent: readonly SecurityScheme[],
  security: Operation["security"],
): readonly SecurityScheme[] {
  const alternatives = security.map(({ schemes }) =>
    schemes.flatMap(({ name }) => sent.filter((scheme) => scheme.name === name)),
  );
  return alternatives.find((schemes) => schemes.length > 0) ?? [];
}

/** What stands in the place of a credential. */
function credentialExample(scheme: SecurityScheme): ExampleValue {
  if (scheme.kind === "apiKey") return "your API key";
  if (scheme.kind !== "http" || scheme.scheme !== "basic") return "your access token";
  return new Map([
    ["username", "your name"],
    ["password", "your password"],
  ]);
}
