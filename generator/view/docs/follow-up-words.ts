import { followUpOf } from "../follow-up-view.ts";
import type { ViewContext } from "../view-context.ts";
import { codeBlock, codeSpan } from "./code-text.ts";
import { type DocsContext, type OperationEntry, wayToReadme } from "./docs-context.ts";
import { exampleCall } from "./example-call.ts";
import { linkTo } from "./markdown-text.ts";
import { callStatement, clientOptions, clientStatement, importLine } from "./sample-code.ts";

/** What the entry of an operation says of what comes after its answer, as Markdown; empty for most. */
export function followUpEntry(entry: OperationEntry, docs: DocsContext): string {
  const kind = followUpOf(entry.operation, docs.views)?.kind;
  if (kind === undefined) return "";
  const lines = kind === "pages" ? pageLoop(entry, docs.views) : endLines(entry, docs.views, "");
  const words =
    kind === "pages"
      ? `The answer is one page. For the items of all pages, ${linkTo("iterate over the call", wayToReadme("Paging", docs, "docs/"))}:`
      : `The call does not wait for the end. ${linkTo(codeSpan(".result()"), wayToReadme("Waiting for the end", docs, "docs/"))} does:`;
  const title = kind === "pages" ? "**All pages**" : "**The end**";
  return [title, words, followUpProgram(entry, docs, lines)].join("\n\n");
}

/** A whole program around these lines, as a block of code. */
export function followUpProgram(
  { operation }: OperationEntry,
  { views, packageName }: DocsContext,
  lines: readonly string[],
): string {
  const head = [
    importLine(["createClient"], packageName),
    "",
    clientStatement(clientOptions(views, operation)),
  ];
  return codeBlock([...head, "", ...lines].join("\n"), "ts");
}

/** The lines that print the items of all pages. */
export function pageLoop(entry: OperationEntry, views: ViewContext): readonly string[] {
  const call = exampleCall(entry, views);
  const inner = ["  console.log(item);", "}"];
  if (call.object === undefined) return [`for await (const item of ${entry.call}()) {`, ...inner];
  return [startLine(entry, views), "for await (const item of call) {", ...inner];
}

/** The lines that wait for the end and print it. */
export function endLines(entry: OperationEntry, views: ViewContext, options: string): readonly string[] {
  return [startLine(entry, views), `const result = await call.result(${options});`, "console.log(result);"];
}

/** The line that makes a call and keeps it, so that it can be asked for more than its data. */
export function startLine(entry: OperationEntry, views: ViewContext): string {
  return callStatement({ ...exampleCall(entry, views), assign: "const call =", callee: entry.call });
}
