import type { ViewContext } from "../view-context.ts";
import { codeBlock } from "./code-text.ts";
import type { DocsContext, OperationEntry } from "./docs-context.ts";
import { callLines, exampleCall, exampleParams, givesNothing } from "./example-call.ts";
import { openConstants } from "./model-values.ts";
import { callStatement, clientOptions, clientStatement, clientWithLines, importLine } from "./sample-code.ts";
import type { ExampleValue } from "./value-layout.ts";

/** The programs of the README, each a block of code; empty where there is nothing to show. */
export interface ReadmeSamples {
  readonly quickStart: string;
  readonly auth: string;
  readonly server: string;
  readonly baseUrl: string;
  readonly errors: string;
  readonly wholeAnswer: string;
  readonly callOptions: string;
  readonly unknownValues: string;
  readonly ownFetch: string;
  readonly functions: string;
}

/** Programs around the operation that is easiest to call. */
export function readmeSamples(docs: DocsContext): ReadmeSamples {
  const { views } = docs;
  const entry = easiest([...docs.entries.values()], views);
  const options = clientOptions(views, entry?.operation ?? { servers: views.api.servers, security: [] });
  const client = clientStatement(options);
  const moved = otherServer(options, views);
  const program = (names: readonly string[], ...lines: readonly string[]): string =>
    codeBlock([importLine(names, docs.packageName), "", ...lines].join("\n"), "ts");
  const withCall = (make: (entry: OperationEntry) => string): string =>
    entry === undefined ? "" : make(entry);
  return {
    quickStart: program(
      ["createClient"],
      client,
      ...(entry === undefined ? [] : ["", ...callLines(entry, views)]),
    ),
    auth: options.has("auth") ? program(["createClient"], authStatement(options)) : "",
    server: moved === undefined ? "" : program(["createClient"], clientStatement(moved)),
    baseUrl: program(["createClient"], clientStatement(elsewhere(options, views))),
    errors: withCall((one) =>
      program(["ApiError", "createClient", "RateLimitError"], client, "", ...errorLines(one, views)),
    ),
    wholeAnswer: withCall((one) => program(["createClient"], client, "", ...answerLines(one, views))),
    callOptions: withCall((one) => program(["createClient"], client, "", ...optionLines(one, views))),
    unknownValues: valueProgram(docs),
    ownFetch: program(["createClient"], clientWithLines(options, "fetch", fetchLines)),
    functions: withCall((one) => functionProgram(one, options, docs)),
  };
}

/** A call that reads, needs little, is here to stay and gives something. */
function easiest(entries: readonly OperationEntry[], views: ViewContext): OperationEntry | undefined {
  const cost = (entry: OperationEntry): number => {
    const { method, deprecated } = entry.operation;
    const burden = (method === "GET" ? 0 : 100) + (deprecated === true ? 50 : 0);
    return burden + (givesNothing(entry.operation) ? 20 : 0) + exampleParams(entry, views).size;
  };
  const costs = entries.map((entry) => ({ entry, cost: cost(entry) }));
  return costs.toSorted((a, b) => a.cost - b.cost)[0]?.entry;
}

/** A credential that is fetched when it is needed; one of another kind is given as it is. */
function authStatement(options: ReadonlyMap<string, ExampleValue>): string {
  if (typeof options.get("auth") !== "string") return clientStatement(options);
  const others = new Map([...options].filter(([name]) => name !== "auth"));
  return clientWithLines(others, "auth", [
    "async () => {",
    '  const response = await fetch("https://tokens.example.com");',
    "  return response.text();",
    "},",
  ]);
}

/** Another value for the first variable of the server that has a list of them. */
function otherServer(
  options: ReadonlyMap<string, ExampleValue>,
  { api, names }: ViewContext,
): ReadonlyMap<string, ExampleValue> | undefined {
  const variable = api.servers[0]?.variables.find(({ name }) => options.has(names.variables.get(name) ?? ""));
  const option = variable === undefined ? undefined : names.variables.get(variable.name);
  if (variable === undefined || option === undefined) return undefined;
  const other = variable.values?.find((value) => value !== variable.default) ?? variable.default;
  return new Map(options).set(option, other);
}

/** The same client at an address of the caller's. */
function elsewhere(
  options: ReadonlyMap<string, ExampleValue>,
  { names }: ViewContext,
): ReadonlyMap<string, ExampleValue> {
  const relative = options.get("baseUrl");
  const variables = new Set(names.variables.values());
  const others = [...options].filter(([name]) => !variables.has(name) && name !== "baseUrl");
  return new Map<string, ExampleValue>([["baseUrl", relative ?? "https://api.example.com/v1"], ...others]);
}

function errorLines(entry: OperationEntry, views: ViewContext): readonly string[] {
  return [
    "try {",
    ...callLines(entry, views, 2),
    "} catch (error) {",
    "  if (error instanceof RateLimitError) {",
    '    console.error("Too many requests. Wait for", error.headers.get("retry-after"), "seconds.");',
    "  } else if (error instanceof ApiError) {",
    "    console.error(error.status, error.correlationId, error.body);",
    "  } else {",
    "    throw error;",
    "  }",
    "}",
  ];
}

function answerLines(entry: OperationEntry, views: ViewContext): readonly string[] {
  return [
    callStatement({ ...exampleCall(entry, views), assign: "const call =", callee: entry.call }),
    "const { status, headers, data } = await call.withResponse();",
    'console.log(status, headers.get("content-type"), data);',
  ];
}

function optionLines(entry: OperationEntry, views: ViewContext): readonly string[] {
  const call = exampleCall(entry, views);
  return [
    "const controller = new AbortController();",
    'const options = { signal: controller.signal, timeout: 5000, headers: { "x-source": "nightly" } };',
    "",
    callStatement({ ...call, object: call.object ?? new Map(), after: ["options"] }),
    ...(call.assign === "" ? [] : ["console.log(result);"]),
  ];
}

const fetchLines = [
  "async (...args: Parameters<typeof fetch>) => {",
  "  const response = await fetch(...args);",
  "  console.log(response.status, response.url);",
  "  return response;",
  "},",
];

/** A switch over an enum that keeps a branch for values that nobody knows yet. */
function valueProgram({ views, packageName }: DocsContext): string {
  const found = openConstants(views);
  if (found === undefined) return "";
  const { type, member } = found;
  const lines = [
    importLine([type], packageName),
    "",
    `function describe(value: ${type}): string {`,
    "  switch (value) {",
    `    case ${member}:`,
    '      return "one that I know";',
    "    default:",
    "      return `one that I do not know: ${value}`;",
    "  }",
    "}",
    "",
    `console.log(describe(${member}));`,
  ];
  return codeBlock(lines.join("\n"), "ts");
}

function functionProgram(
  entry: OperationEntry,
  options: ReadonlyMap<string, ExampleValue>,
  { views, packageName }: DocsContext,
): string {
  const call = exampleCall(entry, views);
  const name = entry.names.function;
  const lines = [
    importLine(["createTransport", name], packageName),
    "",
    clientStatement(options, "const transport =", "createTransport"),
    "",
    callStatement({ ...call, callee: `await ${name}`, before: ["transport"] }),
    ...(call.assign === "" ? [] : ["console.log(result);"]),
  ];
  return codeBlock(lines.join("\n"), "ts");
}
