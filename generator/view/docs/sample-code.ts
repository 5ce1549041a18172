import type { SecurityScheme, Server } from "../../model/api.ts";
import type { Operation } from "../../model/operation.ts";
import { isSent } from "../descriptor-view.ts";
import { propertyKey, stringLiteral } from "../text.ts";
import type { ViewContext } from "../view-context.ts";
import { displayWidth } from "./display-width.ts";
import { type ExampleValue, layOut, typescriptNotation } from "./value-layout.ts";

const pageWidth = 110;

/** An import of several names, sorted by whoever gives them, as the usual formatter breaks it. */
export function importLine(names: readonly string[], from: string, word = "import"): string {
  const line = `${word} { ${names.join(", ")} } from ${stringLiteral(from)};`;
  if (names.length === 1 || fits(line)) return line;
  return `${word} {\n${names.map((name) => `  ${name},\n`).join("")}} from ${stringLiteral(from)};`;
}

/** A call, as a statement on lines of its own. */
export interface Call {
  /** What keeps the result: `const result =`; empty if nothing does. */
  readonly assign: string;
  /** What is called: `await api.orders.getOrder`. */
  readonly callee: string;
  /** Arguments before and after the object, which may be missing. */
  readonly before: readonly string[];
  readonly object: ExampleValue | undefined;
  readonly after: readonly string[];
}

/** The statement, its lines indented by so much and broken where the usual formatter breaks them. */
export function callStatement(call: Call, indent = 0): string {
  const { assign, callee, before, object, after } = call;
  const margin = " ".repeat(indent);
  const isEmpty = object === undefined && before.length + after.length === 0;
  const start = assign === "" ? margin : `${margin}${assign} `;
  if (assign === "" || fits(`${start}${callee}(${isEmpty ? ");" : ""}`))
    return argumentsFrom(start, call, indent);
  return `${margin}${assign}\n${argumentsFrom(`${margin}  `, call, indent + 2)}`;
}

function argumentsFrom(start: string, { callee, before, object, after }: Call, indent: number): string {
  const head = `${start}${callee}(`;
  const lead = head + before.map((text) => `${text}, `).join("");
  if (object === undefined) return `${head}${[...before, ...after].join(", ")});`;
  const end = `${after.map((text) => `, ${text}`).join("")});`;
  const line =
    lead +
    layOut(object, typescriptNotation, { indent, before: displayWidth(lead), after: end.length }) +
    end;
  const isWhole = !line.includes("\n") && fits(line);
  if (isWhole || (after.length === 0 && fits(`${lead}{`))) return line;
  const inner = { indent: indent + 2, before: indent + 2, after: 1 };
  const broken = [...before, layOut(object, typescriptNotation, inner), ...after];
  const margin = " ".repeat(indent);
  return `${head}\n${broken.map((text) => `${margin}  ${text},\n`).join("")}${margin});`;
}

function fits(line: string): boolean {
  return displayWidth(line) <= pageWidth;
}

/** `const api = createClient({ … });` */
export function clientStatement(
  options: ReadonlyMap<string, ExampleValue>,
  assign = "const api =",
  callee = "createClient",
): string {
  const object = options.size === 0 ? undefined : options;
  return callStatement({ assign, callee, before: [], object, after: [] });
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
    options.set("baseUrl", `https://api.example.com${pathOf(server)}`);
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

/** The path of a server that has no host of its own; empty where it says nothing that a program could use. */
function pathOf(server: Server | undefined): string {
  const defaults = new Map((server?.variables ?? []).map((variable) => [variable.name, variable.default]));
  const path = (server?.url ?? "").replace(/\{([^}]+)\}/g, (_, name: string) => defaults.get(name) ?? "");
  return /^(?:\/[\w.~-]+)+\/?$/.test(path) ? path.replace(/\/$/, "") : "";
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
