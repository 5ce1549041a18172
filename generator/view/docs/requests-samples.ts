import type { ViewContext } from "../view-context.ts";
import type { DocsContext, OperationEntry } from "./docs-context.ts";
import { callLines, exampleCall } from "./example-call.ts";
import { type Call, callStatement, clientStatement, clientWithLines } from "./sample-code.ts";
import { programBlock } from "./sample-program.ts";
import type { ExampleValue } from "./value-layout.ts";

/** The programs of the guide to requests, each a block of code; empty where there is nothing to call. */
export interface RequestsSamples {
  readonly retries: string;
  readonly deadline: string;
  readonly additions: string;
  readonly answer: string;
  readonly otherOptions: string;
  readonly logging: string;
  readonly middleware: string;
  readonly proxy: string;
  readonly certificate: string;
  readonly raw: string;
  readonly testing: string;
  readonly tools: string;
  readonly curl: string;
}

type Options = ReadonlyMap<string, ExampleValue>;

/** Programs around one operation; `entry` is the one that is easiest to call, if there is any. */
export function requestsSamples(
  entry: OperationEntry | undefined,
  options: Options,
  docs: DocsContext,
): RequestsSamples {
  const calls = entry === undefined ? noCalls : callPrograms(entry, options, docs);
  return { ...clientPrograms(entry, options, docs), ...calls };
}

type CallSample = "retries" | "deadline" | "additions" | "answer" | "testing" | "tools" | "curl";

const noCalls: Pick<RequestsSamples, CallSample> = {
  retries: "",
  deadline: "",
  additions: "",
  answer: "",
  testing: "",
  tools: "",
  curl: "",
};

/** Programs that say nothing without a call. */
function callPrograms(
  entry: OperationEntry,
  options: Options,
  docs: DocsContext,
): Pick<RequestsSamples, CallSample> {
  const { views, packageName } = docs;
  const client = clientStatement(options);
  const program = (...lines: readonly string[]): string =>
    programBlock({ [packageName]: ["createClient"] }, lines);
  return {
    retries: program(
      clientStatement(new Map([...options, ["maxRetries", 5]])),
      "",
      ...callWithOptions(entry, ["{ maxRetries: 0 }"], views),
    ),
    deadline: program(
      client,
      "",
      "// Five seconds for each attempt, twenty for all of them and the waits between.",
      "const options = { timeout: 5000, signal: AbortSignal.timeout(20_000) };",
      ...callWithOptions(entry, ["options"], views),
    ),
    additions: program(
      client,
      "",
      'const options = { headers: { "x-source": "nightly" }, query: { debug: "true" } };',
      ...callWithOptions(entry, ["options"], views),
    ),
    answer: program(client, "", ...answerLines(entry, views)),
    testing: program(...testLines(entry, options, views)),
    tools: toolProgram(entry, options, docs),
    curl: curlProgram(entry, client, docs),
  };
}

/** Programs that make a client, and call something if there is anything. */
function clientPrograms(
  entry: OperationEntry | undefined,
  options: Options,
  docs: DocsContext,
): Omit<RequestsSamples, CallSample> {
  const client = clientStatement(options);
  const program = (...lines: readonly string[]): string =>
    programBlock({ [docs.packageName]: ["createClient"] }, lines);
  const callOf = (name: string): readonly string[] =>
    entry === undefined
      ? []
      : ["", ...callLines({ ...entry, call: entry.call.replace(/^api\./, `${name}.`) }, docs.views)];
  return {
    otherOptions: program(
      client,
      'const patient = api.withOptions({ maxRetries: 10, headers: { "x-source": "nightly" } });',
      ...callOf("patient"),
    ),
    logging: program(clientStatement(new Map([...options, ["logLevel", "info"]])), ...callOf("api")),
    middleware: program(clientWithLines(options, "middleware", middlewareLines), ...callOf("api")),
    proxy: nodeProgram("ProxyAgent", '"http://proxy.example.com:8080"', options, docs),
    certificate: nodeProgram(
      "Agent",
      '{ connect: { cert: "the certificate", key: "its key" } }',
      options,
      docs,
    ),
    raw: program(client, "", ...rawLines),
  };
}

/** A call with options, and what prints its result. */
export function callWithOptions(
  entry: OperationEntry,
  after: readonly string[],
  views: ViewContext,
): readonly string[] {
  const call: Call = exampleCall(entry, views);
  return [
    callStatement({ ...call, object: call.object ?? new Map(), after }),
    ...(call.assign === "" ? [] : ["console.log(result);"]),
  ];
}

/** An answer with what came around its data, and one whose body is left to the caller. */
function answerLines(entry: OperationEntry, views: ViewContext): readonly string[] {
  const call = { ...exampleCall(entry, views), callee: entry.call };
  return [
    callStatement({ ...call, assign: "const call =" }),
    "const { status, headers, data } = await call.withResponse();",
    'console.log(status, headers.get("content-type"), data);',
    "",
    callStatement({ ...call, assign: "const another =" }),
    "const response = await another.asResponse();",
    "console.log(response.url, await response.text());",
  ];
}

const middlewareLines = [
  "[",
  "  async (request, next, { operationId, attempt }) => {",
  '    request.headers.set("x-request-id", crypto.randomUUID());',
  "    const response = await next(request);",
  "    console.log(operationId, attempt, response.status);",
  "    return response;",
  "  },",
  "],",
];

const rawLines = [
  'const query = { since: "2026-01-01" };',
  'const news = await api.request<{ items?: string[] }>("GET", "/news", { query });',
  "console.log(news.items);",
];

/** A client whose requests an agent of undici sends. */
function nodeProgram(agent: string, made: string, options: Options, { packageName }: DocsContext): string {
  return programBlock({ [packageName]: ["createClient"], undici: [agent] }, [
    `const dispatcher = new ${agent}(${made});`,
    clientStatement(new Map([...options, ["fetchOptions", { expression: "{ dispatcher }" }]])),
  ]);
}

function testLines(entry: OperationEntry, options: Options, views: ViewContext): readonly string[] {
  const place = new Map([...options, ["maxRetries", 0] as const]);
  return [
    "const sent: string[] = [];",
    clientWithLines(place, "fetch", [
      "async (_url, init, context) => {",
      "  sent.push(`${context?.operationId}: ${init?.method}`);",
      '  return new Response("{}", { headers: { "content-type": "application/json" } });',
      "},",
    ]),
    "",
    ...callLines(entry, views),
    "console.log(sent);",
  ];
}

/** The instruments of a client, put around a transport. */
function toolProgram(entry: OperationEntry, options: Options, { views, packageName }: DocsContext): string {
  const call = exampleCall(entry, views);
  const name = entry.names.function;
  const wired = new Map([...options, ["fetch", { expression: 'withLogging(console, "info")' }] as const]);
  return programBlock(
    { [packageName]: ["createTransport", name], [`${packageName}/runtime`]: ["withLogging"] },
    [
      clientStatement(wired, "const transport =", "createTransport"),
      "",
      callStatement({ ...call, callee: `await ${name}`, before: ["transport"] }),
      ...(call.assign === "" ? [] : ["console.log(result);"]),
    ],
  );
}

function curlProgram(entry: OperationEntry, client: string, { views, packageName }: DocsContext): string {
  const taken = { [packageName]: ["createClient", "SdkError"], [`${packageName}/runtime`]: ["toCurl"] };
  return programBlock(taken, [
    client,
    "",
    "try {",
    ...callLines(entry, views, 2),
    "} catch (error) {",
    "  if (error instanceof SdkError) console.error(toCurl(error));",
    "  throw error;",
    "}",
  ]);
}
