import type { Media, Operation, Parameter } from "../../model/operation.ts";
import { type OperationNames, parameterKey } from "../../names/names.ts";
import { successes } from "../result-view.ts";
import { lineShape } from "../stream-of.ts";
import type { NamedOperation, ViewContext } from "../view-context.ts";
import { mediaKind } from "../wire-text.ts";
import { codeBlock } from "./code-text.ts";
import { exampleValues } from "./collect-examples.ts";
import type { DocsContext, OperationEntry } from "./docs-context.ts";
import { blobOf, requestExample } from "./fit-example.ts";
import { type Call, callStatement, clientOptions, clientStatement, importLine } from "./sample-code.ts";
import { streamUse } from "./stream-use.ts";
import type { ExampleValue } from "./value-layout.ts";

/** A whole program that calls an operation and prints what it gives, as a block of code. */
export function exampleProgram(entry: OperationEntry, { views, packageName }: DocsContext): string {
  const lines = [
    importLine(["createClient"], packageName),
    "",
    clientStatement(clientOptions(views, entry.operation)),
    "",
    ...callLines(entry, views),
  ];
  return codeBlock(lines.join("\n"), "ts");
}

/** The lines that call an operation and print what it gives, indented by so much. */
export function callLines(entry: OperationEntry, views: ViewContext, indent = 0): readonly string[] {
  const call = exampleCall(entry, views);
  if (call.assign === "") return [callStatement(call, indent)];
  const print = printLines[streamUse(entry.operation, views)];
  return [callStatement(call, indent), ...print.map((line) => " ".repeat(indent) + line)];
}

/** What prints a result, by how it streams. */
const printLines: Readonly<Record<ReturnType<typeof streamUse>, readonly string[]>> = {
  never: ["console.log(result);"],
  always: ["for await (const item of result) {", "  console.log(item);", "}"],
  sometimes: [
    "if (Symbol.asyncIterator in result) {",
    "  for await (const item of result) {",
    "    console.log(item);",
    "  }",
    "} else {",
    "  console.log(result);",
    "}",
  ],
};

/** The call of an operation with what it needs; its result is kept if there is one. */
export function exampleCall(entry: OperationEntry, views: ViewContext): Call {
  const params = exampleParams(entry, views);
  return {
    assign: givesNothing(entry.operation) ? "" : "const result =",
    callee: `await ${entry.call}`,
    before: [],
    object: params.size === 0 ? undefined : params,
    after: [],
  };
}

/** Whether a call resolves with nothing. */
export function givesNothing(operation: Operation): boolean {
  const answers = successes(operation);
  return answers.length > 0 && answers.every(({ media }) => media.length === 0);
}

const mostOptional = 3;

/** Parameters that a call needs, and some others that the spec has an example for; then the body. */
export function exampleParams(
  { operation, names }: NamedOperation,
  views: ViewContext,
): ReadonlyMap<string, ExampleValue> {
  const params = new Map<string, ExampleValue>();
  let optional = 0;
  for (const parameter of operation.parameters) {
    const given = exampleValues(parameter.examples);
    const isShown = !parameter.required && given.length > 0 && parameter.deprecated !== true;
    if (!parameter.required && !(isShown && optional++ < mostOptional)) continue;
    params.set(fieldOf(parameter, names), requestExample(parameter.shape, given, views));
  }
  const [media] = operation.body?.media ?? [];
  if (media !== undefined) params.set("body", bodyExample(media, views));
  return params;
}

/** The field of a call that a parameter is. */
export function fieldOf(parameter: Parameter, { fields }: OperationNames): string {
  return fields.get(parameterKey(parameter)) ?? parameter.name;
}

/** A body of one media type as whoever sends it would write it. */
export function bodyExample(media: Media, views: ViewContext): ExampleValue {
  const { type, shape, examples } = media;
  const given = exampleValues(examples);
  const [first] = given;
  const text = given.find((value) => typeof value === "string") ?? "…";
  switch (mediaKind(type)) {
    case "json":
      return shape === undefined ? (first ?? new Map()) : requestExample(shape, given, views);
    case "lines": {
      const item = lineShape(media, views.models);
      return item === undefined ? text : [requestExample(item, [], views)];
    }
    case "form":
    case "multipart":
      return shape === undefined ? (first ?? new Map()) : requestExample(shape, given, views, true);
    case "text":
      return shape?.kind === "choice" ? requestExample(shape, given, views) : text;
    case "binary":
      return blobOf(text);
  }
}
