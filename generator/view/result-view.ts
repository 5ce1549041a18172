import type { Operation, Response } from "../model/operation.ts";
import type { OperationNames } from "../names/names.ts";
import { docComment } from "./doc-comment.ts";
import { responseBodyTypes } from "./media-type-text.ts";
import { tight, type TypeContext, type TypeText, unionOf } from "./type-context.ts";

/** What a call gives: the declarations of its result and of its whole answer. */
export interface ResultView {
  readonly name: string;
  readonly doc: readonly string[];
  readonly text: string;
  readonly responseName: string;
  readonly responseDoc: readonly string[];
  readonly responseText: string;
}

/** The answers that count as success: all 2xx, else `default`, else one of which nothing is known. */
export function successes({ method, responses }: Operation): readonly Response[] {
  const exact = responses.filter(({ status }) => /^2(?:\d\d|XX)$/.test(status));
  const good = exact.length > 0 ? exact : responses.filter(({ status }) => status === "default");
  // What HEAD describes is what GET would give; it has no body of its own (RFC 9110, 9.3.2).
  return method === "HEAD" ? good.map((response) => ({ ...response, media: [] })) : good;
}

/** The union of all bodies that a success may have, and of the answers that hold them, told apart by status. */
export function resultView(operation: Operation, names: OperationNames, context: TypeContext): ResultView {
  const answers = successes(operation);
  const bodies = answers.map(({ media }) => bodyText(media, context));
  const { text } = bodies.length === 0 ? tight("unknown") : unionOf(bodies);
  const response = context.runtimeType("ApiResponse", "api-promise");
  const responses = answers.map(({ status }, index) => {
    const body = bodies[index]?.text ?? "undefined";
    // Naming the result, rather than writing it out again, keeps the two one type for the compiler and for readers.
    return tight(`${response}<${statusType(status)}, ${body === text ? names.result : body}>`);
  });
  const unknown = tight(`${response}<number, ${names.result}>`);
  return {
    name: names.result,
    doc: docComment([{ own: `What {@link ${names.function}} resolves with.` }]),
    text: text === "undefined" ? "void" : text,
    responseName: names.response,
    responseDoc: docComment([{ own: `The whole answer of {@link ${names.function}}.` }]),
    responseText: (responses.length === 0 ? unknown : unionOf(responses)).text,
  };
}

/** No media type means no body. */
function bodyText(media: Response["media"], context: TypeContext): TypeText {
  return media.length === 0 ? tight("undefined") : responseBodyTypes(media, context);
}

/** The type of the status of an answer. */
export function statusType(status: string): string {
  return /^\d\d\d$/.test(status) ? status : "number";
}
