import type { Server, ServerVariable } from "../../model/api.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, wayToReadme } from "./docs-context.ts";
import { markdownList } from "./markdown-list.ts";
import { asSentence, firstSentence, linkTo } from "./markdown-text.ts";

/** What paths are relative to: `All paths are relative to …`. */
export function serverSentence(servers: readonly Server[], lead: string): string {
  const [first] = servers;
  if (first === undefined || first.url === "/") return `${lead} relative to ${codeSpan("baseUrl")}.`;
  return `${lead} relative to ${codeSpan(first.url)}.`;
}

/** What paths are relative to, and what the variables in it mean. */
export function serverWords(docs: DocsContext): string {
  const { api, names } = docs.views;
  const variables = (api.servers[0]?.variables ?? []).map((variable) =>
    variableWords(variable, names.variables.get(variable.name) ?? variable.name, docs),
  );
  return [serverSentence(api.servers, "All paths are"), markdownList(variables)]
    .filter((text) => text !== "")
    .join("\n\n");
}

function variableWords(
  { name, default: fallback, values = [], description }: ServerVariable,
  option: string,
  docs: DocsContext,
): string {
  const called = name === option ? codeSpan(name) : `${codeSpan(name)}, the option ${codeSpan(option)}`;
  const meaning = asSentence(firstSentence(description));
  const way = wayToReadme("Server", docs, "docs/");
  const others = values.length > 1 ? `${linkTo(`One of ${values.length}`, way)}; ` : "";
  return `${called}: ${meaning === "" ? "" : `${meaning} `}${others}${codeSpan(fallback)} if absent.`;
}
