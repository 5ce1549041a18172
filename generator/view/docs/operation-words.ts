import type { Operation } from "../../model/operation.ts";
import type { Docs } from "../../model/shape.ts";
import { successes } from "../result-view.ts";
import { mustBeGiven } from "../path-default.ts";
import { propertyKey } from "../text.ts";
import type { NamedOperation } from "../view-context.ts";
import { codeSpan } from "./code-text.ts";
import { fieldOf } from "./example-call.ts";
import { asSentence, lineText, linkTo, webAddress } from "./markdown-text.ts";

/** `({ orderId, depth? }, options?)`: the arguments of a call, the names of its parameters spelled out. */
export function argumentsText({ operation, names }: NamedOperation, lead = ""): string {
  const { parameters, body } = operation;
  const media = body?.media ?? [];
  const fields = [
    ...parameters.map((parameter) =>
      optional(propertyKey(fieldOf(parameter, names)), mustBeGiven(parameter)),
    ),
    ...(media.length === 0 ? [] : [optional("body", body?.required === true)]),
    ...(media.length > 1 || media[0]?.type.includes("*") === true ? ["contentType?"] : []),
    ...(answerTypes(operation).size > 1 ? ["accept?"] : []),
  ];
  const mayBeLeftOut = fields.every((field) => field.endsWith("?"));
  const params = fields.length === 0 ? "params" : `{ ${fields.join(", ")} }`;
  return `(${lead}${params}${mayBeLeftOut ? "?" : ""}, options?)`;
}

function optional(name: string, required: boolean): string {
  return required ? name : `${name}?`;
}

function answerTypes(operation: Operation): ReadonlySet<string> {
  return new Set(successes(operation).flatMap(({ media }) => media.map(({ type }) => type)));
}

/** That an operation is on its way out, and from when it may be gone; else how settled it is. */
export function lifeWords({ deprecated, sunset, stability }: Operation): string {
  if (deprecated === true) {
    return sunset === undefined
      ? "**Deprecated.**"
      : `**Deprecated.** It may be gone from ${codeSpan(sunset)} on.`;
  }
  return stability === undefined ? "" : `Stability: ${codeSpan(stability)}.`;
}

/** The title of an operation as a sentence. */
export function summarySentence({ summary }: Operation): string {
  return asSentence(lineText(summary));
}

/** A link to further reading (OpenAPI, "External Documentation Object"); empty if there is none. */
export function docsLink(docs: Docs | undefined): string {
  const address = webAddress(docs?.url);
  if (address === undefined) return "";
  return `Further reading: ${linkTo(lineText(docs?.description) || codeSpan(address), address)}.`;
}
