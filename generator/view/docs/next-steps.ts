import type { Json } from "../../json.ts";
import { pointerKeys } from "../../location.ts";
import type { Link, Polling } from "../../model/operation.ts";
import { parameterKey } from "../../names/names.ts";
import { successes } from "../result-view.ts";
import { propertyKey } from "../text.ts";
import { codeSpan } from "./code-text.ts";
import { type DocsContext, linkedEntry, type OperationEntry, wayToOperation } from "./docs-context.ts";
import { asSentence, codeLink, lineText } from "./markdown-text.ts";
import { valueWord } from "./value-word.ts";

/** What can be done next with the answers of an operation (OpenAPI, "Link Object"), a line of Markdown each. */
export function nextSteps(entry: OperationEntry, docs: DocsContext): readonly string[] {
  const links = successes(entry.operation).flatMap((response) => response.links);
  return [...new Set(links.map((link) => stepLine(link, entry, docs)))];
}

function stepLine(link: Link, from: OperationEntry, docs: DocsContext): string {
  const target = linkedEntry(link, docs);
  const given = link.parameters.map(({ name, value }) => parameterWords(name, value, from, target));
  const body = link.body === undefined ? [] : [`${codeSpan("body")} from ${sourceWords(link.body, from)}`];
  const sources = [...given, ...body];
  const name = target === undefined ? codeSpan(link.name) : codeLink(target.call, wayFrom(from, target));
  const lead = sources.length === 0 ? name : `${name} with ${sources.join(", ")}`;
  const sentences = [asSentence(lineText(link.description)), link.polling && pollingSentence(link.polling)];
  const told = sentences.filter((sentence) => sentence !== undefined && sentence !== "").join(" ");
  return told === "" ? lead : `${lead}: ${told}`;
}

function wayFrom(from: OperationEntry, target: OperationEntry): string {
  const way = wayToOperation(target, "docs/");
  return from.group === target.group ? way.slice(way.indexOf("#")) : way;
}

function parameterWords(
  name: string,
  value: Json,
  from: OperationEntry,
  target: OperationEntry | undefined,
): string {
  const field = target === undefined ? name : fieldNamed(name, target);
  return `${codeSpan(field)} from ${sourceWords(value, from)}`;
}

/** A link names a parameter by its name, or by its place and name: `path.id`. */
function fieldNamed(name: string, { operation, names }: OperationEntry): string {
  const found = operation.parameters.find(
    (parameter) => parameter.name === name || `${parameter.in}.${parameter.name}` === name,
  );
  return (found && names.fields.get(parameterKey(found))) ?? name;
}

/** A runtime expression (OpenAPI, "Runtime Expressions") as a caller would write it; anything else is a value. */
function sourceWords(value: Json, from: OperationEntry): string {
  if (typeof value !== "string" || !value.startsWith("$")) return codeSpan(valueWord(value));
  const [, side, part = ""] = /^\$(request|response)\.(.*)$/s.exec(value) ?? [];
  const pointer = /^body(?:#(.*))?$/s.exec(part);
  if (pointer !== null) {
    const root = side === "request" ? "params.body" : "result";
    return codeSpan(
      root +
        pointerKeys(pointer[1] ?? "")
          .map(accessText)
          .join(""),
    );
  }
  if (side === "response") return `the header ${codeSpan(part.replace(/^header\./, ""))}`;
  if (side !== "request") return codeSpan(value);
  const field = fieldNamed(part, from);
  return codeSpan(`params${accessText(field === part ? part.replace(/^\w+\./, "") : field)}`);
}

function accessText(key: string): string {
  if (/^\d+$/.test(key)) return `[${key}]`;
  const member = propertyKey(key);
  return member === key ? `.${key}` : `[${member}]`;
}

function pollingSentence({ state, done, failed }: Polling): string {
  const path = pointerKeys(state.replace(/^#/, "")).map(accessText).join("").replace(/^\./, "");
  const values = (list: readonly Json[]): string =>
    list.map((value) => codeSpan(valueWord(value))).join(" or ");
  const bad = failed.length === 0 ? "" : `, failed when it is ${values(failed)}`;
  return `Done when ${codeSpan(path)} is ${values(done)}${bad}.`;
}
