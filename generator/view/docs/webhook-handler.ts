import type { Response } from "../../model/operation.ts";
import type { ViewContext } from "../view-context.ts";
import { codeBlock } from "./code-text.ts";
import { exampleValues } from "./collect-examples.ts";
import { displayWidth } from "./display-width.ts";
import type { DocsContext, WebhookEntry } from "./docs-context.ts";
import { bodyExample } from "./example-call.ts";
import { requestExample } from "./fit-example.ts";
import { importLine } from "./sample-code.ts";
import { type ExampleValue, layOut, typescriptNotation } from "./value-layout.ts";

const pageWidth = 110;

/** A function that takes what a webhook sends and gives an answer, as a block of code; empty where nothing is sent. */
export function webhookHandler({ called, type }: WebhookEntry, { views, packageName }: DocsContext): string {
  if ((called.body?.media ?? []).length === 0) return "";
  const head = `export function on${type}(`;
  const taken = `body: ${type}["body"]`;
  const given = `): ${type}["answer"] {`;
  const line = head + taken + given;
  const answer = layOut(exampleAnswer(called.responses, views), typescriptNotation, {
    indent: 2,
    before: "  return ".length,
    after: 1,
  });
  const lines = [
    importLine([type], packageName).replace(/^import /, "import type "),
    "",
    ...(displayWidth(line) <= pageWidth ? [line] : [head, `  ${taken},`, given]),
    "  console.log(body);",
    `  return ${answer};`,
    "}",
  ];
  return codeBlock(lines.join("\n"), "ts");
}

/** The first success that the spec tells of, with what it needs. */
function exampleAnswer(responses: readonly Response[], views: ViewContext): ExampleValue {
  const good = responses.find(({ status }) => /^2(?:\d\d|XX)$/.test(status));
  const response = good ?? responses.find(({ status }) => status === "default") ?? responses[0];
  const status = /^\d\d\d$/.test(response?.status ?? "") ? Number(response?.status) : 200;
  const headers = (response?.headers ?? []).filter(({ required }) => required);
  const [media] = response?.media ?? [];
  return new Map<string, ExampleValue>([
    ["status", status],
    ...(headers.length === 0
      ? []
      : [
          [
            "headers",
            new Map(
              headers.map(({ name, shape, examples }) => [
                name,
                requestExample(shape, exampleValues(examples), views),
              ]),
            ),
          ] as const,
        ]),
    ...(media === undefined ? [] : [["body", bodyExample(media, views)] as const]),
  ]);
}
