import { type FollowUp, followUpOf } from "../follow-up-view.ts";
import { authHelpers } from "../auth-helpers.ts";
import type { ViewContext } from "../view-context.ts";
import { firstAuthProgram } from "./auth-samples.ts";
import { codeBlock } from "./code-text.ts";
import type { DocsContext, OperationEntry } from "./docs-context.ts";
import { callLines, exampleCall, exampleProgram } from "./example-call.ts";
import { endLines, followUpProgram, startLine } from "./follow-up-words.ts";
import { openConstants } from "./model-values.ts";
import { callStatement, clientOptions, clientStatement, importLine } from "./sample-code.ts";
import { callWithOptions } from "./requests-samples.ts";
import { easiestCall, programBlock } from "./sample-program.ts";
import { streamUse } from "./stream-use.ts";
import type { ExampleValue } from "./value-layout.ts";

/** The programs of the README, each a block of code; empty where there is nothing to show. */
export interface ReadmeSamples {
  readonly quickStart: string;
  readonly auth: string;
  readonly server: string;
  readonly errors: string;
  readonly paging: string;
  readonly waiting: string;
  readonly streams: string;
  readonly callOptions: string;
  readonly unknownValues: string;
  readonly functions: string;
}

/** Programs around the operation that is easiest to call. */
export function readmeSamples(docs: DocsContext): ReadmeSamples {
  const { views } = docs;
  const entry = easiestCall([...docs.entries.values()], views);
  const options = clientOptions(views, entry?.operation ?? { servers: views.api.servers, security: [] });
  const client = clientStatement(options);
  const moved = otherServer(options, views);
  const program = (names: readonly string[], ...lines: readonly string[]): string =>
    programBlock({ [docs.packageName]: names }, lines);
  const withCall = (make: (entry: OperationEntry) => string): string =>
    entry === undefined ? "" : make(entry);
  return {
    quickStart: program(
      ["createClient"],
      client,
      ...(entry === undefined ? [] : ["", ...callLines(entry, views)]),
    ),
    auth: firstAuthProgram(authHelpers(views), options, docs),
    server: program(
      ["createClient"],
      ...(moved === undefined ? [] : [clientStatement(moved)]),
      clientStatement(elsewhere(options, views), moved === undefined ? "const api =" : "const other ="),
    ),
    errors: withCall((one) =>
      program(["ApiError", "createClient", "RateLimitError"], client, "", ...errorLines(one, views)),
    ),
    paging: followUpSample("pages", docs),
    waiting: followUpSample("end", docs),
    streams: streamSample(docs),
    callOptions: withCall((one) => program(["createClient"], client, "", ...optionLines(one, views))),
    unknownValues: valueProgram(docs),
    functions: withCall((one) => functionProgram(one, options, docs)),
  };
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
    '    console.error("Too many requests. Wait for", error.retryAfter ?? 0, "ms.");',
    "  } else if (error instanceof ApiError) {",
    "    console.error(error.status, error.correlationId, error.body);",
    "  } else {",
    "    throw error;",
    "  }",
    "}",
  ];
}

function optionLines(entry: OperationEntry, views: ViewContext): readonly string[] {
  return [
    "// Five seconds for each attempt, twenty for all of them and the waits between.",
    "const options = { maxRetries: 4, timeout: 5000, signal: AbortSignal.timeout(20_000) };",
    ...callWithOptions(entry, ["options"], views),
  ];
}

/** A program around the first operation with that to come after its answer; empty if there is none. */
function followUpSample(kind: FollowUp["kind"], docs: DocsContext): string {
  const { views } = docs;
  const entry = [...docs.entries.values()].find(
    ({ operation }) => followUpOf(operation, views)?.kind === kind,
  );
  if (entry === undefined) return "";
  if (kind === "end") return followUpProgram(entry, docs, endLines(entry, views, "{ timeout: 120_000 }"));
  return followUpProgram(entry, docs, [
    startLine(entry, views),
    "for await (const item of call) {",
    "  console.log(item);",
    "}",
  ]);
}

/** A program that reads a stream, of an operation that answers nothing else if there is one. */
function streamSample(docs: DocsContext): string {
  const all = [...docs.entries.values()];
  const use = ({ operation }: OperationEntry): string => streamUse(operation, docs.views);
  const always = all.filter((entry) => use(entry) === "always");
  const entry = easiestCall(
    always.length > 0 ? always : all.filter((one) => use(one) !== "never"),
    docs.views,
  );
  return entry === undefined ? "" : exampleProgram(entry, docs);
}

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
